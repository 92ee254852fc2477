// Where things lie: the workspace is the first folder upwards that has `cases/`; a case is a folder in it, named by its id.
// Only names of places are made here; what is in the files is read elsewhere in this room.
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { byCodeUnit } from '../model/name.ts';
import { isClosed, isCode, isFolder } from './disk/files.ts';

export interface Workspace {
  readonly root: string;
  readonly cases: string;
}

export interface CasePaths {
  readonly id: string;
  readonly folder: string;
  readonly caseFile: string;
  readonly journal: string;
  readonly runs: string;
  /** Parts of runs, which wait to be joined. */
  readonly shards: string;
  readonly letters: string;
  /** Shared by all cases of the workspace. */
  readonly recipients: string;
}

/** A case's folder name: nothing in it that could lead elsewhere or hide. */
const CASE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** `override` is the folder of cases itself, as `--cases` gives it; empty is as good as none. `undefined`: there is none. */
export function findWorkspace(from: string, override?: string): Workspace | undefined {
  if (override !== undefined && override !== '') {
    const cases = resolve(from, override);
    return isFolder(cases) ? { root: dirname(cases), cases } : undefined;
  }
  let folder = resolve(from);
  for (;;) {
    const cases = join(folder, 'cases');
    if (isFolder(cases)) return { root: folder, cases };
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

/**
 * Folders with a case.yaml, by code unit. What stands there under that name counts, also where it cannot be read as a file, and so does a
 * link to a folder that is not there: such a case is told, and not passed over as if there were none.
 */
export function caseIds(workspace: Workspace): readonly string[] {
  return readdirSync(workspace.cases, { withFileTypes: true })
    .filter((entry) => CASE_ID.test(entry.name) && isCase(join(workspace.cases, entry.name)))
    .map((entry) => entry.name)
    .sort(byCodeUnit);
}

/** True also where this user may not look. */
function isCase(folder: string): boolean {
  try {
    return lstatSync(join(folder, 'case.yaml'), { throwIfNoEntry: false }) !== undefined || isDeadLink(folder);
  } catch (error) {
    return isClosed(error) || isCode(error, 'ELOOP');
  }
}

export function isDeadLink(path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return false;
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch (error) {
    if (isCode(error, 'ELOOP')) return true;
    throw error;
  }
}

/** `undefined` for an id that is no plain folder name; the folder itself need not exist yet. */
export function casePaths(workspace: Workspace, id: string): CasePaths | undefined {
  if (!CASE_ID.test(id)) return undefined;
  const folder = join(workspace.cases, id);
  return {
    id,
    folder,
    caseFile: join(folder, 'case.yaml'),
    journal: join(folder, 'journal.yaml'),
    runs: join(folder, 'runs'),
    shards: join(folder, 'shards'),
    letters: join(folder, 'letters'),
    recipients: join(workspace.cases, 'recipients.yaml'),
  };
}
