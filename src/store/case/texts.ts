// The texts of a case's folder as they stand, whatever is wrong with them: for what has to be known of a case that cannot be read.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unlessMissing } from '../disk/files.ts';

/** Far beyond a schedule that people wrote. */
const LARGEST = 64 * 1024 * 1024;

export function textsIn(folder: string): readonly string[] {
  const entries = unlessMissing(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isFile() || !/\.(?:yaml|txt|csv)$/i.test(entry.name)) return [];
    return statSync(path).size > LARGEST ? [] : [readFileSync(path, 'utf8')];
  });
}
