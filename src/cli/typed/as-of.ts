// `--as-of`: an instant with its offset, or a day, which means its end where the court sits.
import { instantIn } from '../../calendar/zone.ts';
import type { Court } from '../../model/case/case.ts';
import { addDays, type Instant, instantAt, millisecondsOf, parseDate, parseInstant } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';

export interface AsOf {
  readonly at: Instant;
  readonly given: boolean;
}

export function asOfIn(typed: unknown, { court, now }: { readonly court: Court; readonly now: Instant }): AsOf {
  if (typeof typed !== 'string') return { at: now, given: false };
  const instant = parseInstant(typed);
  if (instant !== undefined) return { at: instant, given: true };
  const day = parseDate(typed);
  if (day === undefined) {
    throw new TakedownError('use', {
      code: 'bad-instant',
      message: `--as-of "${typed}" is neither a day nor an instant with its offset.`,
      hint: 'Such as 2019-03-18, 2019-03-18T12:00:00-04:00 or 2019-03-18T16:00:00Z.',
    });
  }
  const next = parseDate(addDays(instantAt(Date.parse(`${day}T12:00:00Z`)), 1).slice(0, 10)) ?? day;
  return { at: instantAt(millisecondsOf(instantIn(court.timeZone, next, '00:00')) - 1), given: true };
}
