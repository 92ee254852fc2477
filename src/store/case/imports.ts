// imports.yaml of a case: where its names come from. Read as a whole, and added to.
import { join } from 'node:path';
import { formatImport } from '../../casefile/imports.ts';
import type { ImportEntry } from '../../model/import.ts';
import type { Checked } from '../../model/problem.ts';
import { appendLines } from '../disk/append-lines.ts';
import type { Machine } from '../disk/lock.ts';
import { readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

const FILE = 'imports.yaml';

/** In the order of the file. A case whose names were written by hand has no entries. */
export async function readImports(paths: CasePaths, from: string): Promise<Checked<readonly ImportEntry[]>> {
  const source = readInside(paths.folder, FILE, from);
  if (source === undefined) return { ok: true, value: [], problems: [] };
  const { parseImports } = await import('../../casefile/imports.ts');
  return parseImports(source);
}

export async function appendImports(
  paths: CasePaths,
  entries: readonly ImportEntry[],
  machine: Machine,
): Promise<void> {
  await appendLines(join(paths.folder, FILE), entries.map(formatImport).join(''), machine);
}
