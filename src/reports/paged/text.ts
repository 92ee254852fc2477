// Text, paragraphs and tables of a report that is set on pages. Text from outside is made harmless here, at its only way in.
import { drop } from '../../model/text/harmless.ts';
import type { Block, Inline } from '../../paper/document.ts';

export function plain(text: string): string {
  return drop(text).normalize('NFC');
}

export function inline(text: string): readonly Inline[] {
  return [{ kind: 'text', text: plain(text) }];
}

export function code(text: string): Inline {
  return { kind: 'code', text: plain(text) };
}

export function paragraph(...parts: readonly (string | Inline)[]): Block {
  return { kind: 'paragraph', children: parts.flatMap((part) => (typeof part === 'string' ? inline(part) : [part])) };
}

export function heading(text: string, level: 1 | 2 | 3 = 1): Block {
  return { kind: 'heading', level, children: inline(text) };
}

type Cell = string | number | readonly Inline[];

/** Names are never broken where a line ends: half of a name is another name. */
export function names(all: readonly string[], most: number): readonly Inline[] {
  const more = all.length - most;
  const shown = all.slice(0, most).flatMap((name, at) => [...inline(at === 0 ? '' : ', '), code(name)]);
  return more > 0 ? [...shown, ...inline(` and ${more} more`)] : shown;
}

/** Nothing where there is no row: a head alone says nothing. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): readonly Block[] {
  if (rows.length === 0) return [];
  const cell = (one: Cell) =>
    typeof one === 'number' ? inline(one.toLocaleString('en-US')) : typeof one === 'string' ? inline(one) : one;
  return [{ kind: 'table', head: head.map(cell), rows: rows.map((row) => row.map(cell)) }];
}
