// The nearest known word to a misspelt one, for hints. Never used to repair: a person decides.
import { byCodeUnit } from '../model/name.ts';
import { upperFirst } from '../model/text/phrase.ts';
import { listed } from './problems.ts';

/** Words longer than this are no misspelt keys, and measuring them would cost time. */
const LONGEST = 64;

/** The known word within about a third of the letters; `undefined` when none is that near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const allowed = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const candidate of [...known].sort(byCodeUnit)) {
    if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = distanceBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && (best === undefined || distance < best.distance)) best = { word: candidate, distance };
  }
  return best?.word;
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const replaced = at(last, column - 1) + (same ? 0 : 1);
      const cheapest = Math.min(replaced, at(last, column) + 1, at(current, column - 1) + 1);
      current.push(swapped ? Math.min(cheapest, at(beforeLast, column - 2) + 1) : cheapest);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}

/** All kinds of relief have room. */
const MOST_SHOWN = 16;

/** `Did you mean "appendix-a"?`, or the list of what there is. */
export function suggestion(word: string, known: readonly string[], what: string): string {
  const near = nearest(word, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (known.length === 0) return `There are no ${what} here.`;
  return `${upperFirst(what)} here: ${listed(known, MOST_SHOWN)}.`;
}
