// The draft certification as a document that is set on pages. The same record and words give the same octets.
import type { LetterDocument } from '../../paper/document.ts';
import { courtPaper } from '../declaration/court-paper.ts';
import { certificateBlanks } from './blanks.ts';
import type { CertificateParts } from './certificate.ts';
import { copiesPart, custodyPart, filesPart, limitsPart } from './copies.ts';
import { certifierPart, processPart, recordPart } from './how-made.ts';

const PARTS = [certifierPart, recordPart, processPart, copiesPart, custodyPart, limitsPart, filesPart] as const;

export function certificateDocument(parts: CertificateParts): LetterDocument {
  const { report, toolVersion, signer, redacted = false } = parts;
  return courtPaper({
    report,
    toolVersion,
    redacted,
    signer,
    kind: 'certification',
    subject: (name) =>
      `CERTIFICATION OF ${name.toUpperCase()} UNDER RULES 902(13) AND 902(14) OF THE FEDERAL RULES OF EVIDENCE`,
    blanks: certificateBlanks(parts),
    parts: PARTS.map((part) => part(parts)),
    schedule: undefined,
  });
}
