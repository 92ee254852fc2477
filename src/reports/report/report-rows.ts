// The rows of a report, out of rows that were kept when they were judged (kept/) and are read back one by one, each time somebody
// goes through them.
import type { KeptRows } from '../kept/kept.ts';
import { readRows } from '../kept/read.ts';
import type { NameRows } from './case-report.ts';

interface RowsKept {
  /** No two of them have one row. */
  readonly parts: readonly KeptRows[];
  /** What registries are called, by their ids. */
  readonly titles: ReadonlyMap<string, string>;
}

export function reportRows({ parts, titles }: RowsKept): NameRows {
  const length = Math.max(0, ...parts.map(({ start }) => start.length));
  return { length, [Symbol.iterator]: () => readRows(parts, titles) };
}
