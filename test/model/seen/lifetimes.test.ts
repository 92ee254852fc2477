import { describe, expect, it } from 'vitest';
import { endsOf, runOf } from '../../../src/model/seen/lifetimes.ts';
import type { Sampled } from '../../../src/model/seen/observation.ts';
import { at } from '../../support/values.ts';

/** Seconds after the hour, and the lifetime then; `undefined`: the answer was gone. */
function sampled(...seen: readonly (readonly [number, number | undefined])[]): Sampled {
  return {
    of: 'apex a',
    seen: seen.map(([second, ttl]) => ({
      at: at(`2019-03-28T21:00:${String(second).padStart(2, '0')}Z`),
      ...(ttl === undefined ? {} : { ttl }),
    })),
  };
}

describe('how a lifetime runs', () => {
  it.each([
    ['falls', sampled([0, 86_376], [2, 86_374])],
    ['falls', sampled([0, 300], [3, 299])],
    ['falls', sampled([0, 300], [3, 294])],
    ['falls', sampled([0, 300], [3, 300], [6, 297])],
    ['several', sampled([0, 300], [3, 293])],
    ['several', sampled([0, 7], [3, undefined])],
    ['over', sampled([0, 6], [3, undefined])],
    ['stays', sampled([0, 30], [3, 30])],
    ['stays', sampled([0, 0], [3, 0])],
    ['several', sampled([0, 40], [3, 900])],
    ['several', sampled([0, 900], [3, 40])],
    ['several', sampled([0, 900], [3, undefined])],
    ['several', sampled([0, 40], [3, 37], [6, 900])],
    ['over', sampled([0, 2], [3, undefined])],
    ['over', sampled([0, undefined], [3, undefined])],
  ] as const)('%s', (run, seen) => {
    expect(runOf(seen)).toBe(run);
  });

  it('ends at the instant of the asking and what was left then, the earliest and the latest of them', () => {
    const ends = endsOf(sampled([0, 40], [3, 900], [6, undefined]));
    expect(ends).toEqual({ first: '2019-03-28T21:00:40Z', last: '2019-03-28T21:15:03Z' });
    expect(endsOf(sampled([0, undefined]))).toBeUndefined();
  });
});
