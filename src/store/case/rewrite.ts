// Files of a case that the program writes on request: read first, changed as text elsewhere, and written back only if
// nobody else has changed them meanwhile.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';
import { endOf } from '../disk/asked-files.ts';
import { createFile } from '../disk/create-file.ts';
import { unlessMissing } from '../disk/files.ts';
import { withFile } from '../disk/open-file.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { isInside, labelOf, namesInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

export interface CaseFile {
  readonly path: string;
  /** As people call it, from their folder. */
  readonly label: string;
  /** As it was read; empty where there was no file. */
  readonly text: string;
  readonly existed: boolean;
}

/** A file, and what it is to say. */
export interface ChangedFile {
  readonly target: CaseFile;
  readonly text: string;
}

/** A file by its name in the case's folder. Refuses one that lies elsewhere. */
export function fileOfCase(paths: CasePaths, file: string, from: string): CaseFile {
  const path = join(paths.folder, file);
  const text = textAt(path);
  if (!namesInside(file) || (text !== undefined && !isInside(paths.folder, file))) {
    throw new TakedownError('guard', { code: 'outside-case', message: `${file} lies outside the folder of the case.` });
  }
  return { path, label: labelOf(path, from), text: text ?? '', existed: text !== undefined };
}

/** A file that cases share, such as recipients.yaml. */
export function fileAt(path: string, from: string): CaseFile {
  const text = textAt(path);
  return { path, label: labelOf(path, from), text: text ?? '', existed: text !== undefined };
}

/** Whether the file still is what was read. */
export function isUnchanged(file: CaseFile): boolean {
  return textAt(file.path) === (file.existed ? file.text : undefined);
}

/** False when the file is no longer what was read; then nothing is written. */
export function replaceUnchanged(file: CaseFile, text: string): boolean {
  if (!file.existed) return createFile(file.path, text);
  if (textAt(file.path) !== file.text) return false;
  // A link stays one, and what it leads to is what was read.
  replaceFile(endOf(file.path), text);
  return true;
}

function textAt(path: string): string | undefined {
  return unlessMissing(() => withFile(path, (handle) => readFileSync(handle, 'utf8')));
}
