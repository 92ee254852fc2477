// Held against the tz database of this Node, by way of Intl and Temporal: should Congress change the clocks, this is the test
// that says so.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { americanClock, hasAmericanClock } from '../../src/calendar/american-clock.ts';
import { DISTRICT_COURTS } from '../../src/casefile/courts.ts';

const zones = [...new Set(DISTRICT_COURTS.map(({ timeZone }) => timeZone))];
const known = zones.filter(hasAmericanClock);

function nameIn(zone: string): (at: number) => string | undefined {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  return (at) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
}

test('the zones of the federal district courts are there, but for two that English has no short name for', () => {
  expect(zones.filter((zone) => !hasAmericanClock(zone)).sort()).toEqual(['Pacific/Guam', 'Pacific/Saipan']);
});

describe.each(known)('%s', (zone) => {
  const nameAt = nameIn(zone);

  test('shows what the tz database says, at each change of the clock and half a day around it', () => {
    const end = Temporal.Instant.from('2029-01-01T00:00:00Z');
    let change = Temporal.Instant.from('2007-03-02T00:00:00Z').toZonedDateTimeISO(zone);
    const looks = [change.epochMilliseconds];
    for (;;) {
      const next = change.getTimeZoneTransition('next');
      if (next === null || Temporal.Instant.compare(next.toInstant(), end) >= 0) break;
      change = next;
      for (let minute = -720; minute <= 720; minute += 15) looks.push(next.epochMilliseconds + minute * 60_000);
      looks.push(next.epochMilliseconds - 1);
    }
    for (let at = Date.UTC(2007, 2, 2); at < Date.UTC(2029, 0); at += 20 * 86_400_000) looks.push(at);
    for (const at of looks) {
      const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const expected = { offset: there.offsetNanoseconds / 1e6, zone: nameAt(at) };
      expect(americanClock(at, zone), there.toString()).toEqual(expected);
    }
  });
});

test('says nothing of other zones and of years outside the table', () => {
  expect(americanClock(Date.UTC(2026, 6), 'Europe/Berlin')).toBeUndefined();
  expect(americanClock(Date.UTC(2006, 6), 'America/New_York')).toBeUndefined();
  expect(americanClock(Date.UTC(2029, 0), 'America/New_York')).toBeUndefined();
});
