// What a template's own words must not have, whatever the values are: links that could be followed, HTML and pictures that no
// output shows, marks that somebody still had to replace. Values cannot bring these: they are escaped.
import type { Code } from '../../casefile/codes.ts';
import { problem } from '../../casefile/problems.ts';
import type { Purpose } from '../../model/letter/letter.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from './sources.ts';
import type { Piece } from './structure.ts';

interface Banned {
  readonly pattern: RegExp;
  readonly code: Code;
  readonly says: string;
  /** Only of these texts. */
  readonly only?: (source: Source, purpose: Purpose) => boolean;
}

/** Forms that somebody fills in by hand have lines for it. */
const BY_HAND: readonly Purpose[] = ['confirm', 'call'];

const BANNED: readonly Banned[] = [
  {
    pattern: /^[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*){12,}/gm,
    code: 'template-too-much',
    says: 'More lists and quotes stand in one another here than any letter has.',
  },
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
      /\b(?:TODO|TBD|FIXME|XXX+)\b|\[(?:insert|date|name|address|number|your|recipient|registrar|registry|docket|court|amount|deadline|signature)\b[^\]\n]*\]|[«»]|<<|(?<=\S)>>|\$?\{[^{}%\n]+\}/gi,
    code: 'left-to-fill-in',
    says: 'This still has to be replaced.',
  },
  {
    pattern: /_{3,}/g,
    code: 'left-to-fill-in',
    says: 'A blank is left here, and a letter never has one.',
    only: (_, purpose) => !BY_HAND.includes(purpose),
  },
  { pattern: /\{(?:[ \t]*[{%#])?|[%#}]*\}/g, code: 'template-syntax', says: 'This closes or opens nothing.' },
  {
    pattern: /~~(?=\S)[^~\n]*~~/g,
    code: 'unprintable-markdown',
    says: 'Words are struck out here, which no letter shows.',
  },
  {
    pattern: /^#{1,6}(?=\p{L})|^#{7,}/gmu,
    code: 'unprintable-markdown',
    says: 'A heading has one to three signs and a blank in front of its words.',
  },
  {
    pattern: /\*\*/g,
    code: 'unprintable-markdown',
    says: 'The subject is a line of plain text, and these signs would be printed.',
    only: ({ part }) => part === 'subject',
  },
];

export function checkProse(source: Source, pieces: readonly Piece[], purpose: Purpose): readonly Problem[] {
  const problems: Problem[] = [];
  const banned = BANNED.filter(({ only }) => only?.(source, purpose) ?? true);
  for (const { args, begin } of pieces.filter(({ kind }) => kind === 'text')) {
    const told: { readonly from: number; readonly to: number }[] = [];
    for (const { pattern, code, says } of banned) {
      for (const match of args.matchAll(pattern)) {
        const [from, to] = [match.index, match.index + match[0].length];
        if (told.some((one) => one.from <= from && to <= one.to)) continue;
        told.push({ from, to });
        problems.push(problem(code, says, { place: source.place(begin + from, begin + to) }));
      }
    }
  }
  return [...problems, ...valuesInCode(source, pieces), ...longPassages(source, pieces), ...curlySubject(source)];
}

/** Ten pages without an empty line; what reads Markdown would take its time over them. */
const LONGEST_PASSAGE = 20_000;

function longPassages(source: Source, pieces: readonly Piece[]): readonly Problem[] {
  return pieces.flatMap(({ kind, args, begin }) => {
    if (kind !== 'text') return [];
    let at = 0;
    for (const passage of args.split(/(?<=\n)[ \t]*\n/)) {
      if (passage.length > LONGEST_PASSAGE) {
        const start = begin + args.indexOf(passage, at);
        const message = `More than ${LONGEST_PASSAGE} characters stand here without an empty line.`;
        return [problem('template-too-much', message, { place: source.place(start) })];
      }
      at += passage.length;
    }
    return [];
  });
}

/** YAML takes curly quotes for words of the subject. */
function curlySubject(source: Source): readonly Problem[] {
  if (source.part !== 'subject' || !/^[\u201c-\u201f][^\u201c-\u201f]*[\u201c-\u201f]$/.test(source.input)) return [];
  const message = 'The subject stands between curly quotes, as word processors make them, and they would be printed.';
  return [problem('template-syntax', message, { hint: 'Write straight ones: ".', place: source.place(0) })];
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
