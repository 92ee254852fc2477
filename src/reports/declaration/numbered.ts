// Parts of a declaration with paragraphs that are numbered through, as courts cite them.
import type { Block } from '../../paper/document.ts';
import { heading } from '../paged/text.ts';

export interface Part {
  readonly title: string;
  /** Each begins with its text and may go on with a quote or a table. */
  readonly paragraphs: readonly (readonly Block[])[];
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

export function numbered(parts: readonly Part[]): readonly Block[] {
  const told = parts.filter(({ paragraphs }) => paragraphs.length > 0);
  const starts = told.map((_, at) => 1 + told.slice(0, at).reduce((sum, { paragraphs }) => sum + paragraphs.length, 0));
  return told.flatMap(({ title, paragraphs }, at): readonly Block[] => [
    heading(`${ROMAN[at] ?? at + 1}. ${title}`),
    { kind: 'list', ordered: true, start: starts[at] ?? 1, items: paragraphs },
  ]);
}
