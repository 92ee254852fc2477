// The order in which chains are read: the page is cut where a gutter or a gap runs through, the widest first, and what lies
// left or above comes first (Nagy and Seth's XY cut). Columns that hold cells instead of prose are a table.
import type { Chain } from './chains.ts';

/** A table's columns from the left, each from the top; or a piece of running text. */
export type Section = { readonly columns: readonly (readonly Chain[])[] } | { readonly chain: Chain };

/** Beyond that a page is no page of a document, and its chains are taken from the top. */
const MOST = 3_000;

export function sectionsOf(chains: readonly Chain[]): readonly Section[] {
  if (chains.length > MOST) return texts(chains);
  const columns = columnsOf(chains);
  const edges = columns && edgesOf(columns);
  if (edges !== undefined) return edges.flatMap(sectionsOf);
  if (columns !== undefined)
    return isTable(columns) ? [{ columns: columns.map(fromTheTop) }] : columns.flatMap(sectionsOf);
  const bands = widest(chains, { start: ({ top }) => top, end: ({ bottom }) => bottom });
  return bands === undefined ? texts(chains) : bands.flatMap(sectionsOf);
}

function texts(chains: readonly Chain[]): readonly Section[] {
  return fromTheTop(chains).map((chain) => ({ chain }));
}

function columnsOf(chains: readonly Chain[]): readonly (readonly Chain[])[] | undefined {
  const sides = widest(chains, { start: ({ left }) => left, end: ({ right }) => right });
  return sides?.flatMap((side) => columnsOf(side) ?? [side]);
}

/** What stands above or below all other columns is a heading or a note, and no part of its column. */
function edgesOf(columns: readonly (readonly Chain[])[]): readonly (readonly Chain[])[] | undefined {
  const tops = columns.map((column) => Math.min(...column.map(({ top }) => top)));
  const feet = columns.map((column) => Math.max(...column.map(({ bottom }) => bottom)));
  const others = (values: readonly number[], own: number) => values.filter((_, at) => at !== own);
  const above = columns.flatMap((column, at) => column.filter(({ bottom }) => bottom <= Math.min(...others(tops, at))));
  const below = columns.flatMap((column, at) => column.filter(({ top }) => top >= Math.max(...others(feet, at))));
  const outside = new Set([...above, ...below]);
  const rest = columns.flat().filter((chain) => !outside.has(chain));
  return outside.size === 0 || rest.length === 0 ? undefined : [above, rest, below].filter((part) => part.length > 0);
}

interface Axis {
  readonly start: (chain: Chain) => number;
  readonly end: (chain: Chain) => number;
}

/** The two sides of the widest gap that no chain crosses; `undefined` where there is none. */
function widest(chains: readonly Chain[], { start, end }: Axis): readonly (readonly Chain[])[] | undefined {
  const sorted = [...chains].sort((a, b) => start(a) - start(b));
  let [best, cut, reach] = [0, -1, Number.NEGATIVE_INFINITY];
  for (const [at, chain] of sorted.entries()) {
    if (at > 0 && start(chain) - reach > best) [best, cut] = [start(chain) - reach, at];
    reach = Math.max(reach, end(chain));
  }
  return cut === -1 ? undefined : [sorted.slice(0, cut), sorted.slice(cut)];
}

function fromTheTop(chains: readonly Chain[]): readonly Chain[] {
  return [...chains].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Two columns without prose, and lines of theirs that stand in one row. */
function isTable(columns: readonly (readonly Chain[])[]): boolean {
  const cells = columns.filter((column) => !column.some(isProse));
  const rows = columns.map((column) => new Set(column.flatMap(({ segments }) => segments.map(({ row }) => row))));
  const shared = rows.flatMap((one, at) =>
    rows.slice(at + 1).map((other) => [...one].filter((row) => other.has(row)).length),
  );
  return cells.length >= 2 && Math.max(0, ...shared) >= 2;
}

/** Lines of several words that were broken. */
export function isProse({ segments, ends }: Chain): boolean {
  return segments.some(({ words }, at) => words.length > 2 && ends[at] !== true && at < segments.length - 1);
}
