// HTML that nothing can break out of: what is put into a template is text unless it was made here. Text from outside loses its
// control and bidi characters, and what is markup in it is written as text; attributes are always quoted in the templates.
import { drop } from '../../model/text/harmless.ts';

declare const MARKUP: unique symbol;

/** Made only by `html` and `join`. */
export interface Markup {
  readonly html: string;
  readonly [MARKUP]: true;
}

/** `undefined` and `false` are nothing, so that a part may be left out in its place. */
export type Piece = Markup | string | number | undefined | false | readonly Piece[];

export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let made = parts[0] ?? '';
  for (const [at, piece] of pieces.entries()) made += textOf(piece) + (parts[at + 1] ?? '');
  return { html: made } as Markup;
}

export function join(pieces: readonly Piece[], between: string): Markup {
  return { html: pieces.map(textOf).join(escaped(between)) } as Markup;
}

/** What of the program's own is no text: its styles and its script, and nothing else. */
export function ownText(text: string): Markup {
  return { html: text } as Markup;
}

function textOf(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if (isMarkup(piece)) return piece.html;
  let made = '';
  for (const one of piece) made += textOf(one);
  return made;
}

function isMarkup(piece: Markup | readonly Piece[]): piece is Markup {
  return !Array.isArray(piece);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escaped(text: string): string {
  return drop(text).replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? sign);
}
