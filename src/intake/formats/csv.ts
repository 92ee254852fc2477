// Separated values: every field is a cell at its row and column, the header among them. Which column has the names is not
// asked here.

import type { Checked } from '../../model/problem.ts';
import { type CsvDialect, type CsvFault, csvRows } from '../../model/text/csv-rows.ts';
import { decode } from '../decode.ts';
import { brokenEnd } from '../ends.ts';
import { readWhole, remark } from '../outcome.ts';
import type { DocumentSource, DocumentText, PlacedLine, Remark } from '../placed.ts';

const SEPARATORS = [',', ';', '\t'] as const;
/** How much of a file is looked at to tell its separator. */
const SAMPLE = 4096;

export function read(source: DocumentSource): Checked<DocumentText> {
  const { text, remarks } = decode(source);
  const faults: CsvFault[] = [];
  const lines = cellsOf(text, { separator: separatorOf(text) ?? ',', faults });
  return readWhole({ format: 'csv', lines, remarks: [...remarks, ...faults.slice(0, 20).map(faultRemark(text))] });
}

interface Reading {
  readonly separator: CsvDialect['separator'];
  readonly faults: CsvFault[];
}

function cellsOf(text: string, { separator, faults }: Reading): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  /** A line break inside a field makes a line of the file and no row. */
  let inside = 0;
  for (const row of csvRows(text, faults, { separator, isComment })) {
    let inRow = 0;
    for (const [at, field] of row.entries()) {
      const feeds = field.text.split('\n').length - 1;
      const words = field.text.trim().replaceAll('\r\n', '\n');
      const place = { line: field.line, row: field.line - inside - inRow, column: at + 1 };
      if (words !== '') lines.push({ text: words, place, kind: 'cell', ...brokenEnd(words) });
      inRow += feeds;
    }
    inside += inRow;
  }
  return lines;
}

/** The separator that the first lines have equally often, and most often; none where they have none. */
export function separatorOf(text: string): CsvDialect['separator'] | undefined {
  const lines = text
    .slice(0, SAMPLE)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '' && !isComment(line, 0))
    .slice(0, 10);
  const whole = lines.length > 1 && text.length > SAMPLE ? lines.slice(0, -1) : lines;
  const counts = SEPARATORS.map((separator) => ({ separator, least: fewest(whole, separator) }));
  const [most] = counts.sort((a, b) => b.least - a.least);
  return most !== undefined && most.least > 0 ? most.separator : undefined;
}

function fewest(lines: readonly string[], separator: string): number {
  const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/** `#` and then a word: "#,Domain" is a header, and "#1,evil.example" a row. */
function isComment(text: string, start: number): boolean {
  return text[start] === '#' && /^#[#\s]*[^\d\s#,;"]/.test(text.slice(start, start + 40));
}

function faultRemark(text: string): (fault: CsvFault) => Remark {
  return ({ says, start }) => {
    const line = text.slice(0, start).split('\n').length;
    return remark('document-part', says, { place: { line } });
  };
}
