// A recursive resolver whose answers are derived from the world, one that validates and one that does not. It is no
// validator: it knows which delegations are stale, lame, held or still in its cache, and says what a real one would say
// (field/dns.md section 1.2; RFC 4035 section 5.5, RFC 8914 section 4).
import { type EdnsOption, extendedErrorOption, type ResourceRecord } from '../../lookups/dns/codec/message.ts';
import { isUnder, lineageOf, lowerName, ROOT } from '../../lookups/dns/codec/names.ts';
import { RCODES, TYPES } from '../../lookups/dns/codec/types.ts';
import { type Instant, millisecondsOf } from '../../model/instant.ts';
import type { Role } from '../world/setting.ts';
import {
  faultAt,
  inZone,
  type NameState,
  type Remembered,
  type SigningFault,
  stateAbove,
  type World,
} from '../world/world.ts';
import { zoneAt } from './authoritative.ts';
import { DELEGATION_TTL, DS_TTL, dsRecords } from './records.ts';
import { type Asking, answerFrom, empty, type Reply, type Zone } from './zone.ts';
import { hostsZone, oldZone, rootZone, topZone } from './zones.ts';

interface Resolving {
  readonly asking: Asking;
  readonly checkingDisabled: boolean;
  readonly validates: boolean;
  readonly now: Instant;
  /** Every authoritative server of the world. */
  readonly roles: readonly Role[];
}

interface Resolved {
  readonly reply: Reply;
  readonly validated: boolean;
  readonly options: readonly EdnsOption[];
}

const KEPT_DS_BOGUS = { code: 6, text: 'by a DS that is still in the cache' };
const DNSKEY_MISSING = { code: 9, text: 'no DNSKEY matches the DS' };
const BROKEN: Readonly<Record<SigningFault, { readonly code: number; readonly text: string }>> = {
  'expired-signatures': { code: 7, text: 'the signatures have expired' },
  'keys-unsigned': { code: 6, text: 'no key that a DS leads to signs the keys' },
};
const NO_REACHABLE_AUTHORITY = { code: 22, text: 'no name server answers for the zone' };

export function resolve(world: World, resolving: Resolving): Resolved {
  const name = lowerName(resolving.asking.name);
  const state = stateAbove(world, name);
  if (state === undefined) return plain(answerFrom(zoneOfNobody(world, name), resolving.asking));
  const kept = resolving.validates ? remembered(state, name, resolving.now) : undefined;
  if (kept !== undefined) return fromCache(world, state, { kept, resolving });
  const keptDs = resolving.validates ? keptDsOf(state, resolving.now) : undefined;
  if (keptDs !== undefined && resolving.asking.type === TYPES.DS && name === state.name) {
    const answers = dsRecords(state.name, keptDs.ds);
    return plain(aged({ ...empty(RCODES.NOERROR), answers }, secondsBetween(keptDs.since, resolving.now)));
  }
  if (!inZone(state.registration) || resolving.asking.type === TYPES.DS) {
    return plain(answerFrom(topZone(world, lineageOf(state.name)[1] ?? ROOT), resolving.asking));
  }
  const zone = reachableZone(world, state, { name, roles: resolving.roles });
  if (zone === undefined) return failed(resolving.validates ? [extendedErrorOption(NO_REACHABLE_AUTHORITY)] : []);
  const { updated: since } = state.registration;
  if (keptDs === undefined) return fromZone(zone, { resolving, registration: state.registration, since });
  return fromZone(zone, { resolving, registration: keptDs, since, failure: KEPT_DS_BOGUS });
}

/** The DS set outlives its removal by as long as it may be cached; somebody has asked for it right before. */
function keptDsOf({ keptDs, registration }: NameState, now: Instant): NameState['keptDs'] {
  if (keptDs === undefined || !inZone(registration)) return undefined;
  return secondsBetween(keptDs.since, now) < DS_TTL ? keptDs : undefined;
}

interface FromZone {
  readonly resolving: Resolving;
  readonly registration: Pick<Remembered, 'ds'>;
  readonly since: Instant;
  /** What is wrong where no key matches. */
  readonly failure?: { readonly code: number; readonly text: string };
}

