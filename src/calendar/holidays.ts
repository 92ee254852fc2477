// Legal holidays of a calendar in a year, out of the rows in holidays/. A day set aside by statute and the day on which it is
// observed, when that falls on a weekend, are kept apart, each with whether it closes a court (see court-day.ts).
import type { HolidayCalendar } from '../model/case/case.ts';
import { type LocalDate, parseDate } from '../model/instant.ts';
import { byCodeUnit } from '../model/name.ts';
import { CALENDARS } from './holidays/index.ts';
import type { CalendarRows, HolidayRow, Moves, When } from './holidays/row.ts';
import { dateOf, daysAfter, weekdayOf, yearOf } from './local-date.ts';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  readonly calendar: HolidayCalendar;
  /** The day that the statute names. */
  readonly statute: boolean;
  /** The day on which offices keep it: the Friday before a Saturday, the Monday after a Sunday. */
  readonly observed: boolean;
  /** Whether the court is closed on it, by this calendar. */
  readonly counts: boolean;
}

/** The holidays of a calendar that fall or are observed in a year, by date: 31 December may be next year's first day. */
export function holidaysOf(calendar: HolidayCalendar, year: number): readonly Holiday[] {
  const found: Holiday[] = [];
  const { rows, fridays } = CALENDARS[calendar];
  for (const row of rows) {
    for (const of of [year, year + 1]) found.push(...daysOf(row, of, { calendar, fridays }));
  }
  return found.filter((holiday) => yearOf(holiday.date) === year).sort((a, b) => byCodeUnit(a.date, b.date));
}

interface Under {
  readonly calendar: HolidayCalendar;
  readonly fridays: CalendarRows['fridays'];
}

function daysOf(row: HolidayRow, year: number, { calendar, fridays }: Under): readonly Holiday[] {
  const { name, since = year, until = year, every } = row;
  if (year < since || year > until) return [];
  if (every !== undefined && year % every.years !== every.remainder) return [];
  const date = dayIn(row.when, year);
  if (date === undefined) return [];
  const moved = daysAfter(date, shiftOf(weekdayOf(date), row.moves));
  if (moved === date) return [{ name, calendar, date, statute: true, observed: true, counts: true }];
  return [
    { name, calendar, date, statute: true, observed: false, counts: true },
    { name, calendar, date: moved, statute: false, observed: true, counts: moved > date || fridays === 'holidays' },
  ];
}

function shiftOf(weekday: number, moves: Moves): -1 | 0 | 1 {
  if (moves === 'never') return 0;
  if (weekday === 0) return 1;
  return weekday === 6 && moves === 'saturday and sunday' ? -1 : 0;
}

function dayIn(when: When, year: number): LocalDate | undefined {
  if ('on' in when) return when.on.startsWith(`${year}-`) ? parseDate(when.on) : undefined;
  if ('easter' in when) return daysAfter(easterOf(year), when.easter);
  if ('day' in when) return dateOf(year, when.month, when.day);
  const { month, weekday, nth, plus = 0 } = when;
  if (nth === 'last') {
    const end = dateOf(year, month + 1, 0);
    return daysAfter(end, plus - ((weekdayOf(end) - weekday + 7) % 7));
  }
  const start = dateOf(year, month, 1);
  return daysAfter(start, ((weekday - weekdayOf(start) + 7) % 7) + (nth - 1) * 7 + plus);
}

/** Easter Sunday of the Gregorian calendar, by the method that J. Meeus and others call anonymous. */
function easterOf(year: number): LocalDate {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const skipped = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + skipped + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * week) / 451);
  return dateOf(year, 3, 22 + moon + week - 7 * late);
}
