// The caption of a paper for a court in Word: a table of two cells without a head, since it only places what stands in it; read
// aloud, its cells follow each other as they do here.
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Caption, LetterDocument } from '../document.ts';
import { TEXT_TWIPS } from './blocks.ts';
import { runsOf } from './runs.ts';

const HALF = TEXT_TWIPS / 2;
/** Twentieths of a point. */
const STEP = 600;
const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;

type Parts = Readonly<Record<'date' | 'addressee' | 'subject', readonly FileChild[]>>;

/** The court and the two columns stand where a letter has its addressee, and the date below the title. */
export function captionParts(caption: Caption, { subject, dateText }: LetterDocument): Parts {
  return {
    date: [],
    addressee: [centred(caption.court), columns(caption)],
    subject: [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        alignment: AlignmentType.CENTER,
        spacing: { before: 300, after: 80 },
        children: [...runsOf(subject)],
      }),
      new Paragraph({
        style: 'Block',
        alignment: AlignmentType.CENTER,
        spacing: { after: 240 },
        children: [...runsOf(dateText)],
      }),
    ],
  };
}

function centred(lines: readonly string[]): Paragraph {
  const children = lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [new TextRun({ break: 1 })]),
    ...runsOf(line, { bold: true }),
  ]);
  return new Paragraph({ style: 'Block', alignment: AlignmentType.CENTER, spacing: { after: 240 }, children });
}

function columns({ parties, docket }: Caption): Table {
  const left = parties.map(({ text, step }) => lineOf(text, STEP * step));
  const right = docket.map((text) => lineOf(text, 0));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_TWIPS, type: WidthType.DXA },
    columnWidths: [HALF, HALF],
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cellOf(left, { borders: { right: RULE, bottom: RULE }, margins: { left: 0, right: 200 } }),
          cellOf(right, { borders: {}, margins: { left: 320 } }),
        ],
      }),
    ],
  });
}

type Look = Pick<ConstructorParameters<typeof TableCell>[0], 'borders' | 'margins'>;

function cellOf(children: readonly Paragraph[], look: Look): TableCell {
  return new TableCell({
    ...look,
    width: { size: HALF, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [...children],
  });
}

function lineOf(text: string, left: number): Paragraph {
  return new Paragraph({
    style: 'Block',
    spacing: { before: 60, after: 60 },
    indent: { left },
    children: [...runsOf(text)],
  });
}
