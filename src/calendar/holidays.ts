// Legal holidays as rows with their source. Every day has two flags: the day set aside by statute, and the day on which
// it is observed when that falls on a weekend. Which of them a court counts is decided in court-day.ts.
import type { HolidayCalendar } from '../model/case.ts';
import type { LocalDate } from '../model/instant.ts';
import { byCodeUnit } from '../model/name.ts';
import { dateOf, daysAfter, weekdayOf } from './local-date.ts';

/** When a holiday falls: on a date, or on the n-th such weekday of a month (`last` counted from its end). */
type When =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: 1 | 2 | 3 | 4 | 'last' };

interface HolidayRow {
  readonly name: string;
  readonly when: When;
  /** The first year in which it counts; absent: before every case of this tool. */
  readonly since?: number;
  /** Only in the years that leave this remainder when divided by four. */
  readonly everyFourth?: 0 | 1 | 2 | 3;
  /** Inauguration Day has no Friday: it moves from a Sunday only. */
  readonly moves: 'saturday and sunday' | 'sunday only';
  readonly source: string;
  /** The month in which somebody last compared the row with its source. */
  readonly lastVerified: string;
}

const FEDERAL = { moves: 'saturday and sunday', source: '5 U.S.C. 6103(a)', lastVerified: '2026-11' } as const;

/** Last verified 2026-11 against legal.md section 3.1 and documents.md section 8 of the design; D.C. Code as published. */
const ROWS: Readonly<Record<HolidayCalendar, readonly HolidayRow[]>> = {
  'us-federal': [
    { name: "New Year's Day", when: { month: 1, day: 1 }, ...FEDERAL },
    { name: 'Birthday of Martin Luther King, Jr.', when: { month: 1, weekday: 1, nth: 3 }, since: 1986, ...FEDERAL },
    { name: "Washington's Birthday", when: { month: 2, weekday: 1, nth: 3 }, ...FEDERAL },
    { name: 'Memorial Day', when: { month: 5, weekday: 1, nth: 'last' }, ...FEDERAL },
    { name: 'Juneteenth', when: { month: 6, day: 19 }, since: 2021, ...FEDERAL },
    { name: 'Independence Day', when: { month: 7, day: 4 }, ...FEDERAL },
    { name: 'Labor Day', when: { month: 9, weekday: 1, nth: 1 }, ...FEDERAL },
    { name: 'Columbus Day', when: { month: 10, weekday: 1, nth: 2 }, ...FEDERAL },
    { name: 'Veterans Day', when: { month: 11, day: 11 }, ...FEDERAL },
    { name: 'Thanksgiving Day', when: { month: 11, weekday: 4, nth: 4 }, ...FEDERAL },
    { name: 'Christmas Day', when: { month: 12, day: 25 }, ...FEDERAL },
  ],
  'us-dc': [
    {
      name: 'Emancipation Day',
      when: { month: 4, day: 16 },
      since: 2007,
      moves: 'saturday and sunday',
      source: 'D.C. Code 1-612.02(a)(11), 28-2701',
      lastVerified: '2026-11',
    },
    {
      name: 'Inauguration Day',
      when: { month: 1, day: 20 },
      everyFourth: 1,
      moves: 'sunday only',
      source: 'D.C. Code 28-2701; 5 U.S.C. 6103(c)',
      lastVerified: '2026-11',
    },
  ],
};

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  readonly calendar: HolidayCalendar;
  /** The day that the statute names. */
  readonly statute: boolean;
  /** The day on which offices observe it: the Friday before a Saturday, the Monday after a Sunday (5 U.S.C. 6103(b)). */
  readonly observed: boolean;
}

/** The holidays of a calendar that fall or are observed in a year, by date: 31 December may be next year's first day. */
export function holidaysOf(calendar: HolidayCalendar, year: number): readonly Holiday[] {
  const found: Holiday[] = [];
  for (const row of ROWS[calendar]) {
    for (const of of [year, year + 1]) found.push(...daysOf(row, of, calendar));
  }
  return found.filter((holiday) => holiday.date.startsWith(`${year}-`)).sort((a, b) => byCodeUnit(a.date, b.date));
}

function daysOf(row: HolidayRow, year: number, calendar: HolidayCalendar): readonly Holiday[] {
  if (row.since !== undefined && year < row.since) return [];
  if (row.everyFourth !== undefined && year % 4 !== row.everyFourth) return [];
  const date = dayIn(row.when, year);
  const moved = daysAfter(date, shiftOf(weekdayOf(date), row.moves));
  const day = { name: row.name, calendar };
  if (moved === date) return [{ ...day, date, statute: true, observed: true }];
  return [
    { ...day, date, statute: true, observed: false },
    { ...day, date: moved, statute: false, observed: true },
  ];
}

function shiftOf(weekday: number, moves: HolidayRow['moves']): -1 | 0 | 1 {
  if (weekday === 0) return 1;
  return weekday === 6 && moves === 'saturday and sunday' ? -1 : 0;
}

function dayIn(when: When, year: number): LocalDate {
  if ('day' in when) return dateOf(year, when.month, when.day);
  if (when.nth === 'last') {
    const end = dateOf(year, when.month + 1, 0);
    return daysAfter(end, -((weekdayOf(end) - when.weekday + 7) % 7));
  }
  const start = dateOf(year, when.month, 1);
  return daysAfter(start, ((when.weekday - weekdayOf(start) + 7) % 7) + (when.nth - 1) * 7);
}
