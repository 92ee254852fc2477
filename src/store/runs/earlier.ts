// What earlier runs saw of one name, newest first. Read as it is asked for: of each run the index alone, and lines only
// where the fingerprint says that something was different.

import type { DamagedFile, EarlierSight } from '../../model/judged/record.ts';
import type { Name } from '../../model/name.ts';
import { withFile } from '../disk/open-file.ts';
import { noteDamage } from './damage.ts';
import { summaryIn, type WholeRun } from './list.ts';
import { observationsOf } from './pieces.ts';
import type { FindRow } from './rows.ts';

/** Runs one after the other that, by their feet, saw the same of all names. Most nights nothing changes. */
interface Stretch {
  readonly newest: WholeRun;
  readonly oldest: WholeRun;
}

/** Newest first, as the runs are. Runs of old do not say what they saw: each is one of its own. */
export function stretchesOf(runs: readonly WholeRun[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    const goesOn = last !== undefined && run.foot.facts !== undefined && last.oldest.foot.facts === run.foot.facts;
    if (goesOn) stretches[stretches.length - 1] = { newest: last.newest, oldest: run };
    else stretches.push({ newest: run, oldest: run });
  }
  return stretches;
}

interface Earlier {
  readonly stretches: readonly Stretch[];
  readonly findRow: FindRow;
  readonly damaged: DamagedFile[];
  /** Facts that a newer run had as well do not come again, also where other facts lay between. */
  readonly once: boolean;
}

export function* earlierOf(name: Name, { stretches, findRow, damaged, once }: Earlier): Generator<EarlierSight> {
  let later: string | undefined;
  let next: WholeRun | undefined;
  const seen = new Set<string>();
  const factsIn = openFacts(name, findRow);
  for (const { newest: run, oldest } of stretches) {
    const facts = factsIn(run);
    if (facts === undefined) continue;
    const after = next;
    next = oldest;
    if (facts === later) continue;
    const isNewest = later === undefined;
    if (isNewest && once) seen.add(facts);
    later = facts;
    if (isNewest || seen.has(facts)) continue;
    if (once) seen.add(facts);
    const row = findRow(run, name)?.parse();
    const observations = row && withFile(run.path, (handle) => observationsOf(run, handle, row));
    const summary = summaryIn(run);
    if (observations === undefined) noteDamage(damaged, run, `the lines of ${name} are not what its index says`);
    else if (summary === undefined) noteDamage(damaged, run, 'the head cannot be read');
    else yield { name, observations, run: summary, next: () => after && summaryIn(after) };
  }
}

/** The fingerprint of the name. Runs that saw the same of all names say so in their foot: of those one index is read. */
function openFacts(name: Name, findRow: FindRow): (run: WholeRun) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (run) => {
    const { facts: all } = run.foot;
    if (all !== undefined && known.has(all)) return known.get(all);
    const facts = findRow(run, name)?.facts;
    if (all !== undefined) known.set(all, facts);
    return facts;
  };
}
