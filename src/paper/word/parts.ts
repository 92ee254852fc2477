// The parts around the body: date, addressee, subject, reference block, signature, enclosures. Each is a list of paragraphs, so that a
// firm's own file can have them where it wants them.
import { BorderStyle, type FileChild, HeadingLevel, LeaderType, Paragraph, TabStopType, TextRun } from 'docx';
import type { LetterDocument } from '../document.ts';
import { blockChildren, TEXT_TWIPS } from './blocks.ts';
import { captionParts } from './caption.ts';
import type { LongRows } from './long-rows.ts';
import type { Lists } from './numbering.ts';
import { runsOf } from './runs.ts';
import { scheduleTable } from './schedule.ts';

export const PART_NAMES = [
  'date',
  'via',
  'addressee',
  'subject',
  'reference',
  'body',
  'signature',
  'enclosures',
  'schedule',
] as const;
export type PartName = (typeof PART_NAMES)[number];

interface Parts {
  readonly children: Readonly<Record<PartName, readonly FileChild[]>>;
  /** Of a schedule so long that its rows are put into the file when it is written. */
  readonly rows?: LongRows;
}

/** In the order in which a letter has them; a part that this letter lacks is empty. */
export function partsOf(document: LetterDocument, lists: Lists): Parts {
  const { via, addressee, subject, letterhead, body, signature, caption } = document;
  const inside = { lists, depth: 0, quoted: false, keepNext: false };
  const closing = signature === undefined ? [] : body.slice(-1);
  const schedule = scheduleOf(document);
  const children = {
    date: [said(document.dateText, 'Block')],
    via: blockOf(via, true),
    addressee: blockOf(addressee, false),
    subject: [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [...runsOf(letterhead.length > 0 ? `Re: ${subject}` : subject)],
      }),
    ],
    ...(caption && captionParts(caption, document)),
    reference: document.reference.map(referenceRow),
    body: [
      ...blockChildren(body.slice(0, body.length - closing.length), inside),
      ...blockChildren(closing, { ...inside, keepNext: true }),
    ],
    signature: signature === undefined ? [] : signatureOf(signature),
    enclosures: enclosuresOf(document, lists),
    schedule: schedule.children,
  };
  return { children, ...(schedule.rows && { rows: schedule.rows }) };
}

function said(text: string, style: string): Paragraph {
  return new Paragraph({ style, children: [...runsOf(text)] });
}

/** One paragraph with its lines below each other, as an address is typed. */
function blockOf(lines: readonly string[], bold: boolean): readonly FileChild[] {
  if (lines.length === 0) return [];
  const children = lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [new TextRun({ break: 1 })]),
    ...runsOf(line, bold ? { bold } : {}),
  ]);
  return [new Paragraph({ style: 'Block', children })];
}

const HAIR = { style: BorderStyle.SINGLE, size: 4, color: '808080', space: 4 } as const;

function referenceRow([label, value]: readonly [string, string], at: number, rows: readonly unknown[]): Paragraph {
  const border = { ...(at === 0 ? { top: HAIR } : {}), ...(at === rows.length - 1 ? { bottom: HAIR } : {}) };
  return new Paragraph({
    style: 'Reference',
    border,
    keepLines: true,
    ...(at === rows.length - 1 ? { spacing: { after: 240 } } : {}),
    children: [new TextRun({ text: label, bold: true }), new TextRun({ text: '\t' }), ...runsOf(value)],
  });
}

function signatureOf({ name, lines }: NonNullable<LetterDocument['signature']>): readonly FileChild[] {
  const rule = new Paragraph({
    style: 'Block',
    spacing: { before: 560, after: 20 },
    indent: { right: TEXT_TWIPS - 3900 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    keepNext: true,
  });
  const rows = [
    new Paragraph({ style: 'Signed', keepNext: lines.length > 0, children: [...runsOf(name, { bold: true })] }),
    ...lines.map((line, at) => signedLine(line, at < lines.length - 1)),
  ];
  return [rule, ...rows];
}

/** `Date:` is followed by a line to write on. */
function signedLine(line: string, keepNext: boolean): Paragraph {
  if (!line.endsWith(':')) return new Paragraph({ style: 'Signed', keepNext, children: [...runsOf(line)] });
  return new Paragraph({
    style: 'Signed',
    keepNext,
    spacing: { before: 200 },
    tabStops: [
      { type: TabStopType.LEFT, position: 800 },
      { type: TabStopType.LEFT, position: 4400, leader: LeaderType.UNDERSCORE },
    ],
    children: [...runsOf(line), new TextRun({ text: '\t\t' })],
  });
}

function enclosuresOf({ enclosures }: LetterDocument, lists: Lists): readonly FileChild[] {
  if (enclosures.length === 0) return [];
  const reference = lists.open(true, 1);
  return [
    new Paragraph({
      style: 'Block',
      spacing: { before: 240, after: 60 },
      keepNext: true,
      children: [new TextRun({ text: 'Enclosures', bold: true })],
    }),
    ...enclosures.map(
      (text) => new Paragraph({ style: 'Enclosure', numbering: { reference, level: 0 }, children: [...runsOf(text)] }),
    ),
  ];
}

function scheduleOf({ schedule }: LetterDocument): {
  readonly children: readonly FileChild[];
  readonly rows?: LongRows;
} {
  if (schedule === undefined) return { children: [] };
  const title = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: [...runsOf(schedule.title)],
  });
  const notes = schedule.notes.map(
    (note) => new Paragraph({ style: 'Block', keepNext: true, children: [...runsOf(note, { size: 19 })] }),
  );
  const { table, rows } = scheduleTable(schedule);
  return { children: [title, ...notes, table], ...(rows && { rows }) };
}
