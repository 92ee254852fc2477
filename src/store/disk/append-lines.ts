// Files of a case that are only ever added to, line by line. Two people who add at once both get their line.
import { appendFileSync, closeSync, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TakedownError } from '../../model/takedown-error.ts';
import { about, readPart } from './files.ts';
import { type Machine, takeLock } from './lock.ts';

/** A line takes a millisecond to write: whoever holds the lock for two seconds does not let go. */
const PATIENCE = { tries: 100, apart: 20 };

export async function appendLines(path: string, text: string, machine: Machine): Promise<void> {
  for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
    const lock = takeLock(`${path}.lock`, machine);
    if (!lock.held) {
      try {
        append(path, text);
        return;
      } finally {
        lock.release();
      }
    }
    await sleep(PATIENCE.apart);
  }
  throw new TakedownError('failed', {
    code: 'file-locked',
    message: `Another process has been writing ${basename(path)} for too long; nothing was recorded in it.`,
    hint: `If none is running, remove ${path}.lock`,
  });
}

/** One write at the end of the file; a last line that an editor left without its break gets one first. */
function append(path: string, text: string): void {
  const handle = openSync(path, 'a+');
  try {
    const size = fstatSync(handle).size;
    const whole = size === 0 || readPart(handle, size - 1, 1).toString('latin1') === '\n';
    try {
      appendFileSync(handle, `${whole ? '' : '\n'}${text}`);
      fsyncSync(handle);
    } catch (error) {
      // Half an entry would be a file that nobody can read: on a full disk it is as it was.
      ftruncateSync(handle, size);
      throw about(path, error);
    }
  } finally {
    closeSync(handle);
  }
}
