// Instants that a case file states in the court's own terms: so many days after entry, the end of a day.
import { daysAfter } from '../calendar/local-date.ts';
import { instantIn, localTime } from '../calendar/zone.ts';
import type { Instant, LocalDate } from '../model/instant.ts';
import type { CaseFile, OrderAsWritten } from './schema/case.ts';
import type { Partly } from './yaml/loosen.ts';

/**
 * When the order ends by itself. Rule 65(b)(2) has the order state the hour of its entry because the days run from that
 * hour: the end is the same time on the clock so many days later. It is an outer limit, not a period to act in, so Rule 6
 * does not roll it over a weekend. Unknown where something that it is counted from is.
 */
export function expiryOf(
  { entered, expires }: Partly<Pick<OrderAsWritten, 'entered' | 'expires'>>,
  timeZone: string | undefined,
): Instant | undefined {
  if (expires === undefined || typeof expires === 'string') return expires;
  if (entered === undefined || expires.after === undefined || timeZone === undefined) return undefined;
  const { date, time } = localTime(entered, timeZone);
  return instantIn(timeZone, daysAfter(date, expires.after), time);
}

/** A seal until a day lasts through that day: to lift it too late harms nobody. */
export function sealEnd({ seal }: Partly<Pick<CaseFile, 'seal'>>, timeZone: string | undefined): Instant | undefined {
  const until = seal?.until;
  if (until === undefined || !isDay(until)) return until;
  return timeZone === undefined ? undefined : instantIn(timeZone, daysAfter(until, 1), '00:00');
}

function isDay(until: Instant | LocalDate): until is LocalDate {
  return until.length === 10;
}
