// When the name's own servers last gave an address that only a resolver still gives: from the earlier runs of the record. They
// are read only where an answer deviates, and no further than where it is found.

import type { CaseRecord } from '../model/judged/record.ts';
import type { Name } from '../model/name.ts';
import { HOSTS, type HostAnswers } from '../model/seen/observation.ts';
import type { Before } from './resolver-states.ts';

/** Runs with other facts than the next. An answer older than so many changes is in no cache any more. */
const MOST_RUNS = 12;

export function beforeIn(record: Pick<CaseRecord, 'earlier' | 'hasEarlier'>, name: Name): Before {
  if (!record.hasEarlier) return () => undefined;
  return (difference) => {
    if (difference.what !== 'address') return undefined;
    let runs = 0;
    for (const { observations } of record.earlier(name)) {
      runs += 1;
      if (runs > MOST_RUNS) return undefined;
      for (const seen of observations) {
        if (seen.lookup !== 'addresses' || seen.outcome !== 'facts') continue;
        if (gives(seen.facts.hosts, difference.address)) return seen.at;
      }
    }
    return undefined;
  };
}

/** At whichever host: a cache that was filled through an alias or a wildcard holds the same address. */
function gives(hosts: HostAnswers, address: string): boolean {
  return HOSTS.some((host) =>
    (['a', 'aaaa'] as const).some((field) => {
      const answer = hosts[host][field];
      return answer.answer === 'addresses' && answer.addresses.some((one) => one === address);
    }),
  );
}
