// The journal's file is only ever added to. Two people who add at once both get their line.
import { appendFileSync, closeSync, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatEntry } from '../casefile/journal.ts';
import type { JournalEntry } from '../model/journal.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { about, readPart } from './files.ts';
import { type Machine, takeLock } from './lock.ts';
import type { CasePaths } from './workspace.ts';

/** An entry takes a millisecond to write: whoever holds the lock for two seconds does not let go. */
const PATIENCE = { tries: 100, apart: 20 };

export async function appendJournal(
  paths: CasePaths,
  entries: readonly JournalEntry[],
  machine: Machine,
): Promise<void> {
  for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
    const lock = takeLock(`${paths.journal}.lock`, machine);
    if (!lock.held) {
      try {
        appendLines(paths.journal, entries.map(formatEntry).join(''));
        return;
      } finally {
        lock.release();
      }
    }
    await sleep(PATIENCE.apart);
  }
  throw new TakedownError('failed', {
    code: 'journal-locked',
    message: `Another process has been writing the journal of ${paths.id} for too long; nothing was recorded.`,
    hint: `If none is running, remove ${paths.journal}.lock`,
  });
}

/** One write at the end of the file; a last line that an editor left without its break gets one first. */
function appendLines(path: string, text: string): void {
  const handle = openSync(path, 'a+');
  try {
    const size = fstatSync(handle).size;
    const whole = size === 0 || readPart(handle, size - 1, 1).toString('latin1') === '\n';
    try {
      appendFileSync(handle, `${whole ? '' : '\n'}${text}`);
      fsyncSync(handle);
    } catch (error) {
      // Half an entry would be a journal that nobody can read: on a full disk it is as it was.
      ftruncateSync(handle, size);
      throw about(path, error);
    }
  } finally {
    closeSync(handle);
  }
}
