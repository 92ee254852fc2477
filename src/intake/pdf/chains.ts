// Segments that stand below each other become chains: a paragraph, or one column of a table. Between two of them it is asked
// whether a name could go on from one to the next; where that cannot be ruled out, it is left open.
import type { Rule } from './painted.ts';
import type { Layout, Row, Segment } from './rows.ts';

export interface Chain {
  readonly segments: readonly Segment[];
  /** For each segment whether it ends on its own, and nothing is broken between it and the next one. */
  readonly ends: readonly boolean[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** In parts of the letters' size; double spacing is 2. */
const FARTHEST = 2.6;
/** What is further apart than lines of one text are, is another text. */
const WIDER = 1.3;
const BLANK = 0.2;

export function chainsOf(
  rows: readonly Row[],
  layout: Layout,
): { readonly chains: readonly Chain[]; readonly loose: Loose } {
  const lower = new Map<Segment, Segment[]>();
  const upper = new Map<Segment, Segment[]>();
  for (const [at, row] of rows.entries()) {
    for (const segment of row.segments) {
      for (const below of nextBelow(rows, at, segment)) {
        lower.set(segment, [...(lower.get(segment) ?? []), below]);
        upper.set(below, [...(upper.get(below) ?? []), segment]);
      }
    }
  }
  const only = (segment: Segment) => {
    const [below, ...more] = lower.get(segment) ?? [];
    return below !== undefined && more.length === 0 && upper.get(below)?.length === 1 ? below : undefined;
  };
  const followers = new Set(rows.flatMap(({ segments }) => segments.map(only)));
  const chains = rows.flatMap(({ segments }) =>
    segments.filter((segment) => !followers.has(segment)).map((first) => chainOf(walk(first, only), layout)),
  );
  return { chains, loose: looseIn(chains, upper, layout) };
}

/** Chains that begin closely below another one that may go on in them. */
export type Loose = ReadonlyMap<Chain, Chain>;

function* walk(first: Segment, next: (segment: Segment) => Segment | undefined): Generator<Segment> {
  for (let at: Segment | undefined = first; at !== undefined; at = next(at)) yield at;
}

/** What of the rows below stands under the segment, with nothing in between. */
function nextBelow(rows: readonly Row[], at: number, segment: Segment): readonly Segment[] {
  const found: Segment[] = [];
  for (let below = at + 1; below < rows.length; below += 1) {
    const row = rows[below];
    if (row === undefined || row.y - segment.y > FARTHEST * segment.size) break;
    for (const one of row.segments) {
      if (one.y - segment.y > FARTHEST * Math.min(segment.size, one.size) || !over(segment, one)) continue;
      if (!found.some((nearer) => over(nearer, one))) found.push(one);
    }
  }
  return found;
}

function over(one: Pick<Segment, 'left' | 'right' | 'size'>, other: Pick<Segment, 'left' | 'right' | 'size'>): boolean {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.2 * Math.min(one.size, other.size);
}

function chainOf(walked: Iterable<Segment>, layout: Layout): Chain {
  const segments = [...walked];
  const right = Math.max(...segments.map((one) => one.right));
  const pitch = closest(segments);
  const ends = segments.map((one, at) => {
    const next = segments[at + 1];
    return next !== undefined && endsBetween(one, next, { right, pitch, layout });
  });
  const [first] = segments;
  const last = segments.at(-1);
  return {
    segments,
    ends,
    right,
    left: Math.min(...segments.map((one) => one.left)),
    top: (first?.y ?? 0) - (first?.size ?? 0),
    bottom: (last?.y ?? 0) + (last?.size ?? 0) * 0.3,
  };
}

/** The distance of lines, where several are known. */
function closest(segments: readonly Segment[]): number {
  const steps = segments.flatMap((one, at) => {
    const next = segments[at + 1];
    return next !== undefined && sameSize(one, next) ? [next.y - one.y] : [];
  });
  return Math.min(Number.POSITIVE_INFINITY, ...steps);
}

interface Between {
  readonly right: number;
  readonly pitch: number;
  readonly layout: Layout;
}

function endsBetween(one: Segment, next: Segment, { right, pitch, layout }: Between): boolean {
  if (!sameSize(one, next) || hasRoom(one, next, right)) return true;
  if (BREAKABLE.test(one.text)) return false;
  if (partedByTags(one, next, layout)) return true;
  if (layout.rules.some((rule) => lies(rule, one, next))) return true;
  return next.y - one.y > WIDER * pitch;
}

/** Programs like to break a name behind these, so that no other sign outweighs one at the end of a line. */
export const BREAKABLE = /[-.\u00ad\u2010\u2011/_:@]$/;

/** The first word of what follows would have fitted, so that no program had to break the line here. */
export function hasRoom(one: Segment, next: Segment, right: number): boolean {
  return right - one.right >= firstWidth(next) + BLANK * one.size;
}

function firstWidth({ words }: Segment): number {
  const end = words.findIndex((word, at) => {
    const after = words[at + 1];
    return word.blankAfter || after === undefined || after.left - word.right > BLANK * word.size;
  });
  const [first] = words;
  const last = words[end];
  return first === undefined || last === undefined ? 0 : last.right - first.left;
}

/** A word does not change its size. */
export function sameSize(one: Segment, other: Segment): boolean {
  return Math.abs(one.size - other.size) <= 0.08 * Math.max(one.size, other.size);
}

export function partedByTags(one: Segment, next: Segment, { owner }: Layout): boolean {
  const [a, b] = [owner(one.words.at(-1)?.mark), owner(next.words[0]?.mark)];
  return a !== undefined && b !== undefined && a !== b;
}

/** Below the first one's letters, where an underline is not, and above the second one's. */
function lies({ box, upright }: Rule, one: Segment, next: Segment): boolean {
  const height = (box.top + box.bottom) / 2;
  return (
    !upright &&
    height > one.y + 0.22 * one.size &&
    height < next.y - 0.6 * next.size &&
    box.left <= Math.max(one.left, next.left) + 1 &&
    box.right >= Math.min(one.right, next.right) - 1
  );
}

/** A chain with several above it, or with one that has several below it, may be the rest of any of them. */
function looseIn(chains: readonly Chain[], upper: ReadonlyMap<Segment, readonly Segment[]>, layout: Layout): Loose {
  const home = new Map(chains.flatMap((chain) => chain.segments.map((segment) => [segment, chain] as const)));
  const loose = new Map<Chain, Chain>();
  for (const chain of chains) {
    const [first] = chain.segments;
    if (first === undefined) continue;
    for (const above of upper.get(first) ?? []) {
      const from = home.get(above);
      if (from === undefined || from === chain) continue;
      const between = { right: Math.max(from.right, chain.right), pitch: Number.POSITIVE_INFINITY, layout };
      if (!endsBetween(above, first, between)) loose.set(chain, from);
    }
  }
  return loose;
}
