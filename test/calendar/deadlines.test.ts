import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../../src/calendar/deadlines.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { Court } from '../../src/model/case/case.ts';
import type { DueRule, Trigger } from '../../src/model/case/order.ts';
import { at } from '../support/values.ts';
import { DC } from './support.ts';

const FEDERAL: Court = { ...DC, holidays: ['us-federal'] };
const NEW_YEAR_OFF: Court = { ...FEDERAL, closed: [{ date: '2025-01-09', because: 'National Day of Mourning' }] };

type Unit = 'hours' | 'days' | 'business days';

function due(start: string, count: number, unit: Unit, court: Court = DC, of: Trigger = 'receipt') {
  const rule: DueRule = { within: { count, unit }, of };
  const instant = at(start);
  const deadline = deadlineOf({
    due: rule,
    court,
    entered: instant,
    served: instant,
    received: instant,
    to: 'VeriSign',
  });
  if (deadline === undefined) throw new Error('the period does not run');
  const local = localTime(deadline.due, court.timeZone);
  return { ...deadline, date: local.date, time: local.time };
}

describe('the vectors of legal.md 3.2', () => {
  test.each([
    ['Phosphorus TRO', '2019-03-15T16:00:00-04:00', 14, 'days', DC, '2019-03-29'],
    ['Phosphorus, 1 business day', '2019-03-15T17:41:00-04:00', 1, 'business days', DC, '2019-03-18'],
    ['Phosphorus, 2 business days', '2019-03-15T17:41:00-04:00', 2, 'business days', DC, '2019-03-19'],
    ['Phosphorus, 3 business days', '2019-03-15T17:41:00-04:00', 3, 'business days', DC, '2019-03-20'],
    ['Phosphorus, 5 business days', '2019-03-15T17:41:00-04:00', 5, 'business days', DC, '2019-03-22'],
    ['Phosphorus, 7 business days', '2019-03-15T17:41:00-04:00', 7, 'business days', DC, '2019-03-26'],
    ['Waledac TRO', '2010-02-22T12:00:00-05:00', 14, 'days', DC, '2010-03-08'],
    ['No-IP TRO', '2014-06-26T12:00:00-04:00', 14, 'days', DC, '2014-07-10'],
    ['Azure-abuse TRO', '2024-12-30T12:00:00-05:00', 14, 'days', DC, '2025-01-13'],
    ['without Emancipation Day', '2019-04-12T12:00:00-04:00', 3, 'business days', FEDERAL, '2019-04-17'],
    ['with Emancipation Day', '2019-04-12T12:00:00-04:00', 3, 'business days', DC, '2019-04-18'],
    ['rolls over Emancipation Day', '2019-04-02T12:00:00-04:00', 14, 'days', DC, '2019-04-17'],
    ['1 January off', '2024-12-30T12:00:00-05:00', 7, 'business days', FEDERAL, '2025-01-09'],
    ['and a day of mourning', '2024-12-30T12:00:00-05:00', 7, 'business days', NEW_YEAR_OFF, '2025-01-10'],
  ] as const)('%s', (_, start, count, unit, court, expected) => {
    expect(due(start, count, unit, court)).toMatchObject({ date: expected, time: '23:59:59' });
  });

  test('a date certain on a Saturday is not rolled', () => {
    const by = at('2019-07-06T17:00:00-04:00');
    const deadline = deadlineOf({ due: { by }, court: DC, entered: at('2019-03-15T20:00:00Z'), to: 'VeriSign' });
    expect(deadline).toEqual({ due: by, arithmetic: 'date certain Sat 6 Jul 2019 17:00 EDT: weekend, and not moved' });
  });
});

