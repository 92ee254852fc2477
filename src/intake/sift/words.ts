// A line in words: what stands in front of them (a number, a bullet), where each begins and ends, and which of them touch the
// line's ends.
import type { PlacedLine } from '../placed.ts';
import type { Endings } from './endings.ts';
import { readWord, type WordReading } from './read-word.ts';
import { type Clean, refang } from './refang.ts';

export interface Word {
  readonly text: string;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
  readonly reading: WordReading;
}

/** `list`: names and nothing else. `row`: a name first, and then other words behind a gap. `text`: anything else. */
type Shape = 'list' | 'row' | 'text' | 'none';

export interface ReadLine {
  readonly line: PlacedLine;
  /** As printed: of a cell, one of its lines. */
  readonly text: string;
  /** Where it begins in the cell. */
  readonly offset: number;
  readonly words: readonly Word[];
  /** It begins with a number or a bullet, so that nothing of the line before goes on in it. */
  readonly numbered: boolean;
  readonly shape: Shape;
  /** Nothing stands behind the last word, or in front of the first, that would end or begin it. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

const LEAD =
  /^\s*(?:(?:[•◦▪▫‣·∙●○■□➢✓*»>–—]|-(?=\s)|o(?=\s)|(?:No\.?\s*)?#?[([]?(?:\d{1,7}|[a-z]|[ivxl]{2,6})[.)\]:]{1,2}(?=\s)|#?\d{1,7}(?=\s))\s*)+/iu;
const WORDS = /(?:h(?:tt|xx|\*\*|t\*|x\*)ps?|s?ftp|fxp|wss?):\/\/[^\s"<>“”«»|]+|[^\s,;|"“”„«»<>()[\]{}`=]+/giu;
/** Between two names of one line. */
const LINKS = /^(?:and|&|or|\/|-|–)$/i;

export function readLine(
  { line, text, offset }: Pick<ReadLine, 'line' | 'text' | 'offset'>,
  endings: Endings,
): ReadLine {
  const clean = refang(text);
  const lead = LEAD.exec(clean.text)?.[0].length ?? 0;
  const words = wordsOf(clean, lead, endings);
  const [first, last] = [words[0], words[words.length - 1]];
  return {
    line,
    text,
    offset,
    words,
    numbered: lead > 0,
    shape: shapeOf(clean.text, words),
    openStart: lead === 0 && first !== undefined && clean.text.slice(0, first.start).trim() === '',
    openEnd: last !== undefined && clean.text.slice(last.end).trim() === '',
  };
}

function wordsOf(clean: Clean, lead: number, endings: Endings): readonly Word[] {
  const words: Word[] = [];
  WORDS.lastIndex = lead;
  for (let match = WORDS.exec(clean.text); match !== null; match = WORDS.exec(clean.text)) {
    const [text, start, end] = [match[0], match.index, match.index + match[0].length];
    const reading = readWord(text, endings);
    const marks = reading.kind === 'name' ? clean.marks(start, end) : [];
    words.push({
      text,
      printed: clean.printed(start, end),
      start,
      end,
      reading:
        reading.kind === 'name' && marks.length > 0 ? { ...reading, doubts: [...marks, ...reading.doubts] } : reading,
    });
  }
  return words;
}

export function isName(word: Word): boolean {
  return word.reading.kind === 'name';
}

function shapeOf(text: string, words: readonly Word[]): Shape {
  const [first, second] = words;
  if (!words.some(isName)) return 'none';
  const listed = words.every((word) => isName(word) || LINKS.test(word.text));
  if (listed && !words.some(isDoubtfulWord)) return 'list';
  if (first === undefined || second === undefined || !isName(first)) return 'text';
  return /\t|\s{2,}/.test(text.slice(first.end, second.start)) ? 'row' : 'text';
}

/** What may be a word of a sentence is none of a list. */
function isDoubtfulWord({ reading }: Word): boolean {
  return reading.kind === 'name' && reading.doubts.includes('word-or-name');
}
