// Blocks of the body as paragraphs and tables of Word.
import {
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Block, Inline } from '../document.ts';
import { inlineText } from '../outputs/plain-text.ts';
import { type Lists, STEP } from './numbering.ts';
import { inlineRuns } from './runs.ts';

/** Twentieths of a point: six and a half inches. */
export const TEXT_TWIPS = 9360;

/** The subject is the letter's first heading; those of the body stand below it. */
const HEADINGS = { 1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3, 3: HeadingLevel.HEADING_4 } as const;

interface Inside {
  readonly lists: Lists;
  /** How many lists stand around. */
  readonly depth: number;
  readonly quoted: boolean;
  /** For the paragraphs before a signature, which stay with it. */
  readonly keepNext: boolean;
}

export function blockChildren(blocks: readonly Block[], inside: Inside): readonly FileChild[] {
  return blocks.flatMap((block, at) => childrenOf(block, announcing(inside, blocks[at + 1])));
}

function childrenOf(block: Block, inside: Inside): readonly FileChild[] {
  const { depth, keepNext } = inside;
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ ...placed(inside), children: [...inlineRuns(block.children)], keepNext })];
    case 'heading':
      return [
        new Paragraph({ heading: HEADINGS[block.level], children: [...inlineRuns(block.children)], keepNext: true }),
      ];
    case 'quote':
      return blockChildren(block.children, { ...inside, quoted: true, keepNext: false });
    case 'drawing':
      // Word takes a drawing of lines only beside one of dots, which nothing here can make.
      return [new Paragraph({ ...placed(inside), children: [...inlineRuns([{ kind: 'text', text: block.alt }])] })];
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '808080', space: 1 } } })];
    case 'list': {
      const reference = inside.lists.open(block.ordered, block.start);
      return block.items.flatMap((item) =>
        itemChildren(item, { ...inside, depth: depth + 1, keepNext: false }, { reference, level: depth }),
      );
    }
    case 'table':
      return [tableOf(block.head, block.rows), new Paragraph({ spacing: { after: 60 } })];
  }
}

/** What announces a quote stays with it. */
function announcing(inside: Inside, next: Block | undefined): Inside {
  return next?.kind === 'quote' ? { ...inside, keepNext: true } : inside;
}

function placed({ depth, quoted }: Inside): IParagraphOptions {
  if (!quoted) return depth === 0 ? {} : { indent: { left: STEP * depth } };
  return { style: 'Quote', indent: { left: STEP * (depth + 1), right: STEP } };
}

type Numbering = { readonly reference: string; readonly level: number };

/** The number stands on the item's first paragraph; an item that begins otherwise gets an empty one. */
function itemChildren(item: readonly Block[], inside: Inside, numbering: Numbering): readonly FileChild[] {
  const [first, ...rest] = item;
  const isText = first?.kind === 'paragraph';
  const children = isText ? [...inlineRuns(first.children)] : [];
  const keepNext = rest[0]?.kind === 'quote';
  return [new Paragraph({ numbering, children, keepNext }), ...blockChildren(isText ? rest : item, inside)];
}

type Cells = readonly (readonly Inline[])[];

function tableOf(head: Cells, rows: readonly Cells[]): Table {
  const widths = widthsOf(head, rows);
  const row = (cells: Cells, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            children: [
              new Paragraph({ style: 'TableText', children: [...inlineRuns(cell, isHead ? { bold: true } : {})] }),
            ],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: CELL_MARGINS,
    columnWidths: widths,
    borders: TABLE_BORDERS,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** By what a column has to say: no column is squeezed, and none takes all. */
function widthsOf(head: Cells, rows: readonly Cells[]): number[] {
  const longest = head.map((title, at) =>
    Math.max(...[title, ...rows.map((row) => row[at] ?? [])].map((cell) => inlineText(cell).length)),
  );
  const shares = longest.map((length) => Math.min(Math.max(length, 6), 60));
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => Math.floor((TEXT_TWIPS * share) / sum));
}

export const CELL_MARGINS = { top: 40, bottom: 40, left: 80, right: 80 } as const;

const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const TABLE_BORDERS = {
  top: HAIR,
  bottom: HAIR,
  insideHorizontal: HAIR,
  left: NONE,
  right: NONE,
  insideVertical: NONE,
} as const;
