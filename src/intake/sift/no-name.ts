// What has a dot in it and is no name, in the order's own terms: a file, a citation, two sentences without a blank.
import type { Refusal } from '../sifted.ts';
import { ABBREVIATIONS, FILE_ENDINGS } from './tables.ts';

interface Refused {
  readonly kind: 'refused';
  readonly reason: Refusal;
  readonly detail?: string;
}

/** `fault`: why it does not parse as a name, where it does not. */
export function refusalOf(text: string, fault: string | undefined): Refused {
  const labels = text.split('.');
  const last = labels[labels.length - 1] ?? '';
  if (FILE_ENDINGS.has(last.toLowerCase())) return { kind: 'refused', reason: 'file' };
  if (isCitation(text, labels)) return { kind: 'refused', reason: 'citation' };
  if (isProse(labels)) return { kind: 'refused', reason: 'prose' };
  if (fault !== undefined) return { kind: 'refused', reason: 'no-name', detail: fault };
  return { kind: 'refused', reason: 'unknown-ending' };
}

/** "U.S.C", "Fed.R.Civ.P", "i.e": short parts, of which at least one is a letter or a known abbreviation. */
function isCitation(text: string, labels: readonly string[]): boolean {
  if (ABBREVIATIONS.has(text.toLowerCase())) return true;
  const short = labels.every((label) => /^\p{L}{1,5}$/u.test(label) || /^\d{1,4}[a-z]{0,2}$/.test(label));
  return short && labels.some((label) => label.length === 1 || ABBREVIATIONS.has(label.toLowerCase()));
}

/** "Inc.Plaintiff", "Order.The", "Defendants.In": a word, and another one that begins large. */
function isProse(labels: readonly string[]): boolean {
  const [first = '', second = ''] = labels;
  return labels.length === 2 && /^[\p{L}’'-]+$/u.test(first) && /^\p{Lu}[\p{Ll}’'-]*$/u.test(second);
}
