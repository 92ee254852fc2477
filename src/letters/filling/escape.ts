// Values made harmless where they stand in a letter. In Markdown every punctuation mark of ASCII gets a backslash, after
// line breaks, control and bidi characters are gone (CommonMark 0.31 section 2.4): no value can begin a list, a table, a
// heading or a link. This holds for CommonMark with tables; the whole of GFM would still make links of bare addresses.
import { drop } from '../../model/text/harmless.ts';
import { FillError } from './fill-error.ts';

const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** Takes the backslashes off again, with `$1`. */
export const PUNCTUATION_ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** A value as Markdown that reads as that text and nothing else. */
export function markdownOf(value: unknown): string {
  return plainOf(value).replace(PUNCTUATION, '\\$&');
}

/** A value as one line of text, for subjects. */
export function plainOf(value: unknown): string {
  const text = foldedText(printable(value));
  if (text !== '') return text;
  throw new FillError(
    'missing-value',
    'This value is empty.',
    'A letter never has a blank: put the passage into an if.',
  );
}

/** In even type, exactly as it is, for names and figures that are copied. */
export function codeOf(value: unknown): string {
  const text = plainOf(value);
  if (/[`|\\]/.test(text)) {
    throw new FillError(
      'filter-refused',
      `"${text}" has a sign in it that even type cannot show.`,
      'Leave "code" out.',
    );
  }
  return `\`${text}\``;
}

/** One line: blanks of any kind at the ends would be lost or, in front, mean something to Markdown. */
export function foldedText(text: string): string {
  return drop(text).replace(/\s+/g, ' ').trim();
}

function printable(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value === undefined || value === null) {
    throw new FillError('missing-value', 'This comes to nothing.', 'A letter never has a blank: put it into an if.');
  }
  const what = Array.isArray(value) ? 'a list' : typeof value === 'boolean' ? 'a yes-or-no' : 'a group of values';
  throw new FillError('unprintable-value', `This is ${what}, and no text.`);
}
