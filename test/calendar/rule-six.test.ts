// Fed. R. Civ. P. 6(a) at its edges: the rule's own examples, short periods, midnights, courts in other states and zones.
import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../../src/calendar/deadlines.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { Court } from '../../src/model/case/case.ts';
import { at } from '../support/values.ts';
import { DC } from './support.ts';

const FEDERAL: Court = { ...DC, holidays: ['us-federal'] };
const VIRGINIA: Court = { ...DC, holidays: ['us-federal', 'us-va'] };
const NEVADA: Court = { ...DC, timeZone: 'America/Los_Angeles', holidays: ['us-federal', 'us-nv'] };
const ARIZONA: Court = { ...DC, timeZone: 'America/Phoenix', holidays: ['us-federal', 'us-az'] };
const CLOSINGS: Court = { ...DC, holidays: ['us-federal', 'us-federal-closings'] };

type Unit = 'hours' | 'days' | 'business days';

function due(court: Court, start: string, count: number, unit: Unit) {
  const received = at(start);
  const rule = { within: { count, unit }, of: 'receipt' } as const;
  const deadline = deadlineOf({ due: rule, court, entered: received, received, to: 'VeriSign' });
  if (deadline === undefined) throw new Error('the period does not run');
  const { date, time } = localTime(deadline.due, court.timeZone);
  return { ...deadline, at: unit === 'hours' ? `${date} ${time.slice(0, 5)}` : date };
}

describe('examples of the committee note of 2009', () => {
  test.each([
    ['72 hours over the end of daylight saving time', '2007-11-02T10:23:00-04:00', 72, 'hours', '2007-11-05 09:23'],
    ['10 days that end on the Saturday before Labor Day', '2007-08-22T12:00:00-04:00', 10, 'days', '2007-09-04'],
    ['24 hours that end on a Saturday', '2007-09-07T14:17:00-04:00', 24, 'hours', '2007-09-10 14:17'],
    ['the same before a Monday holiday', '2007-08-31T14:17:00-04:00', 24, 'hours', '2007-09-04 14:17'],
  ] as const)('%s', (_, start, count, unit, expected) => {
    expect(due(FEDERAL, start, count, unit).at).toBe(expected);
  });
});

