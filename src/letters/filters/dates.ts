// Dates and instants in the words of letters. A day is written as it stands; an instant is read at the court before its day
// is taken, since midnight in Washington is another day in UTC.
import { localTime } from '../../calendar/zone.ts';
import { type Instant, type LocalDate, parseDate, parseInstant } from '../../model/instant.ts';
import { courtMoment, longDate } from '../document/labels.ts';
import { defineFilter, type Given, kindOf, refuse } from './filter.ts';

export const dateLong = defineFilter({
  about: 'A day as `15 March 2019`; of an instant the day at the court.',
  example: ['{{ letter.date | date_long }}', '15 March 2019'],
  apply: (value, given) => {
    return longDate(dayOf(value, given, 'date_long'));
  },
});

export const dateUs = defineFilter({
  about: 'A day as `March 15, 2019`; of an instant the day at the court.',
  example: ['{{ letter.date | date_us }}', 'March 15, 2019'],
  apply: (value, given) => {
    const [day, month, year] = longDate(dayOf(value, given, 'date_us')).split(' ');
    return `${month} ${day}, ${year}`;
  },
});

export const dateIso = defineFilter({
  about: 'A day as `2019-03-15`; of an instant the day at the court.',
  example: ['{{ letter.date | date_iso }}', '2019-03-15'],
  apply: (value, given) => dayOf(value, given, 'date_iso'),
});

export const datetimeCourt = defineFilter({
  about: 'An instant with the clock at the court: `20 March 2019, 17:00 EDT`.',
  example: ['{{ orders.first.entered | datetime_court }}', '15 March 2019, 16:00 EDT'],
  apply: (value, { values }) => {
    const at = instantIn(value, 'datetime_court');
    return courtMoment(at, values.case.time_zone);
  },
});

export const datetimeUtc = defineFilter({
  about: 'An instant in UTC: `20 March 2019, 21:00 UTC`.',
  example: ['{{ orders.first.entered | datetime_utc }}', '15 March 2019, 20:00 UTC'],
  apply: (value) => courtMoment(instantIn(value, 'datetime_utc'), 'UTC'),
});

function instantIn(value: unknown, filter: string): Instant {
  const at = parseInstant(typeof value === 'string' ? value : '');
  if (at !== undefined) return at;
  return refuse(`"${filter}" takes an instant, and this is ${kindOf(value)}.`, 'A day alone is written by date_long.');
}

function dayOf(value: unknown, { values }: Given, filter: string): LocalDate {
  const written = typeof value === 'string' ? value : '';
  const day = parseDate(written);
  if (day !== undefined) return day;
  const at = parseInstant(written);
  if (at === undefined) return refuse(`"${filter}" takes a day or an instant, and this is ${kindOf(value)}.`);
  return localTime(at, values.case.time_zone).date;
}
