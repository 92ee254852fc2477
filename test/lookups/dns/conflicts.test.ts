// The wait for a second answer, whatever the clock does meanwhile.
import { expect, test } from 'vitest';
import { openConflicts } from '../../../src/lookups/dns/conflicts.ts';
import { type Instant, instantAt, millisecondsOf } from '../../../src/model/instant.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import { at } from '../../support/values.ts';

const ASKED = at('2026-03-08T06:59:59Z');
const answered = { at: ASKED, took: 10, transport: 'udp', end: 'complete' } as Exchange;

const later = (milliseconds: number) => instantAt(millisecondsOf(ASKED) + milliseconds);
const waited = async (now: Instant) => {
  const begun = performance.now();
  const conflicts = openConflicts({ now: () => now, monotonic: () => performance.now() }, 60);
  expect(await conflicts.settle([answered], AbortSignal.timeout(15_000))).toEqual([]);
  return performance.now() - begun;
};

test.each([
  ['set back by a second', -1_000],
  ['set back by an hour', -3_600_000],
  ['set back by a year', -31_536_000_000],
])('%s, it waits no longer than it ever does', async (_, step) => {
  expect(await waited(later(step))).toBeLessThan(10_000);
});

test('set forward, it does not wait; otherwise for what is left', async () => {
  expect(await waited(later(86_400_000))).toBeLessThan(10_000);
  expect(await waited(later(10))).toBeGreaterThanOrEqual(59);
});
