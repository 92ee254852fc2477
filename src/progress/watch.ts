// The watch over a registration's end, whether or not the order asks for it: a name that lapses is anybody's.
import type { Dossier } from '../model/dossier.ts';
import { millisecondsOf } from '../model/instant.ts';

/** Time to find the budget and the person: the checklist before service asks for the same (field/legal.md, 2.6). */
const WATCH_DAYS = 90;

export function isExpiring({ expires, statuses, asOf }: Dossier): boolean {
  if (statuses.known && statuses.value.some((status) => status === 'pendingDelete' || status === 'redemptionPeriod')) {
    return true;
  }
  return expires.known && millisecondsOf(expires.value) - millisecondsOf(asOf) < WATCH_DAYS * 86_400_000;
}
