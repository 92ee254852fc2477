// Dates and instants in the words of letters. A day is written as it stands; an instant is read at the court before its day
// is taken, since midnight in Washington is another day in UTC.
import { localTime } from '../../../calendar/zone.ts';
import { type LocalDate, millisecondsOf, parseDate, parseInstant } from '../../../model/instant.ts';
import { defineFilter, type Given, kindOf, refuse } from './filter.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const dateLong = defineFilter({
  about: 'A day as `15 March 2019`; of an instant the day at the court.',
  example: ['{{ letter.date | date_long }}', '15 March 2019'],
  apply: (value, given) => {
    const { day, month, year } = partsOf(dayOf(value, given, 'date_long'));
    return `${day} ${month} ${year}`;
  },
});

export const dateUs = defineFilter({
  about: 'A day as `March 15, 2019`; of an instant the day at the court.',
  example: ['{{ letter.date | date_us }}', 'March 15, 2019'],
  apply: (value, given) => {
    const { day, month, year } = partsOf(dayOf(value, given, 'date_us'));
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
    const at = parseInstant(typeof value === 'string' ? value : '');
    if (at === undefined) return refuse(notInstant(value, 'datetime_court'), 'A day alone is written by date_long.');
    const { date, time, zone } = localTime(at, values.case.time_zone);
    const { day, month, year } = partsOf(date);
    return `${day} ${month} ${year}, ${time.endsWith(':00') ? time.slice(0, 5) : time} ${zone}`;
  },
});

export const datetimeUtc = defineFilter({
  about: 'An instant in UTC: `20 March 2019, 21:00 UTC`.',
  example: ['{{ orders.first.entered | datetime_utc }}', '15 March 2019, 20:00 UTC'],
  apply: (value) => {
    const at = parseInstant(typeof value === 'string' ? value : '');
    if (at === undefined) return refuse(notInstant(value, 'datetime_utc'), 'A day alone is written by date_long.');
    const [date = '', clock = ''] = new Date(millisecondsOf(at)).toISOString().split('T');
    const { day, month, year } = partsOf(parseDate(date) ?? refuse(notInstant(value, 'datetime_utc')));
    return `${day} ${month} ${year}, ${clock.slice(6, 8) === '00' ? clock.slice(0, 5) : clock.slice(0, 8)} UTC`;
  },
});

function dayOf(value: unknown, { values }: Given, filter: string): LocalDate {
  const written = typeof value === 'string' ? value : '';
  const day = parseDate(written);
  if (day !== undefined) return day;
  const at = parseInstant(written);
  if (at === undefined) return refuse(`"${filter}" takes a day or an instant, and this is ${kindOf(value)}.`);
  return localTime(at, values.case.time_zone).date;
}

function notInstant(value: unknown, filter: string): string {
  return `"${filter}" takes an instant, and this is ${kindOf(value)}.`;
}

function partsOf(date: LocalDate) {
  return { day: Number(date.slice(8)), month: MONTHS[Number(date.slice(5, 7)) - 1] ?? '', year: date.slice(0, 4) };
}
