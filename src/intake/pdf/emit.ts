// Segments of a page as placed lines.
import type { LineDoubt, LineEnd, PlacedLine } from '../placed.ts';
import type { Marked } from './furniture.ts';
import type { ReadPage } from './page.ts';
import type { Segment } from './rows.ts';

interface As {
  readonly page: ReadPage;
  readonly kind: 'line' | 'cell';
  readonly block: number;
  readonly end: LineEnd;
  readonly column?: number;
}

export function lineOf(segment: Segment, { page, kind, block, end, column }: As): PlacedLine {
  const place = { page: page.number, line: segment.row + 1, ...(column === undefined ? {} : { column }) };
  const doubt = doubtOf(segment, page);
  return { text: segment.text, place, kind, block, end, ...(doubt === undefined ? {} : { doubt }) };
}

function doubtOf({ words, text }: Segment, { recognised }: ReadPage): LineDoubt | undefined {
  if (recognised) return 'recognised';
  if (words.some(({ struck }) => struck)) return 'struck';
  return text.includes('.') && words.some(({ spaced }) => spaced) ? 'spaced' : undefined;
}

export function furnitureLines(page: ReadPage, marked: Marked, wanted: readonly string[]): readonly PlacedLine[] {
  return page.rows.flatMap(({ segments }) =>
    segments.flatMap((segment): readonly PlacedLine[] => {
      const what = marked.get(segment);
      if (what === undefined || !wanted.includes(what)) return [];
      return [{ text: segment.text, place: { page: page.number, line: segment.row + 1 }, kind: 'furniture', what }];
    }),
  );
}

/** A row that is not seen stands at the line beside or above it. */
export function hiddenLines(page: ReadPage, block: number): readonly PlacedLine[] {
  return page.hidden.flatMap(({ y, segments }) => {
    const line = Math.max(1, page.rows.filter((row) => row.y <= y + 1).length);
    const place = { page: page.number, line };
    return segments.map(({ text }) => ({
      text,
      place,
      kind: 'line' as const,
      block,
      end: 'own' as const,
      doubt: 'hidden' as const,
    }));
  });
}
