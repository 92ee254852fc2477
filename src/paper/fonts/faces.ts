// Which fonts a letter needs: the text's own, and for each script that stands in it the font that has it. Large ones are read only
// then. A character that no font has is written as its number, never as an empty box.
import type { OwnFile } from '../../model/letter/own-file.ts';
import type { House } from '../output.ts';
import { type FontFile, readFont } from './font-file.ts';

interface Face {
  readonly octets: Uint8Array;
  readonly font: FontFile;
}

export interface Faces {
  /** Names of the programs's script fonts in use, for those who keep something per set of fonts. */
  readonly scripts: readonly OwnFile[];
  /** In the order in which they are asked for a character. */
  readonly extra: readonly Face[];
  covers(codePoint: number): boolean;
}

/** Which of our fonts may have a character: tried from the first. */
const SCRIPTS: readonly (readonly [file: OwnFile, has: RegExp])[] = [
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['thai', /\p{Script=Thai}/u],
  [
    'chinese',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u,
  ],
  ['korean', /[\p{Script=Hangul}\p{Script=Han}]/u],
];

/** Read once for each house: a command makes many letters with one. */
const READ = new WeakMap<House, Map<OwnFile | Uint8Array, Face>>();

export function faceOf(house: House, file: OwnFile | Uint8Array): Face {
  const known = READ.get(house) ?? new Map<OwnFile | Uint8Array, Face>();
  READ.set(house, known);
  const found = known.get(file);
  if (found !== undefined) return found;
  const octets = typeof file === 'string' ? house.own(file) : file;
  const face = { octets, font: readFont(octets) };
  known.set(file, face);
  return face;
}

/** `text` is everything that the letter says. */
export function facesFor(text: string, house: House): Faces {
  const missing = new Set<number>();
  const serif = faceOf(house, 'serif').font;
  for (const character of new Set(text)) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint > 0x7e && !serif.covers(codePoint)) missing.add(codePoint);
  }
  const scripts: OwnFile[] = [];
  const extra: Face[] = [];
  const take = (face: Face): boolean => {
    const had = [...missing].filter((codePoint) => face.font.covers(codePoint));
    for (const codePoint of had) missing.delete(codePoint);
    if (had.length > 0) extra.push(face);
    return had.length > 0;
  };
  for (const [file, has] of SCRIPTS) {
    if (![...missing].some((codePoint) => has.test(String.fromCodePoint(codePoint)))) continue;
    if (take(faceOf(house, file))) scripts.push(file);
  }
  for (const font of house.fonts) if (missing.size > 0) take(faceOf(house, font));
  return { scripts, extra, covers: (codePoint) => !missing.has(codePoint) };
}

/** `[U+1F600]` for what no font has: told, and told apart. */
export function printable(text: string, faces: Faces): string {
  if (isAscii(text)) return text;
  let made = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    made += faces.covers(codePoint) ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return made;
}

/** For a name's displayed form, which helps nobody in pieces: the operative form stands beside it. */
export function displayedOr(text: string, faces: Faces): string {
  const isWhole = [...text].every((character) => faces.covers(character.codePointAt(0) ?? 0));
  return isWhole ? text : NO_FONT;
}

export const NO_FONT = '(script not in the letter’s fonts)';

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7e) return false;
  return true;
}
