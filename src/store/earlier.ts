// What earlier runs saw of one name, newest first. Read as it is asked for: of each run the index alone, and lines only
// where the fingerprint says that something was different.
import type { Name } from '../model/name.ts';
import type { DamagedFile, EarlierSight } from '../model/record.ts';
import { noteDamage } from './damage.ts';
import { summaryIn, type WholeRun } from './run-list.ts';
import { observationsOf, withFile } from './run-reading.ts';
import type { FindRow } from './run-rows.ts';

export interface Earlier {
  /** Newest first. */
  readonly runs: readonly WholeRun[];
  readonly findRow: FindRow;
  readonly damaged: DamagedFile[];
  /** Facts that a newer run had as well do not come again, also where other facts lay between. */
  readonly once: boolean;
}

export function* earlierOf(name: Name, { runs, findRow, damaged, once }: Earlier): Generator<EarlierSight> {
  let later: string | undefined;
  let next: WholeRun | undefined;
  const seen = new Set<string>();
  for (const run of runs) {
    const found = findRow(run, name);
    if (found === undefined) continue;
    const after = next;
    next = run;
    if (found.facts === later) continue;
    const isNewest = later === undefined;
    if (isNewest && once) seen.add(found.facts);
    later = found.facts;
    if (isNewest || seen.has(found.facts)) continue;
    if (once) seen.add(found.facts);
    const row = found.parse();
    const observations = row && withFile(run.path, (handle) => observationsOf(run, handle, row));
    const summary = summaryIn(run);
    if (observations === undefined) noteDamage(damaged, run, `the lines of ${name} are not what its index says`);
    else if (summary === undefined) noteDamage(damaged, run, 'the head cannot be read');
    else yield { name, observations, run: summary, next: () => after && summaryIn(after) };
  }
}
