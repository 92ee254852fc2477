// What every paper for the court has: the caption, the marks on each page, what is still blank, paragraphs numbered through, and the
// closing of 28 U.S.C. 1746. A declaration and a certification differ in their parts.
import type { LocalDate } from '../../model/instant.ts';
import type { Block, LetterDocument, ScheduleTable } from '../../paper/document.ts';
import { paragraph, plain } from '../paged/text.ts';
import type { CaseReport } from '../report/case-report.ts';
import { courtText, utcText } from '../report/report-words.ts';
import { blank } from './blank.ts';
import { captionOf } from './caption.ts';
import type { Declarant, Executed } from './declaration.ts';
import { numbered, type Part } from './numbered.ts';
import { isSimulated } from './simulated.ts';

interface CourtPaper {
  readonly report: CaseReport;
  readonly toolVersion: string;
  readonly redacted: boolean;
  readonly signer: Pick<Declarant, 'name' | 'executed'>;
  /** In the file's title: `declaration`. */
  readonly kind: string;
  /** The paper's title, by the name of who signs it. */
  subject(name: string): string;
  readonly blanks: readonly string[];
  readonly parts: readonly Part[];
  readonly schedule: ScheduleTable | undefined;
}

export function courtPaper(paper: CourtPaper): LetterDocument {
  const { report, toolVersion, redacted, signer, kind, blanks, parts, schedule } = paper;
  const name = signer.name ?? blank('name');
  return {
    id: plain(`takedown ${toolVersion}`),
    title: plain(`${report.title}: ${kind}`),
    language: 'en-US',
    date: report.asOf.slice(0, 10) as LocalDate,
    dateText: `Observations as of ${utcText(report.asOf)}`,
    marks: marksOf(paper).map(plain),
    letterhead: [],
    via: [],
    addressee: [],
    caption: captionOf(report),
    subject: plain(paper.subject(name)),
    reference: [],
    body: [
      ...draftNote(blanks),
      ...(redacted ? redactedNote(report) : []),
      ...numbered(parts),
      closing(signer.executed),
    ],
    signature: { name: plain(name), lines: ['Date:', 'Place:'] },
    enclosures: [],
    schedule,
  };
}

function marksOf({ report, blanks, redacted }: CourtPaper): readonly string[] {
  const own = report.marks.map((mark) => mark.toUpperCase());
  const simulated = isSimulated(report) && own.every((mark) => !/SIMULATED|REHEARSAL/.test(mark));
  return [
    ...(blanks.length > 0 ? ['DRAFT - NOT SIGNED'] : []),
    ...own,
    ...(simulated ? ['SIMULATED NETWORK'] : []),
    ...(redacted ? ['REDACTED VERSION'] : sealMark(report)),
  ];
}

function sealMark(report: CaseReport): readonly string[] {
  return report.seal === null ? [] : [`UNDER SEAL UNTIL ${courtText(report.seal.until, report)}`];
}

function redactedNote(report: CaseReport): readonly Block[] {
  const names =
    report.seal === null ? '' : `the names that are under seal until ${courtText(report.seal.until, report)}, and `;
  return [
    paragraph(
      `This is a redacted version. Words in brackets that begin with "redacted" stand for ${names}registrants, mail addresses, telephone numbers and the personal numbers that Fed. R. Civ. P. 5.2(a) names. The same number stands for the same thing throughout.`,
    ),
  ];
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
