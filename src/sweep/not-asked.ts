// Observations of what was not asked, or could not be: they stand in the run like any other, with their reason.

import type { LookupAnswer } from '../model/asking/lookup.ts';
import type { Clock } from '../model/clock.ts';
import type { Name } from '../model/name.ts';
import type { FailureKind } from '../model/seen/failure.ts';
import { AUTHORITY_OF, type LookupKind } from '../model/seen/observation.ts';

interface NotAnswered {
  readonly name: Name;
  readonly lookup: LookupKind;
  readonly failure: FailureKind;
  readonly detail?: string;
}

export function notAnswered({ name, lookup, failure, detail }: NotAnswered, clock: Pick<Clock, 'now'>): LookupAnswer {
  const sighting = {
    name,
    lookup,
    authority: AUTHORITY_OF[lookup],
    question: `${lookup} ${name}`,
    server: 'none',
    at: clock.now(),
    took: 0,
    reader: 'sweep/1',
    outcome: 'failure' as const,
    failure,
    ...(detail === undefined ? {} : { detail }),
  };
  return { sighting, exchanges: [] };
}
