// The DNS client of one run: asks one server one question and gives back the answer with every octet of it. It goes
// through the guard and the pace, and never asks one server the same twice. What an answer means is read elsewhere.
// Make one for each run: answers are remembered for its life, so a check is never answered from an older one.
import { createHmac } from 'node:crypto';
import type { Address } from '../../model/address.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { FailureKind } from '../../model/failure.ts';
import type { Endpoint } from '../../model/network.ts';
import type { LookupTools } from '../tools.ts';
import { type AbortHub, openAbortHub } from './abort-hub.ts';
import { attemptFact, endpointText } from './attempts.ts';
import { type BoundedMap, boundedMap } from './bounded-map.ts';
import type { DnsMessage } from './codec/message.ts';
import { lowerName } from './codec/names.ts';
import { ANSWERS_REMEMBERED, AUTHORITATIVE_TRIES, RESOLVER_TRIES, SOCKETS_AT_ONCE } from './limits.ts';
import { openServerMemory, type ServerMemory } from './server-memory.ts';
import { firstStep, type Outcome, refusesEdns, type Step } from './steps.ts';
import { openTurnstile, type Turnstile } from './turnstile.ts';

/** RFC 1035 section 4.2: where every name server listens. */
const DNS_PORT = 53;

export interface DnsQuestion {
  readonly server: Address;
  readonly name: string;
  readonly type: number;
  readonly recursion: boolean;
  /** CD: the resolver is to answer without validating (RFC 4035 section 3.2.2). */
  readonly checkingDisabled?: boolean;
  readonly signal: AbortSignal;
}

export type DnsAnswer =
  | { readonly ok: true; readonly message: DnsMessage }
  | { readonly ok: false; readonly failure: FailureKind; readonly detail: string };

export interface DnsReply {
  readonly answer: DnsAnswer;
  readonly exchanges: readonly Exchange[];
  /** Where the packets went, when a network file routed them elsewhere. */
  readonly via?: string;
  /** True when an earlier question brought this answer; its exchanges are that question's. */
  readonly shared: boolean;
}

export interface DnsClient {
  ask(question: DnsQuestion): Promise<DnsReply>;
  /** A label of random letters under which nobody has made a record, the same for one name all through a run. */
  randomLabel(name: string): string;
  /** How many questions in a row a server has let run out of time: whoever has a choice asks another one. */
  silences(server: Address): number;
  /** Answers that are still on their way end as interrupted. */
  close(): void;
}

interface Client {
  readonly tools: LookupTools;
  readonly memory: ServerMemory;
  readonly sockets: Turnstile;
  readonly hub: AbortHub;
  readonly closing: AbortController;
}

const INTERRUPTED = { ok: false, failure: 'interrupted', detail: 'before it was asked' } as const;

type Remembered = Promise<Omit<DnsReply, 'shared'>>;

export function openDnsClient(tools: LookupTools): DnsClient {
  const closing = new AbortController();
  const client: Client = {
    tools,
    memory: openServerMemory(),
    sockets: openTurnstile(SOCKETS_AT_ONCE),
    hub: openAbortHub(),
    closing,
  };
  const remembered = boundedMap<Remembered>(ANSWERS_REMEMBERED);
  const secret = tools.random(32);
  return {
    ask: (question) => askOnce(client, remembered, question),
    randomLabel: (name) => letters(createHmac('sha256', secret).update(lowerName(name)).digest()),
    silences: (server) => client.memory.silences(server),
    close: () => closing.abort(),
  };
}

async function askOnce(client: Client, remembered: BoundedMap<Remembered>, question: DnsQuestion): Promise<DnsReply> {
  const key = keyOf(question);
  const asked = remembered.get(key);
  if (asked !== undefined) {
    const earlier = await asked;
    // An answer that somebody else's interruption cut short is nobody else's answer.
    if (earlier.answer.ok || earlier.answer.failure !== 'interrupted') return { ...earlier, shared: true };
  }
  const asking = askServer(client, question);
  remembered.set(key, asking);
  return { ...(await asking), shared: false };
}

function keyOf({ server, name, type, recursion, checkingDisabled }: DnsQuestion): string {
  return `${server} ${lowerName(name)} ${type} ${recursion} ${checkingDisabled ?? false}`;
}

async function askServer(client: Client, question: DnsQuestion): Promise<Omit<DnsReply, 'shared'>> {
  const way = client.tools.guard.toAddress(question.server, DNS_PORT);
  if (!way.ok) return { answer: way, exchanges: [] };
  const via = way.routed ? { via: endpointText(way.endpoint) } : {};
  const { signal, release } = client.hub.either(question.signal, client.closing.signal);
  try {
    return { ...(await inTurn(client, { ...question, signal }, way.endpoint)), ...via };
  } finally {
    release();
  }
}

async function inTurn(client: Client, question: DnsQuestion, endpoint: Endpoint) {
  const { tools, memory } = client;
  const { server, signal } = question;
  const leave = await enter(client, server, signal);
  try {
    if (leave === undefined || signal.aborted) return { answer: INTERRUPTED, exchanges: [] };
    const habit = {
      edns: memory.takesEdns(server),
      mixedCase: memory.keepsLetters(server),
      tired: memory.isTired(server),
    };
    const fact = await attemptFact(tools, {
      question,
      endpoint,
      first: firstStep(question.recursion ? RESOLVER_TRIES : AUTHORITATIVE_TRIES, habit),
      onOutcome: (step, outcome) => learn(memory, server, { step, outcome }),
    });
    if (!fact.answer.ok && fact.answer.failure === 'timeout') memory.fellSilent(server);
    return fact;
  } finally {
    leave?.();
  }
}

/** The server's turn first, then a socket: whoever waits for a slow server holds no socket. `undefined` when aborted. */
async function enter(client: Client, server: Address, signal: AbortSignal): Promise<(() => void) | undefined> {
  try {
    const leaveServer = await client.tools.pace.enter(server, signal);
    const leaveSocket = await client.sockets.enter();
    return () => {
      leaveSocket();
      leaveServer();
    };
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function learn(memory: ServerMemory, server: Address, { step, outcome }: { step: Step; outcome: Outcome }): void {
  if (outcome.kind === 'silence' && outcome.otherLetters) memory.changedLetters(server);
  if (outcome.kind !== 'answer' && outcome.kind !== 'truncated') return;
  memory.answered(server);
  if (outcome.kind === 'answer' && refusesEdns(step, outcome.message)) memory.refusedEdns(server, true);
  else if (step.because?.endsWith('without EDNS')) memory.refusedEdns(server, false);
}

function letters(octets: Uint8Array): string {
  return Array.from(octets.subarray(0, 24), (octet) => String.fromCharCode(0x61 + (octet % 26))).join('');
}
