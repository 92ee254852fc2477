// The first files of a case, in a folder of its own. Where there is a case already, nothing is touched.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFile } from '../disk/create-file.ts';
import { labelOf } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

interface FirstFile {
  /** By its name in the case's folder. */
  readonly file: string;
  readonly text: string;
}

/**
 * What was written, as people call it; `undefined` when something stands there already. The folder appears with all of its files: half
 * of them would be in the way of a second try. One process at a time: whoever calls it has the folder's lock.
 */
export function startFolder(
  paths: CasePaths,
  from: string,
  files: readonly FirstFile[],
): readonly string[] | undefined {
  const isThere = existsSync(paths.folder);
  if (isThere && readdirSync(paths.folder).length > 0) return undefined;
  const fresh = isThere ? paths.folder : join(dirname(paths.folder), `.${paths.id}.new`);
  if (!isThere) rmSync(fresh, { recursive: true, force: true });
  // The first of the list is written last: a folder is a case when its case.yaml is there.
  for (const { file, text } of files.toReversed()) {
    if (!createFile(join(fresh, file), text)) return undefined;
  }
  if (!isThere) renameSync(fresh, paths.folder);
  return files.map(({ file }) => labelOf(join(paths.folder, file), from));
}
