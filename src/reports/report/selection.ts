// Rows of which only some are shown, and what those come to. Everything else of a report stays that of the whole case.
import { addVerdict, noneYet } from '../../progress/tally.ts';
import type { ReportRow, TotalsRow } from '../documents.ts';
import type { NameRows } from './case-report.ts';

export interface Selection {
  /** As it was typed, in one form. */
  readonly where: string;
  holds(row: ReportRow): boolean;
}

export function selectedRows(rows: NameRows, { holds }: Selection, length: number): NameRows {
  return {
    length,
    *[Symbol.iterator]() {
      for (const row of rows) if (holds(row)) yield row;
    },
  };
}

interface RowTotals {
  add(row: ReportRow): void;
  totals(): TotalsRow;
}

/** `ordered` is what is listed: an order states no number of some names. */
export function makeRowTotals(): RowTotals {
  const [transferred, sinkholed, done] = [noneYet(), noneYet(), noneYet()];
  const counts = { listed: 0, released: 0, reverted: 0, overdue: 0, expiring: 0, neverChecked: 0 };
  return {
    add(row) {
      counts.listed += 1;
      if (row.observedAt === null) counts.neverChecked += 1;
      if (row.released) {
        counts.released += 1;
        return;
      }
      addVerdict(transferred, row.transferred);
      addVerdict(sinkholed, row.sinkholed);
      addVerdict(done, row.doneVerdict);
      counts.reverted += Number(row.reverted);
      counts.overdue += Number(row.overdue);
      counts.expiring += Number(row.expiring);
    },
    totals: () => ({
      ordered: counts.listed,
      ...counts,
      transferred: { ...transferred },
      sinkholed: { ...sinkholed },
      done: done.met,
      doneTally: { ...done },
    }),
  };
}
