// The columns of a table of names, for sheets and scripts. Names of columns are stable: a later version only adds some, at the end.
import type { ReportRow } from '../documents.ts';
import { neverSeenWords } from '../say.ts';
import type { CaseReport } from './case-report.ts';
import { citationsOf, openWords, registrarParts } from './report-words.ts';

/** `instant` is UTC; a flag is yes or no; what is not known is `null`. */
type ColumnKind = 'text' | 'number' | 'instant' | 'flag';
export type CellValue = string | number | boolean | null;

interface NameColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters, for a sheet. */
  readonly width: number;
  of(row: ReportRow, report: CaseReport): CellValue;
  /** What `null` means here, for people; absent: there is nothing to say. */
  absent?(row: ReportRow, report: Pick<CaseReport, 'ahead'>): string;
}

function column(
  [key, title, kind, width]: readonly [key: string, title: string, kind: ColumnKind, width: number],
  of: NameColumn['of'],
  absent?: NameColumn['absent'],
): NameColumn {
  return { key, title, kind, width, of, ...(absent && { absent }) };
}

const UNKNOWN = () => 'unknown';
const several = (texts: readonly string[]) => texts.join('; ');

export const NAME_COLUMNS: readonly NameColumn[] = [
  column(['name', 'Name', 'text', 34], ({ name }) => name),
  column(['unicode', 'As displayed', 'text', 24], ({ unicode }) => unicode),
  column(['case', 'Case', 'text', 14], (_, report) => report.case),
  column(['marks', 'Marks', 'text', 14], (_, { marks }) => several(marks)),
  column(['as_of', 'As of (UTC)', 'instant', 19], (_, { asOf }) => asOf),
  column(['schedule', 'Schedule', 'text', 14], ({ schedule }) => schedule),
  column(['line', 'Line', 'number', 7], ({ line }) => line),
  column(['registry', 'Registry', 'text', 14], ({ registry }) => registry),
  column(['registry_name', 'Registry operator', 'text', 30], ({ registryName }) => registryName),
  column(
    ['registrar', 'Registrar of record', 'text', 30],
    ({ registrar }) => registrar?.name ?? null,
    (row) => registrarParts(row).name,
  ),
  column(['registrar_iana_id', 'IANA ID', 'number', 9], ({ registrar }) => registrar?.ianaId ?? null),
  column(['registered', 'Registered', 'text', 14], ({ registered }) => registered, UNKNOWN),
  column(['action', 'Action', 'text', 10], ({ action }) => action),
  column(['released', 'Released', 'flag', 9], ({ released }) => released),
  column(['transferred', 'Transferred', 'text', 12], ({ transferred }) => transferred),
  column(['sinkholed', 'Sinkholed', 'text', 12], ({ sinkholed }) => sinkholed),
  column(['done', 'Done', 'text', 12], ({ doneVerdict }) => doneVerdict),
  column(['reverted', 'Reverted', 'flag', 9], ({ reverted }) => reverted),
  column(['overdue', 'Overdue', 'flag', 9], ({ overdue }) => overdue),
  column(['expiring', 'Expiring', 'flag', 9], ({ expiring }) => expiring),
  column(['due', 'Due (UTC)', 'instant', 19], ({ due }) => due),
  column(['expires', 'Expires (UTC)', 'instant', 19], ({ expires }) => expires, UNKNOWN),
  column(
    ['observed_at', 'Last seen (UTC)', 'instant', 19],
    ({ observedAt }) => observedAt,
    (_, report) => neverSeenWords(report),
  ),
  column(['name_servers', 'Name servers', 'text', 40], ({ nameServers }) => nameServers?.join(' ') ?? null, UNKNOWN),
  column(['open', 'Not as ordered, or unknown', 'text', 60], (row) => several(openWords(row))),
  column(['notes', 'Notes', 'text', 40], ({ notes }) => several(notes.map(({ text }) => text))),
  column(['citations', 'Observations', 'text', 40], (row) => several(citationsOf(row))),
  // In every row, since rows are copied into other sheets: empty where no seal is in force.
  column(['sealed_until', 'Sealed until (UTC)', 'instant', 19], (_, { seal }) => seal?.until ?? null),
];
