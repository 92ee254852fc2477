import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, holds, holdsOctets, isFirst, WHOLE } from '../../src/model/part.ts';

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

  test('are told from octets as from a string', () => {
    fc.assert(
      fc.property(names, shares, (name, share) => {
        const octets = Buffer.from(`- {"name":"${name}","facts"`);
        for (const part of cut(share)) expect(holdsOctets(part, octets, 11)).toBe(holds(part, name));
      }),
    );
  });

  test('are about as large as they should be, of names that hardly differ', () => {
    const [first, second] = cut(0.4);
    const some = Array.from({ length: 20_000 }, (_, at) => `generated-name-${at}.example`);
    expect(some.filter((name) => holds(first, name)).length / some.length).toBeCloseTo(0.4, 1);
    expect(some.filter((name) => holds(second, name)).length / some.length).toBeCloseTo(0.6, 1);
    expect([isFirst(first), isFirst(second), isFirst(WHOLE)]).toEqual([true, false, true]);
  });
});

test.each(['a\\u0062c.example"', 'A.example"', 'a b.example"', 'unending.example', ''])(
  'octets that are no plain name with its quote are not told: %j',
  (text) => {
    expect(cut(0.5).map((part) => holdsOctets(part, Buffer.from(text), 0))).toEqual([undefined, undefined]);
  },
);
