// The built-in Word letter: styles, letterhead on the first page, a short running head from the second, page numbers from fields.
import {
  AlignmentType,
  BorderStyle,
  CharacterSet,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { LetterDocument } from '../document.ts';
import { allText } from '../fonts/each-text.ts';
import type { Shown } from '../fonts/shown.ts';
import { TEXT_TWIPS } from './blocks.ts';
import type { LongRows } from './long-rows.ts';
import { lists } from './numbering.ts';
import { PART_NAMES, partsOf } from './parts.ts';
import { runsOf } from './runs.ts';
import { type EmbeddedFont, embedded, STYLES } from './styles.ts';

/** US Letter with margins of an inch, in twentieths of a point. */
const PAGE = {
  size: { width: 12_240, height: 15_840 },
  margin: { top: 1440, right: 1440, bottom: 1440, left: 1440, header: 720, footer: 620 },
} as const;

const GREY = '5A5A5A';

/** Stands for a font until the file is packed: packing eight megabytes twice takes seconds. */
const PLACE = Buffer.alloc(32);

export interface WordFile {
  readonly octets: Uint8Array;
  /** In the order of its table of fonts. */
  readonly fonts: readonly EmbeddedFont[];
  /** That one row of it stands for. */
  readonly rows?: LongRows;
}

export async function builtIn({ document, faces }: Shown): Promise<WordFile> {
  const fonts = embedded(faces, allText(document));
  const all = lists();
  const { children, rows } = partsOf(document, all);
  const author = document.letterhead[0] ?? '';
  const word = new Document({
    title: document.title,
    creator: author,
    lastModifiedBy: author,
    styles: STYLES(document.language),
    numbering: all.all(),
    fonts: fonts.map(({ name }) => ({ name, data: PLACE, characterSet: CharacterSet.DEFAULT })),
    sections: [
      {
        properties: { titlePage: true, page: PAGE },
        headers: {
          first: new Header({ children: [...marksOf(document), ...letterheadOf(document)] }),
          default: new Header({ children: [...marksOf(document), running(document)] }),
        },
        footers: { first: footerOf(document), default: footerOf(document) },
        children: PART_NAMES.flatMap((name) => children[name]),
      },
    ],
  });
  return { octets: await Packer.toBuffer(word), fonts, ...(rows && { rows }) };
}

function marksOf({ marks }: LetterDocument): readonly Paragraph[] {
  if (marks.length === 0) return [];
  const children = [
    new TextRun({ text: marks.join('  ·  '), bold: true, size: 18, color: '000000', characterSpacing: 16 }),
  ];
  return [new Paragraph({ style: 'Running', alignment: AlignmentType.CENTER, spacing: { after: 220 }, children })];
}

function letterheadOf({ letterhead }: LetterDocument): readonly Paragraph[] {
  const [first, ...rest] = letterhead;
  if (first === undefined) return [new Paragraph({ style: 'Running' })];
  const reached = rest
    .slice(-1)
    .flatMap((text) => [...(rest.length > 1 ? [new TextRun({ break: 1 })] : []), ...runsOf(text)]);
  const line = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 } as const;
  return [
    new Paragraph({
      style: 'Running',
      spacing: { before: 80, after: 20 },
      children: [...runsOf(first, { bold: true, size: 32, color: '000000' })],
    }),
    new Paragraph({
      style: 'Running',
      spacing: { after: 200 },
      border: { bottom: line },
      children: [...runsOf(rest.slice(0, -1).join(' · ')), ...reached],
    }),
  ];
}

const AT_THE_RIGHT = [{ type: TabStopType.RIGHT, position: TEXT_TWIPS }];

function running({ addressee, title, dateText }: LetterDocument): Paragraph {
  const children = [...runsOf(addressee[0] ?? title), new TextRun({ children: [new Tab(), dateText] })];
  return new Paragraph({ style: 'Running', tabStops: AT_THE_RIGHT, spacing: { after: 160 }, children });
}

function footerOf({ id }: LetterDocument): Footer {
  const page = new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: AT_THE_RIGHT,
        children: [new TextRun({ text: id, color: GREY }), page],
      }),
    ],
  });
}
