// The delegation of a name as its parent zone gives it: NS and DS, asked without recursion at every address of the
// parent's servers, one observation each (RFC 1034 section 4.3.2, RFC 4035 section 3.1.4.1). Answers are not merged here.

import type { Address } from '../../model/address.ts';
import type { Lookup, LookupAnswer } from '../../model/lookup.ts';
import type { Name } from '../../model/name.ts';
import type { DelegationFacts, Outcome } from '../../model/observation.ts';
import type { Security } from '../../model/security.ts';
import { type Chains, openChains } from '../dnssec/chain-asked.ts';
import { securityOf } from '../dnssec/security.ts';
import type { Trust } from '../dnssec/trust.ts';
import type { LookupTools } from '../tools.ts';
import type { DnsAnswer, DnsClient, DnsReply } from './client.ts';
import { parentOf } from './codec/names.ts';
import { TYPES } from './codec/types.ts';
import { type Families, openFamilies, withinReach } from './families.ts';
import { type Heard, heardFrom } from './heard.ts';
import { astray, type Journey, startJourney, type Walked } from './journey.ts';
import { PARENTS_OF_MANY } from './limits.ts';
import { readDelegation, readDs } from './read-delegation.ts';
import type { Failed } from './read-rcode.ts';
import type { Place } from './read-referral.ts';
import { spanOf } from './span.ts';
import { openWalker, type Walker } from './walk.ts';
import type { Target, Zone } from './zone.ts';

export const READER = 'delegation/1';

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

export interface ParentQuestion {
  /** Whose server it is. */
  readonly zone: string;
  readonly name: Name;
  readonly address: Address;
  readonly signal: AbortSignal;
  /** How far the zone's word can be trusted. */
  readonly trust: Promise<Trust | undefined>;
}

interface ParentHeard {
  readonly outcome: Outcome<'delegation'>;
  readonly replies: readonly [DnsReply, ...DnsReply[]];
}

/** The whole talk with one parent server; the same when a client answers out of the evidence. */
export async function hearParent(client: DnsClient, question: ParentQuestion): Promise<ParentHeard> {
  const { name, signal } = question;
  const common = { server: question.address, name, recursion: false, signal };
  const askNs = { ...common, type: TYPES.NS };
  const first = await client.ask(askNs);
  const outcome = outcomeOf(first.answer, question);
  if (outcome.outcome === 'failure') return { outcome, replies: [first] };
  if (outcome.outcome === 'no-such-object') {
    const proof = proofOf(await question.trust, heardFrom(askNs, first), question);
    return { outcome: { ...outcome, ...proof }, replies: [first] };
  }
  const askDs = { ...common, type: TYPES.DS };
  const second = await client.ask(askDs);
  const proof = proofOf(await question.trust, heardFrom(askDs, second), question);
  const said = dsFacts(second.answer, question);
  const facts = { ...outcome.facts, ...said, ...proof, ttl: { ...outcome.facts.ttl, ...said.ttl } };
  return { outcome: { outcome: 'facts', facts }, replies: [first, second] };
}

function proofOf(trust: Trust | undefined, heard: Heard, place: Place): { readonly security?: Security } {
  const security = securityOf(trust, heard, place);
  return security === undefined ? {} : { security };
}

function answerOf({ tools, name }: Asking, target: Target, { outcome, replies }: ParentHeard): LookupAnswer {
  const exchanges = replies.flatMap((reply) => reply.exchanges);
  const server = `${target.server} ${target.address}`;
  return {
    sighting: { ...asked(name, server, replies[0].via), ...spanOf(exchanges, tools.clock), ...outcome },
    exchanges,
  };
}

function outcomeOf(answer: DnsAnswer, place: Place): Outcome<'delegation'> {
  if (!answer.ok) return { outcome: 'failure', failure: answer.failure, detail: answer.detail };
  const reading = readDelegation(answer.message, place);
  switch (reading.kind) {
    case 'failure':
      return failureOf(reading);
    case 'absent':
      return { outcome: 'no-such-object', detail: reading.detail };
    case 'delegated':
      return { outcome: 'facts', facts: reading.delegation };
  }
}

function failureOf({ failure, cause, detail }: Failed): Outcome<'delegation'> {
  return { outcome: 'failure', failure, ...(cause === undefined ? {} : { cause }), detail };
}

function dsFacts(answer: DnsAnswer, place: Place): Pick<DelegationFacts, 'ds' | 'dsFailure' | 'serial' | 'ttl'> {
  if (!answer.ok) return { dsFailure: answer.failure };
  const reading = readDs(answer.message, place);
  if (!reading.ok) return { dsFailure: reading.failure };
  const { ds, serial, ttl } = reading;
  return {
    ds,
    ...(serial === undefined ? {} : { serial }),
    ...(ttl === undefined ? {} : { ttl: { ds: ttl } }),
  };
}
