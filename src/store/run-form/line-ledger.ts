// Where the lines of a run stand, as numbers outside the heap: a hundred thousand names have a million lines, and an array for
// each is several times what is in it.
import { openColumn } from './column.ts';

/** A line as the index takes it in, with its check sum. */
export type LineSum = readonly [number: number, offset: number, sum: number];

/** Lines that were added together. */
export interface Span {
  readonly from: number;
  readonly count: number;
}

export interface Ledger {
  add(lines: readonly LineSum[]): Span;
  of(span: Span): readonly LineSum[];
}

export function openLedger(): Ledger {
  // An offset may need more than 32 bits.
  const [numbers, offsets, sums] = [openColumn(Uint32Array), openColumn(Float64Array), openColumn(Int32Array)];
  let lines = 0;
  return {
    add(added) {
      const span = { from: lines, count: added.length };
      for (const [number, offset, sum] of added) {
        numbers.set(lines, number);
        offsets.set(lines, offset);
        sums.set(lines, sum);
        lines += 1;
      }
      return span;
    },
    of: ({ from, count }) =>
      Array.from({ length: count }, (_, i) => [numbers.get(from + i), offsets.get(from + i), sums.get(from + i)]),
  };
}
