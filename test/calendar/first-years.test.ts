// Days that a law added or took away: the year in which each begins to count, and the one before.
import { expect, test } from 'vitest';
import { holidaysOf } from '../../src/calendar/holidays.ts';
import type { HolidayCalendar } from '../../src/model/case/case.ts';

const has = (calendar: HolidayCalendar, year: number, name: string) =>
  holidaysOf(calendar, year).some((day) => day.name === name && day.statute);

test.each([
  ['us-federal', 'Birthday of Martin Luther King, Jr.', 1986],
  ['us-federal', 'Juneteenth', 2021],
  ['us-dc', 'Emancipation Day', 2007],
  ['us-dc', 'Juneteenth', 2021],
  ['us-ca', 'Genocide Remembrance Day', 2023],
  ['us-ca', 'Juneteenth', 2023],
  ['us-ca', 'Native American Day', 2015],
  ['us-de', 'Juneteenth', 2022],
  ['us-fl', 'Tuskegee Airmen Commemoration Day', 2025],
  ['us-il', 'Juneteenth', 2022],
  ['us-nj', 'Juneteenth', 2021],
  ['us-nv', 'Juneteenth', 2023],
  ['us-ny', 'Juneteenth', 2021],
  ['us-va', 'Lee-Jackson Day', 2001],
  ['us-va', 'Juneteenth', 2021],
  ['us-va', 'Election Day', 2020],
  ['us-wa', 'Juneteenth', 2022],
] as const)('%s has %s since %d', (calendar, name, year) => {
  expect([year - 1, year, year + 1].map((one) => has(calendar, one, name))).toEqual([false, true, true]);
});

test('Virginia had Lee-Jackson Day until 2020', () => {
  expect([2019, 2020, 2021].map((year) => has('us-va', year, 'Lee-Jackson Day'))).toEqual([true, true, false]);
});

/** Easter Sunday, by the tables of the Book of Common Prayer: the earliest and latest days among them. */
test.each([
  ['1943-04-25'],
  ['1954-04-18'],
  ['1981-04-19'],
  ['2000-04-23'],
  ['2008-03-23'],
  ['2011-04-24'],
  ['2038-04-25'],
  ['2049-04-18'],
  ['2076-04-19'],
  ['2100-03-28'],
  ['2200-04-06'],
  ['2285-03-22'],
])('Good Friday stands two days before %s', (easter) => {
  const friday = new Date(Date.parse(easter) - 2 * 86_400_000).toISOString().slice(0, 10);
  const found = holidaysOf('us-de', Number(easter.slice(0, 4))).find(({ name }) => name === 'Good Friday');
  expect(found?.date).toBe(friday);
});

test.each([
  ['us-tx', 2022, 'San Jacinto Day', '2022-04-21'],
  ['us-tx', 2023, 'Texas Independence Day', '2023-03-02'],
  ['us-fl', 2025, 'Tuskegee Airmen Commemoration Day', '2025-03-27'],
  ['us-fl', 2024, 'Birthday of Martin Luther King, Jr.', '2024-01-15'],
  ['us-fl', 2024, 'Pascua Florida Day', '2024-04-02'],
  ['us-il', 2021, "Casimir Pulaski's Birthday", '2021-03-01'],
  ['us-va', 2016, 'Lee-Jackson Day', '2016-01-15'],
] as const)('%s %d: %s is %s', (calendar, year, name, date) => {
  const days = holidaysOf(calendar, year).filter((day) => day.name === name && day.statute);
  expect(days.map((day) => day.date)).toEqual([date]);
});
