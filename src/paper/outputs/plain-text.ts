// Blocks as lines of plain text: what the mail's body, the text of web forms and a reader without Word see.
import { displayWidth } from '../../model/text/width.ts';
import type { Block, Inline } from '../document.ts';
import { listMark } from './list-marks.ts';

/** As RFC 5322 section 2.1.1 wishes, with room for a quote's marks in an answer. */
const COLUMNS = 72;

export function bodyText(blocks: readonly Block[]): string {
  return joined(
    blocks.map((block) => blockText(block, { indent: '', depth: 0 })),
    '\n\n',
  );
}

interface At {
  readonly indent: string;
  /** How many lists stand around. */
  readonly depth: number;
}

function blockText(block: Block, at: At): string {
  switch (block.kind) {
    case 'heading':
      return indented(block.level === 1 ? inlineText(block.children).toUpperCase() : inlineText(block.children), at);
    case 'paragraph':
      return indented(inlineText(block.children), at);
    case 'quote':
      return joined(
        block.children.map((child) => blockText(child, { ...at, indent: `${at.indent}    ` })),
        '\n\n',
      );
    case 'drawing':
      return indented(block.alt, at);
    case 'rule':
      return `${at.indent}${'-'.repeat(COLUMNS - at.indent.length)}`;
    case 'table':
      return tableText(block, at);
    case 'list':
      return listText(block, at);
  }
}

function listText(list: Extract<Block, { kind: 'list' }>, { indent, depth }: At): string {
  const items = list.items.map((blocks, index) => {
    const mark = `${list.ordered ? listMark(list.start + index, depth) : '-'} `.padEnd(4);
    const inner = `${indent}${' '.repeat(mark.length)}`;
    const text = joined(
      blocks.map((block) => blockText(block, { indent: inner, depth: depth + 1 })),
      '\n\n',
    );
    return `${indent}${mark}${text.slice(inner.length)}`;
  });
  const isTight = list.items.every((blocks) => blocks.length < 2);
  return items.join(isTight && !list.ordered ? '\n' : '\n\n');
}

/** A row a paragraph, each cell with its column's title: no width has to be guessed. */
function tableText({ head, rows }: Extract<Block, { kind: 'table' }>, at: At): string {
  const titles = head.map(inlineText);
  const told = rows.map((row) =>
    indented(
      row
        .map((cell, column) => ({ title: titles[column] ?? '', text: inlineText(cell) }))
        .filter(({ text }) => text !== '')
        .map(({ title, text }) => (title === '' ? text : `${title}: ${text}`))
        .join('\n'),
      at,
    ),
  );
  return told.join('\n\n');
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return inline.kind === 'text' || inline.kind === 'code' ? inline.text : inlineText(inline.children);
    })
    .join('');
}

function indented(text: string, { indent }: At): string {
  return text
    .split('\n')
    .map((line) => wrapped(line, { first: indent, rest: indent }))
    .join('\n');
}

/** Lines of at most 72 columns; a word that is wider stands on a line of its own. What must not break does not. */
export function wrapped(text: string, { first, rest }: { readonly first: string; readonly rest: string }): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (!isEmpty && displayWidth(line) + 1 + displayWidth(word) > COLUMNS) {
      lines.push(line);
      [line, isEmpty] = [rest, true];
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n').replaceAll('\u00a0', ' ');
}

/** Without the parts that are empty. */
export function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part.trim() !== '').join(between);
}
