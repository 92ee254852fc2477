import { describe, expect, test } from 'vitest';
import { holidaysOf } from '../../src/calendar/holidays.ts';
import { weekdayOf } from '../../src/calendar/local-date.ts';

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
  test('Emancipation Day every year since 2007, inaugurations every fourth', () => {
    expect(holidaysOf('us-dc', 2006)).toEqual([]);
    expect(holidaysOf('us-dc', 2019).map((day) => day.date)).toEqual(['2019-04-16']);
    expect(holidaysOf('us-dc', 2025).map((day) => day.date)).toEqual(['2025-01-20', '2025-04-16']);
  });

  test('an inauguration moves from a Sunday and not from a Saturday', () => {
    const inauguration = (year: number) =>
      holidaysOf('us-dc', year).filter((day) => day.name === 'Inauguration Day' && day.observed)[0]?.date;
    expect(inauguration(2013)).toBe('2013-01-21');
    expect(inauguration(2029)).toBe('2029-01-20');
  });
});
