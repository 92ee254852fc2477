// What every delegated name server, at every one of its addresses, says of the name's hosts: one observation a server and
// address. Which servers those are comes from the delegation observations of this run; nothing is asked of a resolver. The
// servers of a sinkhole are asked in the same way before anything is delegated to them (sinkhole.ts).
import type { Address } from '../../model/address.ts';
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/asking/lookup.ts';
import type { Name } from '../../model/name.ts';
import { nameServerSet } from '../../model/seen/delegation.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureCause, FailureKind } from '../../model/seen/failure.ts';
import type { AddressFacts, DelegationFacts, Outcome, Sighting } from '../../model/seen/observation.ts';
import type { DnsClient } from '../dns/client.ts';
import { MOST_ADDRESSES, MOST_NAME_SERVERS } from '../dns/limits.ts';
import { type HostsAsking, type HostsHeard, hostsAsked } from '../heard/hosts-heard.ts';
import type { LookupTools } from '../tools.ts';
import { startJourney, type Walked } from '../walk/journey.ts';
import { openWalker, type Walker } from '../walk/walk.ts';
import { type HostAddresses, takenOf } from '../walk/zone.ts';
import { askServer } from './ask-server.ts';
import { type Families, openFamilies, withinReach } from './families.ts';

export const READER = 'addresses/2';

/** Who is asked, as a delegation names them. */
type AskedServers = Pick<DelegationFacts, 'nameServers' | 'glue' | 'ds'>;

interface ServersAsking extends HostsAsking {
  readonly lookup: 'addresses' | 'sinkhole';
  readonly reader: string;
  readonly walker: Walker;
  readonly families: Families;
  readonly circumstances: LookupCircumstances;
  readonly parents: readonly AskedServers[];
}

export function addressesLookup(tools: LookupTools, client: DnsClient, shared?: Families): Lookup {
  const walker = openWalker(tools, client);
  const families = shared ?? openFamilies(tools);
  return {
    kind: 'addresses',
    after: ['delegation'],
    ask(name, circumstances) {
      const parents = delegationsIn(circumstances);
      return askServers({
        lookup: 'addresses',
        reader: READER,
        tools,
        client,
        walker,
        families,
        name,
        circumstances,
        parents,
      });
    },
  };
}

function delegationsIn({ earlier }: LookupCircumstances): readonly DelegationFacts[] {
  return earlier.flatMap((seen) => (seen.lookup === 'delegation' && seen.outcome === 'facts' ? [seen.facts] : []));
}

