// The texts of a case's folder as they stand, whatever is wrong with them: for what has to be known of a case that cannot be read.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isClosed, unlessMissing } from '../disk/files.ts';

/** Far beyond a schedule that people wrote. */
const LARGEST = 64 * 1024 * 1024;

export interface FolderTexts {
  readonly files: readonly string[];
  readonly texts: readonly string[];
  /** False when this user may not look into the folder, or into one of its files. */
  readonly whole: boolean;
}

export function textsIn(folder: string): FolderTexts {
  const entries = unlessClosed(() => unlessMissing(() => readdirSync(folder, { withFileTypes: true })) ?? []);
  if (entries === undefined) return { files: [], texts: [], whole: false };
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:yaml|txt|csv)$/i.test(entry.name))
    .map(({ name }) => name);
  const texts = files.flatMap((file) => unlessClosed(() => textOf(join(folder, file))) ?? []);
  return { files, texts, whole: texts.length === files.length };
}

function textOf(path: string): string {
  return statSync(path).size > LARGEST ? '' : readFileSync(path, 'utf8');
}

function unlessClosed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isClosed(error)) return undefined;
    throw error;
  }
}
