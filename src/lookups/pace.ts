// Turns at a server: so many exchanges at once, a smallest distance between two starts, first come first served, quiet for as
// long as the server asks, slower after each refusal. Shared by all lookups of a run and, by the book, with other runs of this
// machine. The limits are a table: pace-limits.ts.

import type { PaceBook, PaceLimit } from '../model/asking/pace.ts';
import type { Clock } from '../model/clock.ts';
import { openAbortHub } from './bulk/abort-hub.ts';
import { type Gate, type Means, openGate, type Turn } from './pace-gate.ts';
import { recovered, refused, silent, slowed } from './pace-rate.ts';
import type { Pace } from './tools.ts';

export type { PaceLimit };

export interface PaceLimits {
  /** For a server as `enter` names it. */
  of(server: string): PaceLimit;
  /** The longest quiet, in milliseconds, that a server is given; asking for more does not stop a run for ever. */
  readonly longestHold: number;
  /** The smallest part of its usual rate to which a server that refuses is slowed down; 1: none is. */
  readonly slowest: number;
}

export interface Queue {
  readonly server: string;
  readonly waiting: number;
  /** Milliseconds until the next start; 0 where only an answer is waited for. */
  readonly next: number;
}

export interface CountingPace extends Pace {
  /** How many exchanges wait for their turn, at all servers: for a progress line. */
  waiting(): number;
  /** The longest queue, when there is one. */
  longest(): Queue | undefined;
}

export function makePace(limits: PaceLimits, clock: Clock, book?: PaceBook): CountingPace {
  const means: Means = { limits, clock, book, hub: openAbortHub(giveUp) };
  const gates = new Map<string, Gate>();
  const gateOf = (server: string): Gate => {
    const known = gates.get(server);
    if (known !== undefined) return known;
    const gate = openGate(server, limits.of(server));
    gates.set(server, gate);
    return gate;
  };
  return {
    enter: (server, signal) => takeTurn(gateOf(server), signal, means),
    enterNow: (server) => takeTurnNow(gateOf(server), means),
    holdOff(server, milliseconds) {
      const gate = gateOf(server);
      const quiet = Math.max(0, Math.min(milliseconds, limits.longestHold));
      gate.opensAt = Math.max(gate.opensAt, clock.monotonic() + quiet);
      gate.rate = refused(gate.rate, limits.slowest);
      book?.holdOff(server, quiet);
    },
    fellSilent(server) {
      const gate = gateOf(server);
      gate.rate = silent(gate.rate, limits.slowest);
    },
    waiting: () => [...gates.values()].reduce((sum, gate) => sum + gate.queue.length, 0),
    longest() {
      const gate = [...gates.values()].reduce<Gate | undefined>(
        (most, one) => (one.queue.length > (most?.queue.length ?? 0) ? one : most),
        undefined,
      );
      if (gate === undefined) return undefined;
      const next = Math.max(0, (gate.grants[0]?.at ?? gate.opensAt) - clock.monotonic());
      return { server: gate.server, waiting: gate.queue.length, next };
    },
  };
}

function takeTurn(gate: Gate, signal: AbortSignal, means: Means): Promise<() => void> {
  return new Promise((begin, refuse) => {
    const turn: Turn = { gate, signal, begin, refuse, begun: false };
    if (signal.aborted) return giveUp(turn);
    gate.queue.push(turn);
    letIn(gate, means);
    if (!turn.begun) means.hub.watch(signal, turn);
  });
}

/** Nobody gets past those who wait. */
function takeTurnNow(gate: Gate, means: Means): (() => void) | undefined {
  if (gate.queue.length > 0) return undefined;
  const admitted = admit(gate, 1, means);
  return typeof admitted === 'number' ? undefined : admitted;
}

function begin(turn: Turn, leaving: () => void, means: Means): void {
  turn.begun = true;
  means.hub.release(turn.signal, turn);
  turn.begin(leaving);
}

function giveUp(turn: Turn): void {
  const { gate, signal, refuse } = turn;
  const place = gate.queue.indexOf(turn);
  if (place >= 0) gate.queue.splice(place, 1);
  if (gate.queue.length === 0) letGo(gate);
  refuse(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
}

/** Nobody is left to use what the book granted. */
function letGo(gate: Gate): void {
  for (const grant of gate.grants.splice(0)) grant.leave();
}

function leave(gate: Gate, before: number, means: Means): void {
  gate.running -= 1;
  // Whoever has slowed the server down meanwhile knows better than an exchange that has only come to its end.
  if (gate.rate >= before) gate.rate = recovered(gate.rate);
  letIn(gate, means);
}

function letIn(gate: Gate, means: Means): void {
  while (gate.queue.length > 0) {
    const admitted = admit(gate, gate.queue.length, means);
    if (typeof admitted === 'number') {
      wake(gate, admitted, means);
      return;
    }
    const next = gate.queue.shift();
    if (next !== undefined) begin(next, admitted, means);
  }
}

/** What ends the turn that begins now, or for how long to wait: without end, where somebody has to leave first. */
function admit(gate: Gate, turns: number, means: Means): (() => void) | number {
  const limit = slowed(gate.limit, gate.rate);
  if (gate.running >= limit.atOnce) return Number.POSITIVE_INFINITY;
  const now = means.clock.monotonic();
  const wait = gate.opensAt - now;
  const granted = wait > 0 ? wait : grantedBy(gate, { limit, turns }, means);
  if (typeof granted === 'number') return granted;
  gate.running += 1;
  gate.opensAt = now + limit.apart;
  const before = gate.rate;
  return once(() => {
    granted?.();
    leave(gate, before, means);
  });
}

/** What ends a turn that the book grants now (nothing where there is no book), or for how long to wait. */
function grantedBy(
  gate: Gate,
  wanted: { readonly limit: PaceLimit; readonly turns: number },
  { book, clock }: Means,
): (() => void) | number | undefined {
  if (gate.grants.length === 0) {
    const reserved = book?.reserve(gate.server, wanted);
    if (reserved === undefined) return undefined;
    if (!reserved.ok) return reserved.againMs;
    const now = clock.monotonic();
    gate.grants.push(...reserved.inMs.map((ms) => ({ at: now + ms, leave: reserved.leave })));
  }
  const [first] = gate.grants;
  if (first === undefined) return undefined;
  const wait = first.at - clock.monotonic();
  if (wait > 0) return wait;
  gate.grants.shift();
  return first.leave;
}

function wake(gate: Gate, after: number, means: Means): void {
  if (gate.timer !== undefined || after === Number.POSITIVE_INFINITY) return;
  gate.timer = setTimeout(() => {
    gate.timer = undefined;
    letIn(gate, means);
  }, Math.ceil(after));
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
