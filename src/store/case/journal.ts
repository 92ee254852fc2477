// The journal's file, read as a whole. Adding to it is journal-append.ts.
import { readEntries } from '../../casefile/remembered.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import type { Checked } from '../../model/problem.ts';
import { type Cache, memoryOf } from '../cache/memory.ts';
import { readOwn } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

export interface HowToRead {
  /** The working folder, for the names of files in problems. */
  readonly from: string;
  /** Given: a journal of which no octet has changed is not read again. For commands that only show. */
  readonly cache?: Cache;
}

/** In the order of the file. A case without a journal has no entries. */
export async function readJournal(
  paths: CasePaths,
  { from, cache }: HowToRead,
): Promise<Checked<readonly JournalEntry[]>> {
  const source = readOwn(paths.journal, from, paths.folder);
  if (source === undefined) return { ok: true, value: [], problems: [] };
  if (cache !== undefined) return readEntries(source, memoryOf(paths.journal, cache));
  const { parseJournal } = await import('../../casefile/journal.ts');
  return parseJournal(source);
}
