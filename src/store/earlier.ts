// What earlier runs saw of one name, newest first. Read as it is asked for: of each run the index alone, and lines only
// where the fingerprint says that something was different.
import type { Name } from '../model/name.ts';
import type { DamagedFile, RunSummary, Sighted } from '../model/record.ts';
import { noteDamage } from './damage.ts';
import type { WholeRun } from './run-list.ts';
import { findRow, observationsOf, withFile } from './run-reading.ts';

export function* earlierOf(
  name: Name,
  runs: readonly WholeRun[],
  damaged: DamagedFile[],
): Generator<Sighted & { readonly run: RunSummary }> {
  let later: string | undefined;
  for (const run of runs) {
    const row = findRow(run, name);
    if (row === undefined || row.facts === later) continue;
    const isNewest = later === undefined;
    later = row.facts;
    if (isNewest) continue;
    const observations = withFile(run.path, (handle) => observationsOf(run, handle, row));
    if (observations === undefined) noteDamage(damaged, run, `the lines of ${name} are not what its index says`);
    else yield { name, observations, run: run.summary };
  }
}
