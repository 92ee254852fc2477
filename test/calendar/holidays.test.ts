import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CALENDARS } from '../../src/calendar/holidays/index.ts';
import { holidaysOf } from '../../src/calendar/holidays.ts';
import { weekdayOf } from '../../src/calendar/local-date.ts';
import { HOLIDAY_CALENDARS, type HolidayCalendar } from '../../src/model/case/case.ts';

const observed = (year: number) =>
  holidaysOf('us-federal', year)
    .filter((holiday) => holiday.observed)
    .map((holiday) => holiday.date);

describe('federal holidays', () => {
  test('2019, as observed', () => {
    expect(observed(2019)).toEqual([
      '2019-01-01',
      '2019-01-21',
      '2019-02-18',
      '2019-05-27',
      '2019-07-04',
      '2019-09-02',
      '2019-10-14',
      '2019-11-11',
      '2019-11-28',
      '2019-12-25',
    ]);
  });

  test('2021: Juneteenth begins, two are observed on another day, and the next New Year falls in it', () => {
    expect(observed(2021)).toEqual([
      '2021-01-01',
      '2021-01-18',
      '2021-02-15',
      '2021-05-31',
      '2021-06-18',
      '2021-07-05',
      '2021-09-06',
      '2021-10-11',
      '2021-11-11',
      '2021-11-25',
      '2021-12-24',
      '2021-12-31',
    ]);
  });

  test('2019 to 2027: 98 weekdays are observed', () => {
    const days = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap(observed);
    expect(days).toHaveLength(98);
    expect(days.filter((date) => weekdayOf(date) % 6 === 0)).toEqual([]);
  });

  test('both flags are kept apart', () => {
    const days = holidaysOf('us-federal', 2023).filter((holiday) => holiday.name === 'Veterans Day');
    expect(days.map(({ date, statute, observed }) => ({ date, statute, observed }))).toEqual([
      { date: '2023-11-10', statute: false, observed: true },
      { date: '2023-11-11', statute: true, observed: false },
    ]);
  });
});

describe('the District', () => {
  const days = (year: number, name: string) =>
    holidaysOf('us-dc', year).flatMap((day) => (day.name === name && day.observed ? [day.date] : []));

  test('Emancipation Day every year since 2007, inaugurations every fourth', () => {
    expect(days(2006, 'Emancipation Day')).toEqual([]);
    expect(days(2019, 'Emancipation Day')).toEqual(['2019-04-16']);
    expect([2024, 2025, 2026].flatMap((year) => days(year, 'Inauguration Day'))).toEqual(['2025-01-20']);
  });

  test.each([
    [2011, '2011-04-15'],
    [2016, '2016-04-15'],
    [2017, '2017-04-17'],
    [2022, '2022-04-15'],
    [2023, '2023-04-17'],
  ])('Emancipation Day %d is observed on %s', (year, date) => {
    expect(days(year, 'Emancipation Day')).toEqual([date]);
  });

  test('an inauguration moves from a Sunday and not from a Saturday', () => {
    expect(days(2013, 'Inauguration Day')).toEqual(['2013-01-21']);
    expect(days(2029, 'Inauguration Day')).toEqual(['2029-01-20']);
  });
});

describe('states', () => {
  /** Weekdays on which a court is closed by the state alone. */
  const own = (calendar: HolidayCalendar, year: number) => {
    const federal = new Set(holidaysOf('us-federal', year).flatMap(({ date, counts }) => (counts ? [date] : [])));
    const state = holidaysOf(calendar, year).flatMap(({ date, counts }) => (counts ? [date] : []));
    return [...new Set(state)].filter((date) => !federal.has(date) && weekdayOf(date) % 6 !== 0);
  };

  test.each([
    ['us-va', 2019, ['2019-01-18', '2019-11-29']],
    ['us-va', 2020, ['2020-01-17', '2020-07-03', '2020-11-03', '2020-11-27']],
    ['us-va', 2023, ['2023-11-07', '2023-11-10', '2023-11-24']],
    ['us-ny', 2023, ['2023-02-13', '2023-11-07']],
    ['us-nv', 2023, ['2023-10-27', '2023-11-10', '2023-11-24']],
    ['us-az', 2023, ['2023-11-10']],
    ['us-az', 2024, []],
    ['us-ca', 2014, ['2014-02-12', '2014-03-31', '2014-09-09']],
    ['us-ca', 2024, ['2024-02-12', '2024-04-01', '2024-04-24', '2024-09-09', '2024-09-27']],
    ['us-tx', 2024, ['2024-01-19', '2024-08-27', '2024-11-29', '2024-12-24', '2024-12-26']],
    ['us-de', 2024, ['2024-03-29', '2024-11-05', '2024-11-29']],
    ['us-de', 2023, ['2023-04-07', '2023-11-10', '2023-11-24']],
    ['us-wa', 2023, ['2023-11-10', '2023-11-24']],
    ['us-il', 2024, ['2024-02-12', '2024-03-04', '2024-03-29', '2024-11-05']],
    ['us-nj', 2024, ['2024-03-29', '2024-06-21', '2024-11-05']],
    [
      'us-fl',
      2024,
      [
        '2024-01-19',
        '2024-02-12',
        '2024-02-15',
        '2024-03-29',
        '2024-04-02',
        '2024-04-26',
        '2024-06-03',
        '2024-06-14',
      ].concat(['2024-11-05']),
    ],
  ] as const)('%s adds to the federal days of %d', (calendar, year, expected) => {
    expect(own(calendar, year)).toEqual(expected);
  });

  test('Easter moves Good Friday', () => {
    const fridays = [2010, 2011, 2016, 2019, 2024, 2025, 2027].map(
      (year) => holidaysOf('us-de', year).find(({ name }) => name === 'Good Friday')?.date,
    );
    expect(fridays).toEqual([
      '2010-04-02',
      '2011-04-22',
      '2016-03-25',
      '2019-04-19',
      '2024-03-29',
      '2025-04-18',
      '2027-03-26',
    ]);
  });
});

describe('every calendar', () => {
  test.each(HOLIDAY_CALENDARS)('%s says what law each day rests on, and when that was looked at', (calendar) => {
    for (const row of CALENDARS[calendar].rows) {
      expect(row.source).toMatch(/\d/);
      expect(row.lastVerified).toMatch(/^20\d\d-(?:0\d|1[0-2])$/);
    }
  });

  test('has a file, and every file is a calendar', () => {
    const folder = new URL('../../src/calendar/holidays/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.startsWith('us-'));
    expect(files.sort()).toEqual(HOLIDAY_CALENDARS.map((calendar) => `${calendar}.ts`).sort());
  });
});
