// The journal's file is only ever added to.
import { formatEntry } from '../../casefile/journal.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import { appendLines } from '../disk/append-lines.ts';
import type { Machine } from '../disk/lock.ts';
import type { CasePaths } from '../workspace.ts';

export async function appendJournal(
  paths: CasePaths,
  entries: readonly JournalEntry[],
  machine: Machine,
): Promise<void> {
  await appendLines(paths.journal, entries.map(formatEntry).join(''), machine);
}
