// The end of every lookup of the DNS: it waits once until no second answer to any of its questions is likely any more. Where two
// answers say different things, both are filed, and what was read of the first is read again without it.

import type { Lookup, LookupAnswer } from '../model/asking/lookup.ts';
import type { Exchange } from '../model/seen/exchange.ts';
import type { LookupKind, ObservationOf, Outcome, Sighting } from '../model/seen/observation.ts';
import type { DnsClient } from './dns/client.ts';
import { CONTRADICTORY } from './dns/concluded.ts';
import type { Conflict } from './dns/conflicts.ts';
import { reread } from './reread/reread.ts';
import { isKeys } from './reread/reread-dns.ts';

export function settled(dns: Pick<DnsClient, 'settle'>, lookup: Lookup): Lookup {
  return {
    ...lookup,
    async ask(name, circumstances) {
      const answers = await lookup.ask(name, circumstances);
      const exchanges = answers.flatMap((answer) => answer.exchanges);
      const conflicts = await dns.settle(exchanges, circumstances.signal);
      if (conflicts.length === 0) return answers;
      const onTheWay = conflicts.some(({ first }) => !answers.some(({ sighting }) => isOf(sighting, first)));
      return Promise.all(answers.map((answer) => weighed(answer, conflicts, onTheWay)));
    },
  };
}

/** One that was met on the way to all these servers: whatever was heard behind it rests on it. */
async function weighed(
  { sighting, exchanges }: LookupAnswer,
  conflicts: readonly Conflict[],
  onTheWay: boolean,
): Promise<LookupAnswer> {
  const filed = exchanges.flatMap((exchange) => withSecond(exchange, conflicts));
  if (onTheWay) return { sighting: without(sighting, undefined), exchanges: filed };
  const own = filed.length > exchanges.length;
  const read = own ? await readAgain(sighting, filed) : sighting;
  return { sighting: withoutOwnAddresses(read, conflicts), exchanges: filed };
}

/** What a name server's zone says of its addresses was asked at other questions than the facts beside it. */
function withoutOwnAddresses(sighting: Sighting, conflicts: readonly Conflict[]): Sighting {
  if (sighting.lookup !== 'addresses' || sighting.outcome !== 'facts') return sighting;
  const { ownAddresses, ...facts } = sighting.facts;
  const asked = `/${encodeURIComponent(facts.nameServer)}?type=`;
  if (ownAddresses === undefined || !conflicts.some(({ first }) => first.uri.includes(asked))) return sighting;
  return { ...sighting, facts: { ...facts, ownFailure: CONTRADICTORY.failure } };
}

function withSecond(exchange: Exchange, conflicts: readonly Conflict[]): readonly Exchange[] {
  const conflict = conflicts.find(({ first }) => first === exchange);
  return conflict === undefined ? [exchange] : [exchange, conflict.second];
}

/** By the authority of the `dns:` URI and the address in `host address`. */
function isOf({ server }: Sighting, { uri }: Exchange): boolean {
  const address = server.slice(server.lastIndexOf(' ') + 1);
  return uri.startsWith(address.includes(':') ? `dns://[${address}]/` : `dns://${address}/`);
}

async function readAgain(sighting: Sighting, exchanges: readonly Exchange[]): Promise<Sighting> {
  const recorded = { ...sighting, id: '', of: 1 } as ObservationOf<LookupKind>;
  const reading = await reread(recorded, exchanges);
  return without(sighting, reading.ok && reading.missing.every(isKeys) ? reading.outcome : undefined);
}

/** The same asking with another outcome; none is one that decides nothing. */
function without(sighting: Sighting, outcome: Outcome | undefined): Sighting {
  const { name, lookup, authority, question, server, via, at, took, reader } = sighting;
  const asked = { name, lookup, authority, question, server, ...(via !== undefined && { via }), at, took, reader };
  const { failure, detail } = CONTRADICTORY;
  return { ...asked, ...(outcome ?? { outcome: 'failure', failure, detail }) } as Sighting;
}
