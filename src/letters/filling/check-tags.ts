// What word processors and habit put between braces: curly quotes, a brace too few, words of other languages for templates. Told
// before anything else of that tag or value, since Liquid stumbles over it somewhere behind.
import { problem } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from './sources.ts';
import type { Piece } from './structure.ts';

/** Deeper than this nobody can follow, and the library neither. */
const DEEPEST = 20;

export interface Spoiled {
  readonly problems: readonly Problem[];
  /** What Liquid says of this place is about the same fault. */
  has(one: Problem): boolean;
}

export function spoiledPieces(source: Source, pieces: readonly Piece[]): Spoiled {
  const found = pieces.flatMap((piece) => {
    const one = piece.kind === 'text' ? undefined : faultOf(source, piece);
    return one === undefined ? [] : [{ piece, one }];
  });
  const whole = found.map(({ piece }) => source.place(piece.begin, piece.end));
  return {
    problems: found.map(({ one }) => one),
    has: ({ place }) =>
      place !== undefined &&
      whole.some(
        ({ file, line, column, length }) =>
          place.file === file && place.line === line && place.column >= column && place.column < column + length,
      ),
  };
}

/** A block that stands too deep in others. */
export function tooDeep(source: Source, pieces: readonly Piece[]): Problem | undefined {
  let depth = 0;
  for (const { kind, word, begin, end } of pieces) {
    if (kind !== 'tag') continue;
    if (/^(?:if|unless|for|case)$/.test(word)) depth += 1;
    else if (/^end/.test(word)) depth -= 1;
    if (depth > DEEPEST) {
      const message = `More than ${DEEPEST} blocks stand in one another here.`;
      return problem('template-too-much', message, { place: source.place(begin, end) });
    }
  }
  return undefined;
}

interface Fault {
  readonly pattern: RegExp;
  readonly says: string;
  readonly hint: string;
}

const CURLY: Fault = {
  pattern: /[\u2018-\u201f\u2032\u2033\u00ab\u00bb]+/,
  says: 'These are curly quotes, as word processors make them.',
  hint: 'Between braces quotes are straight ones: \' or ".',
};

const UNSEEN: Fault = {
  pattern: /[\p{Default_Ignorable_Code_Point}]/u,
  says: 'A character that nobody sees stands between these braces.',
  hint: 'Delete the word and type it anew.',
};

const IN_CONDITIONS: Fault = {
  pattern: /(?<![\w.])(?:AND|OR|NOT)(?![\w.])|&&|\|\||!(?!=)/,
  says: 'Conditions are joined with "and", "or" and "not".',
  hint: 'Write them in small letters.',
};

const BRACE = /[{}]|%$/;

function faultOf(source: Source, piece: Piece): Problem | undefined {
  const { kind, word, begin, end } = piece;
  if (word === 'comment' || word === 'endcomment') return undefined;
  const outer = source.input.slice(begin, end);
  const head = /^\{[{%]-?/.exec(outer)?.[0].length ?? 2;
  const tail = /-?[%}]\}$/.exec(outer)?.[0].length ?? 2;
  // What stands in straight quotes is text.
  const inside = outer
    .slice(head, outer.length - tail)
    .replace(/"[^"{}]*"|'[^'{}]*'/g, (quoted) => quoted.replace(/[^\n]/g, '_'));
  const at = (index: number, length: number) => source.place(begin + head + index, begin + head + index + length);
  const isCondition = word === 'if' || word === 'elsif' || word === 'unless';
  for (const { pattern, says, hint } of [CURLY, UNSEEN, ...(isCondition ? [IN_CONDITIONS] : [])]) {
    const match = pattern.exec(inside);
    if (match !== null) return problem('template-syntax', says, { hint, place: at(match.index, match[0].length) });
  }
  const brace = BRACE.exec(inside);
  if (brace !== null) {
    const [open, close] = kind === 'tag' ? ['{%', '%}'] : ['{{', '}}'];
    const message = `This is opened with "${open}" and not closed with "${close}" before another brace stands there.`;
    const hint = `Write ${open} … ${close}, each with two signs.`;
    return problem('template-syntax', message, { hint, place: source.place(begin, begin + head + brace.index + 1) });
  }
  if (word === 'else' && piece.args !== '') {
    const hint = 'With a condition of its own it is "elsif"; without one, nothing stands behind "else".';
    return problem('template-syntax', '"else" has no condition.', { hint, place: source.place(begin, end) });
  }
  return undefined;
}
