// What comparing the papers of a case with their digests comes to.

import type { Problem } from '../../model/problem.ts';
import type { EvidenceFinding } from '../../model/seen/evidence.ts';

export interface PapersVerified {
  /** Files that were compared with a digest. */
  readonly files: number;
  readonly findings: readonly EvidenceFinding[];
}

export function damaged({ place, message }: Problem, otherwise: string): EvidenceFinding {
  const where = place === undefined ? { file: otherwise } : { file: place.file, line: place.line };
  return { kind: 'damaged', ...where, what: message };
}
