// Which files of a case go into a bag: what belongs to its record, and nothing else that happens to lie in its folder. Nothing is read
// here; each file is noted as it stood, so that one which is another by the time it is copied is told.
import { accessSync, constants, type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { byCodeUnit } from '../../model/name.ts';
import { sharedNames } from '../case/shared-files.ts';
import { isClosed } from '../disk/files.ts';
import type { CasePaths } from '../workspace.ts';
import { type Belonging, belongs } from './belonging.ts';

/** A file as it stood when the bag was planned. */
export interface PayloadFile {
  /** In the bag, with slashes: `data/cases/acme/case.yaml`. */
  readonly place: string;
  readonly path: string;
  readonly size: number;
  readonly mode: number;
  /** When it was last changed, in milliseconds. */
  readonly changed: number;
  /** By which a file that was put in its place, or changed, is told. */
  readonly stamp: string;
}

/** With its way from the case's folder, a folder with a slash at its end. */
export interface Remark {
  readonly file: string;
  readonly why: string;
}

export interface Payload {
  /** By code unit of their places. */
  readonly files: readonly PayloadFile[];
  readonly leftOut: readonly Remark[];
  /** What belongs to the record and cannot be copied: a link, a pipe, a file that is closed to this user. */
  readonly wrong: readonly Remark[];
}

interface PayloadWanted extends Belonging {
  /** Leaves out what all cases of the workspace share: recipients, settings, templates. */
  readonly caseOnly: boolean;
}

type Draft = { readonly [K in keyof Payload]: Payload[K][number][] };

export function payloadOf(paths: CasePaths, wanted: PayloadWanted): Payload {
  const draft: Draft = { files: [], leftOut: [], wrong: [] };
  const home = `data/cases/${paths.id}`;
  const walk = (folder: string) => {
    for (const entry of entriesIn(join(paths.folder, folder), `${folder}/`, draft)) {
      const file = posix.join(folder, entry.name);
      const { takes, why } = belongs(file, { ...wanted, isFolder: entry.isDirectory() });
      if (takes === 'descend') walk(file);
      else if (takes) addFile({ file, path: join(paths.folder, file), home }, draft);
      else if (why !== undefined) draft.leftOut.push({ file: entry.isDirectory() ? `${file}/` : file, why });
    }
  };
  walk('');
  if (!wanted.caseOnly) {
    for (const file of sharedNames(paths)) addFile({ file, path: join(paths.folder, file), home }, draft);
  }
  draft.files.sort((a, b) => byCodeUnit(a.place, b.place));
  return draft;
}

function entriesIn(path: string, folder: string, { wrong }: Draft): readonly Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.sort((a, b) => byCodeUnit(a.name, b.name));
  } catch (error) {
    if (!isClosed(error)) throw error;
    wrong.push({ file: folder, why: 'this user may not look into it' });
    return [];
  }
}

interface Found {
  readonly file: string;
  readonly path: string;
  /** The case's folder in the bag. */
  readonly home: string;
}

function addFile({ file, path, home }: Found, { files, wrong }: Draft): void {
  const why = whyNot(path);
  if (why !== undefined) {
    wrong.push({ file, why });
    return;
  }
  const there = lstatSync(path);
  const { size, mode, mtimeMs: changed } = there;
  files.push({ place: posix.join(home, file), path, size, mode: mode & 0o777, changed, stamp: stampIn(there) });
}

interface Stamped {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

export function stampIn({ dev, ino, size, mtimeMs }: Stamped): string {
  return [dev, ino, size, mtimeMs].join(' ');
}

function whyNot(path: string): string | undefined {
  const there = lstatSync(path, { throwIfNoEntry: false });
  // Node reads names as UTF-8, and what is none cannot be found by what was read.
  if (there === undefined) return 'it has just gone, or its name is not UTF-8';
  if (there.isSymbolicLink()) return 'it is a link, and where links lead is not followed';
  if (!there.isFile()) return 'it is no file but a pipe or a device';
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch (error) {
    if (!isClosed(error)) throw error;
    return 'this user may not read it';
  }
}
