// The work on a part of a case's names, as either thread does it: the case is read, the names of the part are judged, and
// their rows are written where a document wants them. What comes of it is plain data.
import { type OpenProgress, openProgress, type PartGathered, type Receive } from '../../progress/progress.ts';
import { type KeptRows, memoryOfKept } from '../../reports/kept/kept.ts';
import { memoryOf, openRowBook, type RowOctets } from '../../reports/status/row-octets.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { type Look, type Standing, standingOf } from '../view.ts';

/** Which document has rows: `status --json` has them as text, a report as values. */
type RowsOf = 'status' | 'report';

/** Plain data: it is handed to another thread. */
export interface PartWanted {
  readonly paths: CasePaths;
  /** With the part. */
  readonly look: Look;
  /** Which rows are to be written, for a document that has them; absent: none. */
  readonly rows?: RowsOf;
}

/** Plain data: it may come from another thread. */
export interface PartDone {
  /** Equal for two threads that have read the same. */
  readonly read: string;
  readonly gathered: PartGathered;
  /** For `status --json`. */
  readonly rows: readonly RowOctets[];
  /** For a report. */
  readonly kept: readonly KeptRows[];
}

/** The pieces of its memory that can change hands. */
export function memoryIn({ rows, kept }: PartDone): ArrayBuffer[] {
  return [...rows.flatMap(memoryOf), ...kept.flatMap(memoryOfKept)];
}

export interface PartWorked {
  readonly standing: Standing;
  readonly progress: OpenProgress;
  readonly done: PartDone;
  /** The names that none of the parts has. */
  rest(parts: readonly PartDone[]): readonly PartDone[];
}

export async function workOn({ paths, look, rows }: PartWanted): Promise<PartWorked> {
  const standing = await standingOf(paths, look);
  const { theCase, record, asOf } = standing;
  const progress = openProgress({ theCase, record, asOf: asOf.at });
  const open = await keepingOf(rows, progress.names);
  const read = whatWasRead(standing);
  const own = open();
  const gathered = progress.gather(own.receive);
  return {
    standing,
    progress,
    done: { read, gathered, ...own.kept() },
    rest(parts) {
      const { receive, kept } = open();
      const seen = parts.map((part) => part.gathered);
      return progress.rest(seen, receive).map((more) => ({ read, gathered: more, ...kept() }));
    },
  };
}

interface Keeping {
  readonly receive: Receive;
  kept(): Pick<PartDone, 'rows' | 'kept'>;
}

/** What keeps rows for a document is loaded where it is wanted: a status is mostly looked at. */
async function keepingOf(rows: RowsOf | undefined, names: number): Promise<() => Keeping> {
  if (rows === undefined) return () => ({ receive: () => {}, kept: () => ({ rows: [], kept: [] }) });
  if (rows === 'status') {
    return () => {
      const { add, octets } = openRowBook(names);
      return { receive: add, kept: () => ({ rows: [octets()], kept: [] }) };
    };
  }
  const { openKeeper } = await import('../../reports/kept/keep.ts');
  return () => {
    const { add, kept } = openKeeper(names);
    return { receive: add, kept: () => ({ rows: [], kept: [kept()] }) };
  };
}

/** Files may be changed between two readings of them. Runs never are: their names say enough. */
function whatWasRead({ theCase, record, asOf }: Standing): string {
  const { newest, hasEarlier, unfinished, journal } = record;
  return JSON.stringify([theCase.digest, theCase.recipients, asOf, newest, hasEarlier, unfinished, journal]);
}
