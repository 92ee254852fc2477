// Observations of what was not asked, or could not be: they stand in the run like any other, with their reason.
import type { Clock } from '../model/clock.ts';
import type { FailureKind } from '../model/failure.ts';
import type { LookupAnswer } from '../model/lookup.ts';
import type { Name } from '../model/name.ts';
import type { Authority, LookupKind } from '../model/observation.ts';

const AUTHORITIES: Readonly<Record<LookupKind, Authority>> = {
  'rdap-registry': 'registry',
  'whois-registry': 'registry',
  delegation: 'parent-zone',
  addresses: 'authoritative',
  resolver: 'recursive',
};

export interface NotAnswered {
  readonly name: Name;
  readonly lookup: LookupKind;
  readonly failure: FailureKind;
  readonly detail?: string;
}

export function notAnswered({ name, lookup, failure, detail }: NotAnswered, clock: Clock): LookupAnswer {
  const sighting = {
    name,
    lookup,
    authority: AUTHORITIES[lookup],
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
