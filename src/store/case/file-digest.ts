// The SHA-256 of a file of a case's folder, as a case or a run names it.
import { join } from 'node:path';
import { unlessMissing } from '../disk/files.ts';
import { withFile } from '../disk/open-file.ts';
import { digestOf } from '../disk/pieces.ts';
import { isInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

/** `undefined` where there is no such file, also where its name leads out of the folder. */
export function digestOfFile({ folder }: Pick<CasePaths, 'folder'>, file: string): string | undefined {
  if (!isInside(folder, file)) return undefined;
  return unlessMissing(() => withFile(join(folder, file), digestOf));
}
