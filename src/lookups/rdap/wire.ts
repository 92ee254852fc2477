// Fetches one RDAP document: the server's turn, the guard, the connection, one deadline for all of it. A redirect is a new
// question to the guard; https never becomes http, and plain http exists only on a network that a network file opened.
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { Deadline } from '../deadline.ts';
import { type Dialled, dial, endpointText } from '../dial.ts';
import { failureOfEnd } from '../ends.ts';
import type { Manners } from '../manners.ts';
import { secure } from '../secure.ts';
import type { LookupTools } from '../tools.ts';
import { becauseOf, type NotAsked, notAsked, takeTurn } from '../turn.ts';
import { get, type HttpAnswer, type HttpTalk } from './http.ts';

/** Covers the wait for a loaded registry and three redirects; the longest honest answers take a few seconds. */
export const RDAP_DEADLINE_MS = 15_000;

const MOST_REDIRECTS = 3;

export interface RdapQuestion {
  readonly url: URL;
  readonly signal: AbortSignal;
  /** Whether a redirect may lead to this host and port. Those of the first URL are always allowed. */
  readonly mayLeadTo: (host: string) => boolean;
  /** Why it is asked at all, where that is not plain; kept with the exchange. */
  readonly because?: string;
  readonly manners: Manners;
}

interface RdapReply {
  readonly exchanges: readonly Exchange[];
  readonly routed: boolean;
  readonly result:
    | { readonly ok: true; readonly answer: HttpAnswer }
    | { readonly ok: false; readonly failure: FailureKind; readonly detail: string };
}

export async function fetchRdap(tools: LookupTools, question: RdapQuestion): Promise<RdapReply> {
  const exchanges: Exchange[] = [];
  const began = tools.clock.monotonic();
  let { url, because } = question;
  for (let hop = 0; ; hop += 1) {
    const left = RDAP_DEADLINE_MS - (tools.clock.monotonic() - began);
    const step = await fetchOnce(tools, question, { url, because, ...(hop > 0 && { left }) });
    if (!step.asked) return { exchanges, routed: false, result: refusal(step.failure, step.detail) };
    exchanges.push(step.exchange);
    const next = step.result.ok ? redirectOf(step.result.answer, url) : undefined;
    if (next === undefined) return { exchanges, routed: step.routed, result: step.result };
    const refused = refusedHop(next, hop, { ...question, url });
    if (refused !== undefined) return { exchanges, routed: step.routed, result: refused };
    because = redirectedFrom(url.href);
    url = new URL(next);
  }
}

/** Why a further hop was made. */
export function redirectedFrom(url: string): string {
  return `redirected from ${url}`;
}

type Refusal = RdapReply['result'] & { readonly ok: false };

export function redirectOf({ status, headers }: HttpAnswer, from: URL): string | undefined {
  const location = headers.get('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from).href : 'about:blank';
}

function refusedHop(next: string, hop: number, { url, mayLeadTo }: RdapQuestion): Refusal | undefined {
  const to = new URL(next);
  if (hop >= MOST_REDIRECTS) return refusal('unparsable', `more than ${MOST_REDIRECTS} redirects`);
  const lowered = url.protocol === 'https:' && to.protocol !== 'https:';
  if (lowered || !/^https?:$/.test(to.protocol)) return refusal('guarded', `redirected to ${to.protocol}`);
  // Another port of the same host is another server.
  if (to.host !== url.host && !mayLeadTo(to.host)) {
    return refusal('guarded', `redirected to ${to.host}, where no registry answers`);
  }
  return undefined;
}

function refusal(failure: FailureKind, detail: string): Refusal {
  return { ok: false, failure, detail };
}

interface Hop {
  readonly url: URL;
  readonly because: string | undefined;
  readonly left?: number;
}

type Step = Pick<RdapReply, 'routed' | 'result'> & { readonly asked: true; readonly exchange: Exchange };

async function fetchOnce(tools: LookupTools, { signal, manners }: RdapQuestion, hop: Hop): Promise<Step | NotAsked> {
  const { url, because, ...rest } = hop;
  if (url.username !== '' || url.password !== '') return notAsked('guarded', 'the address carries a password');
  if (url.protocol === 'http:' && !tools.network.opened) return notAsked('guarded', 'plain http');
  return takeTurn(tools, { server: url.origin, signal, manners, ...rest }, async (turn): Promise<Step | NotAsked> => {
    const way = await tools.guard.toHost(url.hostname, portOf(url), 'rdap', turn.deadline.signal);
    if (!way.ok) return notAsked(way.failure, way.detail);
    const at = tools.clock.now();
    const began = tools.clock.monotonic();
    const dialled = await dial(way, turn.deadline);
    const { failure, detail, answer, ...talk } = await talkOver(dialled, url, turn.deadline);
    const exchange: Exchange = {
      protocol: 'rdap',
      uri: url.href,
      at,
      took: Math.round(tools.clock.monotonic() - began),
      dialled: endpointText(dialled.endpoint),
      transport: url.protocol === 'https:' ? 'tls' : 'tcp',
      ...talk,
      ...becauseOf(because, dialled.because, turn.because),
    };
    const refused = refusal(failure, `${exchange.dialled}: ${detail}`);
    return { asked: true, exchange, routed: way.routed, result: answer === undefined ? refused : { ok: true, answer } };
  });
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

type Talk = Pick<Exchange, 'sent' | 'received' | 'end'> & {
  readonly failure: FailureKind;
  readonly detail: string;
  readonly answer?: HttpAnswer;
};

async function talkOver(dialled: Dialled, url: URL, deadline: Deadline): Promise<Talk> {
  if (!dialled.ok) return unsaid(dialled.end, failureOfEnd(dialled.end, 0), dialled.detail);
  if (url.protocol !== 'https:') return withFailure(await get(dialled.socket, url, deadline));
  const secured = await secure(
    dialled.socket,
    { host: url.hostname.replace(/^\[|\]$/g, ''), protocols: ['http/1.1'] },
    deadline,
  );
  if (secured.ok) return withFailure(await get(secured.socket, url, deadline));
  if (secured.why === 'tls') return unsaid('failed', 'tls', secured.detail);
  const end = secured.why === 'reset' ? 'reset' : deadline.reason();
  return unsaid(end, failureOfEnd(end, 0), secured.detail);
}

function unsaid(end: Exchange['end'], failure: FailureKind, detail: string): Talk {
  return { sent: new Uint8Array(), received: new Uint8Array(), end, failure, detail };
}

function withFailure(talk: HttpTalk): Talk {
  const failure = talk.end === 'complete' ? 'unparsable' : failureOfEnd(talk.end, talk.received.length);
  return { ...talk, failure, detail: talk.detail || talk.end };
}
