// Waiting between two looks: a machine that slept, a clock that was set, and an end before its time.
import { expect, test } from 'vitest';
import { passed, pause } from '../../../src/cli/watch/pause.ts';
import type { Clock } from '../../../src/model/clock.ts';
import { instantAt } from '../../../src/model/instant.ts';

const tick = (wall: number, steady: number) => ({ wall, steady });

test.each([
  ['both run', tick(1000, 0), tick(2000, 1000), 1000],
  ['the machine slept, and the steady clock with it', tick(1000, 0), tick(3_601_000, 5), 3_600_000],
  ['the clock on the wall was set back', tick(3_600_000, 0), tick(0, 1000), 1000],
  ['the clock on the wall was set back, and nothing else happened', tick(3_600_000, 7), tick(0, 7), 0],
])('%s', (_, before, now, milliseconds) => {
  expect(passed(before, now)).toBe(milliseconds);
});

/** A clock that goes on by so much every time it is looked at. */
function leaping(by: number): Clock {
  let at = 0;
  return {
    now: () => {
      at += by;
      return instantAt(at);
    },
    monotonic: () => 0,
  };
}

test('after a sleep the rest of an hour is not waited for', async () => {
  const steps: number[] = [];
  await pause({
    clock: leaping(2_000_000),
    milliseconds: 3_600_000,
    signal: new AbortController().signal,
    enough: () => false,
    onStep: (left) => steps.push(left),
  });
  expect(steps).toEqual([3_600_000, 1_600_000]);
});

test('an interruption and an end that has come wait for nothing', async () => {
  const steps: number[] = [];
  const common = { clock: leaping(0), milliseconds: 3_600_000, onStep: (left: number) => void steps.push(left) };
  await pause({ ...common, signal: AbortSignal.abort(), enough: () => false });
  await pause({ ...common, signal: new AbortController().signal, enough: () => true });
  expect(steps).toEqual([]);
});
