// The newest sight of every name: each lookup from the latest run that made it. Mostly that is one run, read once from top
// to bottom, and a name is handed on and forgotten when its last line has come. Where older runs made lookups that newer
// ones did not, their lines are read by their place in the index.
import { closeSync, openSync } from 'node:fs';
import type { Name } from '../model/name.ts';
import type { LookupKind, Observation } from '../model/observation.ts';
import { holds, isWhole, type Part } from '../model/part.ts';
import type { DamagedFile, Sighted } from '../model/record.ts';
import { noteDamage } from './damage.ts';
import { INDEX } from './run-file.ts';
import { type IndexRow, nameIn, parseRow } from './run-index.ts';
import type { WholeRun } from './run-list.ts';
import { OTHERS, partOfRun, type RunPart } from './run-part.ts';
import { isAsWritten, observationsOf, rowTextsOf, withFile } from './run-reading.ts';
import { CHECKED_FIRST, type Reading, streamRun } from './run-stream.ts';

export interface Latest {
  sighted(): Iterable<Sighted>;
  /** Whether a name is the part's; absent: that follows from the name. */
  has?(name: Name): boolean;
}

export function openLatest(
  runs: readonly WholeRun[],
  { byPlace, ...reading }: Reading & { readonly byPlace: boolean },
): Latest {
  const [newest] = runs;
  const isAll = runs.every(({ foot }) => foot.covers === newest?.foot.covers);
  if (newest === undefined || !byPlace || !isAll || isWhole(reading.part)) {
    return { sighted: () => latestOf(runs, reading) };
  }
  // One run says all there is to say, so that the names can be parted by where they stand in it.
  let parted: RunPart | undefined;
  const part = (): RunPart => {
    parted ??= partIn(newest, reading, 'place');
    return parted;
  };
  return {
    sighted: () => streamRun(newest, part(), reading),
    has(name) {
      const found = part().names.get(name);
      return found === undefined ? holds(reading.part, name) : found !== OTHERS;
    },
  };
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

/**
 * Runs that asked the same as a newer one contribute nothing; most often there is one share. In a year of runs that each asked
 * a part, most have nothing that newer ones lack: of those the index alone is looked at.
 */
function sharesOf(runs: readonly WholeRun[], reading: Reading): readonly Share[] {
  const covered = new Set<string>();
  const shares: Share[] = [];
  const known: Known = { known: new Map(), lists: new Map(), part: reading.part };
  let first: WholeRun | undefined;
  for (const run of runs) {
    if (covered.has(run.foot.covers)) continue;
    if (first === undefined) {
      if (!isSound(run, reading)) continue;
      first = run;
    } else {
      if (shares.length === 0) shares.push(taken(shareOf(first, known, true), known));
      const share = shareOf(run, known);
      if (share.takes.size > 0) {
        if (!isSound(run, reading)) continue;
        shares.push(taken(share, known));
      }
    }
    covered.add(run.foot.covers);
  }
  if (first === undefined) return [];
  return shares.length > 1 ? shares.filter(({ size }) => size > 0) : [{ run: first, size: first.foot.names }];
}

function isSound(run: WholeRun, { damaged }: Reading): boolean {
  if (run.size > CHECKED_FIRST || isAsWritten(run)) return true;
  noteDamage(damaged, run, 'the text differs from the digest that it states');
  return false;
}

/** The main share, restricted to what it contributes. */
function* streamOf({ run, takes }: Share, reading: Reading): Generator<Sighted> {
  for (const { name, observations } of streamRun(run, partIn(run, reading, 'name'), reading)) {
    const lookups = takes?.get(name)?.lookups ?? [];
    const taken = observations.filter(({ lookup }) => lookups.includes(lookup));
    if (taken.length > 0) yield { name, observations: taken };
  }
}

interface Known {
  /** Lookups that newer runs have, by name. */
  readonly known: Map<string, Set<LookupKind>>;
  /** Lists of lookups as rows have them in their text: most rows have one of a few. */
  readonly lists: Map<string, readonly LookupKind[]>;
  readonly part: Part;
}

/** What is seen before service counts in the run that saw it: no later status has to go back for it. */
const OF_ITS_RUN: ReadonlySet<LookupKind> = new Set(['sinkhole']);

type Taking = Share & { readonly takes: ReadonlyMap<string, Take> };

/** What the run has and newer ones lack; it is not known to be sound yet. */
function shareOf(run: WholeRun, { known, lists, part }: Known, isNewest = false): Taking {
  const takes = new Map<string, Take>();
  withRows(run, (text) => {
    const name = nameIn(text);
    if (name !== undefined && !holds(part, name)) return;
    const before = name === undefined ? undefined : known.get(name);
    if (before !== undefined && lists.get(listIn(text))?.every((lookup) => before.has(lookup))) return;
    const row = parseRow(text);
    if (row === undefined || !holds(part, row.name)) return;
    lists.set(listIn(text), row.lookups);
    const counts = (lookup: LookupKind): boolean => isNewest || !OF_ITS_RUN.has(lookup);
    const lookups = row.lookups.filter((one) => counts(one) && known.get(row.name)?.has(one) !== true);
    if (lookups.length > 0) takes.set(row.name, { row, lookups });
  });
  return { run, size: takes.size, takes };
}

function taken(share: Taking, { known }: Known): Share {
  for (const [name, { lookups }] of share.takes) known.set(name, new Set([...(known.get(name) ?? []), ...lookups]));
  return share;
}

/** A small index came with the foot of its run. */
function withRows(run: WholeRun, each: (text: string) => void): void {
  if (run.index !== undefined) {
    for (const text of run.index.toString('latin1').slice(INDEX.length).split('\n')) {
      if (!text.startsWith('- ')) return;
      each(text);
    }
    return;
  }
  withFile(run.path, (handle) => {
    for (const text of rowTextsOf(run, handle)) each(text);
  });
}

function listIn(text: string): string {
  const from = text.indexOf(LISTED);
  return from < 0 ? '' : text.slice(from, text.indexOf(']', from));
}

const LISTED = '"lookups":[';

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
