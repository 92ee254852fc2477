// What a draft certification under Fed. R. Evid. 902(13) and (14) is made of: the record, how often it was read again and what came
// of it, the files with their digests, and what only the qualified person who will sign can say.
import type { EvidenceCounts } from '../../model/seen/evidence.ts';
import type { Declarant, Exhibit } from '../declaration/declaration.ts';
import type { CaseReport } from '../report/case-report.ts';

export interface Certifier extends Pick<Declarant, 'name' | 'role' | 'basis' | 'executed'> {
  /** How the files were kept since they were written, and who had access. */
  readonly custody?: string;
}

/** The kept octets read again by the program that makes the paper. */
export interface ReadAgain extends EvidenceCounts {
  /** Of everything that was examined, whatever it belongs to. */
  readonly unsound: number;
}

export interface CertificateParts {
  readonly report: CaseReport;
  readonly signer: Certifier;
  readonly again: ReadAgain;
  /** Runs and what they received, in the order of the runs. */
  readonly files: readonly Exhibit[];
  readonly toolVersion: string;
  /** For a public docket: what must not stand there was left out. */
  readonly redacted?: boolean;
}
