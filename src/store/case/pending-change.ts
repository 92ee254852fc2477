// What a change of a case is about to write, noted before it begins (`change.pending` of the case's folder) and forgotten when all of
// it is there. Whoever finds it later can tell whether the change was made: by the digests, or by the line that it brings.
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sha256 } from '../../model/sha256.ts';
import { unlessMissing } from '../disk/files.ts';
import { isRecord, jsonLine, readObject } from '../disk/json-text.ts';
import { withFile } from '../disk/open-file.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { isInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';
import type { ChangedFile } from './rewrite.ts';

interface PendingChange {
  /** In the order in which they are written. */
  readonly files: readonly PendingFile[];
  /** What is to be added to imports.yaml, in its form. */
  readonly entries: string;
}

interface PendingFile {
  /** In the case's folder. */
  readonly file: string;
  /** SHA-256; empty where there was no file. */
  readonly before: string;
  readonly after: string;
  /** The first line that is another one afterwards: it shows the change also where somebody has edited the file since. */
  readonly shows: string;
}

const FILE = 'change.pending';

export function notePending(paths: CasePaths, files: readonly ChangedFile[], entries: string): void {
  const pending: PendingChange = {
    files: files.map(({ target, text }) => ({
      file: relative(paths.folder, target.path),
      before: target.existed ? sha256(target.text) : '',
      after: sha256(text),
      shows: firstChange(target.text, text),
    })),
    entries,
  };
  replaceFile(join(paths.folder, FILE), `${jsonLine(pending)}\n`);
}

export function forgetPending({ folder }: CasePaths): void {
  rmSync(join(folder, FILE), { force: true });
}

/** `undefined` also where the file is not as it was written: then nobody knows what it was about. */
export function pendingChange({ folder }: CasePaths): PendingChange | undefined {
  const text = unlessMissing(() => withFile(join(folder, FILE), (handle) => readFileSync(handle, 'utf8')));
  const { files, entries } = (text === undefined ? undefined : readObject(text)) ?? {};
  if (!Array.isArray(files) || !files.every(isPendingFile) || typeof entries !== 'string') return undefined;
  return { files, entries };
}

export function isWritten({ folder }: CasePaths, { file, before, after, shows }: PendingFile): boolean {
  const text = textInside(folder, file);
  if (text === undefined) return false;
  const digest = sha256(text);
  if (digest === before) return false;
  return digest === after || (shows !== '' && text.split('\n').includes(shows));
}

/** A file that the change made, and nobody has touched since. */
export function takeBack({ folder }: CasePaths, { file, before, after }: PendingFile): void {
  const text = before === '' ? textInside(folder, file) : undefined;
  if (text !== undefined && sha256(text) === after) rmSync(join(folder, file));
}

function textInside(folder: string, file: string): string | undefined {
  return isInside(folder, file) ? withFile(join(folder, file), (handle) => readFileSync(handle, 'utf8')) : undefined;
}

function firstChange(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const start = after.lastIndexOf('\n', at - 1) + 1;
  const end = after.indexOf('\n', start);
  const line = after.slice(start, end === -1 ? undefined : end);
  return before.split('\n').includes(line) ? '' : line;
}

function isPendingFile(value: unknown): value is PendingFile {
  if (!isRecord(value)) return false;
  return ['file', 'before', 'after', 'shows'].every((key) => typeof value[key] === 'string');
}
