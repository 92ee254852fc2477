// The runs of a case by an instant: which are whole, which were left unfinished, which are damaged. Only heads and feet are
// read. A run that ended after the instant does not exist yet.
import { readdirSync } from 'node:fs';
import { type Instant, isBefore, millisecondsOf } from '../model/instant.ts';
import { byCodeUnit } from '../model/name.ts';
import type { DamagedFile, RunSummary, UnfinishedRun } from '../model/record.ts';
import { unlessMissing } from './files.ts';
import { readEnds, readHead, summaryOf } from './run-ends.ts';
import type { RunFoot } from './run-file.ts';
import { isRunId, runPaths } from './run-paths.ts';
import type { CasePaths } from './workspace.ts';

/** A run that has its last line. */
export interface WholeRun {
  readonly summary: RunSummary;
  readonly foot: RunFoot;
  readonly path: string;
  /** Its name in `runs/`. */
  readonly file: string;
  readonly size: number;
}

export interface RunList {
  /** Newest first. */
  readonly whole: readonly WholeRun[];
  readonly unfinished: readonly UnfinishedRun[];
  readonly damaged: readonly DamagedFile[];
}

export function listRuns(paths: CasePaths, asOf: Instant): RunList {
  const names = new Set(namesIn(paths.runs));
  const whole: WholeRun[] = [];
  const damaged: DamagedFile[] = [];
  for (const id of idsIn(names, '.yaml')) {
    const read = readRun(paths, id, names);
    if ('reason' in read) damaged.push(read);
    else if (!isBefore(asOf, read.summary.ended)) whole.push(read);
  }
  return { whole: whole.sort(newestFirst), unfinished: unfinishedIn(paths, names, asOf), damaged };
}

function readRun(paths: CasePaths, id: string, names: ReadonlySet<string>): WholeRun | DamagedFile {
  const { run: path, evidenceName } = runPaths(paths, id);
  const file = `${id}.yaml`;
  const ends = readEnds(path);
  if (!ends.ok) return { file, reason: ends.reason };
  const { header, foot, size } = ends;
  if (header.id !== id || foot.evidence.file !== evidenceName)
    return { file, reason: `it says that it is run ${header.id}` };
  if (!names.has(evidenceName)) return { file, reason: `its evidence ${evidenceName} is missing` };
  return { summary: summaryOf(header, foot), foot, path, file, size };
}

/** An id tells the second only, and two short checks may begin in one. */
function newestFirst(a: WholeRun, b: WholeRun): number {
  return (
    millisecondsOf(b.summary.started) - millisecondsOf(a.summary.started) ||
    millisecondsOf(b.summary.ended) - millisecondsOf(a.summary.ended) ||
    byCodeUnit(b.summary.id, a.summary.id)
  );
}

function unfinishedIn(paths: CasePaths, names: ReadonlySet<string>, asOf: Instant): readonly UnfinishedRun[] {
  return idsIn(names, '.yaml.partial').flatMap((id) => {
    const header = names.has(`${id}.yaml`) ? undefined : readHead(runPaths(paths, id).partialRun);
    if (header === undefined || isBefore(asOf, header.started)) return [];
    return [{ id, started: header.started, simulated: header.simulated }];
  });
}

/** Newest first: an id starts with its instant. */
function idsIn(names: ReadonlySet<string>, ending: string): readonly string[] {
  return [...names]
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter(isRunId)
    .sort(byCodeUnit)
    .reverse();
}

function namesIn(folder: string): readonly string[] {
  return unlessMissing(() => readdirSync(folder)) ?? [];
}