describe('days near holidays', () => {
  test.each([
    // 4 July 2026 is a Saturday: its Friday is a holiday in the District only.
    [
      'Friday before a Saturday holiday, federal',
      '2026-07-01T12:00:00-04:00',
      3,
      'business days',
      FEDERAL,
      '2026-07-06',
    ],
    ['Friday before a Saturday holiday, D.C.', '2026-07-01T12:00:00-04:00', 3, 'business days', DC, '2026-07-07'],
    // 1 January 2022 is a Saturday, observed on 31 December 2021.
    ['New Year on a Saturday, federal', '2021-12-30T12:00:00-05:00', 1, 'business days', FEDERAL, '2021-12-31'],
    ['New Year on a Saturday, D.C.', '2021-12-30T12:00:00-05:00', 1, 'business days', DC, '2022-01-03'],
    // 4 July 2027 is a Sunday: its Monday counts everywhere.
    ['Monday after a Sunday holiday', '2027-06-20T12:00:00-04:00', 14, 'days', FEDERAL, '2027-07-06'],
    ['Juneteenth before 2021 is no holiday', '2020-06-18T12:00:00-04:00', 1, 'business days', FEDERAL, '2020-06-19'],
    ['Juneteenth', '2024-06-18T12:00:00-04:00', 1, 'business days', FEDERAL, '2024-06-20'],
    ['Inauguration Day with the King holiday', '2025-01-17T12:00:00-05:00', 1, 'business days', DC, '2025-01-21'],
    ['Inauguration Day alone', '2021-01-19T12:00:00-05:00', 1, 'business days', DC, '2021-01-21'],
    ['Emancipation Day on a Saturday', '2022-04-14T12:00:00-04:00', 1, 'business days', DC, '2022-04-18'],
    ['no calendar at all', '2018-12-24T12:00:00-05:00', 1, 'business days', { ...DC, holidays: [] }, '2018-12-25'],
    ['a period of no days on a Saturday', '2019-03-16T12:00:00-04:00', 0, 'business days', DC, '2019-03-18'],
  ] as const)('%s', (_, start, count, unit, court, expected) => {
    expect(due(start, count, unit, court).date).toBe(expected);
  });
});

describe('hours', () => {
  test.each([
    ['every hour counts', '2019-03-18T17:41:00-04:00', 48, '2019-03-20T17:41:00-04:00'],
    ['rolls to the same time on Monday', '2019-03-15T17:41:00-04:00', 24, '2019-03-18T17:41:00-04:00'],
    [
      'across the spring change an hour later on the clock',
      '2026-03-06T17:00:00-05:00',
      72,
      '2026-03-09T18:00:00-04:00',
    ],
    [
      'across the autumn change an hour earlier, then rolls',
      '2026-10-31T17:00:00-04:00',
      24,
      '2026-11-02T16:00:00-05:00',
    ],
  ] as const)('%s', (_, start, count, expected) => {
    expect(due(start, count, 'hours').due).toBe(at(expected));
  });
});

describe('the end of a day', () => {
  test('is where the court says', () => {
    const court = { ...DC, dayEnds: '17:00' };
    const found = due('2019-03-15T17:41:00-04:00', 3, 'business days', court);
    expect(found.due).toBe(at('2019-03-20T17:00:00-04:00'));
    expect(found.arithmetic).toContain('; the day ends at 17:00; ');
  });

  test('is the same day on the clock when the offset changes in between', () => {
    expect(due('2026-10-30T12:00:00-04:00', 1, 'business days').due).toBe(at('2026-11-02T23:59:59-05:00'));
  });

  test('a receipt late in the evening, already the next day in UTC, still belongs to its own day', () => {
    expect(due('2019-03-14T23:30:00-04:00', 1, 'business days').date).toBe('2019-03-15');
  });
});

describe('when the period runs', () => {
  const rule = (of: Trigger): DueRule => ({ within: { count: 3, unit: 'business days' }, of });
  const entered = at('2019-03-15T20:00:00Z');

  test.each(['service', 'receipt'] as const)('not before %s is known', (of) => {
    expect(deadlineOf({ due: rule(of), court: DC, entered, to: 'VeriSign' })).toBeUndefined();
  });

  test.each([
    ['entry', 'entry of the order'],
    ['service', 'service on VeriSign'],
    ['receipt', 'receipt by VeriSign'],
  ] as const)('from %s, in words', (of, what) => {
    const deadline = deadlineOf({
      due: rule(of),
      court: DC,
      entered,
      served: entered,
      received: entered,
      to: 'VeriSign',
    });
    expect(deadline?.from).toEqual({ at: entered, what });
  });

  test('each from its own instant', () => {
    const times = { entered, served: at('2019-03-18T15:00:00Z'), received: at('2019-03-19T15:00:00Z') };
    const ends = (['entry', 'service', 'receipt'] as const).map(
      (of) => deadlineOf({ due: rule(of), court: DC, ...times, to: 'VeriSign' })?.due,
    );
    expect(ends).toEqual(['20', '21', '22'].map((date) => at(`2019-03-${date}T23:59:59-04:00`)));
  });

  test.each([
    [36_600, 'days', false],
    [36_601, 'days', true],
    [36_600 * 24, 'hours', false],
    [36_600 * 24 + 1, 'hours', true],
  ] as const)('the longest period that is counted: %i %s is refused: %s', (count, unit, refused) => {
    const rule: DueRule = { within: { count, unit }, of: 'entry' };
    const counted = () => deadlineOf({ due: rule, court: { ...DC, holidays: [] }, entered, to: 'VeriSign' });
    if (refused) expect(counted).toThrow(RangeError);
    else expect(counted()?.due).toMatch(/^2119-05-/);
  });

  test('a period that nobody can mean is refused', () => {
    const never: DueRule = { within: { count: 1e9, unit: 'business days' }, of: 'entry' };
    expect(() => deadlineOf({ due: never, court: DC, entered, to: 'VeriSign' })).toThrow(RangeError);
  });
});

