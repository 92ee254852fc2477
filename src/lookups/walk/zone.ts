// A zone as the walk knows it, and asking its servers one after the other until one gives a usable answer. Under a seal
// only servers of the root and of TLDs, and those that the seal allows, are asked.
import type { Address } from '../../model/address.ts';
import type { Failed } from '../answers/read-rcode.ts';
import { byFamilyThenText, type Cut } from '../answers/read-referral.ts';
import type { DnsClient } from '../dns/client.ts';
import type { DnsMessage } from '../dns/codec/message.ts';
import { labelCount } from '../dns/codec/names.ts';
import { LONGEST_WALK, MOST_ADDRESSES, MOST_NAME_SERVERS, SERVERS_TRIED } from '../dns/limits.ts';
import { type Heard, heardFrom } from '../heard/heard.ts';
import { astray, type Journey, mayAskServer, type Walked } from './journey.ts';

interface ZoneServer {
  readonly name: string;
  /** As given on the way down; empty when they have to be looked for. */
  readonly addresses: readonly Address[];
}

export interface Zone {
  readonly name: string;
  readonly servers: readonly ZoneServer[];
}

/** Addresses of a name server, IPv4 first. An alias has none: RFC 2181 section 10.3. */
export interface HostAddresses {
  readonly addresses: readonly Address[];
  /** How many there are beyond these. */
  readonly left?: number;
  /** Why those of one family are not known. */
  readonly missing?: string;
}

/** What asking a zone needs of the walk around it. */
export interface Surroundings {
  readonly client: DnsClient;
  /** Servers of the root and of TLDs by name: they may serve deeper zones as well (`co.uk`), and no seal excludes them. */
  readonly public: Set<string>;
  addressesOf(host: string, journey: Journey): Promise<Walked<HostAddresses>>;
}

export interface ZoneQuestion<R> {
  readonly zone: Zone;
  readonly name: string;
  readonly type: number;
  read(message: DnsMessage, heard: Heard): R | Failed;
}

export function zoneBelow(cut: Cut): Zone {
  const servers = cut.nameServers.slice(0, MOST_NAME_SERVERS);
  return {
    name: cut.cut,
    servers: servers.map((name) => ({ name, addresses: cut.glue[name]?.slice(0, MOST_ADDRESSES) ?? [] })),
  };
}

/** Those that are asked, and how many are not. */
export function takenOf(addresses: readonly Address[]): Pick<HostAddresses, 'addresses' | 'left'> {
  const sorted = addresses.toSorted(byFamilyThenText);
  const left = sorted.length - MOST_ADDRESSES;
  return left > 0 ? { addresses: sorted.slice(0, MOST_ADDRESSES), left } : { addresses: sorted };
}

export function isPublic(zone: Zone): boolean {
  return labelCount(zone.name) <= 1;
}

export function mayBeAsked(
  around: Surroundings,
  { zone, server }: { readonly zone: Zone; readonly server: string },
  journey: Journey,
): boolean {
  return isPublic(zone) || around.public.has(server) || mayAskServer(journey, server);
}

export async function askZone<R extends { readonly kind: string }>(
  around: Surroundings,
  question: ZoneQuestion<R>,
  journey: Journey,
): Promise<Walked<R>> {
  const { zone } = question;
  const open = zone.servers.filter(({ name }) => mayBeAsked(around, { zone, server: name }, journey));
  if (open.length === 0) return astray('excluded-by-seal', `every server of ${zone.name}`);
  let outcome: Walked<R> = astray('unresolvable', `no address of a server of ${zone.name}`);
  let tried = 0;
  for await (const target of targetsOf(around, open, journey)) {
    if (!target.ok) {
      outcome = target;
      continue;
    }
    if (journey.budget.left <= 0) return astray('unresolvable', `more than ${LONGEST_WALK} questions on the way`);
    outcome = await askTarget(around.client, { ...question, ...target.value }, journey);
    tried += 1;
    if (outcome.ok || tried >= SERVERS_TRIED || journey.signal.aborted) break;
  }
  return outcome;
}

export interface Target {
  readonly server: string;
  readonly address: Address;
}

/** Addresses at hand first: servers that have answered before silent ones, IPv4 before IPv6. The others as they are found. */
async function* targetsOf(
  { client, addressesOf }: Surroundings,
  servers: readonly ZoneServer[],
  journey: Journey,
): AsyncGenerator<Walked<Target>> {
  const atHand = servers.flatMap(({ name, addresses }) => addresses.map((address) => ({ server: name, address })));
  atHand.sort(
    (a, b) => client.silences(a.address) - client.silences(b.address) || byFamilyThenText(a.address, b.address),
  );
  for (const value of atHand) yield { ok: true, value };
  for (const { name, addresses } of servers) {
    if (addresses.length > 0) continue;
    const found = await addressesOf(name, journey);
    if (!found.ok) yield found;
    else for (const address of found.value.addresses) yield { ok: true, value: { server: name, address } };
  }
}

async function askTarget<R extends { readonly kind: string }>(
  client: DnsClient,
  question: ZoneQuestion<R> & Target,
  journey: Journey,
): Promise<Walked<R>> {
  const { name, type, address } = question;
  journey.budget.left -= 1;
  const asked = { server: address, name, type, recursion: false, signal: journey.signal };
  const reply = await client.ask(asked);
  if (!reply.shared) journey.exchanges.push(...reply.exchanges);
  const where = { server: `${question.server} ${address}`, ...(reply.via === undefined ? {} : { via: reply.via }) };
  if (!reply.answer.ok) return { ...reply.answer, ...where };
  const reading = question.read(reply.answer.message, heardFrom(asked, reply));
  return isFailed(reading) ? { ...astray(reading.failure, reading.detail), ...where } : { ok: true, value: reading };
}

function isFailed(reading: { readonly kind: string }): reading is Failed {
  return reading.kind === 'failure';
}
