// imports.yaml of a case: where its names come from. Read as a whole, and added to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportEntry } from '../../model/case/import.ts';
import type { Checked } from '../../model/problem.ts';
import { appendLines } from '../disk/append-lines.ts';
import { unlessMissing } from '../disk/files.ts';
import type { Machine } from '../disk/lock.ts';
import { withFile } from '../disk/open-file.ts';
import { readOwn } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

const FILE = 'imports.yaml';

/** In the order of the file. A case whose names were written by hand has no entries. */
export async function readImports(paths: CasePaths, from: string): Promise<Checked<readonly ImportEntry[]>> {
  const source = readOwn(join(paths.folder, FILE), from, paths.folder);
  if (source === undefined) return { ok: true, value: [], problems: [] };
  const { parseImports } = await import('../../casefile/imports.ts');
  return parseImports(source);
}

/** `entries`: in the form of the file, as `formatImport` makes it. */
export async function appendImports(paths: CasePaths, entries: string, machine: Machine): Promise<void> {
  await appendLines(join(paths.folder, FILE), entries, machine);
}

/** Whether these very entries stand there. */
export function hasImports(paths: CasePaths, entries: string): boolean {
  const text = unlessMissing(() => withFile(join(paths.folder, FILE), (handle) => readFileSync(handle, 'utf8'))) ?? '';
  return `\n${text}`.includes(`\n${entries}`);
}
