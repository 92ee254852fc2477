// Where the lines of a run stand, all in one block of numbers while the run is written: a hundred thousand names have a million
// lines, and an array for each is several times what is in it.

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

const CELLS = 3;
const FIRST_LINES = 1024;

export function openLedger(): Ledger {
  // An offset may need more than 32 bits.
  let cells = new Float64Array(FIRST_LINES * CELLS);
  let lines = 0;
  const makeRoom = (wanted: number): void => {
    if (wanted * CELLS <= cells.length) return;
    const larger = new Float64Array(Math.max(wanted * CELLS, cells.length * 2));
    larger.set(cells);
    cells = larger;
  };
  return {
    add(added) {
      makeRoom(lines + added.length);
      const span = { from: lines, count: added.length };
      for (const line of added) {
        cells.set(line, lines * CELLS);
        lines += 1;
      }
      return span;
    },
    of: ({ from, count }) =>
      Array.from({ length: count }, (_, i) => {
        const at = (from + i) * CELLS;
        return [cells[at] ?? 0, cells[at + 1] ?? 0, cells[at + 2] ?? 0];
      }),
  };
}
