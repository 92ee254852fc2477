import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantIn, isTimeZone, localTime } from '../../src/calendar/zone.ts';
import { instantAt } from '../../src/model/instant.ts';
import { at } from '../support/values.ts';
import { day } from './support.ts';

const NEW_YORK = 'America/New_York';

describe('local time', () => {
  test.each([
    ['2019-03-15T20:00:00Z', NEW_YORK, '2019-03-15 16:00:00 EDT'],
    ['2019-01-15T20:00:00Z', NEW_YORK, '2019-01-15 15:00:00 EST'],
    ['2019-03-16T03:59:59Z', NEW_YORK, '2019-03-15 23:59:59 EDT'],
    ['2019-07-01T00:00:00Z', 'Europe/Berlin', '2019-07-01 02:00:00 CEST'],
    ['2019-07-01T00:00:00Z', 'Asia/Kolkata', '2019-07-01 05:30:00 UTC+05:30'],
    ['2019-07-01T00:00:00Z', 'Asia/Kathmandu', '2019-07-01 05:45:00 UTC+05:45'],
    ['2019-07-01T00:00:00Z', 'America/Sao_Paulo', '2019-06-30 21:00:00 UTC-03:00'],
    ['2019-07-01T00:00:00Z', 'UTC', '2019-07-01 00:00:00 UTC'],
  ])('%s in %s', (instant, zone, expected) => {
    const local = localTime(at(instant), zone);
    expect(`${local.date} ${local.time} ${local.zone}`).toBe(expected);
  });

  test('a local time that occurs twice is the earlier, one that is skipped moves forward', () => {
    expect(instantIn(NEW_YORK, day('2026-11-01'), '01:30')).toBe('2026-11-01T05:30:00Z');
    expect(instantIn(NEW_YORK, day('2026-03-08'), '02:30')).toBe('2026-03-08T07:30:00Z');
    expect(instantIn('Australia/Lord_Howe', day('2026-10-04'), '02:15')).toBe('2026-10-03T15:45:00Z');
  });

  test('knows which zones exist', () => {
    expect(['America/New_York', 'Europe/Rome', 'UTC'].every(isTimeZone)).toBe(true);
    expect(['America/Gotham', '', 'EDT5'].some(isTimeZone)).toBe(false);
  });
});

test('agrees with Temporal, in both directions', () => {
  const zones = [
    NEW_YORK,
    'America/Los_Angeles',
    'Europe/London',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ];
  const seconds = fc.integer({ min: Date.UTC(1999, 0) / 1000, max: Date.UTC(2037, 0) / 1000 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), seconds, (zone, second) => {
      const instant = instantAt(second * 1000);
      const local = localTime(instant, zone);
      const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
      expect(`${local.date}T${local.time}`).toBe(there.toPlainDateTime().toString({ fractionalSecondDigits: 0 }));
      // The same digits read as a wall clock: in the weeks of a change these are the skipped and the doubled hours.
      const wall = Temporal.PlainDateTime.from(instant.slice(0, 19));
      const expected = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
      expect(instantIn(zone, day(instant.slice(0, 10)), instant.slice(11, 19))).toBe(
        instantAt(expected.epochMilliseconds),
      );
    }),
    { numRuns: 500 },
  );
});

test('agrees with Temporal at every quarter of an hour around the changes of the clock', () => {
  for (const [zone, date] of [
    [NEW_YORK, '2026-03-08'],
    [NEW_YORK, '2026-11-01'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Europe/London', '2026-03-29'],
  ] as const) {
    for (let minute = 0; minute < 1440; minute += 15) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const expected = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
      expect(instantIn(zone, day(date), time), `${zone} ${date} ${time}`).toBe(instantAt(expected));
    }
  }
});