function fromZone(zone: Zone, { resolving, registration, since, failure = DNSKEY_MISSING }: FromZone): Resolved {
  const { asking, validates, checkingDisabled, now } = resolving;
  const isSigned = registration.ds.length > 0;
  const hasKey = zone.recordsAt(zone.apex)?.some(({ type }) => type === TYPES.DNSKEY) ?? false;
  const broken = zone.signed?.broken;
  const wrong = hasKey ? broken && BROKEN[broken] : failure;
  if (isSigned && wrong !== undefined && validates && !checkingDisabled) return failed([extendedErrorOption(wrong)]);
  const reply = aged(answerFrom(zone, asking), secondsBetween(since, now));
  return { reply: asRecursive(reply), validated: isSigned && hasKey && validates && !checkingDisabled, options: [] };
}

/** What was cached before the change: the old zone, with lifetimes that have been running down since. */
function fromCache(
  world: World,
  state: NameState,
  { kept, resolving }: { readonly kept: Remembered; readonly resolving: Resolving },
): Resolved {
  return fromZone(oldZone(world, state), { resolving, registration: kept, since: kept.since });
}

/**
 * Whether the old answer is still there. While the delegation is cached, every question goes to the old host; after that
 * only the apex and `www`, which somebody keeps asking for, live on for the rest of their own lifetime.
 */
function remembered(state: NameState, name: string, now: Instant): Remembered | undefined {
  const kept = state.remembered;
  if (kept === undefined) return undefined;
  const age = secondsBetween(kept.since, now);
  if (age < DELEGATION_TTL) return kept;
  const lastFetched = Math.floor((DELEGATION_TTL - 1) / state.old.ttl) * state.old.ttl;
  const asked = name === state.name || name === `www.${state.name}`;
  return asked && age < lastFetched + state.old.ttl ? kept : undefined;
}

/** The zone as the first of the delegated servers that works has it. */
function reachableZone(
  world: World,
  state: NameState,
  { name, roles }: { readonly name: string; readonly roles: readonly Role[] },
): Zone | undefined {
  const nameServers: readonly string[] = state.registration?.nameServers ?? [];
  // Name servers that stand under the name itself have an address in the setting and no name.
  const own = nameServers.some((host) => isUnder(host, state.name));
  for (const role of roles) {
    const isDelegated = nameServers.includes(role.host) || (own && isNameless(role));
    if (role.role === 'resolver' || !isDelegated || isDown(world, role.host)) continue;
    const zone = zoneAt(world, role, name);
    if (zone !== undefined) return zone;
  }
  return undefined;
}

function isNameless(role: Role): boolean {
  return role.role === 'old' && role.oldHost.servers.length === 0;
}

function isDown(world: World, host: string): boolean {
  const fault = faultAt(world, host);
  return fault === 'silent' || fault === 'failing' || fault === 'denied' || fault === 'garbage';
}

/** Names that are no names of the case: servers, top levels, the root, and everything that does not exist. */
function zoneOfNobody(world: World, name: string): Zone {
  const lineage = lineageOf(name);
  const top = lineage[1];
  if (top === undefined || rootZone(world).cutAt(top) === undefined) return rootZone(world);
  for (const ancestor of lineage.slice(2)) {
    const zone = hostsZone(world, ancestor);
    if (zone !== undefined) return zone;
  }
  return topZone(world, top);
}

function plain(reply: Reply): Resolved {
  return { reply: asRecursive(reply), validated: false, options: [] };
}

function failed(options: readonly EdnsOption[]): Resolved {
  return { reply: { ...empty(RCODES.SERVFAIL), authoritative: false }, validated: false, options };
}

function asRecursive(reply: Reply): Reply {
  return { ...reply, authoritative: false };
}

/** Lifetimes as a cache shows them that has held the answers for so long and fetched them anew whenever they ran out. */
function aged(reply: Reply, seconds: number): Reply {
  const older = (record: ResourceRecord) => ({ ...record, ttl: record.ttl - (seconds % Math.max(1, record.ttl)) });
  return { ...reply, answers: reply.answers.map(older), authority: reply.authority.map(older) };
}

function secondsBetween(earlier: Instant, later: Instant): number {
  return Math.max(0, Math.floor((millisecondsOf(later) - millisecondsOf(earlier)) / 1000));
}
