// The delegation of a name as its parent zone gives it: NS and DS, asked without recursion at several of the parent's
// servers, one observation each (RFC 1034 section 4.3.2, RFC 4035 section 3.1.4.1). Answers are not merged here.

import type { Address } from '../../model/address.ts';
import type { Lookup, LookupAnswer } from '../../model/lookup.ts';
import type { Name } from '../../model/name.ts';
import type { DelegationFacts, Outcome } from '../../model/observation.ts';
import type { LookupTools } from '../tools.ts';
import type { DnsAnswer, DnsClient, DnsReply } from './client.ts';
import { parentOf } from './codec/names.ts';
import { TYPES } from './codec/types.ts';
import { astray, type Journey, startJourney, type Walked } from './journey.ts';
import { PARENTS_ASKED } from './limits.ts';
import { readDelegation, readDs } from './read-delegation.ts';
import type { Place } from './read-referral.ts';
import { spanOf } from './span.ts';
import { openWalker, type Walker } from './walk.ts';
import type { Target, Zone } from './zone.ts';

export const READER = 'delegation/1';

interface Asking {
  readonly tools: LookupTools;
  readonly client: DnsClient;
  readonly name: Name;
  readonly journey: Journey;
}

export function delegationLookup(tools: LookupTools, client: DnsClient): Lookup {
  const walker = openWalker(tools, client);
  return {
    kind: 'delegation',
    after: [],
    ask: (name, circumstances) => askParents(walker, { tools, client, name, journey: startJourney(circumstances) }),
  };
}

async function askParents(walker: Walker, asking: Asking): Promise<readonly LookupAnswer[]> {
  const { name, journey } = asking;
  const zone = await walker.zoneOf(parentOf(name), journey);
  if (!zone.ok) return [failedWalk(asking, zone)];
  const targets = await parentTargets(walker, zone.value, journey);
  if (!targets.ok) return [failedWalk(asking, targets)];
  const answers = await Promise.all(targets.value.map((target) => askParent(asking, zone.value, target)));
  return answers.map((answer, index) =>
    index > 0 ? answer : { ...answer, exchanges: [...journey.exchanges, ...answer.exchanges] },
  );
}

/** One address of each server first, so that different servers speak; further addresses only to fill up. */
async function parentTargets(walker: Walker, zone: Zone, journey: Journey): Promise<Walked<readonly Target[]>> {
  const first: Target[] = [];
  const further: Target[] = [];
  let failure: Walked<never> = astray('unresolvable', `${zone.name} has no server with an address`);
  for (const { name: server, addresses } of zone.servers) {
    if (first.length >= PARENTS_ASKED) break;
    if (!walker.mayAsk(zone, server, journey)) {
      failure = { ...astray('excluded-by-seal', server), server };
      continue;
    }
    const found = addresses.length > 0 ? undefined : await walker.addressesOf(server, journey);
    if (found?.ok === false) failure = found;
    const known = found?.ok ? found.value.addresses : addresses;
    const [one, ...others] = known.map((address) => ({ server, address }));
    if (one !== undefined) first.push(one);
    further.push(...others);
  }
  const targets = [...first, ...further].slice(0, PARENTS_ASKED);
  return targets.length > 0 ? { ok: true, value: targets } : failure;
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

async function askParent(asking: Asking, zone: Zone, target: Target): Promise<LookupAnswer> {
  const { client, name, journey } = asking;
  const { address } = target;
  const heard = await hearParent(client, { zone: zone.name, name, address, signal: journey.signal });
  return answerOf(asking, target, heard);
}

export interface ParentQuestion {
  /** Whose server it is. */
  readonly zone: string;
  readonly name: Name;
  readonly address: Address;
  readonly signal: AbortSignal;
}

interface ParentHeard {
  readonly outcome: Outcome<'delegation'>;
  readonly replies: readonly [DnsReply, ...DnsReply[]];
}

/** The whole talk with one parent server; the same when a client answers out of the evidence. */
export async function hearParent(client: DnsClient, question: ParentQuestion): Promise<ParentHeard> {
  const { name, signal } = question;
  const common = { server: question.address, name, recursion: false, signal };
  const first = await client.ask({ ...common, type: TYPES.NS });
  const outcome = outcomeOf(first.answer, question);
  if (outcome.outcome !== 'facts') return { outcome, replies: [first] };
  const second = await client.ask({ ...common, type: TYPES.DS });
  const facts = { ...outcome.facts, ...dsFacts(second.answer, question) };
  return { outcome: { outcome: 'facts', facts }, replies: [first, second] };
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
      return { outcome: 'failure', failure: reading.failure, detail: reading.detail };
    case 'absent':
      return { outcome: 'no-such-object', detail: reading.detail };
    case 'delegated':
      return { outcome: 'facts', facts: reading.delegation };
  }
}

function dsFacts(answer: DnsAnswer, place: Place): Pick<DelegationFacts, 'ds' | 'dsFailure' | 'serial'> {
  if (!answer.ok) return { dsFailure: answer.failure };
  const reading = readDs(answer.message, place);
  if (!reading.ok) return { dsFailure: reading.failure };
  return reading.serial === undefined ? { ds: reading.ds } : { ds: reading.ds, serial: reading.serial };
}
