// The row of one name in the index of a run. Small indexes are read once and kept, so that several names can be asked of a
// year of runs; large ones are searched by halves in the file.
import { readPart } from '../disk/files.ts';
import { linesOf } from '../disk/lines.ts';
import { withFile } from '../disk/open-file.ts';
import { INDEX, type IndexRow, parseRow, rowStart } from '../run-form/name-index.ts';
import type { WholeRun } from './list.ts';

/** The row of a name, found and not yet parsed: over a year of runs most are only compared by their fingerprint. */
interface FoundRow {
  /** The fingerprint as the row's text has it; empty where the row is damaged. */
  readonly facts: string;
  parse(): IndexRow | undefined;
}

export type FindRow = (run: WholeRun, name: string) => FoundRow | undefined;

/** Indexes up to this size, and this much of them in all, are kept. */
const SMALL = 1 << 18;
const KEPT = 1 << 25;

export function openRows(): FindRow {
  // As octets they lie outside the heap; as strings, a year of indexes would be copied by every collection of garbage.
  const indexes = new Map<string, Buffer>();
  const lastPlaces = new Map<string, number>();
  let kept = 0;
  return (run, name) => {
    const size = run.size - run.foot.indexAt;
    const start = rowStart(name);
    if (size > SMALL) return withFile(run.path, (handle) => searchRow(run, handle, start));
    const index = run.index ?? indexes.get(run.path) ?? readIndex(run, size);
    if (run.index === undefined && !indexes.has(run.path) && kept + size <= KEPT) {
      indexes.set(run.path, index);
      kept += size;
    }
    const at = placeOf(index, start, lastPlaces.get(name) ?? 0);
    if (at < 0) return undefined;
    lastPlaces.set(name, at);
    return foundAt(index, { at, facts: at + start.length });
  };
}

function readIndex(run: WholeRun, size: number): Buffer {
  return withFile(run.path, (handle) => readPart(handle, run.foot.indexAt, size));
}

/** Rows stand in the order of the names, so a name is near where it was in the run before. */
const NEAR = 1 << 10;

function placeOf(index: Buffer, start: string, last: number): number {
  if (index.toString('latin1', last, last + start.length) === start) return last;
  const near = index.indexOf(start, Math.max(0, last - NEAR), 'latin1');
  return near < 0 && last > NEAR ? index.indexOf(start, 0, 'latin1') : near;
}

const FACTS = /^"facts":"([0-9a-f]{16})"/;
const FACTS_LENGTH = '"facts":"0123456789abcdef"'.length;

function foundAt(index: Buffer, { at, facts }: { readonly at: number; readonly facts: number }): FoundRow {
  return {
    facts: FACTS.exec(index.toString('latin1', facts, facts + FACTS_LENGTH))?.[1] ?? '',
    parse: () => parseRow(index.toString('latin1', at, index.indexOf(0x0a, at))),
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
    if (text.startsWith(start)) return foundAt(Buffer.from(`${text}\n`, 'latin1'), { at: 0, facts: start.length });
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
