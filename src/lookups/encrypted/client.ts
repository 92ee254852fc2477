// Asks encrypted resolvers, as client.ts asks plain ones: through the guard and the pace, never the same twice in a run, with
// every octet of question and answer as it was before it was encrypted. One deadline for a question, connection and all.

import type { EncryptedResolver } from '../../model/asking/resolver-place.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import { type BoundedMap, boundedMap } from '../bulk/bounded-map.ts';
import type { Deadline } from '../deadline.ts';
import type { DnsReply } from '../dns/client.ts';
import { lowerName } from '../dns/codec/names.ts';
import { typeText } from '../dns/codec/types.ts';
import { failure } from '../dns/concluded.ts';
import { ANSWERS_REMEMBERED, RESOLVER_TRIES } from '../dns/limits.ts';
import { queryOctets } from '../dns/query.ts';
import { CLOSED_BEFORE } from '../dns/steps.ts';
import { type Manners, makeManners } from '../manners.ts';
import type { LookupTools } from '../tools.ts';
import { becauseOf, takeTurn } from '../turn.ts';
import { NOTHING } from './connection.ts';
import { type Connections, type Opened, openConnections } from './connections.ts';
import { authorityOf } from './over-http1.ts';
import { padded } from './padding.ts';
import { readEncrypted, waitWanted } from './read-encrypted.ts';

export interface EncryptedQuestion {
  readonly place: EncryptedResolver;
  readonly name: string;
  readonly type: number;
  readonly checkingDisabled?: boolean;
  /** As for DnsQuestion. */
  readonly again?: number;
  readonly because?: string;
  readonly signal: AbortSignal;
}

interface EncryptedClient {
  ask(question: EncryptedQuestion): Promise<DnsReply>;
  close(): void;
}

type Told = Omit<DnsReply, 'shared'>;

interface Client {
  readonly tools: LookupTools;
  readonly connections: Connections;
  readonly manners: Manners;
  readonly remembered: BoundedMap<Promise<Told>>;
}

/** As long as a plain resolver is given with all its tries. */
const DEADLINE_MS = RESOLVER_TRIES.reduce((sum, wait) => sum + wait, 0);

/** Milliseconds of quiet for a resolver that refuses without saying for how long. */
const USUAL_WAIT = 5000;

export function openEncryptedClient(tools: LookupTools): EncryptedClient {
  const client: Client = {
    tools,
    connections: openConnections(tools),
    manners: makeManners(tools.clock, DEADLINE_MS),
    remembered: boundedMap(ANSWERS_REMEMBERED),
  };
  return { ask: (question) => askOnce(client, question), close: () => client.connections.close() };
}

async function askOnce(client: Client, question: EncryptedQuestion): Promise<DnsReply> {
  const { place, name, type, checkingDisabled = false, again = 0 } = question;
  const key = `${place.text} ${lowerName(name)} ${type} ${checkingDisabled} ${again}`;
  const earlier = await client.remembered.get(key);
  if (earlier !== undefined && (earlier.answer.ok || earlier.answer.failure !== 'interrupted')) {
    return { ...earlier, shared: true };
  }
  const asking = inTurn(client, question);
  client.remembered.set(key, asking);
  return { ...(await asking), shared: false };
}

async function inTurn(client: Client, question: EncryptedQuestion): Promise<Told> {
  const { tools, manners } = client;
  const { place, signal } = question;
  const server = `tls://${authorityOf(place)}`;
  const told = await takeTurn(tools, { server, signal, manners }, async (turn): Promise<Told> => {
    const first = await attempt(client, question, { ...turn, ...becauseOf(question.because, turn.because) });
    if (!first.closedBefore) return first;
    const why = becauseOf(question.because, CLOSED_BEFORE);
    const second = await attempt(client, question, { deadline: turn.deadline, ...why });
    return { ...second, exchanges: [...first.exchanges, ...second.exchanges] };
  });
  if ('asked' in told) return { answer: failure(told.failure, told.detail), exchanges: [] };
  heed(client, server, told);
  return told;
}

function heed({ tools, manners }: Client, server: string, { answer, exchanges }: Told): void {
  if (answer.ok) manners.answered(server);
  const last = exchanges.at(-1);
  if (answer.ok || last === undefined) return;
  const seconds = waitWanted(last, last.at);
  manners.failed(server, answer.failure, seconds);
  if (answer.failure === 'rate-limited')
    tools.pace.holdOff(server, seconds === undefined ? USUAL_WAIT : seconds * 1000);
  if (answer.failure === 'timeout') tools.pace.fellSilent(server);
}

interface Manner {
  readonly deadline: Deadline;
  readonly because?: string;
}

/** `closedBefore`: a connection that was kept open for the next question turned out to be closed. */
type Attempted = Told & { readonly closedBefore: boolean };

async function attempt(client: Client, question: EncryptedQuestion, manner: Manner): Promise<Attempted> {
  const { clock } = client.tools;
  const at = clock.now();
  const began = clock.monotonic();
  const opened = await client.connections.to(question.place, manner.deadline);
  if (opened.state === 'kept-away') {
    return { answer: failure(opened.failure, opened.detail), exchanges: [], closedBefore: false };
  }
  const query = { ...question, recursion: true, checkingDisabled: question.checkingDisabled ?? false, edns: true };
  const came =
    opened.state === 'open'
      ? await opened.connection.ask(padded(queryOctets(query)), manner.deadline)
      : { end: opened.end, sent: NOTHING, received: NOTHING, detail: opened.detail };
  const exchange: Exchange = {
    protocol: 'dns',
    uri: uriOf(question, came.sent),
    at,
    took: Math.round(clock.monotonic() - began),
    dialled: opened.dialled,
    transport: 'tls',
    sent: came.sent,
    received: came.received,
    end: came.end,
    ...becauseOf(manner.because, opened.because),
  };
  const answer = readEncrypted(exchange, came.detail);
  const unheard = came.end === 'reset' && came.received.length === 0;
  const closedBefore = unheard && opened.state === 'open' && !opened.fresh && !opened.connection.claim();
  return { answer, exchanges: [exchange], closedBefore, ...viaOf(opened) };
}

/** The URL that was asked; `dns:` (RFC 4501) with the question itself over TLS, and wherever nothing could be sent. */
function uriOf({ place, name, type }: EncryptedQuestion, sent: Uint8Array): string {
  if (place.over === 'https' && sent.length > 0) return place.text;
  const host = place.host.includes(':') ? `[${place.host}]` : place.host;
  return `dns://${host}:${place.port}/${encodeURIComponent(lowerName(name))}?type=${typeText(type)}`;
}

function viaOf(opened: Exclude<Opened, { readonly state: 'kept-away' }>): { readonly via?: string } {
  return opened.routed ? { via: opened.dialled } : {};
}
