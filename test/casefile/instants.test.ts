// Ends that a case file states in the court's own terms: days after entry by the clock, and days that last to their midnight.
import { describe, expect, test } from 'vitest';
import { expiryOf, sealEnd } from '../../src/casefile/instants.ts';
import type { LocalDate } from '../../src/model/instant.ts';
import { at } from '../support/values.ts';

const NEW_YORK = 'America/New_York';

describe('an order that ends so many days after its entry', () => {
  test.each([
    ['ends at the same time on the clock', '2019-03-15T16:00:00-04:00', 14, '2019-03-29T16:00:00-04:00'],
    ['also where the clock is put forward meanwhile', '2026-03-01T16:00:00-05:00', 14, '2026-03-15T16:00:00-04:00'],
    ['also where it is put back', '2026-10-25T16:00:00-04:00', 14, '2026-11-08T16:00:00-05:00'],
    ['an hour later where that time is skipped', '2026-02-22T02:30:00-05:00', 14, '2026-03-08T03:30:00-04:00'],
    ['at the first of two where that time comes twice', '2026-10-18T01:30:00-04:00', 14, '2026-11-01T01:30:00-04:00'],
    ['from the day at the court, not in UTC', '2019-03-15T23:30:00-04:00', 1, '2019-03-16T23:30:00-04:00'],
    ['on a weekend too', '2019-03-01T12:00:00-05:00', 15, '2019-03-16T12:00:00-04:00'],
    ['in the next year', '2019-12-30T12:00:00-05:00', 14, '2020-01-13T12:00:00-05:00'],
  ])('%s', (_, entered, after, end) => {
    expect(expiryOf({ entered: at(entered), expires: { after } }, NEW_YORK)).toBe(at(end));
  });

  test('is not known where its entry, the number of days or the zone is not', () => {
    const entered = at('2019-03-15T20:00:00Z');
    expect(expiryOf({ entered: undefined, expires: { after: 14 } }, NEW_YORK)).toBeUndefined();
    expect(expiryOf({ entered, expires: { after: undefined } }, NEW_YORK)).toBeUndefined();
    expect(expiryOf({ entered, expires: { after: 14 } }, undefined)).toBeUndefined();
    expect(expiryOf({ entered }, NEW_YORK)).toBeUndefined();
  });

  test('is the instant itself where the order states one, whatever the zone', () => {
    const expires = at('2019-03-29T20:00:00Z');
    expect(expiryOf({ entered: undefined, expires }, undefined)).toBe(expires);
  });
});

describe('a seal', () => {
  test.each([
    ['2019-03-27', '2019-03-28T04:00:00Z'],
    ['2019-03-10', '2019-03-11T04:00:00Z'],
    ['2019-11-03', '2019-11-04T05:00:00Z'],
    ['2019-12-31', '2020-01-01T05:00:00Z'],
  ])('until %s lasts through that day at the court', (until, end) => {
    expect(sealEnd({ seal: { until: until as LocalDate, touches: [] } }, NEW_YORK)).toBe(end);
  });

  test('until an instant ends at it, and a day in no zone at none that is known', () => {
    const until = at('2019-03-27T13:00:00Z');
    expect(sealEnd({ seal: { until, touches: [] } }, undefined)).toBe(until);
    expect(sealEnd({ seal: { until: '2019-03-27' as LocalDate, touches: [] } }, undefined)).toBeUndefined();
    expect(sealEnd({}, NEW_YORK)).toBeUndefined();
  });
});
