// Names of a long list in its order, and the stretches of lines that follow one another: a million names are a few of them.
import type { PlainList } from '../../intake/plain-list.ts';
import { type ImportedStretch, stretchOf } from '../../model/case/import.ts';
import type { Name } from '../../model/name.ts';

export interface Entry {
  readonly line: number;
  /** A name, or its number in the list: of a million stretched out names hardly one is ever read. */
  readonly name: Name | number;
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
    yield { name: at, line };
  }
  yield* others.slice(next);
}

/** A list with more gaps than this is one stretch, of which nobody says on which lines its names stand. */
const STRETCHES = 2000;

export function boundedStretches(fresh: Fresh, more: readonly Entry[]): readonly ImportedStretch[] {
  const found: ImportedStretch[] = [];
  for (const { first, last, count } of stretches(merged(fresh, more))) {
    const ends = { first: nameOf(fresh, first), last: nameOf(fresh, last) };
    if (found.length === STRETCHES) return [wholeOf(fresh, more)];
    found.push(stretchOf({ ...ends, count, place: { line: first.line } }));
  }
  return found;
}

export function nameOf({ list }: Fresh, { name }: Entry): Name {
  return typeof name === 'number' ? list.name(name) : name;
}

interface Stretch {
  readonly first: Entry;
  readonly last: Entry;
  readonly count: number;
}

/** A name that was there already, or a blank line, ends one. */
function* stretches(entries: Iterable<Entry>): Iterable<Stretch> {
  let first: Entry | undefined;
  let last: Entry | undefined;
  let count = 0;
  for (const entry of entries) {
    if (first !== undefined && last !== undefined && entry.line !== last.line + 1) {
      yield { first, last, count };
      [first, count] = [undefined, 0];
    }
    first ??= entry;
    last = entry;
    count += 1;
  }
  if (first !== undefined && last !== undefined) yield { first, last, count };
}

function wholeOf(fresh: Fresh, more: readonly Entry[]): ImportedStretch {
  const all = [...merged(fresh, more)];
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) throw new Error('no stretch without names');
  return { first: nameOf(fresh, first), last: nameOf(fresh, last), count: all.length };
}
