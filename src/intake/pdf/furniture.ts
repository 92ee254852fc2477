// What stands on page after page and is no part of the text: running headers and footers, page numbers, the line numbers of
// pleading paper, the head of a table that is repeated.
import type { Furniture } from '../placed.ts';
import type { Row, Segment } from './rows.ts';

interface PageRows {
  readonly rows: readonly Row[];
  readonly height: number;
}

export type Marked = ReadonlyMap<Segment, Furniture>;

/** Of the height of the page, above and below. */
const EDGE = 0.14;
const EDGE_ROWS = 4;
const PAGE_NUMBER = /^(?:page\s*)?[\W_]*(?:[a-z]-?)?\d{1,4}[\W_]*(?:(?:of|\/)\s*\d{1,4}[\W_]*)?$/i;
/** What a federal court's system prints on every page that is filed (CM/ECF, 2026-11). */
const FILED = /^(?:usca\d* )?case:? \d.*(?:document|filed|page ?id|page:?) .*\d/i;
/** As many lines as pleading paper has, or the most of them. */
const LEAST_NUMBERS = 15;

export function furnitureOf(pages: readonly PageRows[]): Marked {
  const marked = new Map<Segment, Furniture>();
  for (const page of pages) for (const segment of lineNumbers(page)) marked.set(segment, 'line-number');
  markEdges(pages, marked);
  markTableHeads(pages, marked);
  for (const segment of artifacts(pages)) if (!marked.has(segment.one)) marked.set(segment.one, segment.what);
  return marked;
}

/** 1 to 28, or 25, or 32, in one column at the left of everything. */
function lineNumbers({ rows }: PageRows): readonly Segment[] {
  const firsts = rows.flatMap(({ segments }) => segments.slice(0, 1)).filter(({ text }) => /^\d{1,2}$/.test(text));
  const run = firsts.filter((one, at) => {
    const before = firsts[at - 1];
    const after = firsts[at + 1];
    return Number(one.text) === Number(before?.text) + 1 || Number(one.text) === Number(after?.text) - 1;
  });
  const edge = Math.max(...run.map(({ right }) => right));
  const counted = new Set(run);
  const others = rows.flatMap(({ segments }) => segments).filter((one) => !counted.has(one));
  const alone = others.every(({ left, text }) => left > edge - 1 || text.trim() === '');
  return run.length >= LEAST_NUMBERS && Number(run[0]?.text) === 1 && alone ? run : [];
}

function markEdges(pages: readonly PageRows[], marked: Map<Segment, Furniture>): void {
  const edges = pages.map((page) => edgeRows(page, marked));
  const seen = new Map<string, number>();
  for (const rows of edges)
    for (const key of new Set(rows.map(({ key }) => key))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const least = pages.length <= 3 ? 2 : Math.max(2, Math.ceil(pages.length / 4));
  for (const { row, text, key, what } of edges.flat()) {
    const kind = PAGE_NUMBER.test(text) ? 'page-number' : what;
    if (kind !== 'page-number' && !FILED.test(text) && (seen.get(key) ?? 0) < least) continue;
    for (const segment of row.segments) if (!marked.has(segment)) marked.set(segment, kind);
  }
}

interface EdgeRow {
  readonly row: Row;
  readonly text: string;
  readonly key: string;
  readonly what: 'header' | 'footer';
}

function edgeRows({ rows, height }: PageRows, marked: Marked): readonly EdgeRow[] {
  const texts = rows
    .map((row, at) => ({ row, text: textOf(row, marked), heads: headsTable(row, rows[at + 1]) }))
    .filter(({ text, heads }) => text !== '' && !heads);
  const of = (part: typeof texts, what: EdgeRow['what']) =>
    part.map(({ row, text }) => ({ row, text, what, key: `${what} ${keyOf(text)}` }));
  const top = texts.slice(0, EDGE_ROWS).filter(({ row }) => row.y < height * EDGE);
  const bottom = texts.slice(-EDGE_ROWS).filter(({ row }) => row.y > height * (1 - EDGE));
  return [...of(top, 'header'), ...of(bottom, 'footer')];
}

/** What stands closely above cells of its columns is the head of a table, which is wanted once. */
function headsTable({ y, segments }: Row, next: Row | undefined): boolean {
  if (next === undefined || next.y - y > 3 * Math.max(...segments.map(({ size }) => size))) return false;
  const aligned = segments.filter(({ left }) => next.segments.some((below) => Math.abs(below.left - left) < 3));
  return aligned.length >= 2;
}

function textOf(row: Row, marked: Marked): string {
  return row.segments
    .filter((one) => !marked.has(one))
    .map(({ text }) => text)
    .join(' ')
    .trim();
}

/** Only numbers that stand alone count as the same: `mail1.example` and `mail2.example` are two names. */
function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=^|[\s\-–—/])\d+(?=$|[\s\-–—/])/g, '#')
    .replace(/\s+/g, ' ');
}

/** A row of several cells at the head of a page that stood on an earlier page, and holds nothing like a name. */
function markTableHeads(pages: readonly PageRows[], marked: Map<Segment, Furniture>): void {
  const earlier = new Set<string>();
  for (const { rows } of pages) {
    const texts = rows.map((row) => ({ row, text: textOf(row, marked) })).filter(({ text }) => text !== '');
    for (const { row, text } of texts.slice(0, 2)) {
      if (row.segments.length < 2 || /\S\.\S|\[\.\]/.test(text) || !earlier.has(text)) break;
      for (const segment of row.segments) marked.set(segment, 'header');
    }
    for (const { row, text } of texts) if (row.segments.length > 1) earlier.add(text);
  }
}

/** What the program that made the file says is none of the text, at an edge of the page. */
function artifacts(pages: readonly PageRows[]): readonly { readonly one: Segment; readonly what: Furniture }[] {
  return pages.flatMap(({ rows, height }) =>
    rows.flatMap(({ segments, y }) => {
      const what = y < height * EDGE ? 'header' : y > height * (1 - EDGE) ? 'footer' : undefined;
      if (what === undefined) return [];
      return segments
        .filter(({ words }) => words.every(({ artifact }) => artifact))
        .map((one) => ({ one, what }) as const);
    }),
  );
}
