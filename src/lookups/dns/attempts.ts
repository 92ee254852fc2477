// One fact from one server: sends step after step until one outcome stands, and keeps every octet of each. Strays become
// exchanges of their own, with nothing sent. Whether a server may be asked, and when, is client.ts's.
import type { Clock } from '../../model/clock.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Endpoint } from '../../model/network.ts';
import type { SocketEnd } from '../ends.ts';
import type { DnsAnswer, DnsQuestion } from './client.ts';
import { concluded, failed, failedTcp, failure } from './concluded.ts';
import { type Conflict, type Conflicts, statesTheSame } from './conflicts.ts';
import type { Dice } from './dice.ts';
import { type Begun, exchangeOf, type Stray, secondExchange, strayExchange } from './exchanges.ts';
import { MOST_PACKETS, STRAYS_KEPT, TCP_DEADLINE } from './limits.ts';
import type { Standing } from './line.ts';
import { mixLetters, queryOctets, type Reading, readAnswer } from './query.ts';
import { nextStep, type Outcome, type Step } from './steps.ts';
import { callOverTcp, framed } from './tcp.ts';
import type { Turnstile } from './turnstile.ts';
import type { Flight, Pilot, Udp } from './udp.ts';

/** What all facts of a run share. */
export interface Wire {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly udp: Udp<Trial>;
  readonly connections: Turnstile;
  readonly conflicts: Conflicts;
  /** Told of each step and its outcome, for what is learnt of the server. */
  onOutcome(fact: Fact, step: Step, outcome: Outcome): void;
  /** Told when a second answer came that says something else. */
  onConflict(fact: Fact, conflict: Conflict): void;
}

export interface Fact extends Stopping, Standing<Fact> {
  readonly question: DnsQuestion;
  /** Under which its answer is remembered. */
  readonly key: string;
  readonly endpoint: Endpoint;
  readonly first: Step;
}

/** How whoever gives up reaches the try that is under way. */
export interface Stopping {
  stopped: boolean;
  stop: () => void;
}

interface Tried {
  readonly outcome: Outcome;
  readonly exchanges: readonly Exchange[];
  /** What to say if no further step follows. */
  readonly answer: DnsAnswer;
}

/** A datagram on its way, and what came of it so far. */
export interface Trial extends Flight, Begun {
  readonly wire: Wire;
  readonly fact: Fact;
  received: Uint8Array;
  reading: Reading | undefined;
  strays: Stray[] | undefined;
  /** The exchange that holds the answer, once it has come. */
  first: Exchange | undefined;
  done: (tried: Tried) => void;
}

const NOTHING = new Uint8Array();
const nobody = (): void => undefined;

export async function attemptFact(wire: Wire, fact: Fact) {
  let exchanges: readonly Exchange[] = [];
  let step = fact.first;
  for (let packets = 1; ; packets += 1) {
    const tried = await (step.transport === 'udp' ? tryUdp : tryTcp)(wire, fact, step);
    exchanges = packets === 1 ? tried.exchanges : [...exchanges, ...tried.exchanges];
    wire.onOutcome(fact, step, tried.outcome);
    const next = packets < MOST_PACKETS ? nextStep(step, tried.outcome) : undefined;
    if (next === undefined) return { exchanges, answer: tried.answer };
    if (fact.stopped) return { exchanges, answer: failure('interrupted', 'before it was asked again') };
    step = next;
  }
}

function queryOf({ dice }: Wire, { question }: Fact, step: Step): Uint8Array {
  const { name, type, recursion, checkingDisabled = false } = question;
  const query = queryOctets({ name, type, recursion, checkingDisabled, edns: step.edns });
  if (step.mixedCase) mixLetters(query, dice);
  return query;
}

function begin({ clock }: Wire, { question, endpoint }: Fact, step: Step): Begun {
  return { clock, question, endpoint, step, at: clock.now(), started: clock.monotonic() };
}

function tryUdp(wire: Wire, fact: Fact, step: Step): Promise<Tried> {
  const { clock } = wire;
  return new Promise((done) => {
    fact.stop = wire.udp.send({
      clock,
      question: fact.question,
      endpoint: fact.endpoint,
      step,
      at: clock.now(),
      started: clock.monotonic(),
      octets: queryOf(wire, fact, step),
      timeout: step.wait,
      wire,
      fact,
      received: NOTHING,
      reading: undefined,
      strays: undefined,
      first: undefined,
      done,
    });
    if (fact.stopped) fact.stop();
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
    const { octets: sent, received, reading, done } = trial;
    const last = exchangeOf(trial, { sent, received, end: end.end });
    if (reading?.kind === 'answer') trial.first = last;
    const tried = triedUdp(trial, last, end);
    // Whoever still watches needs the octets only: what was read of them, and what waits for it, is not kept alive.
    trial.reading = undefined;
    trial.done = nobody;
    trial.fact.stop = nobody;
    done(tried);
  },
  late(trial, received) {
    const { wire, fact, first, step, octets: sent } = trial;
    if (first === undefined || !contradicts(first, received, step)) return;
    const conflict = { first, second: secondExchange(trial, { sent, received }) };
    wire.conflicts.found(conflict);
    wire.onConflict(fact, conflict);
  },
};

function keepStray(trial: Trial, stray: Stray): void {
  trial.strays ??= [];
  // Of a flood only the first octets are kept.
  trial.strays.push(trial.strays.length < STRAYS_KEPT ? stray : { ...stray, octets: NOTHING });
}

function contradicts({ sent, received }: Exchange, octets: Uint8Array, step: Step): boolean {
  const [one, other] = [received, octets].map((heard) => readAnswer(sent, heard, step.mixedCase));
  return one?.kind === 'answer' && other?.kind === 'answer' && !statesTheSame(one.message, other.message);
}

function triedUdp(trial: Trial, last: Exchange, end: SocketEnd): Tried {
  const { strays = [], reading } = trial;
  const odd = strays.slice(0, STRAYS_KEPT).map((stray) => strayExchange(trial, stray));
  const exchanges = odd.length === 0 ? [last] : [...odd, last];
  if (reading !== undefined) return { exchanges, ...concluded(reading) };
  const otherLetters = strays.some((stray) => stray.kind === 'other letters');
  const outcome: Outcome = end.end === 'deadline' ? { kind: 'silence', otherLetters } : { kind: 'end' };
  return { exchanges, outcome, answer: failed(end.end, end.code, strays) };
}

async function tryTcp(wire: Wire, fact: Fact, step: Step): Promise<Tried> {
  const leave = await wire.connections.enter();
  try {
    const sent = queryOf(wire, fact, step);
    const id = wire.dice.u16();
    sent[0] = id >> 8;
    sent[1] = id & 0xff;
    const begun = begin(wire, fact, step);
    const call = await callOverTcp({ endpoint: fact.endpoint, octets: sent, deadline: TCP_DEADLINE, stopping: fact });
    const exchanges = [exchangeOf(begun, { sent: framed(sent), received: call.received, end: call.end })];
    if (call.message === undefined)
      return { exchanges, outcome: { kind: 'end' }, answer: failedTcp(call.end, call.code) };
    const reading = readAnswer(sent, call.message, step.mixedCase);
    if (reading.kind !== 'stray') return { exchanges, ...concluded(reading) };
    const strays = [{ kind: reading.stray, detail: reading.detail, octets: call.message }];
    return { exchanges, outcome: { kind: 'end' }, answer: failed('deadline', undefined, strays) };
  } finally {
    leave();
  }
}
