// The rows of a sheet, with what stands at a column and what stands over it.
import type { Flow } from './flows.ts';
import type { ReadLine } from './words.ts';

export interface Row {
  readonly number: number;
  readonly cells: Flow;
  /** In ascending order. */
  readonly columns: readonly number[];
  /** A blank row lies in front. */
  readonly apart: boolean;
  at(column: number): Flow;
}

const NOTHING: Flow = [];

/** From top to bottom; rows without a cell are left out. */
export function rowsOf(columns: readonly Flow[]): readonly Row[] {
  const cells = new Map<number, Map<number, ReadLine[]>>();
  for (const read of columns.flat()) {
    const { row: number = 0, column = 0 } = read.line.place;
    const row = cells.get(number) ?? new Map<number, ReadLine[]>();
    cells.set(number, row);
    const there = row.get(column);
    if (there === undefined) row.set(column, [read]);
    else there.push(read);
  }
  const rows = [...cells].sort(([a], [b]) => a - b);
  return rows.map(([number, row], nth) => ({
    number,
    cells: [...row.values()].flat(),
    columns: [...row.keys()].sort((a, b) => a - b),
    apart: number - (rows[nth - 1]?.[0] ?? number) > 1,
    at: (column) => row.get(column) ?? NOTHING,
  }));
}

/** A cell stands over the empty ones to its right as well: it may be one with them. */
export function cellsOver(row: Row, column: number): Flow {
  const from = row.columns[lastUpTo(row.columns, column)];
  return from === undefined || from > column ? NOTHING : row.at(from);
}

/** Where the last of them stands that is no greater; the first where all are. */
export function lastUpTo(ascending: readonly number[], most: number): number {
  let [from, to] = [0, ascending.length - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if ((ascending[middle] ?? 0) <= most) from = middle;
    else to = middle - 1;
  }
  return from;
}

export function textIn(flows: readonly Flow[]): string {
  return flows
    .flat()
    .map(({ text }) => text)
    .join(' ');
}
