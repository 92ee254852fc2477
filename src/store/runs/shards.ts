// Shards: parts of runs, which lie in a folder of their own and count for nothing until they are joined. Here they are found,
// in that folder or in whatever folder or file somebody names; what of them may be joined is append/merge-refusals.ts's.
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { UnfinishedRun } from '../../model/judged/record.ts';
import { byCodeUnit } from '../../model/name.ts';
import type { Shard } from '../../model/shard.ts';
import { isFolder } from '../disk/files.ts';
import type { RunFoot } from '../run-form/foot.ts';
import type { RunHeader } from '../run-form/head.ts';
import { isShardId, runPaths } from '../run-form/paths.ts';
import type { CasePaths } from '../workspace.ts';
import { readEnds, readHead, readTail } from './ends.ts';
import type { WholeRun } from './list.ts';

/** A shard that is whole. */
export interface ShardFound {
  readonly header: RunHeader;
  readonly shard: Shard;
  readonly foot: RunFoot;
  /** The folder that it and its evidence lie in. */
  readonly folder: string;
  readonly path: string;
}

export interface ShardsFound {
  readonly shards: readonly ShardFound[];
  /** Shards that are not whole, and files that cannot be read, each with the reason. */
  readonly broken: readonly { readonly path: string; readonly reason: string }[];
  /** Of what was named, what is not there or holds no shard at all. */
  readonly without: readonly string[];
}

/** Archives of a pipeline lie in a folder each. */
const DEEPEST = 4;

/** Every file once, however often it was named. */
export function findShards(named: readonly string[], from: string): ShardsFound {
  const [shards, broken, without]: [Map<string, ShardFound>, Map<string, string>, string[]] = [
    new Map(),
    new Map(),
    [],
  ];
  for (const one of named) {
    const files = runFilesIn(resolve(from, one), 0).map((path) => realpathSync(path));
    for (const path of files) {
      const read = readShard(path);
      if (typeof read === 'string') broken.set(path, read);
      else shards.set(path, read);
    }
    if (files.length === 0) without.push(one);
  }
  return { shards: [...shards.values()], broken: [...broken].map(([path, reason]) => ({ path, reason })), without };
}

function runFilesIn(path: string, depth: number): readonly string[] {
  if (!isFolder(path)) return existsSync(path) ? [path] : [];
  if (depth > DEEPEST) return [];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name));
  return entries.flatMap((entry) => {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) return runFilesIn(inside, depth + 1);
    return isShardFile(entry.name) ? [inside] : [];
  });
}

function isShardFile(name: string): boolean {
  return isShardId(name.replace(/\.yaml(?:\.partial)?$/, ''));
}

/** A reason for what is not a whole shard. */
function readShard(path: string): ShardFound | string {
  const header = readHead(path);
  if (header === undefined) return 'its head cannot be read';
  const { shard } = header;
  if (shard === undefined) return 'it is no shard';
  const ends = readEnds(path);
  if (!ends.ok || path.endsWith('.partial')) return 'it was begun and not finished';
  const folder = dirname(path);
  if (header.id !== basename(path, '.yaml')) return `it says that it is ${header.id}`;
  if (!existsSync(runPaths({ runs: folder }, header.id).evidence)) return 'its evidence file is missing';
  return { header, shard, foot: ends.foot, folder, path };
}

interface LeftWhere {
  /** What lies in `runs/`, which a status of a year of runs need not list twice. */
  readonly names: ReadonlySet<string>;
  readonly runs: readonly WholeRun[];
}

/** What waits in a case's own folders, of whatever time: shards that are not whole, and those that none of the runs was joined from. */
export function shardsLeft(
  paths: Pick<CasePaths, 'shards' | 'runs'>,
  { names, runs }: LeftWhere,
): readonly UnfinishedRun[] {
  const strays = [...names].filter(isShardFile).sort(byCodeUnit);
  const beside = strays.map((name) => join(paths.runs, name)).filter((path) => !isFolder(path));
  const files = [...runFilesIn(paths.shards, DEEPEST), ...beside];
  const left = files.flatMap((path): UnfinishedRun[] => {
    const header = readHead(path);
    if (header?.shard === undefined) return [];
    const { id, started, simulated, shard } = header;
    const waits = path.endsWith('.yaml') && readTail(path).ok;
    return [{ id, started, simulated, shard, ...(waits && { waits }) }];
  });
  if (left.length === 0) return left;
  const joined = joinedIn(runs);
  return left.filter(({ id, waits }) => !(waits === true && joined.some((one) => one.shards.has(id))));
}

/** All shards in a case's own folders, whole or not, by the folder that they lie in. */
export function shardFiles(
  paths: Pick<CasePaths, 'shards' | 'runs'>,
): readonly { readonly folder: string; readonly id: string }[] {
  const files = [paths.shards, paths.runs].flatMap((folder) => runFilesIn(folder, DEEPEST));
  const stems = new Set(files.map((path) => path.replace(/\.yaml(?:\.partial)?$/, '')));
  return [...stems].sort(byCodeUnit).map((stem) => ({ folder: dirname(stem), id: basename(stem) }));
}

/** The runs that were joined from shards, with the ids of these. Reads the heads of all: asked only where shards lie about. */
export function joinedIn(
  runs: readonly Pick<WholeRun, 'path'>[],
): readonly { readonly header: RunHeader; readonly whole: boolean; readonly shards: ReadonlySet<string> }[] {
  return runs.flatMap(({ path }) => {
    const header = statSync(path, { throwIfNoEntry: false }) && readHead(path);
    if (header?.merged === undefined) return [];
    const { missing, shards } = header.merged;
    return [{ header, whole: missing.length === 0, shards: new Set(shards.map(({ id }) => id)) }];
  });
}