export async function askServers(asking: ServersAsking): Promise<readonly LookupAnswer[]> {
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

async function askNameServer(asking: ServersAsking, nameServer: Name): Promise<readonly LookupAnswer[]> {
  const { tools, client, walker, families, circumstances, parents, name } = asking;
  if (!circumstances.mayAsk(nameServer)) {
    const detail = 'neither it nor its name was asked';
    return [failure(asking, { server: nameServer, failure: 'excluded-by-seal', detail })];
  }
  const { found, own, exchanges } = await addressesFor(asking, nameServer);
  if (!found.ok) {
    const { failure: kind, cause, detail } = found;
    const because = cause === undefined ? {} : { cause };
    return [failure(asking, { server: nameServer, failure: kind, ...because, detail, exchanges })];
  }
  const keys = parents.some(({ ds }) => ds !== undefined && ds.length > 0);
  const { asked, left } = await withinReach(families, found.value.addresses);
  const beside = { ...own, ...(left.length === 0 ? {} : { unasked: left }) };
  const brief = tools.brief === true;
  const answers = await Promise.all(
    asked.map(async (address, index): Promise<LookupAnswer> => {
      const heard = await askServer(client, walker, { name, nameServer, address, keys, brief, circumstances });
      const all = index === 0 ? [...exchanges, ...heard.exchanges] : heard.exchanges;
      const via = heard.via === undefined ? {} : { via: heard.via };
      const outcome = withFacts(heard.outcome, beside);
      return answer(asking, { server: `${nameServer} ${address}`, ...via, outcome, exchanges: all });
    }),
  );
  return [...answers, ...unaskedAt(nameServer, found.value).map((why) => failure(asking, why))];
}

/** What keeps the answers from being those of every address. */
function unaskedAt(server: Name, { missing, left: beyond }: HostAddresses): readonly Failing[] {
  const failing: Failing[] = [];
  if (missing !== undefined) {
    failing.push({ server, failure: 'unresolvable', detail: `it may have further addresses: ${missing}` });
  }
  if (beyond !== undefined) {
    const detail = `more than ${MOST_ADDRESSES} addresses: ${beyond} not asked`;
    failing.push({ server, failure: 'not-asked', detail });
  }
  return failing;
}

/** Facts about the name server that do not come from itself. */
type Beside = Pick<AddressFacts, 'ownAddresses' | 'ownFailure' | 'ownCause' | 'unasked'>;

function withFacts(outcome: Outcome<'addresses'>, beside: Beside): Outcome<'addresses'> {
  return outcome.outcome === 'facts' ? { ...outcome, facts: { ...outcome.facts, ...beside } } : outcome;
}

interface Found {
  readonly found: Walked<HostAddresses>;
  readonly own: Beside;
  readonly exchanges: readonly Exchange[];
}

/**
 * The parents' glue where there is any, since that is where the world's resolvers go first, and beside it what the name
 * server's own zone says; otherwise a walk alone.
 */
async function addressesFor(
  { tools, walker, circumstances, parents, name }: ServersAsking,
  nameServer: Name,
): Promise<Found> {
  const glue = new Set<Address>(parents.flatMap((parent) => parent.glue[nameServer] ?? []));
  if (glue.size > 0) tools.guard.introduce({ server: nameServer, zone: name, addresses: [...glue] });
  if (glue.size > 0 && tools.brief === true) return { found: addressesIn(glue), own: {}, exchanges: [] };
  const journey = startJourney(circumstances);
  const walked = await walker.addressesOf(nameServer, journey);
  const { exchanges } = journey;
  if (glue.size === 0) return { found: walked, own: {}, exchanges };
  return { found: addressesIn(glue), own: ownOf(walked), exchanges };
}

function addressesIn(glue: ReadonlySet<Address>): Walked<HostAddresses> {
  return { ok: true, value: takenOf([...glue]) };
}

/** A zone that gave only one family of addresses leaves the other one open, and one that gave too many is not read to its end: then nothing can be compared. */
function ownOf(walked: Walked<HostAddresses>): Beside {
  if (!walked.ok) {
    return { ownFailure: walked.failure, ...(walked.cause === undefined ? {} : { ownCause: walked.cause }) };
  }
  const { addresses, missing, left } = walked.value;
  return missing === undefined && left === undefined ? { ownAddresses: addresses } : { ownFailure: 'unresolvable' };
}

interface Failing {
  readonly server: string;
  readonly failure: FailureKind;
  readonly cause?: FailureCause;
  readonly detail: string;
  readonly exchanges?: readonly Exchange[];
}

function failure(asking: ServersAsking, { server, exchanges = [], ...why }: Failing): LookupAnswer {
  return answer(asking, { server, outcome: { outcome: 'failure', ...why }, exchanges });
}

function answer(asking: ServersAsking, { outcome, exchanges, ...heard }: HostsHeard<'addresses'>): LookupAnswer {
  const { lookup, reader } = asking;
  const asked = { ...hostsAsked(asking, { ...heard, exchanges }), authority: 'authoritative' as const, reader };
  if (lookup === 'addresses') return { sighting: { ...asked, lookup, ...outcome }, exchanges };
  const sighting: Sighting = { ...asked, lookup, ...quickness(heard.server, exchanges), ...outcome };
  return { sighting, exchanges };
}

/** How quick a sinkhole is shows in one question: all of them together wait for their turns. */
function quickness(server: string, exchanges: readonly Exchange[]): { readonly took?: number } {
  const address = server.slice(server.lastIndexOf(' ') + 1);
  const place = address.includes(':') ? `dns://[${address}]/` : `dns://${address}/`;
  const first = exchanges.find(({ uri }) => uri.startsWith(place));
  return first === undefined ? {} : { took: first.took };
}
