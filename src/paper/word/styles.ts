// Styles of the built-in Word letter, and the fonts that go along in it where a system may lack them.
import { AlignmentType, type IStylesOptions } from 'docx';
import type { Faces } from '../fonts/faces.ts';
import { onlyGlyphs } from '../fonts/only-glyphs.ts';
import { NAME_SIZE } from '../measures.ts';
import { NAME_FACE, TEXT_FACE, TEXT_SIZE } from './runs.ts';

const GREY = '5A5A5A';
const FACE = { ascii: TEXT_FACE, hAnsi: TEXT_FACE, eastAsia: TEXT_FACE, cs: TEXT_FACE };

const TABLE = { spacing: { after: 0, line: 240 } };

export function STYLES(language: string): IStylesOptions {
  const heading = (size: number, look = {}) => ({
    run: { font: FACE, size, bold: true, color: '000000', ...look },
    paragraph: { spacing: { before: 240, after: 120 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: FACE, size: TEXT_SIZE, language: { value: language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: 110, line: 254 } },
      },
      heading1: heading(25),
      heading2: heading(24),
      heading3: heading(TEXT_SIZE),
      heading4: heading(TEXT_SIZE, { bold: false, italics: true }),
    },
    paragraphStyles: [
      style('Block', 'Letter Block', { spacing: { after: 140, line: 252 }, keepLines: true }),
      style('Signed', 'Letter Signature', { spacing: { after: 0, line: 252 }, keepLines: true }),
      style('Quote', 'Quote', { spacing: { after: 110, line: 250 } }),
      style(
        'Reference',
        'Letter Reference',
        { spacing: { after: 30, line: 240 }, indent: { left: 1760, hanging: 1760 } },
        { size: 20 },
      ),
      style('Enclosure', 'Letter Enclosure', { spacing: { after: 50, line: 240 } }, { size: 19 }),
      style('TableText', 'Letter Table', TABLE, { size: 18 }),
      style('TableNumber', 'Letter Table Number', { ...TABLE, alignment: AlignmentType.RIGHT }, { size: 18 }),
      style('TableName', 'Letter Table Name', TABLE, { size: NAME_SIZE * 2, font: NAME_FACE }),
      style('Running', 'Letter Running Head', { spacing: { after: 0, line: 240 } }, { size: 18, color: GREY }),
    ],
  };
}

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

function style(
  id: string,
  name: string,
  paragraph: ParagraphStyle['paragraph'],
  run: ParagraphStyle['run'] = {},
): ParagraphStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true, paragraph: paragraph ?? {}, run: run ?? {} };
}

/** In octets: larger fonts lose the outlines that the letter does not need. */
const LARGEST = 500_000;
const CFF_OUTLINES = 'O'.charCodeAt(0);

export interface EmbeddedFont {
  readonly name: string;
  readonly octets: Uint8Array;
}

/** Fonts of the scripts in the letter, so that it prints the same where a system lacks them. */
export function embedded({ extra }: Faces, text: string): readonly EmbeddedFont[] {
  return extra.flatMap(({ octets, font }) => {
    const kept = small(octets, text);
    return kept === undefined ? [] : [{ name: font.families.at(-1) ?? '', octets: kept }];
  });
}

function small(octets: Uint8Array, text: string): Uint8Array | undefined {
  if (octets.length <= LARGEST) return octets;
  return octets[0] === CFF_OUTLINES ? onlyGlyphs(octets, text) : undefined;
}
