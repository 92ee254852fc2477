// Text in columns: padding, cutting and wrapping by display width. What goes in is plain and already harmless; colours are
// put on afterwards, so that an escape sequence is never counted or cut in two.
import { characterWidth, displayWidth, wrapWords } from '../model/text/width.ts';

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Cuts to the width, with `…` as the last character where something is missing. Without a width nothing is cut. */
export function truncate(text: string, width: number | undefined): string {
  if (width === undefined || displayWidth(text) <= width) return text;
  return width < 1 ? '' : `${head(text, width - 1)}…`;
}

/** Lines of at most so many columns, broken at blanks; a word that is wider than a line is broken inside. */
export function wrap(text: string, width: number | undefined): readonly string[] {
  if (width === undefined) return [text];
  const pieces = text.split(' ').flatMap((word) => broken(word, Math.max(2, width)));
  return wrapWords(pieces, width);
}

/** A first line with a label before it and the rest hanging under its beginning. */
export function hang(label: string, text: string, width: number | undefined): readonly string[] {
  const indent = displayWidth(label);
  const room = width === undefined ? undefined : Math.max(20, width - indent);
  return wrap(text, room).map((line, at) => (at === 0 ? label : ' '.repeat(indent)) + line);
}

/** Pieces in a row, a new line where the next one does not fit. No piece is cut. */
export function flow(pieces: readonly string[], between: string, width: number | undefined): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const longer = last === undefined ? piece : last + between + piece;
    if (last !== undefined && (width === undefined || displayWidth(longer) <= width)) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

export function widest(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, displayWidth(text));
  return most;
}

function head(text: string, width: number): string {
  let [taken, used] = ['', 0];
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

function broken(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    const piece = head(rest, width);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}
