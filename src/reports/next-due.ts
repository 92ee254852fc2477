// The next thing that a case has to be ready for, for reports that show only one.
import type { Expiry } from '../model/deadline.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Progress } from '../model/progress.ts';

/** The next deadline of names that are still open; absent when none is running. */
export function nextDue({ due, asOf }: Progress): Instant | undefined {
  return due.find(({ open, deadline }) => open > 0 && deadline !== undefined && !isBefore(deadline.due, asOf))?.deadline
    ?.due;
}

export function nextExpiry({ expiries, asOf }: Progress): Expiry | undefined {
  return expiries.find(({ at }) => !isBefore(at, asOf));
}
