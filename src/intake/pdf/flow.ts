// Sections of all pages to placed lines: which piece of text may go on in which other one, over columns and pages, and so which
// line may be broken at its end. Lines that may belong together stand one after the other.
import type { PlacedLine } from '../placed.ts';
import { BREAKABLE, type Chain, chainsOf, hasRoom, type Loose, partedByTags, sameSize } from './chains.ts';
import { furnitureLines, hiddenLines, lineOf } from './emit.ts';
import type { Marked } from './furniture.ts';
import { isProse, type Section, sectionsOf } from './order.ts';
import type { ReadPage } from './page.ts';
import { type Columns, tableLines } from './table.ts';

/** Running text of one block, chain after chain. */
interface Piece {
  readonly page: ReadPage;
  readonly chain: Chain;
}

type Block =
  | { readonly number: number; readonly pieces: Piece[] }
  | { readonly number: number; readonly tables: Columns[] };
type Text = Extract<Block, { pieces: unknown }>;

export function linesOf(pages: readonly ReadPage[], marked: Marked): readonly PlacedLine[] {
  const blocks: Block[] = [];
  let before: readonly Block[] = [];
  const firsts = pages.map((page) => {
    const first = blocks.length;
    const { sections, loose } = laidOut(page, marked);
    const here: Block[] = [];
    const home = new Map<Chain, Text>();
    for (const [at, section] of sections.entries()) {
      const block =
        'columns' in section
          ? tableFor(section, { page, loose, before: at === 0 ? before.at(-1) : undefined })
          : textFor(section.chain, { page, here, before, from: home.get(loose.get(section.chain) ?? section.chain) });
      const known = block ?? newBlock(section, { page, loose, number: blocks.length + 1 });
      if (block === undefined) blocks.push(known);
      if ('chain' in section && 'pieces' in known) home.set(section.chain, known);
      here.push(known);
    }
    before = here;
    return first;
  });
  return pages.flatMap((page, at) => [
    ...furnitureLines(page, marked, ['header', 'line-number']),
    ...blocks.slice(firsts[at], firsts[at + 1] ?? blocks.length).flatMap((block) => linesIn(block)),
    ...furnitureLines(page, marked, ['footer', 'page-number']),
    ...hiddenLines(page, blocks.length + page.number),
  ]);
}

function laidOut(page: ReadPage, marked: Marked): { readonly sections: readonly Section[]; readonly loose: Loose } {
  const body = page.rows.map((row) => ({ ...row, segments: row.segments.filter((one) => !marked.has(one)) }));
  const { chains, loose } = chainsOf(
    body.filter(({ segments }) => segments.length > 0),
    page.layout,
  );
  return { sections: sectionsOf(chains), loose };
}

interface Here {
  readonly page: ReadPage;
  readonly loose: Loose;
}

function newBlock(section: Section, { page, loose, number }: Here & { number: number }): Block {
  if ('chain' in section) return { number, pieces: [{ page, chain: section.chain }] };
  return { number, tables: [{ page, loose, columns: section.columns }] };
}

/** The table of the page before goes on where this one has the same columns. */
function tableFor(
  section: Extract<Section, { columns: unknown }>,
  { page, loose, before }: Here & { before: Block | undefined },
): Block | undefined {
  const last = before !== undefined && 'tables' in before ? before.tables.at(-1) : undefined;
  if (before === undefined || !('tables' in before) || last === undefined || last.page === page) return undefined;
  if (
    last.columns.length !== section.columns.length ||
    !section.columns.every((column, at) => sameEdge(column, last.columns[at]))
  )
    return undefined;
  before.tables.push({ page, loose, columns: section.columns });
  return before;
}

function sameEdge(one: readonly Chain[], other: readonly Chain[] | undefined): boolean {
  const lefts = [one, other ?? []].map((chains) => Math.min(...chains.map(({ left }) => left)));
  const rights = [one, other ?? []].map((chains) => Math.max(...chains.map(({ right }) => right)));
  const near = ([a = 0, b = 0]: readonly number[]) => Math.abs(a - b) < 3;
  const middle = (at: number) => ((lefts[at] ?? 0) + (rights[at] ?? 0)) / 2;
  return near(lefts) || near(rights) || near([middle(0), middle(1)]);
}

interface Around {
  readonly page: ReadPage;
  readonly here: readonly Block[];
  readonly before: readonly Block[];
  readonly from: Text | undefined;
}

/** The text that may be broken off where this chain begins. */
function textFor(chain: Chain, { page, here, before, from }: Around): Block | undefined {
  const own = here.filter((block) => 'pieces' in block);
  const last = (block: Text) => block.pieces.at(-1);
  const found =
    from ??
    columnOnPageBefore(chain, { page, own, before: before.filter((block) => 'pieces' in block) }) ??
    [own.at(-1) ?? before.filter((block) => 'pieces' in block).at(-1)].find((block) => {
      const piece = block && last(block);
      return piece !== undefined && mayGoOn(piece, chain, page) && jumps(piece, chain, page);
    });
  found?.pieces.push({ page, chain });
  return found;
}

interface Pages {
  readonly page: ReadPage;
  readonly own: readonly Text[];
  readonly before: readonly Text[];
}

function columnOnPageBefore(chain: Chain, { page, own, before }: Pages): Text | undefined {
  if (
    own.some(({ pieces }) =>
      pieces.some((one) => one.page === page && one.chain.bottom <= chain.top && beside(one.chain, chain)),
    )
  )
    return undefined;
  const bottom = ({ pieces }: Text) => pieces.at(-1)?.chain.bottom ?? 0;
  const [lowest] = before
    .filter(({ pieces }) => pieces.some((one) => beside(one.chain, chain)))
    .sort((a, b) => bottom(b) - bottom(a));
  const piece = lowest?.pieces.at(-1);
  return piece !== undefined && piece.page !== page && mayGoOn(piece, chain, page) ? lowest : undefined;
}

/** From the foot of a column to the head of the next one, or to the next page. */
function jumps(last: Piece, chain: Chain, page: ReadPage): boolean {
  const elsewhere = last.page !== page || last.chain.bottom > chain.top;
  return elsewhere && (isProse(last.chain) || BREAKABLE.test(last.chain.segments.at(-1)?.text ?? ''));
}

function beside(one: Chain, other: Chain): boolean {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return shared > 0.5 * Math.min(one.right - one.left, other.right - other.left);
}

export function mayGoOn({ chain, page }: Piece, next: Chain, nextPage: ReadPage): boolean {
  const last = chain.segments.at(-1);
  const [first] = next.segments;
  if (last === undefined || first === undefined || !sameSize(last, first)) return false;
  if (page === nextPage && !BREAKABLE.test(last.text) && partedByTags(last, first, page.layout)) return false;
  return !hasRoom(last, first, Math.max(chain.right, page === nextPage ? 0 : next.right));
}

function linesIn(block: Block): readonly PlacedLine[] {
  if ('tables' in block) return tableLines(block.tables, block.number);
  return block.pieces.flatMap(({ page, chain }, piece) =>
    chain.segments.map((segment, at) => {
      const isLast = at === chain.segments.length - 1;
      const own = isLast ? piece === block.pieces.length - 1 : chain.ends[at] === true;
      return lineOf(segment, { page, kind: 'line', block: block.number, end: own ? 'own' : 'wrapped' });
    }),
  );
}
