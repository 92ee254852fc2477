// Plain text: a list of names, or prose. What stands between two blank lines is one running text; nobody can tell whether a
// line ends where its author wanted.
import type { Checked } from '../../model/problem.ts';
import { decode } from '../decode.ts';
import { readWhole } from '../outcome.ts';
import type { DocumentSource, DocumentText, PlacedLine } from '../placed.ts';

export function read(source: DocumentSource): Checked<DocumentText> {
  const { text, remarks } = decode(source);
  return readWhole({ format: 'text', lines: textLines(text), remarks });
}

/** Blank lines are left out, and counted. */
export function textLines(text: string, firstBlock = 1): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  let block = firstBlock;
  let line = 0;
  for (const raw of text.split(/\r\n|\n|\r|\f/)) {
    line += 1;
    const words = raw.trim();
    if (words === '') block += lines.at(-1)?.block === block ? 1 : 0;
    else if (isComment(words)) lines.push({ text: words, place: { line }, kind: 'furniture', what: 'comment' });
    else lines.push({ text: raw.trimEnd(), place: { line }, kind: 'line', block });
  }
  return lines;
}

/** `#` and then no number: `#12 evil.example` is an entry of a numbered list. */
export function isComment(words: string): boolean {
  return /^#(?![\s#]*\d)/.test(words);
}
