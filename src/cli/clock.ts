// The one file that reads the machine's clock.
import type { Clock } from '../model/clock.ts';
import { type Instant, instantAt, millisecondsOf } from '../model/instant.ts';

export const machineClock: Clock = {
  now: () => instantAt(Date.now()),
  monotonic: () => performance.now(),
};

/** A clock that starts at an instant and runs on: what a simulated network's `clock` asks for. */
export function clockFrom(start: Instant): Clock {
  const begun = performance.now();
  const base = millisecondsOf(start);
  return {
    now: () => instantAt(base + Math.round(performance.now() - begun)),
    monotonic: () => performance.now(),
  };
}
