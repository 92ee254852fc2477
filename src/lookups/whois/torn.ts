// Replies that were cut off: a server that closes in mid-line has said less than it meant to. What still counts of them, and
// what cannot be known. Pure.
import type { Name } from '../../model/name.ts';
import { type CleanText, labelled } from './clean.ts';
import { isEndMark } from './read.ts';

/**
 * Closed in mid-line: half a name is somebody else's, half a date another day's. Where a label stands before it the whole record
 * is given up; see isTorn.
 */
export function withoutTornLine(text: CleanText): CleanText {
  if (endsItself(text)) return text;
  const lines = text.lines.slice(0, -1);
  return { ...text, lines, endsWithEmptyLine: lines.at(-1) === '' };
}

function endsItself({ lines, endsWithLine }: CleanText): boolean {
  return endsWithLine || lines.some(isEndMark);
}

/** Closed within the name that is not found: nobody knows how it goes on. */
export function isTornName({ lines, endsWithLine }: CleanText, said: string, name: Name): boolean {
  if (endsWithLine || lines.at(-1)?.trim() !== said.trim()) return false;
  const last = /[^\s"'<[(:]*$/.exec(said.trim().toLowerCase())?.[0] ?? '';
  return last !== '' && last !== name && name.startsWith(last) && !said.toLowerCase().includes(name);
}

/** Labels that stand at the end of a record or behind it: what comes before them is whole. */
const LAST_LABELS: ReadonlySet<string> = new Set(['dnssec', 'url of the icann whois inaccuracy complaint form']);

/** Closed in mid-line, with nothing that shows that the statuses and name servers before it are all there. */
export function isTorn(text: CleanText): boolean {
  if (endsItself(text)) return false;
  const label = labelled(text.lines.at(-1) ?? '')?.label;
  return label !== undefined && !LAST_LABELS.has(label);
}
