// What "now" is for a case. A rehearsal has a time of its own: its world stands still at the last moment of its record, which
// is that of a run or of what was written in its journal.

import type { JournalEntry } from '../model/case/journal.ts';
import { END_OF_TIME, type Instant, isBefore } from '../model/instant.ts';
import { listRuns } from '../store/runs/list.ts';
import type { CasePaths } from '../store/workspace.ts';

interface Standpoint {
  readonly paths: CasePaths;
  readonly theCase: { readonly rehearsal: boolean };
  readonly journal: readonly JournalEntry[];
}

/** `now`: what the clock says. */
export function presentOf({ paths, theCase, journal }: Standpoint, now: Instant): Instant {
  return (theCase.rehearsal ? lastMoment(paths, journal) : undefined) ?? now;
}

/** `undefined` where nothing is on record. */
export function lastMoment(paths: CasePaths, journal: readonly JournalEntry[]): Instant | undefined {
  const { whole, unfinished } = listRuns(paths, END_OF_TIME);
  const moments = [
    ...whole.map(({ foot }) => foot.ended),
    ...unfinished.map(({ started }) => started),
    ...journal.map(({ at, recorded }) => recorded ?? at),
  ];
  return moments.reduce<Instant | undefined>(
    (last, at) => (last === undefined || isBefore(last, at) ? at : last),
    undefined,
  );
}
