// Drafts of letters: a folder each, made anew each time, in no way binding. Only files of a draft are ever replaced or
// removed there, and an issued letter is never written over.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LetterOctets } from '../../casefile/issued-letter.ts';
import { LETTER_FILES } from '../../model/letter/letter-files.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { createFile } from '../disk/create-file.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { labelOf } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';
import { MANIFEST } from './issued.ts';

interface Draft {
  readonly id: string;
  readonly files: readonly LetterOctets[];
}

/** `drafts/` in the case's folder, which git is told to leave alone. */
export function draftsOf(paths: CasePaths): string {
  const folder = join(paths.folder, 'drafts');
  createFile(join(folder, '.gitignore'), '*\n');
  return folder;
}

/** Among issued letters a draft would be taken for a damaged one. */
export function refuseAmongLetters(paths: CasePaths, folder: string, from: string): void {
  if (resolve(from, folder) !== resolve(paths.letters)) return;
  throw new TakedownError('use', {
    code: 'among-letters',
    message: `${folder} is where issued letters lie; no draft is written there.`,
    hint: 'Leave -o out, and drafts are written to drafts/ of the case.',
  });
}

/** The draft's folder, as people call it. */
export function writeDraft(drafts: string, { id, files }: Draft, from: string): string {
  const folder = resolve(from, drafts, id);
  const label = labelOf(folder, from);
  if (existsSync(join(folder, MANIFEST))) {
    throw new TakedownError('guard', {
      code: 'issued-letter-there',
      message: `${label} is an issued letter; no draft is written there.`,
      hint: 'Choose another folder with -o.',
    });
  }
  mkdirSync(folder, { recursive: true });
  const written = new Set(files.map(({ file }) => file));
  // What an earlier draft left and this one does not have goes.
  for (const file of LETTER_FILES) if (!written.has(file)) rmSync(join(folder, file), { force: true });
  for (const { file, octets } of files) replaceFile(join(folder, file), octets);
  return label;
}
