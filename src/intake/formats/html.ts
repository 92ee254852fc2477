// A page in HTML: its words, line by line as it shows them. Nothing of it is loaded or run.

import type { Checked } from '../../model/problem.ts';
import { textOfHtml } from '../../model/text/html-text.ts';
import { decode } from '../decode.ts';
import { brokenEnd } from '../ends.ts';
import { readWhole, remark } from '../outcome.ts';
import type { DocumentSource, DocumentText, PlacedLine, Remark } from '../placed.ts';

/** A page of ten thousand names has half of that. */
const LONGEST = 16 * 1_048_576;
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])/i;

export function read(source: DocumentSource): Checked<DocumentText> {
  const { text, remarks } = decode(source);
  const page = htmlLines(text, 1);
  return readWhole({
    format: 'html',
    lines: page.lines,
    remarks: [...remarks, ...page.remarks, ...scripts(text, source.file)],
  });
}

interface Page {
  readonly lines: readonly PlacedLine[];
  readonly remarks: readonly Remark[];
}

/** Which words a style hides is not worked out: where one hides any, nothing on the page is sure. */
export function htmlLines(html: string, firstBlock: number): Page {
  const hides = HIDING.test(html);
  const doubt = hides ? { doubt: 'hidden' as const } : {};
  const lines = textOfHtml(html, { longest: LONGEST, asShown: true })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(
      (text, at): PlacedLine => ({
        text,
        place: { line: at + 1 },
        kind: 'line',
        block: firstBlock + at,
        ...(brokenEnd(`${text}\n`).end === undefined ? { end: 'own' } : { end: 'wrapped' }),
        ...doubt,
      }),
    );
  const remarks = hides
    ? [remark('document-hidden', 'The page hides a part of its text by its styles; which part was not looked at.')]
    : [];
  if (html.length > LONGEST)
    remarks.push(remark('document-part', 'The page is longer than any that is read; its end is missing.'));
  return { lines, remarks };
}

function scripts(html: string, file: string): readonly Remark[] {
  return /<script\b/i.test(html) ? [remark('document-active', `${file} holds scripts; none was run.`)] : [];
}
