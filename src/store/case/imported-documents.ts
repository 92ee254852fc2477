// The documents that names were imported from, kept as they were in imports/ of the case's folder: create-only, under the first
// figures of their digest and their own name, each octet sequence once. imports.yaml cites them.
import { basename, join } from 'node:path';
import { createFile } from '../disk/create-file.ts';
import { filesKept, plainFileName } from '../disk/kept-files.ts';
import type { CasePaths } from '../workspace.ts';

const FOLDER = 'imports';
const FIGURES = 16;

export interface DocumentToKeep {
  /** As it is called. */
  readonly file: string;
  readonly sha256: string;
  readonly octets: Uint8Array;
}

/** Where it is kept, or would be, in the case's folder: the same octets may be there under another name. */
export function placeOfDocument(paths: CasePaths, { file, sha256 }: Omit<DocumentToKeep, 'octets'>): string {
  const start = `${FOLDER}/${sha256.slice(0, FIGURES)}-`;
  return documentsKept(paths).find((one) => one.startsWith(start)) ?? `${start}${plainFileName(basename(file))}`;
}

/** What stands there already is left as it is: whether it still is that document, `evidence verify` says. */
export function keepDocument(paths: CasePaths, document: DocumentToKeep): string {
  const place = placeOfDocument(paths, document);
  createFile(join(paths.folder, place), document.octets);
  return place;
}

/** By their names in the case's folder. */
export function documentsKept({ folder }: CasePaths): readonly string[] {
  return filesKept(folder, FOLDER);
}
