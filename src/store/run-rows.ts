// The row of one name in the index of a run. Small indexes are read once and kept, so that several names can be asked of a
// year of runs; large ones are searched by halves in the file.
import { readPart } from './files.ts';
import { linesOf } from './lines.ts';
import { INDEX } from './run-file.ts';
import { type IndexRow, parseRow, rowStart } from './run-index.ts';
import type { WholeRun } from './run-list.ts';
import { withFile } from './run-reading.ts';

/** The row of a name, found and not yet parsed: over a year of runs most are only compared by their fingerprint. */
export interface FoundRow {
  /** The fingerprint as the row's text has it; empty where the row is damaged. */
  readonly facts: string;
  parse(): IndexRow | undefined;
}

export type FindRow = (run: WholeRun, name: string) => FoundRow | undefined;

/** Indexes up to this size, and this much of them in all, are kept as text. */
const SMALL = 1 << 18;
const KEPT = 1 << 25;

export function openRows(): FindRow {
  const indexes = new Map<string, KeptIndex>();
  let kept = 0;
  return (run, name) => {
    const size = run.size - run.foot.indexAt;
    if (size > SMALL) return withFile(run.path, (handle) => searchRow(run, handle, rowStart(name)));
    const index =
      indexes.get(run.path) ?? keptIndex(withFile(run.path, (handle) => textAt(handle, run.foot.indexAt, size)));
    if (!indexes.has(run.path) && kept + size <= KEPT) {
      indexes.set(run.path, index);
      kept += size;
    }
    const at = index.rows.get(name);
    return at === undefined ? undefined : foundAt(index.text, { at, facts: at + rowStart(name).length });
  };
}

interface KeptIndex {
  readonly text: string;
  /** Where the row of a name starts. */
  readonly rows: ReadonlyMap<string, number>;
}

function keptIndex(text: string): KeptIndex {
  const rows = new Map<string, number>();
  for (let at = INDEX.length; isRow(text, at); at = text.indexOf('\n', at) + 1) rows.set(keyAt(text, at), at);
  return { text, rows };
}

const FACTS = /"facts":"([0-9a-f]{16})"/y;

function foundAt(text: string, { at, facts }: { readonly at: number; readonly facts: number }): FoundRow {
  FACTS.lastIndex = facts;
  return {
    facts: FACTS.exec(text)?.[1] ?? '',
    parse: () => parseRow(text.slice(at, text.indexOf('\n', at))),
  };
}

function textAt(handle: number, offset: number, length: number): string {
  return readPart(handle, offset, length).toString('latin1');
}

/** Rows stand in the order of their names, so each look halves what is left. */
function searchRow(run: WholeRun, handle: number, start: string): FoundRow | undefined {
  let [from, to] = [run.foot.indexAt + INDEX.length, run.size];
  while (to - from > LOOK) {
    const middle = from + Math.floor((to - from) / 2);
    const text = textAt(handle, middle, LOOK);
    const row = text.indexOf('\n') + 1;
    if (row === 0 || middle + row >= to) break;
    if (isRow(text, row) && keyAt(text, row) <= keyAt(start, 0)) from = middle + row;
    else to = middle + row;
  }
  for (const { text } of linesOf(handle, { from, to: run.size })) {
    if (text.startsWith(start)) return foundAt(`${text}\n`, { at: 0, facts: start.length });
    if (!isRow(text, 0) || keyAt(text, 0) > keyAt(start, 0)) return undefined;
  }
  return undefined;
}

const LOOK = 1 << 11;
const NAME_AT = rowStart('').length - 2;

function isRow(text: string, at: number): boolean {
  return text.startsWith('- {', at);
}

function keyAt(text: string, row: number): string {
  return text.slice(row + NAME_AT, text.indexOf('"', row + NAME_AT));
}
