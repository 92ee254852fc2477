// The next thing that a case has to be ready for, for reports that show only one.

import { type Instant, isBefore } from '../../model/instant.ts';
import type { Expiry } from '../../model/judged/deadline.ts';
import type { Summary } from '../../model/judged/progress.ts';

/** The next deadline of names that are still open; absent when none is running. */
export function nextDue({ due, asOf }: Summary): Instant | undefined {
  return due.find(({ open, deadline }) => open > 0 && deadline !== undefined && !isBefore(deadline.due, asOf))?.deadline
    ?.due;
}

export function nextExpiry({ expiries, asOf }: Summary): Expiry | undefined {
  return expiries.find(({ at }) => !isBefore(at, asOf));
}
