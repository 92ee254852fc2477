// Files of a case that are only ever added to, line by line. Two people who add at once both get their line.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';
import { endOf } from './asked-files.ts';
import { unlessMissing } from './files.ts';
import { type Machine, takeLockInTime } from './lock.ts';
import { withFile } from './open-file.ts';
import { replaceFile } from './replace-file.ts';

/** A line takes some milliseconds to write: whoever holds the lock for two seconds does not let go. */
const PATIENCE = { tries: 100, apart: 20 };

export async function appendLines(path: string, text: string, machine: Machine): Promise<void> {
  const lock = await takeLockInTime(`${path}.lock`, machine, PATIENCE);
  if (lock === undefined) throw locked(path);
  try {
    append(path, text);
  } finally {
    lock.release();
  }
}

/**
 * The file with its new end takes the place of the old one: half an entry, as a write that is broken off leaves, would be a file that
 * nobody can read, or one that says something else. A last line that an editor left without its break gets one first.
 */
function append(path: string, text: string): void {
  const place = endOf(path);
  const before = unlessMissing(() => withFile(place, (handle) => readFileSync(handle))) ?? Buffer.alloc(0);
  const whole = before.length === 0 || before.at(-1) === 0x0a;
  replaceFile(place, Buffer.concat([before, Buffer.from(`${whole ? '' : '\n'}${text}`)]));
}

function locked(path: string): TakedownError {
  return new TakedownError('failed', {
    code: 'file-locked',
    message: `Another process has been writing ${basename(path)} for too long; nothing was recorded in it.`,
    hint: `If none is running, remove ${path}.lock`,
  });
}
