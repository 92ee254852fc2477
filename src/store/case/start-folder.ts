// The first files of a case, in a folder of its own. Where there is a case already, nothing is touched.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../disk/files.ts';
import { labelOf } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

interface FirstFile {
  /** By its name in the case's folder. */
  readonly file: string;
  readonly text: string;
}

/**
 * What was written, as people call it; `undefined` when something stands there already. The first of the list is written last:
 * a folder is a case when its case.yaml is there.
 */
export function startFolder(
  paths: CasePaths,
  from: string,
  files: readonly FirstFile[],
): readonly string[] | undefined {
  if (existsSync(paths.folder) && readdirSync(paths.folder).length > 0) return undefined;
  for (const { file, text } of files.toReversed()) {
    if (!createFile(join(paths.folder, file), text)) return undefined;
  }
  return files.map(({ file }) => labelOf(join(paths.folder, file), from));
}