describe('the arithmetic', () => {
  test.each([
    [
      '2019-03-15T17:41:00-04:00',
      3,
      'business days',
      '3 business days from receipt Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20 Mar; D.C. calendar',
    ],
    [
      '2019-04-12T12:00:00-04:00',
      3,
      'business days',
      '3 business days from receipt Fri 12 Apr 2019: Mon 15, Wed 17, Thu 18 Apr; skipping Tue 16 Apr: Emancipation Day; D.C. calendar',
    ],
    [
      '2019-03-28T12:00:00-04:00',
      2,
      'business days',
      '2 business days from receipt Thu 28 Mar 2019: Fri 29 Mar, Mon 1 Apr; D.C. calendar',
    ],
    [
      '2024-12-30T12:00:00-05:00',
      3,
      'business days',
      "3 business days from receipt Mon 30 Dec 2024: Tue 31 Dec, Thu 2, Fri 3 Jan 2025; skipping Wed 1 Jan 2025: New Year's Day; D.C. calendar",
    ],
    [
      '2019-03-01T12:00:00-05:00',
      20,
      'business days',
      '20 business days from receipt Fri 1 Mar 2019: Mon 4, Tue 5, Wed 6 Mar … Fri 29 Mar; D.C. calendar',
    ],
    ['2019-03-15T16:00:00-04:00', 14, 'days', '14 days from receipt Fri 15 Mar 2019: Fri 29 Mar; D.C. calendar'],
    [
      '2019-04-02T12:00:00-04:00',
      14,
      'days',
      '14 days from receipt Tue 2 Apr 2019: Wed 17 Apr, moved from Tue 16 Apr: Emancipation Day; D.C. calendar',
    ],
    [
      '2019-06-22T12:00:00-04:00',
      14,
      'days',
      '14 days from receipt Sat 22 Jun 2019: Mon 8 Jul, moved from Sat 6 Jul: weekend; D.C. calendar',
    ],
    [
      '2019-03-15T17:41:00-04:00',
      48,
      'hours',
      '48 hours from receipt Fri 15 Mar 2019 17:41 EDT: Mon 18 Mar 17:41 EDT, moved from Sun 17 Mar: weekend; D.C. calendar',
    ],
    [
      '2019-03-18T12:00:00-04:00',
      1,
      'business days',
      '1 business day from receipt Mon 18 Mar 2019: Tue 19 Mar; D.C. calendar',
    ],
  ] as const)('from %s, %d %s', (start, count, unit, words) => {
    expect(due(start, count, unit).arithmetic).toBe(words);
  });

  test('says that an observed Friday was counted', () => {
    expect(due('2026-07-01T12:00:00-04:00', 2, 'business days', FEDERAL).arithmetic).toBe(
      '2 business days from receipt Wed 1 Jul 2026: Thu 2, Fri 3 Jul; ' +
        'Fri 3 Jul is counted: Independence Day is only observed on it; U.S. federal calendar',
    );
  });

  test("gives the case file's own reason", () => {
    expect(due('2025-01-08T12:00:00-05:00', 1, 'business days', NEW_YEAR_OFF).arithmetic).toContain(
      'skipping Thu 9 Jan: National Day of Mourning',
    );
  });
});
