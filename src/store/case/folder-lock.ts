// A case's whole folder in one process's hands: while it is made, or made anew, and for as long as it has to stay as it was made. The
// lock lies beside the folder, since the folder itself comes and goes.
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';
import { type Machine, takeLock } from '../disk/lock.ts';

export interface FolderLock {
  release(): void;
}

/** Never waits. Throws where another process has it. */
export function takeFolder(folder: string, machine: Machine): FolderLock {
  mkdirSync(dirname(folder), { recursive: true });
  const lock = takeLock(join(dirname(folder), `.${basename(folder)}.lock`), machine);
  if (!lock.held) return lock;
  throw new TakedownError('guard', {
    code: 'folder-in-use',
    message: `Another process is making the folder of ${basename(folder)}, or rehearses in it; nothing was changed.`,
    hint: `Wait until it has ended. If none is running, remove ${lock.file}`,
  });
}
