// Time stamps of runs, kept beside them as they came: create-only, under the run's id and the first figures of their own digest,
// so that a changed bit shows, and a run may have several. Nothing here knows what they say.
import { join } from 'node:path';
import { sha256 } from '../../model/sha256.ts';
import { createFile } from '../disk/create-file.ts';
import { readPart, unlessMissing } from '../disk/files.ts';
import { filesKept } from '../disk/kept-files.ts';
import { withFile } from '../disk/open-file.ts';
import { digestOf } from '../disk/pieces.ts';
import { isRunId, runPaths } from '../run-form/paths.ts';
import type { CasePaths } from '../workspace.ts';

const FOLDER = 'runs';
const FIGURES = 16;
const NAME = /^runs\/(?<run>[^.]+)\.(?<figures>[0-9a-f]{16})\.tsr$/;

export interface KeptStamp {
  readonly run: string;
  /** In the case's folder. */
  readonly file: string;
  /** The first figures of the digest that its octets had. */
  readonly figures: string;
}

/** Oldest run first; of one run, in the order of their names. Also those of runs that are gone. */
export function stampsThere({ folder }: Pick<CasePaths, 'folder'>, run?: string): readonly KeptStamp[] {
  return filesKept(folder, FOLDER).flatMap((file) => {
    const { run: of = '', figures = '' } = NAME.exec(file)?.groups ?? {};
    return isRunId(of) && (run === undefined || of === run) ? [{ run: of, file, figures }] : [];
  });
}

/** A stamp has a few thousand octets: of a larger file the rest is not wanted, since it is none. */
const MOST_READ = 1 << 20;

/** `undefined`: it is gone by now. */
export function readStamp({ folder }: Pick<CasePaths, 'folder'>, { file }: KeptStamp): Uint8Array | undefined {
  return unlessMissing(() => withFile(join(folder, file), (handle) => readPart(handle, 0, MOST_READ)));
}

export function isAsNamed({ figures }: KeptStamp, octets: Uint8Array): boolean {
  return sha256(octets).startsWith(figures);
}

/** SHA-256 of the two files of a run as they are there; `undefined` for one that is not. */
export function digestsOfRun(paths: Pick<CasePaths, 'runs'>, id: string) {
  const { run, evidence } = runPaths(paths, id);
  const of = (path: string) => unlessMissing(() => withFile(path, digestOf));
  return { run: () => of(run), evidence: () => of(evidence) };
}

/** Its name in the case's folder. The same octets are kept once. */
export function keepStamp({ folder }: Pick<CasePaths, 'folder'>, run: string, octets: Uint8Array): string {
  const file = `${FOLDER}/${run}.${sha256(octets).slice(0, FIGURES)}.tsr`;
  createFile(join(folder, file), octets);
  return file;
}
