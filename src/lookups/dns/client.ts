// The DNS client of one run: asks one server one question and gives back the answer with every octet of it. It goes
// through the guard and the pace, and never asks one server the same twice. What an answer means is read elsewhere.
// Make one for each run: answers are remembered for its life, so a check is never answered from an older one.
import { createHmac } from 'node:crypto';
import type { Address } from '../../model/address.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { FailureKind } from '../../model/failure.ts';
import type { Instant } from '../../model/instant.ts';
import type { Endpoint } from '../../model/network.ts';
import type { LookupTools } from '../tools.ts';
import { type AbortHub, openAbortHub } from './abort-hub.ts';
import { attemptFact, type Wire } from './attempts.ts';
import { type BoundedMap, boundedMap } from './bounded-map.ts';
import type { DnsMessage } from './codec/message.ts';
import { lowerName } from './codec/names.ts';
import { CONTRADICTORY } from './concluded.ts';
import { type Conflict, openConflicts } from './conflicts.ts';
import { openDice } from './dice.ts';
import { endpointText } from './exchanges.ts';
import {
  ANSWERS_REMEMBERED,
  AUTHORITATIVE_TRIES,
  CONNECTIONS_AT_ONCE,
  FLIGHTS_AT_ONCE,
  RENEWED_AFTER,
  RESOLVER_TRIES,
  WATCH,
  WATCH_SIMULATED,
} from './limits.ts';
import { openServerMemory, type ServerMemory } from './server-memory.ts';
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
  readonly hub: AbortHub;
  readonly wire: Wire;
  readonly remembered: BoundedMap<Remembered>;
  closed: boolean;
}

const INTERRUPTED = { ok: false, failure: 'interrupted', detail: 'before it was asked' } as const;

type Told = Omit<DnsReply, 'shared'>;
type Remembered = Promise<Told>;

export function openDnsClient(tools: LookupTools): DnsClient {
  const client = openClient(tools);
  const secret = tools.random(32);
  return {
    ask: (question) => askOnce(client, question),
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
  return {
    tools,
    memory: openServerMemory(),
    flights: openTurnstile(FLIGHTS_AT_ONCE),
    hub: openAbortHub(),
    wire: {
      clock,
      dice,
      udp: openUdp({ dice, monotonic: clock.monotonic, watch, renewedAfter: RENEWED_AFTER }),
      connections: openTurnstile(CONNECTIONS_AT_ONCE),
      conflicts: openConflicts(clock, watch),
    },
    remembered: boundedMap<Remembered>(ANSWERS_REMEMBERED),
    closed: false,
  };
}

async function askOnce(client: Client, question: DnsQuestion): Promise<DnsReply> {
  const key = keyOf(question);
  const asked = client.remembered.get(key);
  if (asked !== undefined) {
    const earlier = await asked;
    // An answer that somebody else's interruption cut short is nobody else's answer.
    if (earlier.answer.ok || earlier.answer.failure !== 'interrupted') return { ...earlier, shared: true };
  }
  const asking = askServer(client, question, key);
  client.remembered.set(key, asking);
  return { ...(await asking), shared: false };
}

function keyOf({ server, name, type, recursion, checkingDisabled, overTcp, again }: DnsQuestion): string {
  const way = `${recursion} ${checkingDisabled ?? false} ${overTcp ?? false} ${again ?? 0}`;
  return `${server} ${lowerName(name)} ${type} ${way}`;
}

async function askServer(client: Client, question: DnsQuestion, key: string): Promise<Told> {
  const way = client.tools.guard.toAddress(question.server, DNS_PORT);
  if (!way.ok) return { answer: way, exchanges: [] };
  const via = way.routed ? { via: endpointText(way.endpoint) } : {};
  const leave = await enter(client, question.server, question.signal);
  try {
    if (leave === undefined || question.signal.aborted || client.closed) return { answer: INTERRUPTED, exchanges: [] };
    return { ...(await inTurn(client, { question, endpoint: way.endpoint, key })), ...via };
  } finally {
    leave?.();
  }
}

function firstOf({ recursion, overTcp, because: cause }: DnsQuestion, habit: Habit): Step {
  const usual = firstStep(recursion ? RESOLVER_TRIES : AUTHORITATIVE_TRIES, habit);
  const first = overTcp === true ? overTcpAtOnce(usual) : usual;
  const causes = [cause, first.because].filter((one) => one !== undefined);
  return causes.length === 0 ? first : { ...first, because: causes.join('; ') };
}

interface Turn {
  readonly question: DnsQuestion;
  readonly endpoint: Endpoint;
  readonly key: string;
}

async function inTurn(client: Client, { question, endpoint, key }: Turn): Promise<Told> {
  const { memory, remembered } = client;
  const { server, signal } = question;
  const habit = {
    edns: memory.takesEdns(server),
    mixedCase: memory.keepsLetters(server),
    tired: memory.isTired(server),
  };
  const stopping = { stopped: false, stop: () => {} };
  const release = client.hub.watch(signal, () => {
    stopping.stopped = true;
    stopping.stop();
  });
  try {
    const fact = await attemptFact(client.wire, {
      question,
      endpoint,
      first: firstOf(question, habit),
      stopping,
      onOutcome: (step, outcome) => learn(memory, server, { step, outcome }),
      onConflict: ({ first, second }) =>
        remembered.set(key, Promise.resolve({ answer: CONTRADICTORY, exchanges: [first, second] })),
    });
    if (!fact.answer.ok && fact.answer.failure === 'timeout') {
      memory.fellSilent(server);
      client.tools.pace.fellSilent(server);
    }
    return fact;
  } finally {
    release();
  }
}

/** The server's turn first, then a place: whoever waits for a slow server holds none. `undefined` when aborted. */
async function enter(client: Client, server: Address, signal: AbortSignal): Promise<(() => void) | undefined> {
  try {
    const leaveServer = await client.tools.pace.enter(server, signal);
    const place = client.flights.enter();
    const leaveFlights = typeof place === 'function' ? place : await place;
    return () => {
      leaveFlights();
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
