// Papers for the court without what must not stand on a public docket: first what the program knows to be a registrant, then every text
// of the finished paper, its title and its tables, by pattern and by name.
import type { LetterDocument } from '../../paper/document.ts';
import { withTexts } from '../../paper/fonts/each-text.ts';
import type { CertificateParts } from '../certificate/certificate.ts';
import type { DeclarationParts } from '../declaration/declaration.ts';
import type { Redaction } from './redaction.ts';
import { hidingRegistrants, withoutRegistrants } from './registrants.ts';

export function redactedDeclaration(parts: DeclarationParts, redaction: Redaction): DeclarationParts {
  const { report, declarant, journal, theCase } = parts;
  const typed = Object.values(declarant);
  const by = journal.flatMap((entry) => entry.by ?? []);
  const words = theCase.orders.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const hide = hidingRegistrants(report, [...typed, ...by, ...words].join('\n'), redaction);
  return {
    ...parts,
    redacted: true,
    report: withoutRegistrants(report, redaction),
    declarant: withEach(declarant, hide),
    journal: journal.map((entry) => ({ ...entry, ...(entry.by !== undefined && { by: hide(entry.by) }) })),
    theCase: {
      ...theCase,
      orders: theCase.orders.map((order) => ({
        ...order,
        paragraphs: order.paragraphs.map((one) => ({ ...one, text: hide(one.text) })),
      })),
    },
  };
}

export function redactedCertificate(parts: CertificateParts, redaction: Redaction): CertificateParts {
  const { report, signer } = parts;
  const hide = hidingRegistrants(report, Object.values(signer).join('\n'), redaction);
  return { ...parts, redacted: true, signer: withEach(signer, hide) };
}

/** Who signs is no registrant of the case, and how it is signed is one of two words. */
const KEPT: ReadonlySet<string> = new Set(['name', 'executed']);

function withEach<Of extends object>(said: Of, hide: (text: string) => string): Of {
  const entries = Object.entries(said).map(([key, text]) => [key, KEPT.has(key) ? text : hide(`${text}`)]);
  return Object.fromEntries(entries) as Of;
}

export function redactedDocument(document: LetterDocument, redaction: Redaction): LetterDocument {
  return withTexts(document, { text: redaction.hide, displayed: redaction.hide });
}
