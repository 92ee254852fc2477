// Old answers read with today's readers: out of the recorded octets of an observation comes the outcome that it would have
// now. No socket, no clock; what the record does not hold is said, and never filled in.
import type { Exchange } from '../model/exchange.ts';
import type { LookupKind, ObservationOf } from '../model/observation.ts';
import { isPathFailure } from './controls/read-controls.ts';
import { heardIn } from './dns/heard-in.ts';
import { rereadAddresses, rereadDelegation } from './dns/reread.ts';
import { rereadRdap } from './rdap/reread.ts';
import { cannot, type Reread } from './reread-types.ts';
import { rereadWhois } from './whois/reread.ts';

type Rereaders = {
  readonly [K in LookupKind]: (observation: ObservationOf<K>, exchanges: readonly Exchange[]) => Promise<Reread>;
};

/** One for each kind of lookup. */
export const rereaders: Rereaders = {
  'rdap-registry': rereadRdap,
  'whois-registry': rereadWhois,
  delegation: async (observation, exchanges) => rereadDelegation(observation, heardIn(exchanges)),
  addresses: async (observation, exchanges) => rereadAddresses(observation, heardIn(exchanges)),
  resolver: async () => cannot('no pure reader of a resolver yet'),
};

export function reread<K extends LookupKind>(
  observation: ObservationOf<K> & { readonly lookup: K },
  exchanges: readonly Exchange[],
): Promise<Reread> {
  if (observation.outcome === 'failure' && isPathFailure(observation.failure))
    return Promise.resolve(cannot('a control question took the word from what came by this path'));
  return rereaders[observation.lookup](observation, exchanges);
}
