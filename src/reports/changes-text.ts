// What a check found changed since the one before: one line for each kind of change, with the names that fit.
import type { Change, Difference } from '../progress/difference.ts';
import { hang } from './layout.ts';
import { finished, type Surface } from './paint.ts';
import { count, FACET_WORDS, listWords, nameWords, utcWords } from './say.ts';

/** More names than this say nothing that the status below does not. */
const MOST_NAMES = 8;

export function changeLines(difference: Difference, surface: Surface): Iterable<string> {
  return finished(lines(difference, surface), surface);
}

function* lines({ since, changes }: Difference, surface: Surface): Iterable<string> {
  const compared = since === undefined ? '' : ` since the check of ${utcWords(since)}`;
  if (changes.length === 0) {
    yield `Nothing changed${compared}.`;
  } else {
    yield surface.paint.bold(`Changed${compared}`);
    for (const [what, names] of grouped(changes)) {
      yield* hang(`  ${what}: `, `${count(names.length, 'name')}: ${listWords(names, MOST_NAMES)}`, surface.width);
    }
  }
  yield '';
}

/** In the order in which the kinds first come. */
function grouped(changes: readonly Change[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, facet, from, to } of changes) {
    const what = `${facet} ${FACET_WORDS[from]} → ${FACET_WORDS[to]}`;
    groups.set(what, [...(groups.get(what) ?? []), nameWords(name)]);
  }
  return groups;
}
