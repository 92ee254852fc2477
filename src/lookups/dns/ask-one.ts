// One question on its way: past the guard, in its server's turn, through the attempts to what is told and remembered. Where nobody has
// to wait nothing is waited for: a run asks by the hundred thousand, and a promise at each door costs more than what is behind it.
import type { Address } from '../../model/address.ts';
import { type AbortHub, openAbortHub } from '../bulk/abort-hub.ts';
import { openDice } from '../bulk/dice.ts';
import { openTurnstile, type Turnstile } from '../bulk/turnstile.ts';
import type { LookupTools, Way } from '../tools.ts';
import { openUdp } from '../udp/engine.ts';
import { BATCHED_AFTER, RENEWED_AFTER } from '../udp/limits.ts';
import { attempt, PILOT, stopFact } from './attempts.ts';
import type { DnsAnswer, DnsQuestion } from './client.ts';
import { openConflicts } from './conflicts.ts';
import { endpointText } from './exchanges.ts';
import type { Fact, Wire } from './fact.ts';
import {
  AUTHORITATIVE_TRIES,
  CONNECTIONS_AT_ONCE,
  FLIGHTS_AT_ONCE,
  RESOLVER_TRIES,
  WATCH,
  WATCH_SIMULATED,
} from './limits.ts';
import { type Asked, fail, openRemembered, type Remembered, tell } from './remembered.ts';
import { openServerMemory, type ServerMemory, USUAL } from './server-memory.ts';
import { firstStep, type Habit, type Outcome, overTcpAtOnce, refusesEdns, type Step } from './steps.ts';

/** RFC 1035 section 4.2: where every name server listens. */
const DNS_PORT = 53;

/** What all questions of a run share. */
interface Desk {
  readonly tools: LookupTools;
  readonly memory: ServerMemory;
  readonly flights: Turnstile;
  readonly hub: AbortHub<Fact>;
  readonly wire: Wire;
  readonly remembered: Remembered;
  closed: boolean;
}

const INTERRUPTED = { ok: false, failure: 'interrupted', detail: 'before it was asked' } as const;

export function openDesk(tools: LookupTools): Desk {
  const { clock } = tools;
  const dice = openDice(tools.random);
  const watch = tools.network.simulated ? WATCH_SIMULATED : WATCH;
  const memory = openServerMemory();
  const remembered = openRemembered((question, asked) => askOne(desk, question, asked));
  const wire: Wire = {
    clock,
    dice,
    udp: openUdp({
      dice,
      monotonic: clock.monotonic,
      watch,
      renewedAfter: RENEWED_AFTER,
      batchedAfter: BATCHED_AFTER,
      pilot: PILOT,
    }),
    connections: openTurnstile(CONNECTIONS_AT_ONCE),
    conflicts: openConflicts(clock, watch),
    onOutcome: ({ question }, step, outcome) => learn(memory, question.server, { step, outcome }),
    onEnd: (fact, answer) => end(desk, fact, answer),
    onError: (fact, error) => broke(desk, fact, error),
    onConflict: ({ key }, { first, second }) => remembered.contradicted(key, [first, second]),
  };
  const desk: Desk = {
    tools,
    memory,
    flights: openTurnstile(FLIGHTS_AT_ONCE),
    hub: openAbortHub((fact) => stopFact(wire, fact)),
    wire,
    remembered,
    closed: false,
  };
  return desk;
}

/** The server's turn first, then a place: whoever waits for a slow server holds none. */
function askOne(desk: Desk, question: DnsQuestion, asked: Asked): void {
  const { server, signal } = question;
  const way = desk.tools.guard.toAddress(server, DNS_PORT);
  if (!way.ok || signal.aborted) {
    tell(asked, { answer: way.ok ? INTERRUPTED : way, exchanges: [] });
    return;
  }
  const fact = factOf(question, asked, way);
  fact.leaveServer = desk.tools.pace.enterNow(server);
  const place = fact.leaveServer === undefined ? undefined : desk.flights.enter();
  if (typeof place === 'function') depart(desk, fact, place);
  else waitForTurn(desk, fact, place).catch((error: unknown) => broke(desk, fact, error));
}

async function waitForTurn(desk: Desk, fact: Fact, place: Promise<() => void> | undefined): Promise<void> {
  const { server, signal } = fact.question;
  try {
    fact.leaveServer ??= await desk.tools.pace.enter(server, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    tell(fact.asked, { answer: INTERRUPTED, exchanges: [] });
    return;
  }
  depart(desk, fact, await (place ?? desk.flights.enter()));
}

function factOf(question: DnsQuestion, asked: Asked, way: Way & { readonly ok: true }): Fact {
  return {
    question,
    asked,
    endpoint: way.endpoint,
    routed: way.routed,
    step: USUAL_STEP,
    packets: 0,
    exchanges: [],
    slot: undefined,
    leaveServer: undefined,
    leaveFlights: undefined,
    stopped: false,
    stop: nobody,
    before: undefined,
    behind: undefined,
    inLine: false,
  };
}

const nobody = (): void => undefined;

function depart(desk: Desk, fact: Fact, leaveFlights: () => void): void {
  const { question } = fact;
  fact.leaveFlights = leaveFlights;
  fact.step = firstOf(question, desk.memory.habitOf(question.server));
  desk.hub.watch(question.signal, fact);
  try {
    if (fact.stopped || desk.closed) end(desk, fact, INTERRUPTED);
    else attempt(desk.wire, fact);
  } catch (error) {
    broke(desk, fact, error);
  }
}

function end(desk: Desk, fact: Fact, answer: DnsAnswer): void {
  const { asked, exchanges, endpoint, question } = fact;
  if (!answer.ok && answer.failure === 'timeout') {
    desk.memory.fellSilent(question.server);
    desk.tools.pace.fellSilent(question.server);
  }
  leave(desk, fact);
  tell(asked, fact.routed ? { answer, exchanges, via: endpointText(endpoint) } : { answer, exchanges });
}

function broke(desk: Desk, fact: Fact, error: unknown): void {
  leave(desk, fact);
  fail(fact.asked, error);
}

function leave(desk: Desk, fact: Fact): void {
  const { leaveFlights, leaveServer } = fact;
  fact.leaveFlights = undefined;
  fact.leaveServer = undefined;
  desk.hub.release(fact.question.signal, fact);
  leaveFlights?.();
  leaveServer?.();
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
