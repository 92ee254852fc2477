// One fact from one server: sends step after step until one outcome stands, and keeps every octet of each. Strays become
// exchanges of their own, with nothing sent. Whether a server may be asked, and when, is ask-one.ts's.
import type { Exchange } from '../../model/seen/exchange.ts';
import type { SocketEnd } from '../ends.ts';
import type { Pilot } from '../udp/engine.ts';
import { concluded, failed, failedTcp, failure } from './concluded.ts';
import { statesTheSame } from './conflicts.ts';
import { type Begun, exchangeOf, type Stray, secondExchange, strayExchange } from './exchanges.ts';
import { type Fact, keep, queryOf, type Trial, type Tried, type Wire } from './fact.ts';
import { MOST_PACKETS, STRAYS_KEPT, TCP_DEADLINE } from './limits.ts';
import { readAnswer } from './query.ts';
import { nextStep, type Outcome, type Step } from './steps.ts';
import { callOverTcp, framed } from './tcp.ts';

const NOTHING = new Uint8Array();
const NONE: readonly Exchange[] = [];

/** Sends the step that is the fact's now. */
export function attempt(wire: Wire, fact: Fact): void {
  fact.packets += 1;
  if (fact.step.transport === 'udp') tryUdp(wire, fact);
  else tryTcp(wire, fact).catch((error: unknown) => wire.onError(fact, error));
}

/** Gives up the step that is under way; none follows. */
export function stopFact(wire: Wire, fact: Fact): void {
  fact.stopped = true;
  if (fact.slot === undefined) fact.stop();
  else wire.udp.stop(fact.slot);
}

function came(wire: Wire, fact: Fact, { outcome, answer }: Tried): void {
  const { step } = fact;
  wire.onOutcome(fact, step, outcome);
  const next = fact.packets < MOST_PACKETS ? nextStep(step, outcome) : undefined;
  if (next === undefined) wire.onEnd(fact, answer);
  else if (fact.stopped) wire.onEnd(fact, failure('interrupted', 'before it was asked again'));
  else {
    fact.step = next;
    attempt(wire, fact);
  }
}

function tryUdp(wire: Wire, fact: Fact): void {
  const { clock } = wire;
  const { step } = fact;
  fact.slot = wire.udp.send({
    wire,
    asked: fact.asked,
    fact,
    endpoint: fact.endpoint,
    step,
    at: clock.now(),
    started: clock.monotonic(),
    octets: queryOf(wire, fact),
    timeout: step.wait,
    received: NOTHING,
    reading: undefined,
    strays: undefined,
    first: undefined,
  });
}

export const PILOT: Pilot<Trial> = {
  accept(trial, octets) {
    const heard = readAnswer(trial.octets, octets, trial.step.mixedCase);
    if (heard.kind === 'stray') keepStray(trial, { kind: heard.stray, detail: heard.detail, octets });
    else [trial.received, trial.reading] = [octets, heard];
    return trial.reading !== undefined;
  },
  stray: keepStray,
  end(trial, end) {
    const { wire, fact, octets: sent, received, reading } = trial;
    if (fact === undefined) return;
    const last = exchangeOf(fact, trial, { sent, received, end: end.end });
    if (reading?.kind === 'answer') trial.first = last;
    const odd = straysOf(fact, trial);
    keep(fact, odd.length === 0 ? [last] : [...odd, last]);
    const tried = triedUdp(trial, end);
    trial.reading = undefined;
    trial.fact = undefined;
    fact.slot = undefined;
    came(wire, fact, tried);
  },
  late(trial, received) {
    const { wire, asked, first, step } = trial;
    if (first === undefined || !contradicts(first, received, step)) return;
    const conflict = { first, second: secondExchange(first, trial, received) };
    wire.conflicts.found(conflict);
    wire.onConflict(asked, conflict);
  },
};

function keepStray(trial: Trial, stray: Stray): void {
  trial.strays ??= [];
  // Of a flood only the first octets are kept.
  trial.strays.push(trial.strays.length < STRAYS_KEPT ? stray : { ...stray, octets: NOTHING });
}

function contradicts({ sent, received }: Exchange, octets: Uint8Array, step: Step): boolean {
  if (Buffer.compare(received, octets) === 0) return false;
  const [one, other] = [received, octets].map((heard) => readAnswer(sent, heard, step.mixedCase));
  return one?.kind === 'answer' && other?.kind === 'answer' && !statesTheSame(one.message, other.message);
}

function straysOf(fact: Fact, trial: Trial): readonly Exchange[] {
  return trial.strays?.slice(0, STRAYS_KEPT).map((stray) => strayExchange(fact, trial, stray)) ?? NONE;
}

function triedUdp({ strays = [], reading }: Trial, end: SocketEnd): Tried {
  if (reading !== undefined) return concluded(reading);
  const otherLetters = strays.some((stray) => stray.kind === 'other letters');
  const outcome: Outcome = end.end === 'deadline' ? { kind: 'silence', otherLetters } : { kind: 'end' };
  return { outcome, answer: failed(end.end, end.code, strays) };
}

async function tryTcp(wire: Wire, fact: Fact): Promise<void> {
  const leave = await wire.connections.enter();
  let tried: Tried;
  try {
    tried = await triedTcp(wire, fact);
  } finally {
    leave();
  }
  came(wire, fact, tried);
}

async function triedTcp(wire: Wire, fact: Fact): Promise<Tried> {
  const { clock, dice } = wire;
  const { step, endpoint } = fact;
  const sent = queryOf(wire, fact);
  const id = dice.u16();
  sent[0] = id >> 8;
  sent[1] = id & 0xff;
  const begun: Begun = { wire, step, at: clock.now(), started: clock.monotonic() };
  const call = await callOverTcp({ endpoint, octets: sent, deadline: TCP_DEADLINE, stopping: fact });
  keep(fact, [exchangeOf(fact, begun, { sent: framed(sent), received: call.received, end: call.end })]);
  if (call.message === undefined) return { outcome: { kind: 'end' }, answer: failedTcp(call.end, call.code) };
  const reading = readAnswer(sent, call.message, step.mixedCase);
  if (reading.kind !== 'stray') return concluded(reading);
  const strays = [{ kind: reading.stray, detail: reading.detail, octets: call.message }];
  return { outcome: { kind: 'end' }, answer: failed('deadline', undefined, strays) };
}
