// Control questions: what a path says where the right answer is known beforehand. Each is asked once a run, a packet or two:
// the root, every top-level domain in use, every resolver, and what the settings name.
import type { Address } from '../../model/address.ts';
import type { AddressAnswer } from '../../model/observation.ts';
import type { ResolverPlace } from '../../model/resolver-place.ts';
import { startTrail } from '../dns/chain.ts';
import type { DnsClient } from '../dns/client.ts';
import { TYPES } from '../dns/codec/types.ts';
import { type Journey, startJourney } from '../dns/journey.ts';
import { readResolved } from '../dns/read-resolved.ts';
import { openResolverClient, type ResolverClient } from '../dns/resolver-client.ts';
import { rootServers } from '../dns/roots.ts';
import { openWalker, type Walker } from '../dns/walk.ts';
import type { LookupTools } from '../tools.ts';
import { KNOWN_DELEGATIONS } from './known-delegations.ts';
import { type Control, type ControlFinding, readAbsent, readKnown, readRoot, readSilence } from './read-controls.ts';
import { answersWithWildcard } from './wildcard-tlds.ts';

export type Circumstances = Pick<Journey, 'signal' | 'mayAsk'>;

export interface Controls {
  /** The way to authoritative servers, and to those of this top-level domain. */
  direct(tld: string, circumstances: Circumstances): Promise<readonly Asked[]>;
  /** A resolver; asked for a name under this top-level domain if it was not asked before. */
  resolver(place: ResolverPlace, tld: string, circumstances: Circumstances): Promise<Asked>;
}

export interface Asked {
  readonly control: Control;
  /** True for whoever caused it: in that lookup's evidence the octets lie. */
  readonly first: boolean;
}

interface Means {
  readonly tools: LookupTools;
  readonly client: DnsClient;
  readonly walker: Walker;
  readonly resolvers: ResolverClient;
}

type Make = (circumstances: Circumstances) => Promise<Control>;

export function openControls(tools: LookupTools, client: DnsClient, shared?: ResolverClient): Controls {
  const resolvers = shared ?? openResolverClient(tools, client);
  const means: Means = { tools, client, resolvers, walker: openWalker(tools, client) };
  const made = new Map<string, Promise<Control>>();
  const once = async (key: string, make: Make, circumstances: Circumstances): Promise<Asked> => {
    const known = made.get(key);
    if (known !== undefined) return { control: await known, first: false };
    const making = make(circumstances);
    made.set(key, making);
    return { control: await making, first: true };
  };
  const general = pathQuestions(means);
  return {
    direct: (tld, circumstances) =>
      Promise.all([
        ...general.map(([key, make]) => once(key, make, circumstances)),
        once(`tld ${tld}`, (given) => askAbsent(means, tld, given), circumstances),
      ]),
    resolver: (place, tld, circumstances) =>
      once(`resolver ${place.text}`, (given) => askResolver(means, { place, tld }, given), circumstances),
  };
}

/** What is asked whichever names a run is about. */
function pathQuestions(means: Means): readonly (readonly [string, Make])[] {
  const { dns, controls } = means.tools.network;
  const known = [...(dns.roots.length === 0 ? KNOWN_DELEGATIONS : []), ...(controls?.known ?? [])];
  return [
    ['root', (given) => askRoot(means, given)],
    ...(controls?.silent ?? []).map((address): [string, Make] => [
      `silent ${address}`,
      (given) => askSilent(means, address, given),
    ]),
    ...known.map(([name, servers]): [string, Make] => [
      `known ${name}`,
      (given) => askKnown(means, { name, servers }, given),
    ]),
  ];
}

/** Root servers tried before the question is left open. */
const ROOTS_TRIED = 2;

async function askRoot({ tools, client }: Means, { signal }: Circumstances): Promise<Control> {
  const question = 'a top-level domain that must not exist, at the root';
  const addresses = rootServers(tools.network.dns.roots).flatMap((server) => server.addresses.slice(0, 1));
  const name = absentLabel(client, 'the root');
  let finding: ControlFinding = { state: 'unknown', text: 'no root server is known' };
  const exchanges = [];
  for (const server of addresses.slice(0, ROOTS_TRIED)) {
    const reply = await client.ask({ server, name, type: TYPES.A, recursion: false, signal });
    if (!reply.shared) exchanges.push(...reply.exchanges);
    finding = readRoot(reply.answer);
    if (finding.state !== 'unknown' || signal.aborted) break;
  }
  return { ...finding, question, exchanges };
}

async function askAbsent({ client, walker }: Means, tld: string, given: Circumstances): Promise<Control> {
  const journey = startJourney(given);
  const found = await walker.follow(startTrail(`${absentLabel(client, tld)}.${tld}`, TYPES.A), journey);
  const answer: AddressAnswer = found.ok
    ? found.value.answer
    : { answer: 'failure', failure: found.failure, detail: found.detail };
  const finding = readAbsent(answer, `the servers of .${tld}`, answersWithWildcard(tld));
  return { ...finding, question: `a name that must not exist, under .${tld}`, exchanges: journey.exchanges };
}

async function askResolver(
  { client, resolvers }: Means,
  { place, tld }: { readonly place: ResolverPlace; readonly tld: string },
  { signal }: Circumstances,
): Promise<Control> {
  const name = `${absentLabel(client, tld)}.${tld}`;
  const reply = await resolvers.ask({ place, name, type: TYPES.A, signal });
  const answer: AddressAnswer = reply.answer.ok
    ? readResolved(reply.answer.message, name, TYPES.A)
    : { answer: 'failure', failure: reply.answer.failure, detail: reply.answer.detail };
  const finding = readAbsent(answer, place.text, answersWithWildcard(tld));
  return {
    ...finding,
    question: `a name that must not exist, at the resolver ${place.text}`,
    exchanges: reply.exchanges,
  };
}

async function askSilent({ client }: Means, server: Address, { signal }: Circumstances): Promise<Control> {
  const name = absentLabel(client, `nobody at ${server}`);
  const { answer, exchanges } = await client.ask({ server, name, type: TYPES.A, recursion: false, signal });
  return { ...readSilence(answer, server), question: `${server}, where no name server is`, exchanges };
}

async function askKnown(
  { walker }: Means,
  { name, servers }: { readonly name: string; readonly servers: readonly string[] },
  given: Circumstances,
): Promise<Control> {
  const journey = startJourney(given);
  const zone = await walker.zoneOf(name, journey);
  const found = zone.ok && zone.value.name === name ? zone.value.servers.map((server) => server.name) : [];
  return { ...readKnown(name, found, servers), question: `the delegation of ${name}`, exchanges: journey.exchanges };
}

/** Another label than those under the names themselves. Random letters, two dozen of them: nobody has made such a name. */
function absentLabel(client: DnsClient, of: string): string {
  return client.randomLabel(`control ${of}`);
}
