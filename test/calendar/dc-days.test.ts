// Every day from 2010 to 2027 at a federal court in the District of Columbia, against a list of holidays that somebody else
// keeps and the days of D.C. Code 28-2701 that were looked up on a wall calendar.
import { allForYear } from '@18f/us-federal-holidays';
import { expect, test } from 'vitest';
import { calendarOf } from '../../src/calendar/court-day.ts';
import { DC, day } from './support.ts';

/** Emancipation Day, 16 April, where it is kept: the Friday before a Saturday, the Monday after a Sunday. */
const EMANCIPATION = [
  ...['2010-04-16', '2011-04-15', '2012-04-16', '2013-04-16', '2014-04-16', '2015-04-16', '2016-04-15', '2017-04-17'],
  ...['2018-04-16', '2019-04-16', '2020-04-16', '2021-04-16', '2022-04-15', '2023-04-17', '2024-04-16', '2025-04-16'],
  ...['2026-04-16', '2027-04-16'],
];

/** In 2013 and 2025 also the birthday of Dr. King. */
const INAUGURATION = ['2013-01-21', '2017-01-20', '2021-01-20', '2025-01-20'];

const FEDERAL = Array.from({ length: 19 }, (_, at) => 2010 + at)
  .flatMap((year) => allForYear(year, { shiftSaturdayHolidays: true, shiftSundayHolidays: true }))
  .filter(({ name, date }) => !name.startsWith('Juneteenth') || date.getUTCFullYear() >= 2021)
  .map(({ date }) => date.toISOString().slice(0, 10));

const CLOSED = new Set([...EMANCIPATION, ...INAUGURATION, ...FEDERAL]);

test.each(Array.from({ length: 18 }, (_, at) => 2010 + at))('weekdays on which it is closed in %d', (year) => {
  const calendar = calendarOf(DC);
  const ours: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at);
    const text = date.toISOString().slice(0, 10);
    if (date.getUTCDay() % 6 !== 0 && calendar.closedBecause(day(text)) !== undefined) ours.push(text);
  }
  expect(ours).toEqual([...CLOSED].filter((text) => text.startsWith(`${year}-`)).sort());
});

test('the list has the days that the rule’s readers stumble over', () => {
  const stumbles = ['2010-12-24', '2010-12-31', '2012-01-02', '2012-11-12', '2017-11-10', '2020-07-03', '2021-06-18'];
  expect(stumbles.filter((date) => !CLOSED.has(date))).toEqual([]);
  expect(CLOSED.has('2020-06-19')).toBe(false);
});
