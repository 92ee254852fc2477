import { describe, expect, test } from 'vitest';
import type { ResolverClass, ResolverState } from '../../src/model/judged/resolver-state.ts';
import { completionOf } from '../../src/progress/completion.ts';
import { at } from '../support/values.ts';

function state(server: string, found: ResolverClass, until?: string): ResolverState {
  return { server, class: found, citations: [], ...(until === undefined ? {} : { until: at(until) }) };
}

describe('by when every resolver shows it', () => {
  test('is the latest end of what is old', () => {
    const states = [
      state('a', 'old-cached', '2019-03-29T21:00:00Z'),
      state('b', 'bogus-cached', '2019-03-30T09:00:00.5Z'),
      state('c', 'old-delegation-cached', '2019-03-30T09:00:00Z'),
      state('d', 'equal'),
    ];
    expect(completionOf(states)).toEqual({ by: '2019-03-30T09:00:00.500Z', open: [] });
  });

  test('is nothing to say where each of them does, or none was asked', () => {
    expect(completionOf([state('a', 'equal'), state('b', 'equal')])).toBeUndefined();
    expect(completionOf([])).toBeUndefined();
  });

  test('is open where waiting does not help, or nobody knows', () => {
    const states = [state('a', 'old-cached', '2019-03-29T21:00:00Z'), state('b', 'bogus'), state('c', 'no-answer')];
    expect(completionOf(states)).toEqual({ open: ['b', 'c'] });
  });
});
