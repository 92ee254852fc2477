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
import { type Recorder, type Stray, startExchange } from './exchanges.ts';
import { MOST_PACKETS, STRAYS_KEPT, TCP_DEADLINE } from './limits.ts';
import { mixLetters, queryOctets, type Reading, readAnswer } from './query.ts';
import { nextStep, type Outcome, type Step } from './steps.ts';
import { callOverTcp, framed } from './tcp.ts';
import type { Turnstile } from './turnstile.ts';
import type { Udp } from './udp.ts';

/** What all facts of a run share. */
export interface Wire {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly udp: Udp;
  readonly connections: Turnstile;
  readonly conflicts: Conflicts;
}

export interface Fact {
  readonly question: DnsQuestion;
  readonly endpoint: Endpoint;
  readonly first: Step;
  readonly stopping: Stopping;
  /** Told of each step and its outcome, for what is learnt of the server. */
  onOutcome(step: Step, outcome: Outcome): void;
  /** Told when a second answer came that says something else. */
  onConflict(conflict: Conflict): void;
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

const NOTHING = new Uint8Array();

export async function attemptFact(wire: Wire, fact: Fact) {
  const exchanges: Exchange[] = [];
  let step = fact.first;
  for (let packets = 1; ; packets += 1) {
    const tried = await (step.transport === 'udp' ? tryUdp : tryTcp)(wire, fact, step);
    exchanges.push(...tried.exchanges);
    fact.onOutcome(step, tried.outcome);
    const next = packets < MOST_PACKETS ? nextStep(step, tried.outcome) : undefined;
    if (next === undefined) return { exchanges, answer: tried.answer };
    if (fact.stopping.stopped) return { exchanges, answer: failure('interrupted', 'before it was asked again') };
    step = next;
  }
}

function queryOf({ dice }: Wire, { question }: Fact, step: Step): Uint8Array {
  const { name, type, recursion, checkingDisabled = false } = question;
  const query = queryOctets({ name, type, recursion, checkingDisabled, edns: step.edns });
  if (step.mixedCase) mixLetters(query, dice);
  return query;
}

function tryUdp(wire: Wire, fact: Fact, step: Step): Promise<Tried> {
  const sent = queryOf(wire, fact, step);
  const record = startExchange(wire.clock, fact, step);
  const strays: Stray[] = [];
  const keep = (kind: Stray['kind'], detail: string, octets: Uint8Array) => {
    // Of a flood only the first octets are kept.
    strays.push({ kind, detail, octets: strays.length < STRAYS_KEPT ? octets : NOTHING });
  };
  let received: Uint8Array = NOTHING;
  let reading: Reading | undefined;
  return new Promise((resolve) => {
    let first: Exchange | undefined;
    fact.stopping.stop = wire.udp.send({
      endpoint: fact.endpoint,
      octets: sent,
      timeout: step.wait,
      accept(octets) {
        const heard = readAnswer(sent, octets, step.mixedCase);
        if (heard.kind === 'stray') keep(heard.stray, heard.detail, octets);
        else [received, reading] = [kept(octets), heard];
        return reading !== undefined;
      },
      stray: (octets, kind, detail) => keep(kind, detail, octets),
      end(end) {
        const last = record.end({ sent, received, end: end.end });
        if (reading?.kind === 'answer') first = last;
        resolve(triedUdp({ record, strays, last, end, reading }));
        // Whoever still watches needs the octets only: what was read of them is not kept alive.
        reading = undefined;
      },
      late(octets) {
        if (first === undefined || !contradicts(first, octets, step)) return;
        const conflict = { first, second: record.second({ sent, received: octets }) };
        wire.conflicts.found(conflict);
        fact.onConflict(conflict);
      },
    });
    if (fact.stopping.stopped) fact.stopping.stop();
  });
}

function contradicts({ sent, received }: Exchange, octets: Uint8Array, step: Step): boolean {
  const [one, other] = [received, octets].map((heard) => readAnswer(sent, heard, step.mixedCase));
  return one?.kind === 'answer' && other?.kind === 'answer' && !statesTheSame(one.message, other.message);
}

/** In Node's pool for small octets: each datagram comes in memory of its own, and thousands of those are dear to look after. */
function kept(octets: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } = Buffer.from(octets);
  return new Uint8Array(buffer, byteOffset, length);
}

interface Landed {
  readonly record: Recorder;
  readonly strays: readonly Stray[];
  readonly last: Exchange;
  readonly end: SocketEnd;
  readonly reading: Reading | undefined;
}

function triedUdp({ record, strays, last, end, reading }: Landed): Tried {
  const exchanges = [...strays.slice(0, STRAYS_KEPT).map((stray) => record.stray(stray)), last];
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
    const record = startExchange(wire.clock, fact, step);
    const { endpoint, stopping } = fact;
    const call = await callOverTcp({ endpoint, octets: sent, deadline: TCP_DEADLINE, stopping });
    const exchanges = [record.end({ sent: framed(sent), received: call.received, end: call.end })];
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
