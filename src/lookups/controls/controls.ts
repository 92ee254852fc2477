// Control questions: what a path says where the right answer is known beforehand. Each is a packet or two, asked once an hour,
// and sooner where nothing was learnt: the root, every top-level domain in use, every resolver, and what the settings name.
import type { Address } from '../../model/address.ts';
import type { ResolverPlace } from '../../model/asking/resolver-place.ts';
import type { AddressAnswer } from '../../model/seen/observation.ts';
import { startTrail } from '../answers/chain.ts';
import type { DnsClient } from '../dns/client.ts';
import { TYPES } from '../dns/codec/types.ts';
import { readResolved } from '../resolver/read-resolved.ts';
import { openResolverClient, type ResolverClient } from '../resolver/resolver-client.ts';
import type { LookupTools } from '../tools.ts';
import { type Journey, startJourney } from '../walk/journey.ts';
import { rootServers } from '../walk/roots.ts';
import { openWalker, type Walker } from '../walk/walk.ts';
import { KNOWN_DELEGATIONS } from './known-delegations.ts';
import { type Control, type ControlFinding, readAbsent, readKnown, readRoot, readSilence } from './read-controls.ts';
import { answersWithWildcard } from './wildcard-tlds.ts';

type Circumstances = Pick<Journey, 'signal' | 'mayAsk'>;

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

type Make = (means: Means, circumstances: Circumstances) => Promise<Control>;

/**
 * Milliseconds for which a control question stands, by what came of it: a path may change while a run goes on, and one that
 * nothing was learnt of is soon looked at again.
 */
const STANDS_FOR: Readonly<Record<Control['state'], number>> = {
  passed: 3_600_000,
  failed: 3_600_000,
  unknown: 60_000,
};

interface Made {
  readonly round: number;
  /** On the monotonic clock; absent while it is being asked. */
  until?: number;
  readonly control: Promise<Control>;
}

export function openControls(tools: LookupTools, client: DnsClient, shared?: ResolverClient): Controls {
  const resolvers = shared ?? openResolverClient(tools, client);
  const made = new Map<string, Made>();
  const meansOf = openRounds({ tools, client, resolvers });
  const once = async (key: string, make: Make, circumstances: Circumstances): Promise<Asked> => {
    const known = made.get(key);
    const stands = known !== undefined && (known.until === undefined || tools.clock.monotonic() < known.until);
    if (stands) return { control: await known.control, first: false };
    const round = known === undefined ? 0 : known.round + 1;
    const asking: Made = { round, control: make(meansOf(round), circumstances) };
    made.set(key, asking);
    const control = await asking.control;
    asking.until = tools.clock.monotonic() + STANDS_FOR[control.state];
    return { control, first: true };
  };
  const general = pathQuestions(tools);
  return {
    direct: (tld, circumstances) =>
      Promise.all([
        ...general.map(([key, make]) => once(key, make, circumstances)),
        once(`tld ${tld}`, (means, given) => askAbsent(means, tld, given), circumstances),
      ]),
    resolver: (place, tld, circumstances) =>
      once(`resolver ${place.text}`, (means, given) => askResolver(means, { place, tld }, given), circumstances),
  };
}

/** Later rounds ask anew, about other random names: what is remembered from before says nothing of the path as it is now. */
function openRounds({ tools, client, resolvers }: Omit<Means, 'walker'>): (round: number) => Means {
  const known = new Map<number, Means>();
  return (round) => {
    const before = known.get(round);
    if (before !== undefined) return before;
    const anew: Pick<Means, 'client' | 'resolvers'> = {
      client: {
        ...client,
        ask: (question) => client.ask({ ...question, again: round }),
        randomLabel: (name) => client.randomLabel(`${name}, round ${round}`),
      },
      resolvers: { ...resolvers, ask: (question) => resolvers.ask({ ...question, again: round }) },
    };
    const asked = round === 0 ? { client, resolvers } : anew;
    const means: Means = { tools, ...asked, walker: openWalker(tools, asked.client) };
    known.delete(round - 2);
    known.set(round, means);
    return means;
  };
}

/** What is asked whichever names a run is about. */
function pathQuestions({ network }: LookupTools): readonly (readonly [string, Make])[] {
  const { dns, controls } = network;
  const known = [...(dns.roots.length === 0 ? KNOWN_DELEGATIONS : []), ...(controls?.known ?? [])];
  return [
    ['root', askRoot],
    ...(controls?.silent ?? []).map((address): [string, Make] => [
      `silent ${address}`,
      (means, given) => askSilent(means, address, given),
    ]),
    ...known.map(([name, servers]): [string, Make] => [
      `known ${name}`,
      (means, given) => askKnown(means, { name, servers }, given),
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
