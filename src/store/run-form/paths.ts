// The files of one run, and its id: the instant at which it started and four random digits, so that names sort by time.
import { basename, relative, sep } from 'node:path';
import { compactInstant, type Instant } from '../../model/instant.ts';
import type { Shard } from '../../model/shard.ts';
import type { CasePaths } from '../workspace.ts';

export interface RunPaths {
  readonly id: string;
  readonly folder: string;
  readonly run: string;
  readonly evidence: string;
  /** The name of the evidence file alone, as the run states it. */
  readonly evidenceName: string;
  readonly partialRun: string;
  readonly partialEvidence: string;
  readonly lock: string;
}

const RUN_ID = /^\d{8}T\d{6}Z-[0-9a-f]{4}$/;

export function isRunId(text: string): boolean {
  return RUN_ID.test(text);
}

/** A shard's id says which one it is: so its file is never taken for that of a run, wherever it is copied to. */
const SHARD_ID = /^\d{8}T\d{6}Z-[0-9a-f]{4}\.\d+of\d+$/;

export function isShardId(text: string): boolean {
  return SHARD_ID.test(text);
}

export function makeRunId(started: Instant, random: (count: number) => Uint8Array, shard?: Shard): string {
  const which = shard === undefined ? '' : `.${shard.number}of${shard.of}`;
  return `${compactInstant(started)}-${Buffer.from(random(2)).toString('hex')}${which}`;
}

/** The instant in an id, to the second: `20190318T141502Z`. */
export function startedIn(id: string): string {
  return id.slice(0, id.indexOf('-'));
}

/** By its id, to the second. */
export function beganAfter(id: string, at: Instant): boolean {
  return startedIn(id) > compactInstant(at);
}

/** By its id, to the second. */
export function beganBefore(id: string, at: Instant): boolean {
  return startedIn(id) < compactInstant(at);
}

export function runPaths(paths: Pick<CasePaths, 'runs'>, id: string): RunPaths {
  // Put together without `join`, which would look at each letter of each of the hundreds of runs of a status.
  const stem = `${paths.runs}${sep}${id}`;
  const [run, evidence] = [`${stem}.yaml`, `${stem}.warc.gz`];
  return {
    id,
    folder: paths.runs,
    run,
    evidence,
    evidenceName: `${id}.warc.gz`,
    partialRun: `${run}.partial`,
    partialEvidence: `${evidence}.partial`,
    lock: `${stem}.lock`,
  };
}

/** A file of a run as it is told of: by its way in the case's folder, or of one that lies elsewhere by its folder's name. */
export function fileIn({ folder, runs }: Pick<CasePaths, 'folder' | 'runs'>, path: string): string {
  const inside = relative(folder, path);
  return inside.startsWith('..') ? `${basename(runs)}/${basename(path)}` : inside;
}
