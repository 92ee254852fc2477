// The work on a part of a case's names, as either thread does it: the case is read, the names of the part are judged, and
// their rows are written where a document wants them. What comes of it is plain data.
import { WHOLE } from '../../model/part.ts';
import { type OpenProgress, openProgress, type PartGathered } from '../../progress/progress.ts';
import type { RowKeeper } from '../../reports/kept/keep.ts';
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
}

export async function workOn({ paths, look, rows }: PartWanted): Promise<PartWorked> {
  const standing = await standingOf(paths, look);
  const { theCase, record, asOf } = standing;
  const progress = openProgress({ theCase, record, asOf: asOf.at });
  const book = rows === 'status' ? openRowBook(progress.names) : undefined;
  const keeper = rows === 'report' ? await keeperOf(progress) : undefined;
  const gathered = progress.gather(look.part ?? WHOLE, book?.add ?? keeper?.add ?? (() => {}));
  const done = {
    read: whatWasRead(standing),
    gathered,
    rows: book === undefined ? [] : [book.octets()],
    kept: keeper === undefined ? [] : [keeper.kept()],
  };
  return { standing, progress, done };
}

/** Loaded where it is wanted: a status is mostly looked at. */
async function keeperOf({ names }: OpenProgress): Promise<RowKeeper> {
  return (await import('../../reports/kept/keep.ts')).openKeeper(names);
}

/** Files may be changed between two readings of them. Runs never are: their names say enough. */
function whatWasRead({ theCase, record, asOf }: Standing): string {
  const { newest, hasEarlier, unfinished, journal } = record;
  return JSON.stringify([theCase.digest, theCase.recipients, asOf, newest, hasEarlier, unfinished, journal]);
}