describe('holidays on weekends', () => {
  test.each([
    // Veterans Day 2023 is a Saturday: Friday 10 November.
    ['Veterans Day 2023, federal', FEDERAL, '2023-11-09T12:00:00-05:00', 1, 'days', '2023-11-10'],
    ['Veterans Day 2023, D.C.', DC, '2023-11-09T12:00:00-05:00', 1, 'days', '2023-11-13'],
    ['Veterans Day 2023, Virginia', VIRGINIA, '2023-11-09T12:00:00-05:00', 1, 'business days', '2023-11-13'],
    ['New Year 2022 after 14 days, federal', FEDERAL, '2021-12-17T12:00:00-05:00', 14, 'days', '2021-12-31'],
    ['New Year 2022 after 14 days, D.C.', DC, '2021-12-17T12:00:00-05:00', 14, 'days', '2022-01-03'],
    ['New Year 2023 is a Sunday', FEDERAL, '2022-12-18T12:00:00-05:00', 14, 'days', '2023-01-03'],
    ['Christmas 2021 is a Saturday, federal', FEDERAL, '2021-12-23T12:00:00-05:00', 1, 'days', '2021-12-24'],
    ['Christmas 2022 is a Sunday', FEDERAL, '2022-12-23T12:00:00-05:00', 1, 'business days', '2022-12-27'],
    ['Juneteenth 2021, signed two days before', FEDERAL, '2021-06-17T12:00:00-04:00', 1, 'days', '2021-06-18'],
    ['Juneteenth 2021, D.C.', DC, '2021-06-17T12:00:00-04:00', 1, 'days', '2021-06-21'],
    ['Juneteenth 2022 is a Sunday', FEDERAL, '2022-06-17T12:00:00-04:00', 1, 'business days', '2022-06-21'],
    ['Emancipation Day 2016, a Saturday', DC, '2016-04-14T12:00:00-04:00', 1, 'business days', '2016-04-18'],
    ['Emancipation Day 2017, a Sunday', DC, '2017-04-14T12:00:00-04:00', 1, 'business days', '2017-04-18'],
    // Rule 6(a)(1)(C): the last day alone is looked at, and Sundays' Mondays and Saturdays' Fridays are among the closed ones.
    ['Christmas 2010 and its Friday, D.C.', DC, '2010-12-10T12:00:00-05:00', 14, 'days', '2010-12-27'],
    ['Christmas 2010, federal: its Friday is leave', FEDERAL, '2010-12-10T12:00:00-05:00', 14, 'days', '2010-12-24'],
    ['Emancipation Day 2011, a Saturday: Friday 15 April', DC, '2011-04-08T12:00:00-04:00', 7, 'days', '2011-04-18'],
    ['Christmas 2011 is a Sunday', FEDERAL, '2011-12-12T12:00:00-05:00', 14, 'days', '2011-12-27'],
    ['New Year 2012 is a Sunday', FEDERAL, '2011-12-19T12:00:00-05:00', 14, 'days', '2012-01-03'],
    ['Veterans Day 2012 is a Sunday', FEDERAL, '2012-11-05T12:00:00-05:00', 7, 'days', '2012-11-13'],
    ['Emancipation Day 2022, on Good Friday', DC, '2022-04-01T12:00:00-04:00', 14, 'days', '2022-04-18'],
    [
      'Emancipation Day 2023, a Sunday: Monday 17 April',
      DC,
      '2023-04-14T12:00:00-04:00',
      1,
      'business days',
      '2023-04-18',
    ],
    ['Independence Day 2026, a Saturday, D.C.', DC, '2026-07-01T12:00:00-04:00', 2, 'business days', '2026-07-06'],
    ['Juneteenth 2020 was none yet', DC, '2020-06-18T12:00:00-04:00', 1, 'business days', '2020-06-19'],
    ['the inauguration of 2017, D.C.: a Friday', DC, '2017-01-19T12:00:00-05:00', 1, 'days', '2017-01-23'],
    [
      'the inauguration of 2025, which is Dr. King’s day',
      DC,
      '2025-01-17T12:00:00-05:00',
      1,
      'business days',
      '2025-01-21',
    ],
    ['the inauguration of 2013, on a Monday', DC, '2013-01-18T12:00:00-05:00', 1, 'business days', '2013-01-22'],
    ['the inauguration of 2021, federal', FEDERAL, '2021-01-19T12:00:00-05:00', 1, 'business days', '2021-01-20'],
  ] as const)('%s', (_, court, start, count, unit, expected) => {
    expect(due(court, start, count, unit).at).toBe(expected);
  });
});

describe('courts in the states', () => {
  test.each([
    ['Lee-Jackson Day 2020', VIRGINIA, '2020-01-16T12:00:00-05:00', 1, 'days', '2020-01-21'],
    ['and no more in 2021', VIRGINIA, '2021-01-14T12:00:00-05:00', 1, 'days', '2021-01-15'],
    ['Election Day 2024', VIRGINIA, '2024-11-04T12:00:00-05:00', 1, 'days', '2024-11-06'],
    ['Election Day 2019 was none', VIRGINIA, '2019-11-04T12:00:00-05:00', 1, 'days', '2019-11-05'],
    ['Nevada Day', NEVADA, '2014-10-30T12:00:00-07:00', 1, 'days', '2014-11-03'],
  ] as const)('%s', (_, court, start, count, unit, expected) => {
    expect(due(court, start, count, unit).at).toBe(expected);
  });

  test('the day ends at midnight there, with or without daylight saving time', () => {
    expect(due(NEVADA, '2014-06-26T12:00:00-07:00', 1, 'days').due).toBe(at('2014-06-27T23:59:59-07:00'));
    expect(due(ARIZONA, '2023-07-14T12:00:00-07:00', 3, 'days').due).toBe(at('2023-07-17T23:59:59-07:00'));
    expect(due(ARIZONA, '2023-12-14T12:00:00-07:00', 1, 'days').due).toBe(at('2023-12-15T23:59:59-07:00'));
  });
});

