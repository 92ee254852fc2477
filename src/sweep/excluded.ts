// The observation that stands in for a lookup which the seal forbids: a name that was not asked about says why.
import type { Clock } from '../model/clock.ts';
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

export function excludedAnswer(name: Name, lookup: LookupKind, clock: Clock): LookupAnswer {
  const sighting = {
    name,
    lookup,
    authority: AUTHORITIES[lookup],
    question: `${lookup} ${name}`,
    server: 'none',
    at: clock.now(),
    took: 0,
    reader: 'sweep/1',
    outcome: 'failure',
    failure: 'excluded-by-seal',
  } as const;
  return { sighting, exchanges: [] };
}
