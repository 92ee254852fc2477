// Undoes what people do to names so that nobody clicks on them, and what typesetting does. Every step that is not certain leaves a
// mark, and a marked name is never sure. Letters are never changed.
import type { Doubt } from '../sifted.ts';

export interface Clean {
  readonly text: string;
  /** The stretch of the original that became `start` to `end`. */
  printed(start: number, end: number): string;
  /** What is doubtful between the two. */
  marks(start: number, end: number): readonly Doubt[];
}

interface Step {
  readonly pattern: string;
  readonly becomes: (match: string) => string;
  readonly doubt?: Doubt;
}

const BEFORE = '(?<=[\\p{L}\\p{N}])';
const AFTER = '(?=[\\p{L}\\p{N}])';
const OPEN = '[\\[({<]';
const CLOSE = '[\\])}>]';
const BLANKS = '[ \\u00a0]{0,2}';

/** The first that fits at a place is taken. */
const STEPS: readonly Step[] = [
  // evil[.]example, evil (dot) example; with the blanks round it where it stands between letters
  {
    pattern: `${BEFORE}${BLANKS}${OPEN}${BLANKS}(?:[.．。｡]|dot)${BLANKS}${CLOSE}${BLANKS}${AFTER}`,
    becomes: () => '.',
  },
  { pattern: `${OPEN}${BLANKS}(?:[.．。｡]|dot)${BLANKS}${CLOSE}`, becomes: () => '.' },
  { pattern: `${BEFORE}${BLANKS}${OPEN}${BLANKS}(?:@|at)${BLANKS}${CLOSE}${BLANKS}${AFTER}`, becomes: () => '@' },
  { pattern: '\\[(?::|:\\/\\/|\\/)\\]', becomes: (match) => match.slice(1, -1) },
  { pattern: `${BEFORE}(?:\\[\\.|\\.\\])${AFTER}`, becomes: () => '.', doubt: 'half-bracket' },
  { pattern: `${BEFORE}\\\\\\.${AFTER}`, becomes: () => '.' },
  { pattern: '[．。｡]', becomes: () => '.' },
  { pattern: `${BEFORE}․${AFTER}`, becomes: () => '.', doubt: 'glued' },
  { pattern: '[\\u2010\\u2011]', becomes: () => '-' },
  { pattern: `${BEFORE}[\\u2012-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]${AFTER}`, becomes: () => '-', doubt: 'dash' },
  { pattern: '[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]+', becomes: () => '', doubt: 'invisible' },
  { pattern: '[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]', becomes: () => ' ' },
];

const ANY = new RegExp(STEPS.map(({ pattern }) => `(${pattern})`).join('|'), 'giu');

export function refang(line: string): Clean {
  if (PLAIN.test(line)) return unchanged(line);
  let text = '';
  let done = 0;
  /** For each character of the clean text, the stretch of the original that it comes from. */
  const from: number[] = [];
  const to: number[] = [];
  const marks: { readonly at: number; readonly doubt: Doubt }[] = [];
  const copy = (until: number) => {
    for (; done < until; done += 1) {
      text += line[done] ?? '';
      from.push(done);
      to.push(done + 1);
    }
  };
  for (const match of line.matchAll(ANY)) {
    const step = STEPS[match.slice(1).findIndex((group) => group !== undefined)];
    if (step === undefined) continue;
    copy(match.index);
    if (step.doubt !== undefined) marks.push({ at: text.length, doubt: step.doubt });
    done += match[0].length;
    for (const character of step.becomes(match[0])) {
      text += character;
      from.push(match.index);
      to.push(done);
    }
  }
  copy(line.length);
  return {
    text,
    printed: (start, end) => line.slice(from[start] ?? 0, to[end - 1] ?? line.length),
    marks: (start, end) => [...new Set(marks.filter(({ at }) => at >= start && at < end).map(({ doubt }) => doubt))],
  };
}

/** Nearly all lines are like this. */
const PLAIN = /^[^[\](){}<>\\\u0080-\uffff]*$/;

function unchanged(line: string): Clean {
  return { text: line, printed: (start, end) => line.slice(start, end), marks: () => [] };
}
