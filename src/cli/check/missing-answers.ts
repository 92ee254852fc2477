// What stands in a joined run for the names of shards that did not come in: a failure for each lookup that was to be made.
// Without it, what an older run saw of these names would pass for what this one saw.

import type { LookupAnswer } from '../../model/asking/lookup.ts';
import type { Case } from '../../model/case/case.ts';
import type { Clock } from '../../model/clock.ts';
import type { Instant } from '../../model/instant.ts';
import { holds } from '../../model/part.ts';
import type { LookupKind } from '../../model/seen/observation.ts';
import { partOf, shardText } from '../../model/shard.ts';
import { notAnswered } from '../../sweep/not-asked.ts';
import { planLookups } from '../../sweep/plan.ts';

interface Missing {
  readonly theCase: Case;
  /** When the plan was made, and when nothing more came. */
  readonly started: Instant;
  readonly ended: Instant;
  readonly missing: readonly number[];
  readonly of: number;
  /** The lookups that the other shards made. */
  readonly kinds: readonly LookupKind[];
}

export function missingAnswers({ theCase, started, ended, missing, of, kinds }: Missing): readonly LookupAnswer[] {
  if (missing.length === 0) return [];
  const clock: Pick<Clock, 'now'> = { now: () => ended };
  const { names } = planLookups({ theCase, asOf: started, kinds });
  return missing.flatMap((number) => {
    const shard = { number, of };
    const own = names.filter(({ name }) => holds(partOf(shard), name));
    return own.flatMap(({ name, ask, excluded }) => [
      ...excluded.map((lookup) => notAnswered({ name, lookup, failure: 'excluded-by-seal' }, clock)),
      ...ask.map((lookup) =>
        notAnswered({ name, lookup, failure: 'missing-shard', detail: `shard ${shardText(shard)}` }, clock),
      ),
    ]);
  });
}
