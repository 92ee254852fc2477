// What a run that is about to begin rests on, read from the case's folder: run-form/rests-on.ts has what is kept of it.
import type { Case } from '../../model/case/case.ts';
import { END_OF_TIME, type Instant, isBefore } from '../../model/instant.ts';
import { byCodeUnit } from '../../model/name.ts';
import { sharedFiles } from '../case/shared-files.ts';
import { MOST_BEGUN_AFTER } from '../run-form/head.ts';
import { beganBefore } from '../run-form/paths.ts';
import { type RestsOn, thenOf } from '../run-form/rests-on.ts';
import { listRuns, type RunList } from '../runs/list.ts';
import { readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

function restsOn(paths: CasePaths, { schedules }: Pick<Case, 'schedules'>): Omit<RestsOn, 'run'> {
  const names = new Set(['case.yaml', ...schedules.map(({ file }) => file), 'rehearsal.yaml']);
  const files = [...names].flatMap((file) => {
    const octets = octetsOf(paths, file);
    return octets === undefined ? [] : [[file, thenOf(octets)] as const];
  });
  const shared = [...sharedFiles(paths)].map(([file, octets]) => [file, thenOf(octets)] as const);
  const journal = octetsOf(paths, 'journal.yaml');
  return {
    files: Object.fromEntries([...files, ...shared]),
    ...(journal && { journal: thenOf(journal) }),
  };
}

/** What its head says of the runs that are there when a run begins. */
export interface AmongRuns {
  readonly restsOn: RestsOn;
  /** Absent: none, or too many for their order to be stated. */
  readonly begunAfter?: readonly string[];
}

export function amongRuns(paths: CasePaths, theCase: Pick<Case, 'schedules'>, started: Instant): AmongRuns {
  const listed = listRuns(paths, END_OF_TIME);
  const [newest] = listed.whole;
  const run = newest && { id: newest.id, 'sha-256': newest.foot.digest };
  const later = laterThan(started, listed);
  return {
    restsOn: { ...restsOn(paths, theCase), ...(run && { run }) },
    ...(later.length > 0 && later.length <= MOST_BEGUN_AFTER && { begunAfter: later }),
  };
}

/** Also one that was begun and not finished: it counts as made when it was begun. */
function laterThan(started: Instant, { whole, unfinished }: RunList): readonly string[] {
  const ids = [
    ...whole.filter(({ foot }) => isBefore(started, foot.ended)).map(({ id }) => id),
    ...unfinished.filter((one) => one.shard === undefined && isBefore(started, one.started)).map(({ id }) => id),
  ];
  return ids.filter((id) => !beganBefore(id, started)).sort(byCodeUnit);
}

function octetsOf(paths: CasePaths, file: string): Uint8Array | undefined {
  return readInside(paths.folder, file, paths.folder)?.octets;
}
