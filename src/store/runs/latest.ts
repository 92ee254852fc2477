// The newest sight of every name: each lookup from the latest run that made it. Mostly that is one run, read once from top
// to bottom, and a name is handed on and forgotten when its last line has come. Where older runs made lookups that newer
// ones did not, their lines are read by their place in the index.
import { closeSync } from 'node:fs';
import type { DamagedFile, Sighted } from '../../model/judged/record.ts';
import type { Name } from '../../model/name.ts';
import { isWhole } from '../../model/part.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { openFile } from '../disk/open-file.ts';
import { type Share, sharesOf } from './contributions.ts';
import { noteDamage } from './damage.ts';
import type { WholeRun } from './list.ts';
import { partOfRun, type RunPart } from './part.ts';
import { observationsOf } from './pieces.ts';
import { type Reading, streamRun } from './stream.ts';

export function openLatest(
  runs: readonly WholeRun[],
  { byPlace, ...reading }: Reading & { readonly byPlace: boolean },
): () => Iterable<Sighted> {
  const [newest] = runs;
  const isAll = runs.every(({ foot }) => foot.covers === newest?.foot.covers);
  if (newest === undefined || !byPlace || !isAll || isWhole(reading.part)) return () => latestOf(runs, reading);
  // One run says all there is to say, so that the names can be parted by where they stand in it.
  return () => streamRun(newest, partIn(newest, reading, 'place'), reading);
}

function partIn(run: WholeRun, { part, damaged }: Reading, by: 'place' | 'name'): RunPart {
  return partOfRun(run, { part, by, note: (reason) => noteDamage(damaged, run, reason) });
}

function* latestOf(runs: readonly WholeRun[], reading: Reading): Generator<Sighted> {
  const { damaged } = reading;
  const shares = sharesOf(runs, reading);
  const main = shares.reduce<Share | undefined>(
    (most, share) => (share.size > (most?.size ?? 0) ? share : most),
    undefined,
  );
  if (main === undefined) return;
  if (main.takes === undefined) return yield* streamRun(main.run, partIn(main.run, reading, 'name'), reading);
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

/** The main share, restricted to what it contributes. */
function* streamOf({ run, takes }: Share, reading: Reading): Generator<Sighted> {
  for (const { name, observations } of streamRun(run, partIn(run, reading, 'name'), reading)) {
    const lookups = takes?.get(name)?.lookups ?? [];
    const taken = observations.filter(({ lookup }) => lookups.includes(lookup));
    if (taken.length > 0) yield { name, observations: taken };
  }
}

interface OpenShare {
  /** Gives each name once. */
  take(name: string, damaged: DamagedFile[]): readonly Observation[];
  left(): readonly Name[];
  close(): void;
}

function openShare(share: Share): OpenShare {
  const { run } = share;
  const handle = openFile(run.path);
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
