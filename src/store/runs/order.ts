// Which run was made before which. Their ids tell, since each begins with an instant; but clocks go wrong, so a run names in its
// head those that were there when it began although their ids are of a later time. Which of the two clocks was wrong nobody
// knows; which run was made first is then known all the same.
import { type Instant, millisecondsOf } from '../../model/instant.ts';
import { byCodeUnit } from '../../model/name.ts';
import { beganAfter, startedIn } from '../run-form/paths.ts';
import type { WholeRun } from './list.ts';

/** `asOf`: absent where everything on record counts, as by the clock it does. */
export function newestFirst(runs: readonly WholeRun[], asOf?: Instant): readonly WholeRun[] {
  const dated = runs.toSorted(byDate);
  return dated.some(({ begunAfter }) => begunAfter !== undefined) ? made(dated.reverse(), asOf).reverse() : dated;
}

/** By when they ended, as they say: for lines through time. */
export function oldestEndFirst(runs: readonly WholeRun[]): readonly WholeRun[] {
  return runs.toReversed().sort((a, b) => millisecondsOf(a.foot.ended) - millisecondsOf(b.foot.ended));
}

/**
 * `dated`: oldest first. A run goes right below the first of those that name it; all others stand by their dates. Only an older
 * date can name a later one, so there is no way round in a circle, whatever heads say, and names of what is not there do nothing.
 */
function made(dated: readonly WholeRun[], asOf: Instant | undefined): WholeRun[] {
  const namers = namersIn(dated, asOf);
  const order: WholeRun[] = [];
  for (const run of dated) {
    const above = namers.get(run.id);
    const at = above === undefined ? -1 : order.findIndex(({ id }) => above.has(id));
    order.splice(at < 0 ? order.length : at, 0, run);
  }
  return order;
}

/**
 * By the id that is named: the runs that name it. At an instant that somebody chose, a run that names what came only after that
 * instant says nothing: it may be of a clock that stood behind, and not have been there either.
 */
function namersIn(dated: readonly WholeRun[], asOf: Instant | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const namers = new Map<string, Set<string>>();
  for (const { id, begunAfter = [] } of dated) {
    if (asOf !== undefined && begunAfter.some((one) => beganAfter(one, asOf))) continue;
    for (const named of begunAfter) {
      const those = namers.get(named);
      if (those === undefined) namers.set(named, new Set([id]));
      else those.add(id);
    }
  }
  return namers;
}

/** An id tells the second only, and two short checks may begin in one. */
function byDate(a: WholeRun, b: WholeRun): number {
  return (
    byCodeUnit(startedIn(b.id), startedIn(a.id)) ||
    millisecondsOf(b.foot.ended) - millisecondsOf(a.foot.ended) ||
    // Shards that were joined once more, with one that came late: the larger evidence has it.
    b.foot.evidence.length - a.foot.evidence.length ||
    byCodeUnit(b.id, a.id)
  );
}
