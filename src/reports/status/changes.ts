// What a check found changed since the one before: one line for each kind of change, with the names that fit.
import { count } from '../../model/text/phrase.ts';
import type { Change, Difference } from '../../progress/difference.ts';
import { hang } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import { FACET_WORDS, nameWords, utcWords } from '../say.ts';

/** More names than this say nothing that the status below does not. */
const MOST_NAMES = 8;

export function changeLines(difference: Difference, surface: Surface): Iterable<string> {
  return finished(lines(difference, surface), surface);
}

function* lines({ since, changes }: Difference, surface: Surface): Iterable<string> {
  const compared = since === undefined ? '' : ` since the check of ${utcWords(since)}`;
  const groups = grouped(changes);
  if (groups.size === 0) {
    yield `Nothing changed${compared}.`;
  } else {
    yield surface.paint.bold(`Changed${compared}`);
    for (const [what, { names, first }] of groups)
      yield* hang(`  ${what}: `, `${count(names, 'name')}: ${namesText(first, names)}`, surface.width);
  }
  yield '';
}

/** How many there are, and the names that are told. */
interface Group {
  names: number;
  readonly first: string[];
}

function namesText(first: readonly string[], names: number): string {
  const more = names - first.length;
  return `${first.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

/** In the order in which the kinds first come. */
function grouped(changes: Iterable<Change>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { name, facet, from, to } of changes) {
    const what = `${facet} ${FACET_WORDS[from]} → ${FACET_WORDS[to]}`;
    const group = groups.get(what) ?? { names: 0, first: [] };
    group.names += 1;
    if (group.names <= MOST_NAMES) group.first.push(nameWords(name));
    groups.set(what, group);
  }
  return groups;
}