describe('short periods and midnights', () => {
  test.each([
    ['no days, on an open day', '2019-03-15T12:00:00-04:00', 0, 'days', '2019-03-15'],
    ['no days, on a Saturday', '2019-03-16T12:00:00-04:00', 0, 'days', '2019-03-18'],
    ['no hours, on a Saturday', '2019-03-16T12:00:00-04:00', 0, 'hours', '2019-03-18 12:00'],
    ['one day from a Friday', '2019-03-15T12:00:00-04:00', 1, 'days', '2019-03-18'],
    ['one business day from a Saturday', '2019-03-16T12:00:00-04:00', 1, 'business days', '2019-03-18'],
    ['received in the first second of a day', '2019-03-15T00:00:00-04:00', 1, 'business days', '2019-03-18'],
    ['received in the last second of the day before', '2019-03-14T23:59:59-04:00', 1, 'business days', '2019-03-15'],
    ['the same instant, written in UTC', '2019-03-15T03:59:59Z', 1, 'business days', '2019-03-15'],
    ['one hour before midnight of a Friday', '2019-03-15T23:30:00-04:00', 1, 'hours', '2019-03-18 00:30'],
    ['an hour that the clocks skip on the way', '2026-03-06T02:30:00-05:00', 48, 'hours', '2026-03-09 03:30'],
    ['after the court has gone home: no rule moves it', '2019-03-15T22:00:00-04:00', 1, 'business days', '2019-03-18'],
  ] as const)('%s', (_, start, count, unit, expected) => {
    expect(due(DC, start, count, unit).at).toBe(expected);
  });
});

describe('closings of the executive branch', () => {
  const mourning = ['2024-12-30T12:00:00-05:00', 7, 'business days'] as const;

  test('are counted as ordinary days, and the arithmetic says so', () => {
    const counted = due(FEDERAL, ...mourning);
    expect(counted.at).toBe('2025-01-09');
    expect(counted.arithmetic).toContain(
      'Thu 9 Jan 2025 is counted: federal offices closed by Executive Order 14133, which this court does not list; ',
    );
  });

  test('are left out where the case lists the calendar', () => {
    const skipped = due(CLOSINGS, ...mourning);
    expect(skipped.at).toBe('2025-01-10');
    expect(skipped.arithmetic).toContain('Thu 9 Jan 2025: federal offices closed by Executive Order 14133');
    expect(skipped.arithmetic).toMatch(/; U\.S\. federal calendar with federal closings$/);
    expect(due(CLOSINGS, '2018-12-04T12:00:00-05:00', 1, 'days').at).toBe('2018-12-06');
    expect(due(CLOSINGS, '2025-12-23T12:00:00-05:00', 1, 'business days').at).toBe('2025-12-29');
  });

  test('are no matter where the court lists the day itself', () => {
    const court = { ...FEDERAL, closed: [{ date: '2025-01-09', because: 'Day of Mourning' }] };
    expect(due(court, ...mourning).arithmetic).not.toContain('does not list');
  });
});

describe('the calendar’s name in the arithmetic', () => {
  test.each([
    [VIRGINIA, 'Virginia calendar'],
    [FEDERAL, 'U.S. federal calendar'],
    [DC, 'D.C. calendar'],
    [{ ...DC, holidays: [] }, 'no holiday calendar'],
  ] as const)('%#', (court, title) => {
    expect(due(court, '2019-03-15T12:00:00-04:00', 1, 'days').arithmetic.split('; ').at(-1)).toBe(title);
  });
});
