// Turns at a server: so many exchanges at once, a smallest distance between two starts, first come first served, and
// quiet for as long as the server asks. Shared by all lookups of a run. The limits are a table: pace-limits.ts.
import { setMaxListeners } from 'node:events';
import type { Clock } from '../model/clock.ts';
import type { Pace } from './tools.ts';

export interface PaceLimit {
  readonly atOnce: number;
  /** Milliseconds between two starts. */
  readonly apart: number;
}

export interface PaceLimits {
  /** For a server as `enter` names it. */
  of(server: string): PaceLimit;
  /** The longest quiet, in milliseconds, that a server is given; asking for more does not stop a run for ever. */
  readonly longestHold: number;
}

interface Turn {
  readonly begin: () => void;
}

interface Gate {
  readonly limit: PaceLimit;
  readonly queue: Turn[];
  running: number;
  /** Nothing starts before this, on the monotonic clock. */
  opensAt: number;
  timer: NodeJS.Timeout | undefined;
}

export interface CountingPace extends Pace {
  /** How many exchanges wait for their turn, at all servers: for a progress line. */
  waiting(): number;
}

export function makePace(limits: PaceLimits, clock: Clock): CountingPace {
  const gates = new Map<string, Gate>();
  const gateOf = (server: string): Gate => {
    const known = gates.get(server);
    if (known !== undefined) return known;
    const gate: Gate = { limit: limits.of(server), queue: [], running: 0, opensAt: 0, timer: undefined };
    gates.set(server, gate);
    return gate;
  };
  return {
    enter: (server, signal) => takeTurn(gateOf(server), signal, clock),
    holdOff(server, milliseconds) {
      const gate = gateOf(server);
      const quiet = Math.max(0, Math.min(milliseconds, limits.longestHold));
      gate.opensAt = Math.max(gate.opensAt, clock.monotonic() + quiet);
    },
    waiting: () => [...gates.values()].reduce((sum, gate) => sum + gate.queue.length, 0),
  };
}

function takeTurn(gate: Gate, signal: AbortSignal, clock: Clock): Promise<() => void> {
  // A run has one signal and a listener for every question that waits or runs: many are no leak.
  setMaxListeners(0, signal);
  return new Promise((resolve, reject) => {
    const turn: Turn = {
      begin: () => {
        signal.removeEventListener('abort', giveUp);
        resolve(once(() => leave(gate, clock)));
      },
    };
    const giveUp = () => {
      const place = gate.queue.indexOf(turn);
      if (place >= 0) gate.queue.splice(place, 1);
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    gate.queue.push(turn);
    letIn(gate, clock);
  });
}

function leave(gate: Gate, clock: Clock): void {
  gate.running -= 1;
  letIn(gate, clock);
}

function letIn(gate: Gate, clock: Clock): void {
  while (gate.queue.length > 0 && gate.running < gate.limit.atOnce) {
    const now = clock.monotonic();
    if (now < gate.opensAt) {
      wake(gate, gate.opensAt - now, clock);
      return;
    }
    gate.running += 1;
    gate.opensAt = now + gate.limit.apart;
    gate.queue.shift()?.begin();
  }
}

function wake(gate: Gate, after: number, clock: Clock): void {
  if (gate.timer !== undefined) return;
  gate.timer = setTimeout(() => {
    gate.timer = undefined;
    letIn(gate, clock);
  }, Math.ceil(after));
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
