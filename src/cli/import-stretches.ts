// Names of a long list in its order, and the stretches of lines that follow one another: a million names are a few of them.
import type { PlainList } from '../intake/plain-list.ts';
import { type ImportedStretch, stretchOf } from '../model/import.ts';
import type { Name } from '../model/name.ts';

export interface Entry {
  readonly name: Name;
  readonly line: number;
}

interface Fresh {
  readonly list: PlainList;
  /** By their numbers in the list. */
  readonly fresh: Uint32Array;
}

/** Those of the list with a few more, each where it stands. */
export function* merged({ list, fresh }: Fresh, more: readonly Entry[]): Iterable<Entry> {
  const others = [...more].sort((a, b) => a.line - b.line);
  let next = 0;
  for (const at of fresh) {
    const line = list.line(at);
    for (let other = others[next]; other !== undefined && other.line < line; other = others[next]) {
      yield other;
      next += 1;
    }
    yield { name: list.name(at), line };
  }
  yield* others.slice(next);
}

/** A list with more gaps than this is one stretch, of which nobody says on which lines its names stand. */
const STRETCHES = 2000;

export function boundedStretches(entries: () => Iterable<Entry>): readonly ImportedStretch[] {
  const found: ImportedStretch[] = [];
  for (const stretch of stretches(entries())) {
    if (found.push(stretch) > STRETCHES) return [wholeOf(entries())];
  }
  return found;
}

/** A name that was there already, or a blank line, ends one. */
function* stretches(entries: Iterable<Entry>): Iterable<ImportedStretch> {
  let first: Entry | undefined;
  let last: Entry | undefined;
  let count = 0;
  for (const entry of entries) {
    if (first !== undefined && last !== undefined && entry.line !== last.line + 1) {
      yield stretchOf({ first: first.name, last: last.name, count, place: { line: first.line } });
      [first, count] = [undefined, 0];
    }
    first ??= entry;
    last = entry;
    count += 1;
  }
  if (first !== undefined && last !== undefined) {
    yield stretchOf({ first: first.name, last: last.name, count, place: { line: first.line } });
  }
}

function wholeOf(entries: Iterable<Entry>): ImportedStretch {
  let [first, last, count]: [Entry | undefined, Entry | undefined, number] = [undefined, undefined, 0];
  for (const entry of entries) {
    first ??= entry;
    last = entry;
    count += 1;
  }
  if (first === undefined || last === undefined) throw new Error('no stretch without names');
  return { first: first.name, last: last.name, count };
}
