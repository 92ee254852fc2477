// One fact that one server is asked for, from its first try to its end, and what all facts of a run share.

import type { Endpoint } from '../../model/asking/network.ts';
import type { Clock } from '../../model/clock.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { Dice } from '../bulk/dice.ts';
import type { Standing } from '../bulk/line.ts';
import type { Turnstile } from '../bulk/turnstile.ts';
import type { Flight, Slot, Udp } from '../udp/engine.ts';
import type { DnsAnswer, DnsQuestion } from './client.ts';
import type { Conflict, Conflicts } from './conflicts.ts';
import type { Begun, Stray } from './exchanges.ts';
import { mixLetters, queryOctets, type Reading } from './query.ts';
import type { Asked } from './remembered.ts';
import type { Outcome, Step } from './steps.ts';

/** What all facts of a run share. */
export interface Wire {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly udp: Udp<Trial>;
  readonly connections: Turnstile;
  readonly conflicts: Conflicts;
  /** Told of each step and its outcome, for what is learnt of the server. */
  onOutcome(fact: Fact, step: Step, outcome: Outcome): void;
  /** Told once of each fact. */
  onEnd(fact: Fact, answer: DnsAnswer): void;
  /** Told instead of a bug. */
  onError(fact: Fact, error: unknown): void;
  /** Told when a second answer came that says something else. */
  onConflict(asked: Asked, conflict: Conflict): void;
}

export interface Fact extends Stopping, Standing<Fact> {
  readonly question: DnsQuestion;
  readonly asked: Asked;
  readonly endpoint: Endpoint;
  /** True when a network file's route led there. */
  readonly routed: boolean;
  /** The one under way. */
  step: Step;
  packets: number;
  /** Of all tries so far. */
  exchanges: readonly Exchange[];
  /** Where its datagram waits, while one is on its way. */
  slot: Slot<Trial> | undefined;
  leaveServer: (() => void) | undefined;
  leaveFlights: (() => void) | undefined;
}

/** How whoever gives up reaches the try that is under way. */
export interface Stopping {
  stopped: boolean;
  stop: () => void;
}

export interface Tried {
  readonly outcome: Outcome;
  /** What to say if no further step follows. */
  readonly answer: DnsAnswer;
}

/** A datagram on its way, and what came of it so far. */
export interface Trial extends Flight, Begun {
  readonly wire: Wire;
  readonly asked: Asked;
  /** While it is under way. Whoever still watches needs the octets only: nothing else is kept alive for thousands of trials. */
  fact: Fact | undefined;
  received: Uint8Array;
  reading: Reading | undefined;
  strays: Stray[] | undefined;
  /** The exchange that holds the answer, once it has come. */
  first: Exchange | undefined;
}

export function queryOf({ dice }: Wire, { question, step }: Fact): Uint8Array {
  const { name, type, recursion, checkingDisabled = false } = question;
  const query = queryOctets({ name, type, recursion, checkingDisabled, edns: step.edns });
  if (step.mixedCase) mixLetters(query, dice);
  return query;
}

export function keep(fact: Fact, exchanges: readonly Exchange[]): void {
  fact.exchanges = fact.exchanges.length === 0 ? exchanges : [...fact.exchanges, ...exchanges];
}
