// One page of a PDF: its operators are followed, and its words are laid out in rows and chains.
import { remark } from '../outcome.ts';
import type { Remark } from '../placed.ts';
import type { Opened, PdfPage } from './engine.ts';
import { type FontFacts, interpret } from './interpret.ts';
import { matrixOf } from './matrix.ts';
import type { Painted } from './painted.ts';
import { type Layout, type Row, rowsOf } from './rows.ts';
import { ownersIn } from './structure.ts';
import { type Word, wordsOf } from './words.ts';

export interface ReadPage {
  readonly number: number;
  readonly height: number;
  readonly rows: readonly Row[];
  /** What a reader of the page does not see, in rows of its own. */
  readonly hidden: readonly Row[];
  /** Everything on it was read off a picture. */
  readonly recognised: boolean;
  readonly layout: Layout;
  readonly remarks: readonly Remark[];
}

/** Of the glyphs: a page on which nearly all text is invisible has it below a picture. */
const NEARLY_ALL = 0.8;
const NO_LAYERS = { isVisible: () => true };

export async function readPage({ pdf, ops }: Opened, number: number, tagged: boolean): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  try {
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const layers = await pdf.getOptionalContentConfig().catch(() => NO_LAYERS);
    const painted = interpret(await page.getOperatorList(), {
      view: matrixOf(transform),
      page: { left: 0, top: 0, right: width, bottom: height },
      ops,
      font: fontsOf(page),
      layerShown: (group) => group === null || typeof group !== 'object' || layers.isVisible(group),
    });
    const owners = tagged ? ownersIn(await page.getStructTree()) : new Map<string, string>();
    return laid(painted, { number, height, owner: (mark) => (mark === undefined ? undefined : owners.get(mark)) });
  } finally {
    page.cleanup();
  }
}

/** A font that could not be read has the usual unit. */
function fontsOf(page: PdfPage): (id: string) => FontFacts {
  const known = new Map<string, FontFacts>();
  return (id) => {
    const facts = known.get(id) ?? factsOf(page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined);
    known.set(id, facts);
    return facts;
  };
}

function factsOf(font: unknown): FontFacts {
  if (font === null || typeof font !== 'object') return { unit: 0.001, vertical: false };
  const [unit = 0.001] = 'fontMatrix' in font && Array.isArray(font.fontMatrix) ? font.fontMatrix : [];
  return { unit: typeof unit === 'number' ? unit : 0.001, vertical: 'vertical' in font && font.vertical === true };
}

interface Which {
  readonly number: number;
  readonly height: number;
  readonly owner: Layout['owner'];
}

function laid(painted: Painted, { number, height, owner }: Which): ReadPage {
  const letters = painted.glyphs.filter(({ blank }) => !blank);
  const invisible = letters.filter((glyph) => glyph.invisible === 'mode').length;
  const recognised = invisible > 0 && invisible >= letters.length * NEARLY_ALL;
  const glyphs = recognised
    ? painted.glyphs.map((one) => ({ ...one, invisible: 'no' as const, colour: undefined }))
    : painted.glyphs;
  const words = wordsOf({ ...painted, glyphs, areas: recognised ? [] : painted.areas });
  const layout = { rules: painted.rules, owner };
  const shown = words.filter((word) => word.unseen === undefined);
  const unseen = words.filter((word) => word.unseen !== undefined);
  const remarks = [...hiddenRemark(unseen, number), ...unmappedRemark(shown, number)];
  if (painted.cut) {
    remarks.push(
      remark('document-part', 'There is more here than on any page of a document; not all of it was read.', {
        place: { page: number },
      }),
    );
  }
  return {
    number,
    height,
    rows: inFrames(shown, layout),
    hidden: inFrames(unseen, layout),
    recognised,
    layout,
    remarks,
  };
}

/** Text in another direction, such as a stamp at the edge, comes after that which most of the page has. */
function inFrames(words: readonly Word[], layout: Layout): readonly Row[] {
  const frames = new Map<number, Word[]>();
  for (const word of words) {
    const frame = frames.get(word.angle);
    if (frame === undefined) frames.set(word.angle, [word]);
    else frame.push(word);
  }
  const sorted = [...frames].sort(([, a], [, b]) => b.length - a.length);
  let before = 0;
  return sorted.flatMap(([angle, members]) => {
    const rows = rowsOf(members, angle === 0 ? layout : { ...layout, rules: [] });
    const counted = rows.map((row) => ({
      ...row,
      segments: row.segments.map((one) => ({ ...one, row: one.row + before })),
    }));
    before += rows.length;
    return counted;
  });
}

function hiddenRemark(words: readonly Word[], page: number): Remark[] {
  const [first] = words;
  if (first === undefined) return [];
  const hows = [...new Set(words.map(({ unseen }) => unseen))].join(', ');
  const count = words.length === 1 ? 'A word is' : `${words.length} words are`;
  return [remark('document-hidden', `${count} not seen by who looks at the page (${hows}).`, { place: { page } })];
}

function unmappedRemark(words: readonly Word[], page: number): Remark[] {
  const count = words.filter(({ text }) => text.includes('\ufffd')).length;
  if (count === 0) return [];
  const message = `The file does not say which letters some are, in ${count} ${count === 1 ? 'word' : 'words'}.`;
  return [
    remark('document-part', message, {
      place: { page },
      hint: 'Read that page by eye, or run a text recognition (OCR) over it.',
    }),
  ];
}
