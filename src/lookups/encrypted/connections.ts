// Encrypted connections to resolvers, one for many questions where the resolver allows it. The guard speaks before each is
// dialled; a resolver's host name is looked up by this machine's own resolver, unless its place names an address.

import type { EncryptedResolver } from '../../model/asking/resolver-place.ts';
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import { type Deadline, startDeadline } from '../deadline.ts';
import { dial, endpointText } from '../dial.ts';
import { TCP_DEADLINE } from '../dns/limits.ts';
import { secure } from '../secure.ts';
import type { LookupTools, Way } from '../tools.ts';
import type { Connection } from './connection.ts';
import { authorityOf, overHttp1 } from './over-http1.ts';
import { overTls } from './over-tls.ts';

export type Opened =
  | {
      readonly state: 'open';
      readonly connection: Connection;
      readonly dialled: string;
      readonly routed: boolean;
      /** Nobody has asked over it before. */
      readonly fresh: boolean;
      readonly because?: string;
    }
  /** Something was dialled and nothing could be said. */
  | {
      readonly state: 'failed';
      readonly end: Exclude<ExchangeEnd, 'complete'>;
      readonly detail: string;
      readonly dialled: string;
      readonly routed: boolean;
      readonly because?: string;
    }
  /** Nothing was dialled. */
  | { readonly state: 'kept-away'; readonly failure: FailureKind; readonly detail: string };

export interface Connections {
  /** One with a place for a question, which is taken. */
  to(place: EncryptedResolver, deadline: Deadline): Promise<Opened>;
  close(): void;
}

/** For dialling and the handshake together: as long as for a whole question over TCP. */
const OPENING_MS = TCP_DEADLINE;

export function openConnections(tools: LookupTools): Connections {
  const known = new Map<string, Promise<Opened>>();
  const closing = new AbortController();
  const open = (place: EncryptedResolver): Promise<Opened> => {
    const deadline = startDeadline(OPENING_MS, closing.signal);
    const opening = connected(tools, place, deadline).finally(() => deadline.clear());
    known.set(place.text, opening);
    // Whoever asks after a failure dials anew.
    void opening.then(({ state }) => {
      if (state !== 'open' && known.get(place.text) === opening) known.delete(place.text);
    });
    return opening;
  };
  const to = async (place: EncryptedResolver, deadline: Deadline): Promise<Opened> => {
    const before = known.get(place.text);
    const found = before && (await unlessOver(before, place, deadline));
    if (found?.state === 'open' && found.connection.claim()) return { ...found, fresh: false };
    if (found !== undefined && found.state !== 'open') return found;
    // While this one waited, another may have begun to open the next.
    if (known.get(place.text) !== before) return to(place, deadline);
    const opened = await unlessOver(open(place), place, deadline);
    if (opened.state !== 'open' || opened.connection.claim()) return opened;
    return to(place, deadline);
  };
  return {
    to,
    close() {
      closing.abort();
      for (const one of known.values()) void one.then((found) => found.state === 'open' && found.connection.close());
    },
  };
}

/** The connection goes on being opened for others. */
async function unlessOver(opening: Promise<Opened>, place: EncryptedResolver, deadline: Deadline): Promise<Opened> {
  const { signal } = deadline;
  let stop = () => {};
  const over = new Promise<Opened>((resolve) => {
    const dialled = authorityOf(place);
    stop = () => resolve({ state: 'failed', end: deadline.reason(), detail: NOT_OPEN, dialled, routed: false });
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([opening, over]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const NOT_OPEN = 'no encrypted connection';

async function connected(tools: LookupTools, place: EncryptedResolver, deadline: Deadline): Promise<Opened> {
  const way = await wayTo(tools, place, deadline.signal);
  if (!way.ok) return { state: 'kept-away', failure: way.failure, detail: way.detail };
  const dialled = await dial(way, deadline);
  const told = {
    dialled: endpointText(dialled.endpoint),
    routed: way.routed,
    ...(dialled.because === undefined ? {} : { because: dialled.because }),
  };
  if (!dialled.ok) return { state: 'failed', ...told, end: dialled.end, detail: dialled.detail };
  const protocols = place.over === 'https' ? ['h2', 'http/1.1'] : [];
  const secured = await secure(
    dialled.socket,
    { host: place.host, protocols, authorities: tools.authorities },
    deadline,
  );
  if (!secured.ok) {
    const end = secured.why === 'tls' ? 'failed' : secured.why === 'reset' ? 'reset' : deadline.reason();
    return { state: 'failed', ...told, end, detail: secured.detail };
  }
  const { socket, protocol } = secured;
  return { state: 'open', ...told, fresh: true, connection: await speaking({ tools, place, socket, protocol }) };
}

interface Spoken {
  readonly tools: LookupTools;
  readonly place: EncryptedResolver;
  readonly socket: Parameters<typeof overTls>[0];
  readonly protocol: string | undefined;
}

/** HTTP/2 is slow to load, and most resolvers are asked without it. */
async function speaking({ tools, place, socket, protocol }: Spoken): Promise<Connection> {
  if (protocol === 'h2') return (await import('./over-http2.ts')).overHttp2(socket, place);
  if (place.over === 'https') return overHttp1(socket, place);
  return overTls(socket, () => {
    const [high = 0, low = 0] = tools.random(2);
    return (high << 8) | low;
  });
}

async function wayTo({ guard }: LookupTools, place: EncryptedResolver, signal: AbortSignal): Promise<Way> {
  const { host, port, address } = place;
  if (address !== undefined) return guard.toAddress(address, port);
  return guard.for('resolver').toHost(host, port, 'dns', signal);
}
