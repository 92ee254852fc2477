// The watch over a registration's end, whether or not the order asks for it: a name that lapses is anybody's.

import { addDays, type Instant, isBefore } from '../model/instant.ts';
import type { Dossier } from '../model/judged/dossier.ts';

/** Time to find the budget and the person: the checklist before service asks for the same (field/legal.md, 2.6). */
const WATCH_DAYS = 90;

/** One limit for all names of a case: reading an instant takes longer than the rest of the question. */
export function expiryWatch(asOf: Instant): (dossier: Dossier) => boolean {
  const limit = watchedUntil(asOf);
  return ({ expires, statuses }) => {
    if (
      statuses.known &&
      statuses.value.some((status) => status === 'pendingDelete' || status === 'redemptionPeriod')
    ) {
      return true;
    }
    return expires.known && isBefore(expires.value, limit);
  };
}

export function watchedUntil(asOf: Instant): Instant {
  return addDays(asOf, WATCH_DAYS);
}
