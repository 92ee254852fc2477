// An instant as a person types one: with its offset, or as the clocks at the court showed it. What the clocks showed twice or
// never is not guessed.
import { instantIn, localTime } from '../../calendar/zone.ts';
import type { Court } from '../../model/case/case.ts';
import { type Instant, instantAt, isBefore, millisecondsOf, parseDate, parseInstant } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';

interface Moment {
  readonly at: Instant;
  /** True where the court's zone was taken, so that it is said. */
  readonly atCourt: boolean;
}

const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)$/;

export function momentTyped(
  typed: string,
  { flag, court, now }: { readonly flag: string; readonly court: Court; readonly now: Instant },
): Moment {
  const moment = momentIn(typed, { flag, court });
  if (!isBefore(now, moment.at)) return moment;
  throw new TakedownError('use', {
    code: 'in-the-future',
    message: `${flag} "${typed}" has not come yet: it is ${now} now.`,
    hint: 'The journal says what has happened.',
  });
}

/** In the past or to come. */
export function momentIn(typed: string, where: { readonly flag: string; readonly court: Court }): Moment {
  const instant = parseInstant(typed.trim());
  return instant === undefined ? atCourt(typed.trim(), where) : { at: instant, atCourt: false };
}

function atCourt(typed: string, { flag, court }: { readonly flag: string; readonly court: Court }): Moment {
  const [, day = '', time = ''] = LOCAL.exec(typed) ?? [];
  const date = parseDate(day);
  if (date === undefined || !/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(time)) throw notAMoment(flag, typed);
  const at = instantIn(court.timeZone, date, time);
  const shown = ({ date, time }: ReturnType<typeof localTime>) => `${date} ${time}`;
  const wanted = `${date} ${time.length === 5 ? `${time}:00` : time}`;
  if (shown(localTime(at, court.timeZone)) !== wanted) throw oddHour({ flag, typed, court, times: 'never' });
  // Clocks go back by an hour, or by half of one.
  const again = [30, 60].map((minutes) => instantAt(millisecondsOf(at) + minutes * 60_000));
  if (again.some((later) => shown(localTime(later, court.timeZone)) === wanted))
    throw oddHour({ flag, typed, court, times: 'twice' });
  return { at, atCourt: true };
}

function notAMoment(flag: string, typed: string): TakedownError {
  return new TakedownError('use', {
    code: 'bad-instant',
    message: `${flag} "${typed}" is no instant.`,
    hint: 'Such as 2019-03-15T17:41:00-04:00, or "2019-03-15 17:41" by the clocks at the court.',
  });
}

function oddHour(odd: { flag: string; typed: string; court: Court; times: 'never' | 'twice' }): TakedownError {
  return new TakedownError('use', {
    code: 'odd-hour',
    message: `The clocks in ${odd.court.timeZone} showed ${odd.flag} "${odd.typed}" ${odd.times}.`,
    hint: 'Write it with its offset, such as 2019-11-03T01:30:00-04:00.',
  });
}
