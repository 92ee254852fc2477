// The texts of a case's folder as they stand, whatever is wrong with them: for what has to be known of a case that cannot be read.
import { readdirSync } from 'node:fs';
import { isClosed, unlessMissing } from '../disk/files.ts';
import { readInside } from '../sources.ts';

/** Far beyond a schedule that people wrote. */
const LARGEST = 64 * 1024 * 1024;

export interface FolderTexts {
  readonly files: readonly string[];
  readonly texts: readonly string[];
  /** False when this user may not look into the folder or into one of its files, or one of them is a link that is not followed. */
  readonly whole: boolean;
}

export function textsIn(folder: string): FolderTexts {
  const entries = unlessClosed(() => unlessMissing(() => readdirSync(folder, { withFileTypes: true })) ?? []);
  if (entries === undefined) return { files: [], texts: [], whole: false };
  const files = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && /\.(?:yaml|txt|csv)$/i.test(entry.name))
    .map(({ name }) => name);
  const texts = files.flatMap((file) => unlessClosed(() => textOf(folder, file)) ?? []);
  return { files, texts, whole: texts.length === files.length };
}

/** `undefined` for a link that leads nowhere, or out of the folder. */
function textOf(folder: string, file: string): string | undefined {
  const octets = readInside(folder, file, folder)?.octets;
  if (octets === undefined) return undefined;
  return octets.length > LARGEST ? '' : new TextDecoder().decode(octets);
}

function unlessClosed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isClosed(error)) return undefined;
    throw error;
  }
}
