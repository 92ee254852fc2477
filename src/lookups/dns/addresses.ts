// What every delegated name server, at every one of its addresses, says of the name's hosts: one observation a server and
// address. Which servers those are comes from the delegation observations of this run; nothing is asked of a resolver.
import type { Address } from '../../model/address.ts';
import { nameServerSet } from '../../model/delegation.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { FailureKind } from '../../model/failure.ts';
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/lookup.ts';
import type { Name } from '../../model/name.ts';
import type { DelegationFacts } from '../../model/observation.ts';
import type { LookupTools } from '../tools.ts';
import { askServer } from './ask-server.ts';
import type { DnsClient } from './client.ts';
import { type HostsAsking, type HostsHeard, hostsAsked } from './hosts-heard.ts';
import { startJourney, type Walked } from './journey.ts';
import { MOST_NAME_SERVERS } from './limits.ts';
import { byFamilyThenText } from './read-referral.ts';
import { openWalker, type Walker } from './walk.ts';
import type { HostAddresses } from './zone.ts';

export const READER = 'addresses/1';

interface Asking extends HostsAsking {
  readonly walker: Walker;
  readonly circumstances: LookupCircumstances;
  readonly parents: readonly DelegationFacts[];
}

export function addressesLookup(tools: LookupTools, client: DnsClient): Lookup {
  const walker = openWalker(tools, client);
  return {
    kind: 'addresses',
    after: ['delegation'],
    ask(name, circumstances) {
      const parents = delegationsIn(circumstances);
      return askDelegated({ tools, client, walker, name, circumstances, parents });
    },
  };
}

function delegationsIn({ earlier }: LookupCircumstances): readonly DelegationFacts[] {
  return earlier.flatMap((seen) => (seen.lookup === 'delegation' && seen.outcome === 'facts' ? [seen.facts] : []));
}

async function askDelegated(asking: Asking): Promise<readonly LookupAnswer[]> {
  const servers = nameServerSet(asking.parents.flatMap((parent) => parent.nameServers));
  if (servers.length === 0) {
    const server = 'none';
    return [failure(asking, { server, failure: 'not-asked', detail: withoutServers(asking.circumstances) })];
  }
  const asked = await Promise.all(servers.slice(0, MOST_NAME_SERVERS).map((server) => askNameServer(asking, server)));
  const others = servers.slice(MOST_NAME_SERVERS);
  const detail = `more than ${MOST_NAME_SERVERS} name servers: ${others.length} were not asked`;
  const left = others.slice(0, 1).map((server) => failure(asking, { server, failure: 'not-asked', detail }));
  return [...asked.flat(), ...left];
}

function withoutServers({ earlier }: LookupCircumstances): string {
  const absent = earlier.some((seen) => seen.lookup === 'delegation' && seen.outcome === 'no-such-object');
  return absent ? 'the parent zone does not have the name' : 'the delegation is not known';
}

async function askNameServer(asking: Asking, nameServer: Name): Promise<readonly LookupAnswer[]> {
  const { client, walker, circumstances, parents, name } = asking;
  if (!circumstances.mayAsk(nameServer)) {
    const detail = 'neither it nor its name was asked';
    return [failure(asking, { server: nameServer, failure: 'excluded-by-seal', detail })];
  }
  const { found, exchanges } = await addressesFor(asking, nameServer);
  if (!found.ok) {
    const { failure: kind, detail } = found;
    return [failure(asking, { server: nameServer, failure: kind, detail, exchanges })];
  }
  const keys = parents.some(({ ds }) => ds !== undefined && ds.length > 0);
  const answers = await Promise.all(
    found.value.addresses.map(async (address, index): Promise<LookupAnswer> => {
      const heard = await askServer(client, walker, { name, nameServer, address, keys, circumstances });
      const all = index === 0 ? [...exchanges, ...heard.exchanges] : heard.exchanges;
      const via = heard.via === undefined ? {} : { via: heard.via };
      return answer(asking, { server: `${nameServer} ${address}`, ...via, outcome: heard.outcome, exchanges: all });
    }),
  );
  const { missing } = found.value;
  if (missing === undefined) return answers;
  const detail = `it may have further addresses: ${missing}`;
  return [...answers, failure(asking, { server: nameServer, failure: 'unresolvable', detail })];
}

/** The parents' glue where there is any, since that is where the world's resolvers go first; otherwise a walk. */
async function addressesFor(
  { tools, walker, circumstances, parents, name }: Asking,
  nameServer: Name,
): Promise<{ readonly found: Walked<HostAddresses>; readonly exchanges: readonly Exchange[] }> {
  const glue = new Set<Address>(parents.flatMap((parent) => parent.glue[nameServer] ?? []));
  if (glue.size > 0) {
    tools.guard.introduce({ server: nameServer, zone: name, addresses: [...glue] });
    return { found: { ok: true, value: { addresses: [...glue].sort(byFamilyThenText) } }, exchanges: [] };
  }
  const journey = startJourney(circumstances);
  const found = await walker.addressesOf(nameServer, journey);
  return { found, exchanges: journey.exchanges };
}

interface Failing {
  readonly server: string;
  readonly failure: FailureKind;
  readonly detail: string;
  readonly exchanges?: readonly Exchange[];
}

function failure(asking: Asking, { server, failure, detail, exchanges = [] }: Failing): LookupAnswer {
  return answer(asking, { server, outcome: { outcome: 'failure', failure, detail }, exchanges });
}

function answer(asking: Asking, heard: HostsHeard<'addresses'>): LookupAnswer {
  const asked = hostsAsked(asking, heard);
  return {
    sighting: { ...asked, lookup: 'addresses', authority: 'authoritative', reader: READER, ...heard.outcome },
    exchanges: heard.exchanges,
  };
}
