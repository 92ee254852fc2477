// Texts as JSON, for rows that are put together from pieces by the hundred thousand.
import { harmlessJson } from '../../model/text/harmless.ts';

/** Printable ASCII without what JSON escapes. */
const PLAIN = /^[ !#-[\]-~]*$/;

export function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : jsonOf(text);
}

export function orNull(text: string | undefined): string {
  return text === undefined ? 'null' : quoted(text);
}

export function jsonOf(value: unknown): string {
  return harmlessJson(JSON.stringify(value));
}

/** For a field that mostly has the text of the row before. */
export function openQuoting(): (text: string) => string {
  let [last, written] = ['', quoted('')];
  return (text) => {
    if (text !== last) [last, written] = [text, quoted(text)];
    return written;
  };
}
