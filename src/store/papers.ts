// Mails and papers that the journal cites, compared with what it says of them.
import { createHash } from 'node:crypto';
import type { JournalEvidence } from '../model/journal.ts';
import { readInside } from './sources.ts';
import type { CasePaths } from './workspace.ts';

/** False also where the file is not there. */
export function isPaperAsCited(paths: CasePaths, { file, 'sha-256': digest }: JournalEvidence): boolean {
  const found = readInside(paths.folder, file, paths.folder);
  return found !== undefined && createHash('sha256').update(found.octets).digest('hex') === digest;
}
