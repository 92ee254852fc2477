// Files that only their owner may read, made once: what stands there already stays, and only the same octets count as made.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createFile } from './create-file.ts';
import { unlessMissing } from './files.ts';

const OWNER_ONLY = 0o600;

/** False where another file stands there; then nothing is changed. */
export function createPrivate({ file, from }: { readonly file: string; readonly from: string }, text: string): boolean {
  const path = resolve(from, file);
  if (createFile(path, text, OWNER_ONLY)) return true;
  return unlessMissing(() => readFileSync(path, 'utf8')) === text;
}
