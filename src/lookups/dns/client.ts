// The DNS client of one run: asks one server one question and gives back the answer with every octet of it. It goes
// through the guard and the pace, and never asks one server the same twice. What an answer means is read elsewhere.
// Make one for each run: answers are remembered for its life, so a check is never answered from an older one.
import { createHmac } from 'node:crypto';
import type { Address } from '../../model/address.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { FailureKind } from '../../model/failure.ts';
import type { Instant } from '../../model/instant.ts';
import type { LookupTools } from '../tools.ts';
import { type AbortHub, openAbortHub } from './abort-hub.ts';
import { attemptFact, type Fact, PILOT, type Wire } from './attempts.ts';
import type { DnsMessage } from './codec/message.ts';
import { lowerName } from './codec/names.ts';
import { type Conflict, openConflicts } from './conflicts.ts';
import { openDice } from './dice.ts';
import { endpointText } from './exchanges.ts';
import {
  AUTHORITATIVE_TRIES,
  CONNECTIONS_AT_ONCE,
  FLIGHTS_AT_ONCE,
  RENEWED_AFTER,
  RESOLVER_TRIES,
  WATCH,
  WATCH_SIMULATED,
} from './limits.ts';
import { openRemembered, type Remembered, type Told } from './remembered.ts';
import { openServerMemory, type ServerMemory, USUAL } from './server-memory.ts';
import { firstStep, type Habit, type Outcome, overTcpAtOnce, refusesEdns, type Step } from './steps.ts';
import { openTurnstile, type Turnstile } from './turnstile.ts';
import { openUdp } from './udp.ts';

/** RFC 1035 section 4.2: where every name server listens. */
const DNS_PORT = 53;

export interface DnsQuestion {
  readonly server: Address;
  readonly name: string;
  readonly type: number;
  readonly recursion: boolean;
  /** CD: the resolver is to answer without validating (RFC 4035 section 3.2.2). */
  readonly checkingDisabled?: boolean;
  /** From the first attempt on, to see whether the server answers there. */
  readonly overTcp?: boolean;
  /** Which asking of an equal question it is, where it is put again on purpose; absent: the first. */
  readonly again?: number;
  /** Why it is put again; kept with its exchange. */
  readonly because?: string;
  readonly signal: AbortSignal;
}

export type DnsAnswer =
  | { readonly ok: true; readonly message: DnsMessage }
  | { readonly ok: false; readonly failure: FailureKind; readonly detail: string };

export interface DnsReply {
  readonly answer: DnsAnswer;
  readonly exchanges: readonly Exchange[];
  /** Of an answer out of the record, which has no exchanges of its own: when it was heard. */
  readonly heardAt?: Instant;
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
  /**
   * Waits until no second, different answer to any of these is likely any more, and tells which had one: such a question
   * has no answer. A lookup does this once, at its end; whoever asks the same again is told of a contradiction.
   */
  settle(exchanges: readonly Exchange[], signal: AbortSignal): Promise<readonly Conflict[]>;
  /** Answers that are still on their way end as interrupted. */
  close(): void;
}

interface Client {
  readonly tools: LookupTools;
  readonly memory: ServerMemory;
  readonly flights: Turnstile;
  readonly hub: AbortHub<Fact>;
  readonly wire: Wire;
  readonly remembered: Remembered;
  closed: boolean;
}

const INTERRUPTED = { ok: false, failure: 'interrupted', detail: 'before it was asked' } as const;

export function openDnsClient(tools: LookupTools): DnsClient {
  const client = openClient(tools);
  const secret = tools.random(32);
  return {
    ask: (question) => client.remembered.ask(question),
    randomLabel: (name) => letters(createHmac('sha256', secret).update(lowerName(name)).digest()),
    silences: (server) => client.memory.silences(server),
    settle: (exchanges, signal) => client.wire.conflicts.settle(exchanges, signal),
    close() {
      client.closed = true;
      client.hub.stopAll();
      client.wire.udp.close();
    },
  };
}

function openClient(tools: LookupTools): Client {
  const { clock } = tools;
  const dice = openDice(tools.random);
  const watch = tools.network.simulated ? WATCH_SIMULATED : WATCH;
  const memory = openServerMemory();
  const remembered = openRemembered((question, key) => askServer(client, question, key));
  const client: Client = {
    tools,
    memory,
    flights: openTurnstile(FLIGHTS_AT_ONCE),
    hub: openAbortHub(stopFact),
    wire: {
      clock,
      dice,
      udp: openUdp({ dice, monotonic: clock.monotonic, watch, renewedAfter: RENEWED_AFTER, pilot: PILOT }),
      connections: openTurnstile(CONNECTIONS_AT_ONCE),
      conflicts: openConflicts(clock, watch),
      onOutcome: ({ question }, step, outcome) => learn(memory, question.server, { step, outcome }),
      onConflict: ({ key }, { first, second }) => remembered.contradicted(key, [first, second]),
    },
    remembered,
    closed: false,
  };
  return client;
}

function stopFact(fact: Fact): void {
  fact.stopped = true;
  fact.stop();
}

/** The server's turn first, then a place: whoever waits for a slow server holds none. */
async function askServer(client: Client, question: DnsQuestion, key: string): Promise<Told> {
  const { server, signal } = question;
  const way = client.tools.guard.toAddress(server, DNS_PORT);
  if (!way.ok) return { answer: way, exchanges: [] };
  let leaveServer: () => void;
  try {
    leaveServer = await client.tools.pace.enter(server, signal);
  } catch (error) {
    if (signal.aborted) return { answer: INTERRUPTED, exchanges: [] };
    throw error;
  }
  const place = client.flights.enter();
  const leaveFlights = typeof place === 'function' ? place : await place;
  const fact = startFact(client, question, { endpoint: way.endpoint, key });
  try {
    if (fact.stopped || client.closed) return { answer: INTERRUPTED, exchanges: [] };
    const { answer, exchanges } = await attemptFact(client.wire, fact);
    if (!answer.ok && answer.failure === 'timeout') {
      client.memory.fellSilent(server);
      client.tools.pace.fellSilent(server);
    }
    return way.routed ? { answer, exchanges, via: endpointText(way.endpoint) } : { answer, exchanges };
  } finally {
    client.hub.release(signal, fact);
    leaveFlights();
    leaveServer();
  }
}

function startFact({ memory, hub }: Client, question: DnsQuestion, parts: Pick<Fact, 'endpoint' | 'key'>): Fact {
  const fact: Fact = {
    question,
    endpoint: parts.endpoint,
    key: parts.key,
    first: firstOf(question, memory.habitOf(question.server)),
    stopped: false,
    stop: () => undefined,
    before: undefined,
    behind: undefined,
    inLine: false,
  };
  hub.watch(question.signal, fact);
  return fact;
}

const USUAL_STEP = firstStep(AUTHORITATIVE_TRIES, USUAL);
const USUAL_STEP_AT_RESOLVER = firstStep(RESOLVER_TRIES, USUAL);

function firstOf({ recursion, overTcp, because: cause }: DnsQuestion, habit: Habit): Step {
  const known = recursion ? USUAL_STEP_AT_RESOLVER : USUAL_STEP;
  const usual = habit === USUAL ? known : firstStep(recursion ? RESOLVER_TRIES : AUTHORITATIVE_TRIES, habit);
  if (overTcp !== true && cause === undefined) return usual;
  const first = overTcp === true ? overTcpAtOnce(usual) : usual;
  const causes = [cause, first.because].filter((one) => one !== undefined);
  return causes.length === 0 ? first : { ...first, because: causes.join('; ') };
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
