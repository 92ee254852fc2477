// Chains of all pages to placed lines: which chain may go on in which other one, over columns and pages, and so which line may
// be broken at its end.
import type { LineDoubt, PlacedLine } from '../placed.ts';
import { BREAKABLE, type Chain, hasRoom, partedByTags, sameSize } from './chains.ts';
import type { Marked } from './furniture.ts';
import { inReadingOrder } from './order.ts';
import { laidOut, type ReadPage } from './page.ts';
import type { Row, Segment } from './rows.ts';

interface Flowing {
  readonly page: ReadPage;
  readonly chain: Chain;
  block: number;
  /** Another chain may go on where this one ends. */
  goesOn: boolean;
}

export function linesOf(pages: readonly ReadPage[], marked: Marked): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  let block = 0;
  let before: readonly Flowing[] = [];
  const all = pages.map((page) => {
    const body = page.rows.map((row) => ({ ...row, segments: row.segments.filter((one) => !marked.has(one)) }));
    const { chains, loose } = laidOut({
      rows: body.filter(({ segments }) => segments.length > 0),
      layout: page.layout,
    });
    const flowing: Flowing[] = [];
    const known = new Map<Chain, Flowing>();
    for (const chain of inReadingOrder(chains)) {
      const looseFrom = loose.get(chain);
      const from = (looseFrom && known.get(looseFrom)) ?? above(chain, { flowing, before, page });
      if (from === undefined) block += 1;
      else from.goesOn = true;
      const one = { page, chain, block: from?.block ?? block, goesOn: false };
      flowing.push(one);
      known.set(chain, one);
    }
    before = flowing;
    return flowing;
  });
  for (const [at, page] of pages.entries()) {
    lines.push(...furnitureLines(page, marked, ['header', 'line-number']));
    for (const flowing of all[at] ?? []) lines.push(...chainLines(flowing));
    lines.push(...furnitureLines(page, marked, ['footer', 'page-number']));
    for (const row of page.hidden) {
      block += 1;
      lines.push(...hiddenLines(row, { page, block }));
    }
  }
  return lines;
}

interface Before {
  readonly flowing: readonly Flowing[];
  readonly before: readonly Flowing[];
  readonly page: ReadPage;
}

/** The chain that may be broken off where this one begins. */
function above(chain: Chain, { flowing, before, page }: Before): Flowing | undefined {
  const highest = !flowing.some((one) => one.chain.bottom <= chain.top && beside(one.chain, chain));
  const column = highest
    ? before.filter((one) => beside(one.chain, chain)).sort((a, b) => b.chain.bottom - a.chain.bottom)[0]
    : undefined;
  if (column !== undefined && mayGoOn(column, chain, page)) return column;
  const last = flowing.at(-1) ?? before.at(-1);
  if (last === undefined || !mayGoOn(last, chain, page)) return undefined;
  const elsewhere = last.page !== page || last.chain.bottom > chain.top;
  return elsewhere && (isProse(last.chain) || BREAKABLE.test(last.chain.segments.at(-1)?.text ?? ''))
    ? last
    : undefined;
}

function beside(one: Chain, other: Chain): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) >
    0.5 * Math.min(one.right - one.left, other.right - other.left)
  );
}

function mayGoOn({ chain, page }: Flowing, next: Chain, nextPage: ReadPage): boolean {
  const last = chain.segments.at(-1);
  const [first] = next.segments;
  if (last === undefined || first === undefined || !sameSize(last, first)) return false;
  if (page === nextPage && !BREAKABLE.test(last.text) && partedByTags(last, first, page.layout)) return false;
  return !hasRoom(last, first, Math.max(chain.right, page === nextPage ? 0 : next.right));
}

/** Lines of several words that were broken. */
function isProse({ segments, ends }: Chain): boolean {
  return segments.some(({ words }, at) => words.length > 2 && ends[at] !== true);
}

function chainLines({ page, chain, block, goesOn }: Flowing): readonly PlacedLine[] {
  return chain.segments.map((segment, at) => {
    const last = at === chain.segments.length - 1;
    const end = (last ? !goesOn : chain.ends[at] === true) ? 'own' : 'wrapped';
    const doubt = doubtOf(segment, page);
    const place = { page: page.number, line: segment.row + 1 };
    return { text: segment.text, place, kind: 'line', block, end, ...(doubt === undefined ? {} : { doubt }) };
  });
}

function doubtOf({ words, text }: Segment, { recognised }: ReadPage): LineDoubt | undefined {
  if (recognised) return 'recognised';
  if (words.some(({ struck }) => struck)) return 'struck';
  return text.includes('.') && words.some(({ spaced }) => spaced) ? 'spaced' : undefined;
}

function furnitureLines(page: ReadPage, marked: Marked, wanted: readonly string[]): readonly PlacedLine[] {
  return page.rows.flatMap(({ segments }) =>
    segments.flatMap((segment): readonly PlacedLine[] => {
      const what = marked.get(segment);
      if (what === undefined || !wanted.includes(what)) return [];
      return [{ text: segment.text, place: { page: page.number, line: segment.row + 1 }, kind: 'furniture', what }];
    }),
  );
}

/** A row that is not seen stands at the line beside or above it. */
function hiddenLines({ y, segments }: Row, { page, block }: { page: ReadPage; block: number }): readonly PlacedLine[] {
  const line = Math.max(1, page.rows.filter((row) => row.y <= y + 1).length);
  const place = { page: page.number, line };
  return segments.map(({ text }) => ({ text, place, kind: 'line', block, end: 'own', doubt: 'hidden' }));
}
