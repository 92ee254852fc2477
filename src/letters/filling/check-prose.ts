// What a template's own words must not have, whatever the values are: links that could be followed, HTML and pictures that no
// output shows, marks that somebody still had to replace. Values cannot bring these: they are escaped.
import type { Code } from '../../casefile/codes.ts';
import { problem } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from './sources.ts';
import type { Piece } from './structure.ts';

interface Banned {
  readonly pattern: RegExp;
  readonly code: Code;
  readonly says: string;
}

const BANNED: readonly Banned[] = [
  { pattern: /!\[/g, code: 'unprintable-markdown', says: 'A picture stands here, and letters have none.' },
  {
    pattern: /\b(?:https?|ftp):\/\/[^\s)>\]]*|\bmailto:\S*|\bwww\.[^\s)>\]]*/gi,
    code: 'live-link',
    says: 'This is a link.',
  },
  { pattern: /\]\(/g, code: 'live-link', says: 'This is a link of Markdown.' },
  { pattern: /^[ \t]{0,3}\[[^\]\n]+\]:/gm, code: 'live-link', says: 'This gives an address to a link of Markdown.' },
  {
    pattern: /<(?=[A-Za-z/!?])[^>\n]*>?/g,
    code: 'unprintable-markdown',
    says: 'This is HTML, and letters are Markdown.',
  },
  { pattern: /^[ \t]*(?:```|~~~).*/gm, code: 'unprintable-markdown', says: 'A block of code stands here.' },
  {
    pattern:
      /\b(?:TODO|TBD|FIXME|XXX+)\b|\[(?:insert|date|name|address|number|your)\b[^\]\n]*\]|[«»]|<<|>>|\$\{[^}\n]*\}?/gi,
    code: 'left-to-fill-in',
    says: 'This still has to be replaced.',
  },
  { pattern: /^\}|[}%]\}|\{[ \t]+[{%]/g, code: 'template-syntax', says: 'This closes or opens nothing.' },
];

export function checkProse(source: Source, pieces: readonly Piece[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { args, begin } of pieces.filter(({ kind }) => kind === 'text')) {
    for (const { pattern, code, says } of BANNED) {
      for (const match of args.matchAll(pattern)) {
        const start = begin + match.index;
        problems.push(problem(code, says, { place: source.place(start, start + match[0].length) }));
      }
    }
  }
  return [...problems, ...valuesInCode(source, pieces)];
}

/** Between backquotes a value would show the backslashes that make it harmless. */
function valuesInCode(source: Source, pieces: readonly Piece[]): readonly Problem[] {
  let line = '';
  const problems: Problem[] = [];
  for (const { kind, args, begin, end } of pieces) {
    if (kind === 'text') line = args.includes('\n') ? args.slice(args.lastIndexOf('\n') + 1) : line + args;
    else if (kind === 'value' && line.split('`').length % 2 === 0) {
      const hint = `Leave the backquotes out and write {{ ${args.split('|')[0]?.trim() ?? ''} | code }}.`;
      const message = 'A value stands between backquotes.';
      problems.push(problem('unprintable-markdown', message, { hint, place: source.place(begin, end) }));
    }
  }
  return problems;
}
