// The clock as it is handed in. Only cli/clock.ts reads the machine's.
import type { Instant } from './instant.ts';

export interface Clock {
  now(): Instant;
  /** Milliseconds from some fixed point, never running backwards: for durations. */
  monotonic(): number;
}
