// The order in which chains are read: the page is cut where a gutter or a gap runs through, the widest first, and what lies
// left or above comes first (Nagy and Seth's XY cut).
import type { Chain } from './chains.ts';

/** Beyond that a page is no page of a document, and its chains are taken from the top. */
const MOST = 3_000;

export function inReadingOrder(chains: readonly Chain[]): readonly Chain[] {
  if (chains.length > MOST) return [...chains].sort(byPlace);
  const upright = widest(chains, { start: ({ left }) => left, end: ({ right }) => right });
  const level = upright ?? widest(chains, { start: ({ top }) => top, end: ({ bottom }) => bottom });
  if (level === undefined) return [...chains].sort(byPlace);
  return level.flatMap(inReadingOrder);
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

function byPlace(a: Chain, b: Chain): number {
  return a.top - b.top || a.left - b.left;
}
