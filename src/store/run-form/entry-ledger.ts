// What the lookups of each name came to, as numbers outside the heap: a check keeps them from its beginning to its end, and as
// objects they are a kilobyte a name. Entries of a name are a chain, in the order in which they came.
import { LOOKUP_KINDS, type LookupKind } from '../../model/seen/observation.ts';
import { openColumn } from './column.ts';
import type { Span } from './line-ledger.ts';

/** What one lookup of one name came to. Its lines stand in the line ledger. */
export interface Entry {
  readonly lookup: LookupKind;
  readonly lines: Span;
  /** Sixteen hexadecimal digits. */
  readonly fingerprint: string;
}

interface Entries {
  /** A later one of the same name and lookup takes the place of the earlier one. */
  put(name: string, entry: Entry): void;
  of(name: string): readonly Entry[];
  has(name: string, lookup: LookupKind): boolean;
  names(): Iterable<string>;
  count(): number;
}

const HALF = 8;

export function openEntries(): Entries {
  const firsts = new Map<string, number>();
  const [lookups, froms, counts] = [openColumn(Uint8Array), openColumn(Uint32Array), openColumn(Uint32Array)];
  const [highs, lows, nexts] = [openColumn(Uint32Array), openColumn(Uint32Array), openColumn(Uint32Array)];
  // Nothing stands at 0, so that a chain ends there.
  let last = 0;
  const write = (at: number, { lookup, lines, fingerprint }: Entry): void => {
    lookups.set(at, LOOKUP_KINDS.indexOf(lookup));
    froms.set(at, lines.from);
    counts.set(at, lines.count);
    highs.set(at, Number.parseInt(fingerprint.slice(0, HALF), 16));
    lows.set(at, Number.parseInt(fingerprint.slice(HALF), 16));
  };
  const read = (at: number): readonly Entry[] => {
    const lookup = LOOKUP_KINDS[lookups.get(at)];
    if (lookup === undefined) return [];
    const lines = { from: froms.get(at), count: counts.get(at) };
    return [{ lookup, lines, fingerprint: `${halfText(highs.get(at))}${halfText(lows.get(at))}` }];
  };
  function* chain(name: string): Generator<number> {
    for (let at = firsts.get(name) ?? 0; at > 0; at = nexts.get(at)) yield at;
  }
  const find = (name: string, lookup: LookupKind): number | undefined => {
    const code = LOOKUP_KINDS.indexOf(lookup);
    for (const at of chain(name)) if (lookups.get(at) === code) return at;
    return undefined;
  };
  return {
    put(name, entry) {
      const earlier = find(name, entry.lookup);
      if (earlier !== undefined) return write(earlier, entry);
      const end = [...chain(name)].at(-1);
      last += 1;
      write(last, entry);
      if (end === undefined) firsts.set(name, last);
      else nexts.set(end, last);
    },
    of: (name) => [...chain(name)].flatMap(read),
    has: (name, lookup) => find(name, lookup) !== undefined,
    names: () => firsts.keys(),
    count: () => firsts.size,
  };
}

function halfText(half: number): string {
  return half.toString(16).padStart(HALF, '0');
}
