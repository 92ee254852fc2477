// The draft declaration as a document that is set on pages, as a letter is. The same case, record and words give the same octets.
import type { LocalDate } from '../../model/instant.ts';
import type { Block, LetterDocument } from '../../paper/document.ts';
import { paragraph, plain } from '../paged/text.ts';
import { courtText, utcText } from '../report-words.ts';
import { blank, blanksOf, isSimulated } from './blanks.ts';
import { type DeclarationParts, type Executed, sidesOf } from './declaration.ts';
import { departuresPart } from './departures.ts';
import { exhibitsPart, namesExhibit } from './exhibits.ts';
import { numbered } from './numbered.ts';
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
  const { report, declarant, toolVersion } = parts;
  const blanks = blanksOf(parts);
  const name = declarant.name ?? blank('name');
  return {
    id: plain(`takedown ${toolVersion}`),
    title: plain(`${report.title}: declaration`),
    language: 'en-US',
    date: report.asOf.slice(0, 10) as LocalDate,
    dateText: `Observations as of ${utcText(report.asOf)}`,
    marks: marksOf(parts, blanks).map(plain),
    letterhead: [],
    via: [],
    addressee: [plain(report.court.name.toUpperCase())],
    subject: plain(`DECLARATION OF ${name.toUpperCase()}`),
    reference: captionOf(parts),
    body: [...draftNote(blanks), ...numbered(PARTS.map((part) => part(parts))), closing(declarant.executed)],
    signature: { name: plain(name), lines: ['Date:', 'Place:'] },
    enclosures: [],
    schedule: namesExhibit(parts),
  };
}

function marksOf({ report }: DeclarationParts, blanks: readonly string[]): readonly string[] {
  const own = report.marks.map((mark) => mark.toUpperCase());
  const simulated = isSimulated(report) && own.every((mark) => !/SIMULATED|REHEARSAL/.test(mark));
  return [
    ...(blanks.length > 0 ? ['DRAFT - NOT SIGNED'] : []),
    ...own,
    ...(simulated ? ['SIMULATED NETWORK'] : []),
    ...(report.seal === null ? [] : [`UNDER SEAL UNTIL ${courtText(report.seal.until, report)}`]),
  ];
}

function captionOf({ report }: DeclarationParts): LetterDocument['reference'] {
  const [plaintiffs, defendants] = sidesOf(report.title) ?? [blank('plaintiff'), blank('defendants')];
  const rows: readonly (readonly [string, string])[] = [
    ['Plaintiff', `${plaintiffs},`],
    ['v.', `${defendants}, defendants.`],
    ['Civil Action', `No. ${report.docket}`],
    ...(report.judge === null ? [] : [['Judge', report.judge] as const]),
  ];
  return rows.map(([label, value]) => [label, plain(value)]);
}

function draftNote(blanks: readonly string[]): readonly Block[] {
  if (blanks.length === 0) return [];
  const items = blanks.map((text) => [paragraph(text)]);
  return [
    paragraph('This is a draft. Before anybody signs it, this has to be filled in or put right:'),
    { kind: 'list', ordered: false, start: 1, items },
  ];
}

const TRUE = 'under penalty of perjury';

/** The forms of 28 U.S.C. 1746, paragraphs (2) and (1); what stands outside the declaration proper is said beside it. */
const CLOSINGS: Readonly<Record<Executed, string>> = {
  within: `I declare ${TRUE} that the foregoing is true and correct.`,
  without: `I declare ${TRUE} under the laws of the United States of America that the foregoing is true and correct.`,
};

const SIGNED = 'Executed on the date and at the place below.';

function closing(executed: Executed | undefined): Block {
  if (executed !== undefined) return paragraph(`Pursuant to 28 U.S.C. 1746: ${CLOSINGS[executed]} ${SIGNED}`);
  return paragraph(
    `Pursuant to 28 U.S.C. 1746: ${blank('one of the two')} `,
    `(if executed within the United States, its territories, possessions or commonwealths) ${CLOSINGS.within} `,
    `(if executed without the United States) ${CLOSINGS.without} ${SIGNED}`,
  );
}
