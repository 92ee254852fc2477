// Old answers read with today's readers: out of the recorded octets of an observation comes the outcome that it would have
// now. No socket, no clock; what the record does not hold is said, and never filled in.
import type { Exchange } from '../../model/seen/exchange.ts';
import type { LookupKind, ObservationOf, Outcome } from '../../model/seen/observation.ts';
import { READER as ADDRESSES } from '../authority/addresses.ts';
import { READER as DELEGATION } from '../authority/delegation.ts';
import { READER as SINKHOLE } from '../authority/sinkhole.ts';
import { isPathFailure } from '../controls/read-controls.ts';
import { RDAP_READER } from '../rdap/converse.ts';
import { rereadRdap } from '../rdap/reread.ts';
import { cannot, type Reread } from '../reread-types.ts';
import { READER as RESOLVER } from '../resolver/resolver.ts';
import { WHOIS_READER } from '../whois/converse.ts';
import { rereadWhois } from '../whois/reread.ts';
import { heardIn } from './heard-in.ts';
import { circumstancesAgain } from './reread-circumstances.ts';
import { type Difference, differencesOf, disagreeing } from './reread-difference.ts';
import { rereadAddresses, rereadDelegation, rereadResolver, type TrustThen } from './reread-dns.ts';

interface Rereader<K extends LookupKind> {
  /** As today's lookup signs. */
  readonly reader: string;
  read(observation: ObservationOf<K>, exchanges: readonly Exchange[], trustThen?: TrustThen): Promise<Reread>;
}

/** One for each kind of lookup. */
export const rereaders: { readonly [K in LookupKind]: Rereader<K> } = {
  'rdap-registry': { reader: RDAP_READER, read: rereadRdap },
  'whois-registry': { reader: WHOIS_READER, read: rereadWhois },
  'rdap-registrar': { reader: RDAP_READER, read: rereadRdap },
  'whois-registrar': { reader: WHOIS_READER, read: rereadWhois },
  delegation: {
    reader: DELEGATION,
    read: (seen, exchanges, trustThen) => rereadDelegation(seen, heardIn(exchanges), trustThen),
  },
  addresses: { reader: ADDRESSES, read: (seen, exchanges) => rereadAddresses(seen, heardIn(exchanges)) },
  resolver: { reader: RESOLVER, read: async (seen, exchanges) => rereadResolver(seen, heardIn(exchanges)) },
  sinkhole: { reader: SINKHOLE, read: (seen, exchanges) => rereadAddresses(seen, heardIn(exchanges)) },
};

export async function reread<K extends LookupKind>(
  observation: ObservationOf<K> & { readonly lookup: K },
  exchanges: readonly Exchange[],
  trustThen?: TrustThen,
): Promise<Reread> {
  if (isSilenced(observation)) return cannot('a control question took the word from what came by this path');
  return rereaders[observation.lookup].read(observation, exchanges, trustThen);
}

function isSilenced(outcome: Outcome): boolean {
  return outcome.outcome === 'failure' && isPathFailure(outcome.failure);
}

type Compared =
  | {
      readonly ok: true;
      /** Where what was stored is not what the octets say. */
      readonly differences: readonly Difference[];
      /** As it reads today, where that is another one; also where a newer reader only finds more. */
      readonly outcome?: Outcome;
    }
  | NotReread;

interface NotReread {
  readonly ok: false;
  readonly reason: string;
}

/** What no longer agrees. Of what the record does not hold no difference is told, only that it cannot be read again. */
export async function compareAgain<K extends LookupKind>(
  observation: ObservationOf<K> & { readonly lookup: K },
  exchanges: readonly Exchange[],
  trustThen?: TrustThen,
): Promise<Compared> {
  const { reader } = rereaders[observation.lookup];
  const again = await reread<K>(observation, exchanges, trustThen);
  if (!again.ok) return again;
  const { outcome } = again;
  const circumstances = circumstancesAgain(observation, exchanges);
  const all = differencesOf({ observation, outcome });
  if (all.length === 0) return { ok: true, differences: circumstances };
  const differences = [...circumstances, ...disagreeing(all, observation.reader === reader)];
  if (again.missing.length === 0) return { ok: true, differences, outcome };
  if (differences.length === 0) return { ok: true, differences };
  return { ok: false, reason: `not in its record: ${again.missing.slice(0, 3).join(', ')}` };
}
