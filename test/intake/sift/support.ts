// Documents by hand, and what their sifting comes to in words that a test can state.
import { suffixList } from '../../../src/casefile/suffix-list.ts';
import type { DocumentFormat, DocumentText, PlacedLine } from '../../../src/intake/placed.ts';
import { sift } from '../../../src/intake/sift.ts';
import type { Sifted } from '../../../src/intake/sifted.ts';
import { type Name, parseName } from '../../../src/model/name.ts';

export const ENDINGS = suffixList;

export function lines(text: string, end?: PlacedLine['end']): readonly PlacedLine[] {
  return text.split('\n').map(
    (line, at): PlacedLine => ({
      text: line,
      kind: 'line',
      place: { page: 1, line: at + 1 },
      block: 1,
      ...(end && { end }),
    }),
  );
}

/** Cells of one table, a row a line, with `|` between them and `⏎` for a line end inside. */
export function cells(table: string): readonly PlacedLine[] {
  return table.split('\n').flatMap((row, at) =>
    row.split('|').flatMap((text, column): readonly PlacedLine[] => {
      const words = text.trim().replaceAll('⏎', '\n');
      return words === '' ? [] : [{ text: words, kind: 'cell', place: { page: 1, row: at + 1, column: column + 1 } }];
    }),
  );
}

export function siftLines(
  of: readonly PlacedLine[],
  format: DocumentFormat = 'pdf',
  own: readonly string[] = [],
): Sifted {
  const document: DocumentText = { format, lines: of, remarks: [] };
  return sift(document, { endings: ENDINGS, own: own.map(nameOf) });
}

function nameOf(text: string): Name {
  const reading = parseName(text);
  if (!reading.ok) throw new Error(`${text} ${reading.reason}`);
  return reading.name;
}

/** `sure`, then `doubt: candidate candidate`, then `reason: printed`. */
export function told({ sure, check, refused }: Sifted) {
  return {
    sure: sure.map(({ name }) => name),
    check: check.map(({ doubts, candidates }) => `${doubts[0]}: ${candidates.map(({ name }) => name).join(' ')}`),
    refused: refused.map(({ reason, printed }) => `${reason}: ${printed}`),
  };
}
