// Files of other people that a case keeps: create-only, under names that every system takes.
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { byCodeUnit } from '../../model/name.ts';
import { unlessMissing } from './files.ts';

/** Those of a folder of the case, by their names in the case's folder. */
export function filesKept(folder: string, kept: string): readonly string[] {
  const entries = unlessMissing(() => readdirSync(join(folder, kept), { withFileTypes: true })) ?? [];
  const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'));
  return files.map(({ name }) => `${kept}/${name}`).sort(byCodeUnit);
}

const LONGEST = 100;

/** What is no plain letter of a file name becomes a hyphen. */
export function plainFileName(name: string): string {
  const ending = extname(name)
    .toLowerCase()
    .replace(/[^.a-z0-9]/g, '')
    .slice(0, 10);
  const stem = name
    .slice(0, name.length - extname(name).length)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST);
  return `${stem === '' ? 'file' : stem}${ending === '.' ? '' : ending}`;
}
