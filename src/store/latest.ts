// The newest sight of every name: each lookup from the latest run that made it. Mostly that is one run, read once from top
// to bottom, and a name is handed on and forgotten when its last line has come. Where older runs made lookups that newer
// ones did not, their lines are read by their place in the index.
import { closeSync, openSync } from 'node:fs';
import type { Name } from '../model/name.ts';
import type { LookupKind, Observation } from '../model/observation.ts';
import { holds, type Part } from '../model/part.ts';
import type { DamagedFile, Sighted } from '../model/record.ts';
import { noteDamage } from './damage.ts';
import { passesOthers } from './others.ts';
import { type IndexRow, parseRow } from './run-index.ts';
import type { WholeRun } from './run-list.ts';
import { isAsWritten, observationsOf, rowTextsOf, withFile } from './run-reading.ts';
import { CHECKED_FIRST, type Reading, streamRun } from './run-stream.ts';

export function* latestOf(runs: readonly WholeRun[], reading: Reading): Generator<Sighted> {
  const { damaged } = reading;
  const shares = sharesOf(runs, reading);
  const main = shares.reduce<Share | undefined>(
    (most, share) => (share.size > (most?.size ?? 0) ? share : most),
    undefined,
  );
  if (main === undefined) return;
  if (main.takes === undefined) return yield* streamRun(main.run, reading);
  const others = shares.filter((share) => share !== main).map(openShare);
  try {
    for (const { name, observations } of streamOf(main, reading)) {
      const added = others.flatMap((other) => other.take(name, damaged));
      yield { name, observations: [...observations, ...added] };
    }
    for (const other of others) {
      for (const name of other.left()) {
        const observations = others.flatMap((one) => one.take(name, damaged));
        if (observations.length > 0) yield { name, observations };
      }
    }
  } finally {
    for (const other of others) other.close();
  }
}

/** What a run contributes: all of it, or of some names some lookups. */
interface Share {
  readonly run: WholeRun;
  readonly size: number;
  readonly takes?: ReadonlyMap<string, Take>;
}

interface Take {
  readonly row: IndexRow;
  readonly lookups: readonly LookupKind[];
}

/** Runs that asked the same as a newer one contribute nothing; most often there is one share. */
function sharesOf(runs: readonly WholeRun[], { part, damaged }: Reading): readonly Share[] {
  const covered = new Set<string>();
  const distinct: WholeRun[] = [];
  for (const run of runs) {
    if (covered.has(run.foot.covers)) continue;
    if (run.size <= CHECKED_FIRST && !isAsWritten(run)) {
      noteDamage(damaged, run, 'the text differs from the digest that it states');
      continue;
    }
    covered.add(run.foot.covers);
    distinct.push(run);
  }
  const [only, second] = distinct;
  if (only === undefined) return [];
  if (second === undefined) return [{ run: only, size: only.foot.names }];
  const known = new Map<string, Set<LookupKind>>();
  return distinct.map((run) => shareOf(run, { known, part })).filter((share) => share.size > 0);
}

/** The main share, restricted to what it contributes. */
function* streamOf({ run, takes }: Share, reading: Reading): Generator<Sighted> {
  for (const { name, observations } of streamRun(run, reading)) {
    const lookups = takes?.get(name)?.lookups ?? [];
    const taken = observations.filter(({ lookup }) => lookups.includes(lookup));
    if (taken.length > 0) yield { name, observations: taken };
  }
}

interface Known {
  /** Lookups that newer runs have, by name. */
  readonly known: Map<string, Set<LookupKind>>;
  readonly part: Part;
}

function shareOf(run: WholeRun, { known, part }: Known): Share {
  const takes = new Map<string, Take>();
  withFile(run.path, (handle) => {
    for (const text of rowTextsOf(run, handle, passesOthers(part))) {
      const row = parseRow(text);
      if (row === undefined || !holds(part, row.name)) continue;
      const before = known.get(row.name) ?? new Set();
      const lookups = row.lookups.filter((lookup) => !before.has(lookup));
      if (lookups.length === 0) continue;
      takes.set(row.name, { row, lookups });
      known.set(row.name, new Set([...before, ...lookups]));
    }
  });
  return { run, size: takes.size, takes };
}

interface OpenShare {
  /** Gives each name once. */
  take(name: string, damaged: DamagedFile[]): readonly Observation[];
  left(): readonly Name[];
  close(): void;
}

function openShare(share: Share): OpenShare {
  const { run } = share;
  const handle = openSync(run.path, 'r');
  const takes = new Map(share.takes ?? []);
  return {
    take(name, damaged) {
      const take = takes.get(name);
      if (take === undefined) return [];
      takes.delete(name);
      const observations = observationsOf(run, handle, take.row);
      if (observations === undefined) noteDamage(damaged, run, `the lines of ${name} are not what its index says`);
      return observations?.filter(({ lookup }) => take.lookups.includes(lookup)) ?? [];
    },
    left: () => [...takes.keys()] as Name[],
    close: () => closeSync(handle),
  };
}
