// Small pieces become large ones, of which none is cut and none gets lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inLargePieces } from '../../src/reports/large-pieces.ts';

test('pieces are joined whole, in their order, and each is no longer than a write and one of them', () => {
  const lengths = fc.array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 200_000 })));
  fc.assert(
    fc.property(lengths, (all) => {
      const pieces = all.map((length, at) => String.fromCharCode(97 + (at % 26)).repeat(length));
      const large = [...inLargePieces(pieces)];
      expect(large.join('')).toBe(pieces.join(''));
      const ends = new Set<number>();
      pieces.reduce((sum, { length }) => {
        ends.add(sum + length);
        return sum + length;
      }, 0);
      let end = 0;
      for (const piece of large) {
        end += piece.length;
        expect(ends.has(end)).toBe(true);
      }
      expect(large.slice(0, -1).every(({ length }) => length >= 64 * 1024)).toBe(true);
    }),
  );
});

test('a document is made while it is written', () => {
  let made = 0;
  const endless = {
    *[Symbol.iterator]() {
      for (; made < 1_000_000; made += 1) yield 'x'.repeat(100);
    },
  };
  const [first] = inLargePieces(endless);
  expect(first?.length).toBe(65_600);
  expect(made).toBeLessThan(1000);
});
