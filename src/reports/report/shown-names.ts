// Which names a page shows one by one. All of them, up to a number at which a browser still works; of more than that, those that
// somebody has to do something about come first, and the page says what it leaves out and where that is.
import type { ReportRow } from '../documents.ts';
import type { NameRows } from './case-report.ts';

const MOST_NAMES = 1000;
/** On paper: a hundred sheets or so. */
export const MOST_ON_PAGES = 2000;

export interface ShownNames {
  /** In the order of the schedules. */
  readonly rows: readonly ReportRow[];
  readonly leftOut: number;
}

export function shownNames(rows: NameRows, most = MOST_NAMES): ShownNames {
  if (rows.length <= most) return { rows: [...rows], leftOut: 0 };
  const found = new Array<number>(RANKS).fill(0);
  for (const row of rows) found[rankOf(row)] = (found[rankOf(row)] ?? 0) + 1;
  let room = most;
  const roomOf = found.map((number) => {
    const given = Math.min(number, room);
    room -= given;
    return given;
  });
  const shown: ReportRow[] = [];
  for (const row of rows) {
    const rank = rankOf(row);
    const left = roomOf[rank] ?? 0;
    if (left === 0) continue;
    roomOf[rank] = left - 1;
    shown.push(row);
  }
  return { rows: shown, leftOut: rows.length - shown.length };
}

const RANKS = 4;

function rankOf({ reverted, overdue, expiring, released, doneVerdict }: ReportRow): number {
  if (released) return RANKS - 1;
  if (reverted || overdue || expiring) return 0;
  return doneVerdict === 'unmet' ? 1 : doneVerdict === 'unknown' ? 2 : RANKS - 1;
}
