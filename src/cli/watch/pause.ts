// Waiting between two looks, in steps of a second, so that a machine that slept or a clock that was set is noticed. The steady
// clock may stand still while the machine sleeps, and the clock on the wall may go back: whichever went further counts.
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../model/clock.ts';
import { millisecondsOf } from '../../model/instant.ts';

const STEP = 1000;

interface Tick {
  readonly wall: number;
  readonly steady: number;
}

export function tickOf(clock: Clock): Tick {
  return { wall: millisecondsOf(clock.now()), steady: clock.monotonic() };
}

/** Milliseconds between two ticks; never fewer than none. */
export function passed(before: Tick, now: Tick): number {
  return Math.max(0, now.steady - before.steady, now.wall - before.wall);
}

interface Pause {
  readonly clock: Clock;
  readonly milliseconds: number;
  readonly signal: AbortSignal;
  /** Asked at every step: true ends the waiting. */
  enough(): boolean;
  onStep(left: number): void;
}

export async function pause({ clock, milliseconds, signal, enough, onStep }: Pause): Promise<void> {
  let left = milliseconds;
  let before = tickOf(clock);
  while (left > 0 && !signal.aborted && !enough()) {
    onStep(left);
    await wait(Math.min(STEP, Math.ceil(left)), undefined, { signal }).catch(() => undefined);
    const now = tickOf(clock);
    left -= passed(before, now);
    before = now;
  }
}
