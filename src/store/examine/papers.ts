// Mails and papers that the journal cites, compared with what it says of them.
import type { JournalEvidence } from '../../model/case/journal.ts';
import { sha256 } from '../../model/sha256.ts';
import { readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

/** False also where the file is not there. */
export function isPaperAsCited(paths: CasePaths, { file, 'sha-256': digest }: JournalEvidence): boolean {
  const found = readInside(paths.folder, file, paths.folder);
  return found !== undefined && sha256(found.octets) === digest;
}
