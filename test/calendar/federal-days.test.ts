// Every day from 2010 to 2027 against somebody else's list of federal holidays, as offices observe them.
import { allForYear } from '@18f/us-federal-holidays';
import { expect, test } from 'vitest';
import { holidaysOf } from '../../src/calendar/holidays.ts';

const YEARS = Array.from({ length: 18 }, (_, at) => 2010 + at);

/** Their year has New Year's Day of the year itself, which may be observed on 31 December of the one before. */
const THEIRS = [...YEARS, 2028]
  .flatMap((year) => allForYear(year, { shiftSaturdayHolidays: true, shiftSundayHolidays: true }))
  .filter(({ name, date }) => !name.startsWith('Juneteenth') || date.getUTCFullYear() >= 2021)
  .map(({ date }) => date.toISOString().slice(0, 10));

test.each(YEARS)('%d, day by day', (year) => {
  const ours = holidaysOf('us-federal', year).flatMap(({ observed, date }) => (observed ? [date] : []));
  expect(ours).toEqual(THEIRS.filter((date) => date.startsWith(`${year}-`)).sort());
});

test('ten holidays a year, Juneteenth for seven years, and New Year of 2028', () => {
  expect(THEIRS.filter((date) => date >= '2010-01-01' && date <= '2027-12-31')).toHaveLength(18 * 10 + 7 + 1);
});
