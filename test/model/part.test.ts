import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, holds, holdsShare, isBehind, isFirst, isLast, WHOLE } from '../../src/model/part.ts';

const names = fc.stringMatching(/^[a-z0-9_][a-z0-9_.-]{2,60}$/);
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('two parts', () => {
  test('have each name once, wherever the whole is cut', () => {
    fc.assert(
      fc.property(names, shares, (name, share) => {
        expect(cut(share).filter((part) => holds(part, name))).toHaveLength(1);
      }),
    );
  });

  test('have each place once, and all behind the first is the second', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), shares, (place, share) => {
        const [first, second] = cut(share);
        expect([first, second].filter((part) => holdsShare(part, place))).toHaveLength(1);
        expect([isBehind(first, place), isBehind(second, place)]).toEqual([holdsShare(second, place), false]);
      }),
    );
  });

  test('are about as large as they should be, of names that hardly differ', () => {
    const [first, second] = cut(0.4);
    const some = Array.from({ length: 20_000 }, (_, at) => `generated-name-${at}.example`);
    expect(some.filter((name) => holds(first, name)).length / some.length).toBeCloseTo(0.4, 1);
    expect(some.filter((name) => holds(second, name)).length / some.length).toBeCloseTo(0.6, 1);
    expect([first, second, WHOLE].map(isFirst)).toEqual([true, false, true]);
    expect([first, second, WHOLE].map(isLast)).toEqual([false, true, true]);
  });
});
