// The one file that reads the machine's clock.
import type { Clock } from '../model/clock.ts';
import { type Instant, instantAt, millisecondsOf } from '../model/instant.ts';

export const machineClock: Clock = {
  now: printer(),
  monotonic: () => performance.now(),
};

/** Many a question begins in one millisecond, and printing it takes longer than looking at the clock. */
function printer(): () => Instant {
  let last = { at: 0, instant: instantAt(0) };
  return () => {
    const at = Date.now();
    if (at !== last.at) last = { at, instant: instantAt(at) };
    return last.instant;
  };
}

/** A clock that starts at an instant and runs on: what a simulated network's `clock` asks for. */
export function clockFrom(start: Instant): Clock {
  const begun = performance.now();
  const base = millisecondsOf(start);
  return {
    now: () => instantAt(base + Math.round(performance.now() - begun)),
    monotonic: () => performance.now(),
  };
}
