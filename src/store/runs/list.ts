// The runs of a case by an instant: which are whole, which were left unfinished, which are damaged. Only feet are read, and
// heads where somebody asks what a run is. A run that ended after the instant does not exist yet.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { DamagedFile, RunSummary, UnfinishedRun } from '../../model/judged/record.ts';
import { byCodeUnit } from '../../model/name.ts';
import { unlessMissing } from '../disk/files.ts';
import type { RunFoot } from '../run-form/foot.ts';
import { isRunId, type RunPaths, runPaths } from '../run-form/paths.ts';
import type { CasePaths } from '../workspace.ts';
import { openSlab, readHead, readTail, type Slab, summaryOf } from './ends.ts';
import { newestFirst } from './order.ts';
import { shardsLeft } from './shards.ts';

/** A run that has its last line. */
export interface WholeRun {
  readonly id: string;
  readonly foot: RunFoot;
  /** The octets of its index up to its end, where they are few. */
  readonly index?: Buffer;
  readonly path: string;
  /** Its name in `runs/`. */
  readonly file: string;
  readonly size: number;
  /** Runs that were made before it although their ids are of a later time: order.ts. Absent: none. */
  readonly begunAfter?: readonly string[];
}

export interface RunList {
  /** Newest first, as they were made. */
  readonly whole: readonly WholeRun[];
  readonly unfinished: readonly UnfinishedRun[];
  readonly damaged: readonly DamagedFile[];
  /** When runs that do not exist yet ended, or were begun where they did not end. */
  readonly ahead: readonly Instant[];
}

/** `byClock`: the instant is what the clock says, and not one that somebody chose. */
export function listRuns(paths: CasePaths, asOf: Instant, byClock = false): RunList {
  const names = new Set(namesIn(paths.runs));
  const whole: WholeRun[] = [];
  const damaged: DamagedFile[] = [];
  const later: WholeRun[] = [];
  const slab = openSlab();
  for (const id of idsIn(names, '.yaml')) {
    const read = readRun(runPaths(paths, id), names, slab);
    if ('reason' in read) damaged.push(read);
    else if (isBefore(asOf, read.foot.ended)) later.push(read);
    else whole.push(read);
  }
  const begun = unfinishedIn(paths, names);
  const shards = shardsLeft(paths, { names, runs: whole });
  const unfinished = [...begun, ...shards].filter(({ started }) => !isBefore(asOf, started));
  // A shard that a later run was joined from is told with that one.
  const apart = startsAfter(asOf, shards).length === 0 ? [] : shardsLeft(paths, { names, runs: [...whole, ...later] });
  const ahead = [...later.map(({ foot }) => foot.ended), ...startsAfter(asOf, begun), ...startsAfter(asOf, apart)];
  return { whole: newestFirst(whole, byClock ? undefined : asOf), unfinished, damaged, ahead };
}

/** Ids of all runs that have their final name, or only evidence under it; oldest first. */
export function runsThere({ runs }: Pick<CasePaths, 'runs'>): readonly string[] {
  const names = new Set(namesIn(runs));
  return [...new Set([...idsIn(names, '.yaml'), ...idsIn(names, '.warc.gz')])].sort(byCodeUnit);
}

/** Ids of runs that were begun and are not whole; oldest first. */
export function partialsThere({ runs }: Pick<CasePaths, 'runs'>): readonly string[] {
  const names = new Set(namesIn(runs));
  const whole = new Set(idsIn(names, '.yaml'));
  return [...idsIn(names, '.yaml.partial')].filter((id) => !whole.has(id)).reverse();
}

/** The list as it was at an earlier instant. */
export function listedBy(asOf: Instant, { whole, unfinished, damaged, ahead }: RunList): RunList {
  const later = whole.map(({ foot }) => foot.ended).filter((ended) => isBefore(asOf, ended));
  const left = whole.filter(({ foot }) => !isBefore(asOf, foot.ended));
  return {
    whole: left.some(({ begunAfter }) => begunAfter !== undefined) ? newestFirst(left, asOf) : left,
    unfinished: unfinished.filter(({ started }) => !isBefore(asOf, started)),
    damaged,
    ahead: [...ahead, ...later, ...startsAfter(asOf, unfinished)],
  };
}

function startsAfter(asOf: Instant, runs: readonly UnfinishedRun[]): readonly Instant[] {
  return runs.map(({ started }) => started).filter((started) => isBefore(asOf, started));
}

/** A run that is known to be there; `undefined` where it is not whole. */
export function wholeRunIn(runs: string, id: string): WholeRun | undefined {
  const read = readRun(runPaths({ runs }, id), new Set(namesIn(runs)), openSlab());
  return 'reason' in read ? undefined : read;
}

function readRun(
  { id, run: path, evidenceName }: RunPaths,
  names: ReadonlySet<string>,
  slab: Slab,
): WholeRun | DamagedFile {
  const file = `${id}.yaml`;
  const tail = readTail(path, slab);
  if (!tail.ok) return { file, reason: tail.reason };
  const { ok: _, ...rest } = tail;
  const evidence = rest.foot.evidence.file;
  if (evidence !== evidenceName) return { file, reason: `it says that its evidence is ${evidence}` };
  if (!names.has(evidenceName)) return { file, reason: `its evidence ${evidenceName} is missing` };
  const begunAfter = rest.foot.begunAfter === undefined ? undefined : begunAfterIn(path, id, rest.foot.begunAfter);
  return { id, path, file, ...rest, ...(begunAfter && { begunAfter }) };
}

/** A head that does not say as many as the foot says nothing of it. */
function begunAfterIn(path: string, id: string, number: number): WholeRun['begunAfter'] {
  const header = readHead(path);
  return header?.id === id && header.begunAfter?.length === number ? header.begunAfter : undefined;
}

/** How large the runs are that a look at a case reads: the largest of the newest few. Finds out without opening one. */
export function sizeOfNewest({ runs }: CasePaths): number {
  const ids = idsIn(new Set(namesIn(runs)), '.yaml').slice(0, NEWEST_FEW);
  return Math.max(0, ...ids.map((id) => statSync(join(runs, `${id}.yaml`), { throwIfNoEntry: false })?.size ?? 0));
}

const NEWEST_FEW = 4;

/** What a run says of itself at its head; `undefined` where that cannot be read or is another run's. */
export function summaryIn({ id, path, foot }: WholeRun): RunSummary | undefined {
  const header = readHead(path);
  return header?.id === id ? summaryOf(header, foot) : undefined;
}

function unfinishedIn(paths: CasePaths, names: ReadonlySet<string>): readonly UnfinishedRun[] {
  return idsIn(names, '.yaml.partial').flatMap((id) => {
    const header = names.has(`${id}.yaml`) ? undefined : readHead(runPaths(paths, id).partialRun);
    if (header === undefined) return [];
    const { started, simulated, purpose } = header;
    return [{ id, started, simulated, ...(purpose && { purpose }) }];
  });
}

/** Newest first: an id starts with its instant. */
function idsIn(names: ReadonlySet<string>, ending: string): readonly string[] {
  const ids: string[] = [];
  for (const name of names) {
    if (!name.endsWith(ending)) continue;
    const id = name.slice(0, -ending.length);
    if (isRunId(id)) ids.push(id);
  }
  // By code unit, as strings are sorted where nothing else is asked for.
  return ids.sort().reverse();
}

function namesIn(folder: string): readonly string[] {
  return unlessMissing(() => readdirSync(folder)) ?? [];
}
