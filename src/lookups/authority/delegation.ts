// The delegation of a name as its parent zone gives it: NS and DS, asked without recursion at every address of the
// parent's servers, one observation each (RFC 1034 section 4.3.2, RFC 4035 section 3.1.4.1). Answers are not merged here.

import type { Lookup, LookupAnswer } from '../../model/asking/lookup.ts';
import type { Name } from '../../model/name.ts';
import type { DnsClient } from '../dns/client.ts';
import { parentOf } from '../dns/codec/names.ts';
import { PARENTS_OF_MANY } from '../dns/limits.ts';
import { spanOf } from '../heard/span.ts';
import type { LookupTools } from '../tools.ts';
import { type Chains, openChains } from '../walk/chain-asked.ts';
import { astray, type Journey, startJourney, type Walked } from '../walk/journey.ts';
import { openWalker, type Walker } from '../walk/walk.ts';
import type { Target, Zone } from '../walk/zone.ts';
import { type Families, openFamilies, withinReach } from './families.ts';
import { hearParent, type ParentHeard, type ParentQuestion } from './hear-parent.ts';

export const READER = 'delegation/3';

interface Asking {
  readonly tools: LookupTools;
  readonly client: DnsClient;
  readonly families: Families;
  readonly chains: Chains;
  readonly name: Name;
  readonly journey: Journey;
}

export function delegationLookup(tools: LookupTools, client: DnsClient, shared?: Families): Lookup {
  const walker = openWalker(tools, client);
  const families = shared ?? openFamilies(tools);
  const chains = openChains(tools.network, walker);
  return {
    kind: 'delegation',
    after: [],
    ask: (name, circumstances) =>
      askParents(walker, { tools, client, chains, families, name, journey: startJourney(circumstances) }),
  };
}

async function askParents(walker: Walker, asking: Asking): Promise<readonly LookupAnswer[]> {
  const { name, journey } = asking;
  const zone = await walker.zoneOf(parentOf(name), journey);
  if (!zone.ok) return [failedWalk(asking, zone)];
  const targets = await parentTargets(walker, zone.value, asking);
  if (!targets.ok) return [failedWalk(asking, targets)];
  const trust = asking.chains.trustOf(zone.value, journey);
  const place = { zone: zone.value.name, trust };
  const answers = await Promise.all(targets.value.map((target) => askParent(asking, place, target)));
  return answers.map((answer, index) =>
    index > 0 ? answer : { ...answer, exchanges: [...journey.exchanges, ...answer.exchanges] },
  );
}

/** Of very many names only a few servers, one address of each first, so that different ones speak. */
async function parentTargets(
  walker: Walker,
  zone: Zone,
  { tools, families, journey }: Asking,
): Promise<Walked<readonly Target[]>> {
  const first: Target[] = [];
  const further: Target[] = [];
  let failure: Walked<never> = astray('unresolvable', `${zone.name} has no server with an address`);
  for (const { name: server, addresses } of zone.servers) {
    if (tools.brief === true && first.length >= PARENTS_OF_MANY) break;
    if (!walker.mayAsk(zone, server, journey)) {
      failure = { ...astray('excluded-by-seal', server), server };
      continue;
    }
    const found = addresses.length > 0 ? undefined : await walker.addressesOf(server, journey);
    if (found?.ok === false) failure = found;
    const { asked: known } = await withinReach(families, found?.ok ? found.value.addresses : addresses);
    const [one, ...others] = known.map((address) => ({ server, address }));
    if (one !== undefined) first.push(one);
    further.push(...others);
  }
  const all = [...first, ...further];
  const targets = tools.brief === true ? all.slice(0, PARENTS_OF_MANY) : inOrderOf(zone, all);
  return targets.length > 0 ? { ok: true, value: targets } : failure;
}

function inOrderOf({ servers }: Zone, targets: readonly Target[]): readonly Target[] {
  return servers.flatMap(({ name }) => targets.filter(({ server }) => server === name));
}

function failedWalk({ tools, name, journey }: Asking, failure: Extract<Walked<never>, { ok: false }>): LookupAnswer {
  const { exchanges } = journey;
  return {
    sighting: {
      ...asked(name, failure.server ?? 'none', failure.via),
      ...spanOf(exchanges, tools.clock),
      outcome: 'failure',
      failure: failure.failure,
      detail: `on the way to the parent zone: ${failure.detail}`,
    },
    exchanges,
  };
}

function asked(name: Name, server: string, via: string | undefined) {
  return {
    name,
    lookup: 'delegation' as const,
    authority: 'parent-zone' as const,
    question: `NS DS ${name}`,
    server,
    ...(via === undefined ? {} : { via }),
    reader: READER,
  };
}

type Trusting = Pick<ParentQuestion, 'zone' | 'trust'>;

async function askParent(asking: Asking, place: Trusting, { server, address }: Target): Promise<LookupAnswer> {
  const { client, name, journey } = asking;
  const heard = await hearParent(client, { ...place, name, address, signal: journey.signal });
  return answerOf(asking, { server, address }, heard);
}

function answerOf({ tools, name }: Asking, target: Target, { outcome, replies }: ParentHeard): LookupAnswer {
  const exchanges = replies.flatMap((reply) => reply.exchanges);
  const server = `${target.server} ${target.address}`;
  // The zone's serial may have been asked for another name, minutes ago: that is not when this name was looked at.
  const own = replies.flatMap((reply) => (reply.shared ? [] : reply.exchanges));
  const span = spanOf(own.length > 0 ? own : exchanges, tools.clock);
  return {
    sighting: { ...asked(name, server, replies[0].via), ...span, ...outcome },
    exchanges,
  };
}
