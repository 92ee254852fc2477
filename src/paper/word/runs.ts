// Words of a letter as runs of Word: a face for each script, right-to-left words marked as such, names never spell-checked.
import { type IRunOptions, TextRun } from 'docx';
import type { Inline } from '../document.ts';

/** What every office has, so that a letter can be edited anywhere without a strange font. */
export const TEXT_FACE = 'Times New Roman';
export const NAME_FACE = 'Courier New';
const CHINESE = 'Noto Sans S Chinese';
const KOREAN = 'Noto Sans Korean';
/** Half points. */
export const TEXT_SIZE = 23;
/** A face of even width looks larger than it is. */
const CODE_SIZE = 20;

/** Scripts by the face that has them; the faces are embedded where a letter has such words. */
const SCRIPT_FACES: readonly (readonly [script: RegExp, face: string])[] = [
  [/\p{Script=Arabic}/u, 'Noto Naskh Arabic'],
  [/\p{Script=Hebrew}/u, 'Noto Sans Hebrew'],
  [/\p{Script=Devanagari}/u, 'Noto Sans Devanagari'],
  [/\p{Script=Thai}/u, 'Noto Sans Thai'],
  [/\p{Script=Hangul}/u, KOREAN],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u, CHINESE],
];

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** A right-to-left stretch, with the figures and hyphens inside it. */
const STRETCHES =
  /([\p{Script=Arabic}\p{Script=Hebrew}](?:[\p{L}\p{M}\p{N}\-\s]*[\p{Script=Arabic}\p{Script=Hebrew}\p{N}])?)/u;

export function runsOf(text: string, look: IRunOptions = {}): readonly TextRun[] {
  return text
    .split(STRETCHES)
    .filter((stretch) => stretch !== '')
    .map((stretch) => new TextRun({ ...look, ...faceFor(stretch, look), text: stretch }));
}

/** Word takes the East Asian or the complex face by the character itself. */
function faceFor(text: string, look: IRunOptions): IRunOptions {
  const face = SCRIPT_FACES.find(([script]) => script.test(text))?.[1];
  if (face === undefined) return {};
  const latin = look.font === NAME_FACE ? NAME_FACE : TEXT_FACE;
  const font = { ascii: latin, hAnsi: latin, eastAsia: face, cs: face };
  return RIGHT_TO_LEFT.test(text) ? { font, rightToLeft: true } : { font };
}

export function inlineRuns(inlines: readonly Inline[], look: IRunOptions = {}): readonly TextRun[] {
  return inlines.flatMap((inline) => runsOfInline(inline, look));
}

function runsOfInline(inline: Inline, look: IRunOptions): readonly TextRun[] {
  switch (inline.kind) {
    case 'text':
      return runsOf(inline.text, look);
    case 'code':
      return runsOf(inline.text, { ...look, font: NAME_FACE, size: CODE_SIZE, noProof: true });
    case 'strong':
      return inlineRuns(inline.children, { ...look, bold: true });
    case 'emphasis':
      return inlineRuns(inline.children, { ...look, italics: true });
    case 'break':
      return [new TextRun({ break: 1 })];
  }
}
