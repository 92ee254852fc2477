// Finds zones and addresses from the root down, without the machine's resolver (RFC 1034 section 5.3.3, one label at a time
// as in RFC 9156). Zone cuts are asked once a run. Bounded in depth, questions and servers, so no maze of referrals and no
// ring of name servers holds it.
import type { Address } from '../../model/address.ts';
import { standsAt, startTrail, type Trail } from '../answers/chain.ts';
import { type AnswerReading, readAnswer } from '../answers/read-answer.ts';
import { readReferral } from '../answers/read-referral.ts';
import { type BoundedMap, boundedMap } from '../bulk/bounded-map.ts';
import type { DnsClient } from '../dns/client.ts';
import { labelCount, lineageOf, lowerName, parentOf, ROOT } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';
import { DEEPEST_WALK } from '../dns/limits.ts';
import type { Guard, LookupTools } from '../tools.ts';
import { astray, type Journey, type Walked } from './journey.ts';
import { rootServers } from './roots.ts';
import {
  askZone,
  type HostAddresses,
  isPublic,
  mayBeAsked,
  type Surroundings,
  takenOf,
  type Zone,
  type ZoneQuestion,
  zoneBelow,
} from './zone.ts';

/** Zones and hosts remembered for a run: far more than a case has, far less than a memory. */
const REMEMBERED = 10_000;

type EndReading = Extract<AnswerReading, { readonly kind: 'end' }>;

export interface Walker {
  /** The closest zone that encloses the name, which may be a zone itself. */
  zoneOf(name: string, journey: Journey): Promise<Walked<Zone>>;
  addressesOf(host: string, journey: Journey): Promise<Walked<HostAddresses>>;
  /** What the servers of its own zone say of the name at which a trail stands, and of where it leads on to. */
  follow(trail: Trail, journey: Journey): Promise<Walked<EndReading>>;
  /** One question to the servers of a zone, one after the other until one gives what the reader can use. */
  ask<R extends { readonly kind: string }>(question: ZoneQuestion<R>, journey: Journey): Promise<Walked<R>>;
  /** False for a server that the seal excludes. */
  mayAsk(zone: Zone, server: string, journey: Journey): boolean;
}

interface Walk extends Surroundings {
  readonly guard: Guard;
  readonly zones: BoundedMap<Zone>;
  readonly root: Zone;
}

export function openWalker(tools: LookupTools, client: DnsClient): Walker {
  const hosts = boundedMap<HostAddresses>(REMEMBERED);
  const walk: Walk = {
    client,
    guard: tools.guard,
    zones: boundedMap<Zone>(REMEMBERED),
    public: new Set(),
    root: { name: ROOT, servers: rootServers(tools.network.dns.roots) },
    async addressesOf(host, journey) {
      const known = hosts.get(host);
      if (known !== undefined) return { ok: true, value: known };
      const found = await findAddresses(walk, host, journey);
      if (found.ok) hosts.set(host, found.value);
      return found;
    },
  };
  return {
    zoneOf: (name, journey) => zoneOf(walk, name, journey),
    addressesOf: (host, journey) => walk.addressesOf(lowerName(host), journey),
    follow: (trail, journey) => follow(walk, trail, journey),
    ask: (question, journey) => askZone(walk, question, journey),
    mayAsk: (zone, server, journey) => mayBeAsked(walk, { zone, server }, journey),
  };
}

async function zoneOf(walk: Walk, name: string, journey: Journey): Promise<Walked<Zone>> {
  let zone = walk.root;
  for (const step of lineageOf(lowerName(name)).slice(1)) {
    const known = walk.zones.get(step);
    if (known !== undefined) {
      zone = known;
      continue;
    }
    const place = { zone: zone.name, name: step };
    const read = (message: Parameters<typeof readReferral>[0]) => readReferral(message, place);
    const answer = await askZone(walk, { zone, name: step, type: TYPES.NS, read }, journey);
    if (!answer.ok) return answer;
    if (answer.value.kind !== 'nothing') zone = remember(walk, zoneBelow(answer.value));
    else if (answer.value.rcode === 'NXDOMAIN') break;
  }
  return { ok: true, value: zone };
}

function remember(walk: Walk, zone: Zone): Zone {
  walk.zones.set(zone.name, zone);
  if (isPublic(zone)) for (const { name } of zone.servers) walk.public.add(name);
  for (const { name, addresses } of zone.servers) walk.guard.introduce({ server: name, zone: zone.name, addresses });
  return zone;
}

/** Ends, since each turn has a longer trail (answers/chain.ts bounds it) or a deeper zone. */
async function follow(walk: Walk, start: Trail, journey: Journey): Promise<Walked<EndReading>> {
  let trail = start;
  let found = await zoneOf(walk, parentOf(standsAt(trail)), journey);
  for (;;) {
    if (!found.ok) return found;
    const zone = found.value;
    const asked = { zone, name: standsAt(trail), type: trail.type };
    const read = (message: Parameters<typeof readAnswer>[0]) => readAnswer(message, zone.name, trail);
    const answer = await askZone(walk, { ...asked, read }, journey);
    if (!answer.ok) return answer;
    const reading = answer.value;
    if (reading.kind === 'end') return { ok: true, value: reading };
    if (reading.kind === 'onward') {
      trail = reading.trail;
      found = await zoneOf(walk, parentOf(standsAt(trail)), journey);
    } else {
      found = await zoneOf(walk, reading.cut, journey);
      const deeper = found.ok && labelCount(found.value.name) > labelCount(zone.name);
      if (found.ok && !deeper) return astray('contradictory', `${zone.name} refers to ${reading.cut} and denies it`);
    }
  }
}

async function findAddresses(walk: Walk, host: string, journey: Journey): Promise<Walked<HostAddresses>> {
  if (journey.seeking.includes(host)) return astray('unresolvable', `${host} depends on itself`);
  if (journey.seeking.length >= DEEPEST_WALK) return astray('unresolvable', `${host} lies too deep`);
  const inner: Journey = { ...journey, seeking: [...journey.seeking, host] };
  const answers = await Promise.all([TYPES.A, TYPES.AAAA].map((type) => follow(walk, startTrail(host, type), inner)));
  const addresses = answers.flatMap((answer) => (answer.ok ? plainAddresses(answer.value) : []));
  const failure = answers.find((answer) => !answer.ok);
  if (addresses.length > 0) {
    walk.guard.introduce({ server: host, addresses });
    const missing = failure === undefined || failure.ok ? {} : { missing: `${failure.failure}, ${failure.detail}` };
    return { ok: true, value: { ...takenOf(addresses), ...missing } };
  }
  if (failure === undefined || failure.ok) return withoutAddress(host, answers);
  const stays = failure.failure === 'excluded-by-seal' || failure.failure === 'interrupted';
  if (stays) return failure;
  return { ...failure, failure: 'unresolvable', detail: `${host}: ${failure.failure}, ${failure.detail}` };
}

function plainAddresses({ answer }: EndReading): Address[] {
  return answer.answer === 'addresses' && answer.chain === undefined ? [...answer.addresses] : [];
}

function withoutAddress(host: string, answers: readonly Walked<EndReading>[]): Walked<never> {
  const alias = answers.some((answer) => answer.ok && 'chain' in answer.value.answer);
  if (!alias) return astray('unresolvable', `${host} has no address`);
  return { ...astray('unresolvable', `${host} is an alias (RFC 2181 section 10.3)`), cause: 'ns-alias' };
}
