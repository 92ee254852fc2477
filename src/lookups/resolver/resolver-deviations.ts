// What the servers in authority said of a name in this run, and at which questions a resolver deviates from that: those are
// put to it again. Pure.
import type { LookupKind, ObservationOf, ResolverFacts, SampledQuestion } from '../../model/seen/observation.ts';
import { type Authority, differencesOf } from '../../model/seen/resolver-difference.ts';

export function authorityIn(earlier: readonly ObservationOf<LookupKind>[]): Authority {
  const parents = earlier.filter((seen) => seen.lookup === 'delegation');
  const facts = parents.flatMap((seen) => (seen.outcome === 'facts' ? [seen.facts] : []));
  const ds = facts.flatMap((parent) => (parent.ds === undefined ? [] : [parent.ds]));
  const without = parents.flatMap((seen) => (seen.outcome === 'no-such-object' ? [seen] : []));
  return {
    absent: facts.length === 0 && without.length > 0 && without.every(({ inZone }) => inZone === undefined),
    hosts: earlier.flatMap((seen) =>
      seen.lookup === 'addresses' && seen.outcome === 'facts' ? [seen.facts.hosts] : [],
    ),
    ...(facts.length === 0 ? {} : { nameServers: facts.flatMap(({ nameServers }) => nameServers) }),
    ...(ds.length === 0 ? {} : { ds: ds.flat() }),
  };
}

/** At most four, so that a second look costs less than the first: an address, one of the random label, the servers, the DS. */
export function deviating(facts: ResolverFacts, authority: Authority): readonly SampledQuestion[] {
  const all = differencesOf(facts, authority).map(({ of }) => of);
  const named = all.find((of) => of.startsWith('apex') || of.startsWith('www'));
  const random = all.find((of) => of.startsWith('random'));
  const others = all.filter((of) => of === 'name-servers' || of === 'ds');
  return [...(named === undefined ? [] : [named]), ...(random === undefined ? [] : [random]), ...others];
}
