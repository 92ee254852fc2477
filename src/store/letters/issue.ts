// Freezes a letter: its folder appears whole or not at all, and never where one stands already. It is written beside, in a
// folder that ends in .partial, brought to the disk and renamed; what a crash leaves of that is removed at the next issue.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterOctets, Manifest } from '../../casefile/issued-letter.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { createFile } from '../disk/create-file.ts';
import { syncFolder } from '../disk/files.ts';
import { type Machine, takeLockInTime } from '../disk/lock.ts';
import type { CasePaths } from '../workspace.ts';
import { MANIFEST } from './issued.ts';

export interface FrozenLetter {
  readonly manifest: Manifest;
  readonly files: readonly LetterOctets[];
}

/** A folder is written in well under a second: whoever holds the lock for five does not let go. */
const PATIENCE = { tries: 100, apart: 50 };

const PARTIAL = '.partial';

export async function issueLetter(paths: CasePaths, frozen: FrozenLetter, machine: Machine): Promise<void> {
  mkdirSync(paths.letters, { recursive: true });
  const lock = await takeLockInTime(join(paths.letters, 'issue.lock'), machine, PATIENCE);
  if (lock === undefined) throw underWay(paths);
  try {
    removeLeftovers(paths.letters);
    writeFolder(paths, frozen);
  } finally {
    lock.release();
  }
}

/** Nobody else issues while the lock is held, so what is partial was left by a process that died. */
function removeLeftovers(letters: string): void {
  for (const name of readdirSync(letters)) {
    if (name.endsWith(PARTIAL)) rmSync(join(letters, name), { recursive: true, force: true });
  }
}

function writeFolder(paths: CasePaths, { manifest, files }: FrozenLetter): void {
  const folder = join(paths.letters, manifest.letter.id);
  if (existsSync(folder)) throw alreadyThere(manifest.letter.id);
  const beside = `${folder}${PARTIAL}`;
  mkdirSync(beside);
  try {
    for (const { file, octets } of files) {
      if (!createFile(join(beside, file), octets)) throw new Error(`${file} stands twice in ${manifest.letter.id}`);
    }
    createFile(join(beside, MANIFEST), manifest.text);
    syncFolder(beside);
    // A folder that somebody else made meanwhile is not replaced: it has files in it, and then this throws.
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
  syncFolder(paths.letters);
}

function alreadyThere(id: string): TakedownError {
  return new TakedownError('guard', {
    code: 'letter-exists',
    message: `The letter ${id} was issued meanwhile; it is not replaced.`,
    hint: 'Look at what is planned now: takedown letter plan',
  });
}

function underWay(paths: CasePaths): TakedownError {
  return new TakedownError('guard', {
    code: 'issue-under-way',
    message: `Another process has been issuing letters of ${paths.id} for too long; nothing was issued.`,
    hint: `If none is running, remove ${join(paths.letters, 'issue.lock')}`,
  });
}
