// The draft declaration as a document that is set on pages, as a letter is. The same case, record and words give the same octets.
import type { LetterDocument } from '../../paper/document.ts';
import { blanksOf } from './blanks.ts';
import { courtPaper } from './court-paper.ts';
import type { DeclarationParts } from './declaration.ts';
import { departuresPart } from './departures.ts';
import { exhibitsPart, namesExhibit } from './exhibits.ts';
import { openPart, unknownPart } from './open.ts';
import { declarantPart, methodPart, ordersPart } from './opening.ts';
import { paragraphsPart, seenPart } from './seen.ts';
import { servicePart } from './service.ts';

const PARTS = [
  declarantPart,
  ordersPart,
  methodPart,
  seenPart,
  paragraphsPart,
  openPart,
  unknownPart,
  servicePart,
  departuresPart,
  exhibitsPart,
] as const;

export function declarationDocument(parts: DeclarationParts): LetterDocument {
  const { report, toolVersion, declarant, redacted = false } = parts;
  return courtPaper({
    report,
    toolVersion,
    redacted,
    signer: declarant,
    kind: 'declaration',
    subject: (name) => `DECLARATION OF ${name.toUpperCase()}`,
    blanks: blanksOf(parts),
    parts: PARTS.map((part) => part(parts)),
    schedule: namesExhibit(parts),
  });
}
