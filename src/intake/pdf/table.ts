// The columns of a table, over all pages that it runs on, as cells. A line of a page is a cell by itself, since nobody can tell
// where a cell ends whose lines might be two entries; where one may go on in the next, it says so.
import type { PlacedLine } from '../placed.ts';
import type { Chain, Loose } from './chains.ts';
import { lineOf } from './emit.ts';
import { mayGoOn } from './flow.ts';
import type { ReadPage } from './page.ts';

export interface Columns {
  readonly page: ReadPage;
  readonly loose: Loose;
  readonly columns: readonly (readonly Chain[])[];
}

interface Standing {
  readonly page: ReadPage;
  readonly chain: Chain;
  /** It may be the rest of something above it. */
  readonly open: boolean;
}

export function tableLines(tables: readonly Columns[], block: number): readonly PlacedLine[] {
  const most = Math.max(...tables.map(({ columns }) => columns.length));
  return Array.from({ length: most }, (_, column) =>
    columnLines(standingIn(tables, column), { block, column: column + 1 }),
  ).flat();
}

function standingIn(tables: readonly Columns[], column: number): readonly Standing[] {
  return tables.flatMap(({ page, loose, columns }) =>
    (columns[column] ?? []).map((chain) => ({ page, chain, open: loose.has(chain) })),
  );
}

function columnLines(
  chains: readonly Standing[],
  { block, column }: { block: number; column: number },
): readonly PlacedLine[] {
  return chains.flatMap(({ page, chain, open }, index) =>
    chain.segments.map((segment, at) => {
      const next = chains[index + 1];
      const isLast = at === chain.segments.length - 1;
      const goesOn = isLast ? next !== undefined && mayReach({ page, chain, open }, next) : chain.ends[at] !== true;
      const line = lineOf(segment, { page, kind: 'cell', block, column, end: goesOn ? 'wrapped' : 'own' });
      return at === 0 && index === 0 && open && line.doubt === undefined ? { ...line, doubt: 'spaced' as const } : line;
    }),
  );
}

function mayReach(last: Standing, next: Standing): boolean {
  return next.open || (last.page !== next.page && mayGoOn(last, next.chain, next.page));
}
