// What a signed zone adds to an answer for whoever asks for it (DO): signatures over every set that is its own, and the proof
// of what is not there (RFC 4035 section 3.1, RFC 5155 section 7.2).
import type { ResourceRecord } from '../../lookups/dns/codec/message.ts';
import { lowerName, ROOT } from '../../lookups/dns/codec/names.ts';
import { RCODES, TYPES } from '../../lookups/dns/codec/types.ts';
import { addDays, type Instant } from '../../model/instant.ts';
import type { Asking, Reply, SignedParts, Zone } from '../dns/zone.ts';
import type { World } from '../world/world.ts';
import { type Chain, chainOf, enclosing } from './chain.ts';
import { DAYS_HELD, openSigning, type Signing } from './signatures.ts';

export interface SignedZone {
  readonly zone: Zone;
  readonly parts: SignedParts;
  readonly chain: Chain;
  readonly sign: Signing;
}

/** Of a day: another day is another world. */
const MADE = new WeakMap<World, Map<string, SignedZone>>();

/** `undefined`: the zone is not signed. */
export function signedZone(world: World, zone: Zone): SignedZone | undefined {
  const { signed: parts } = zone;
  if (parts === undefined) return undefined;
  const ofDay = MADE.get(world) ?? new Map<string, SignedZone>();
  MADE.set(world, ofDay);
  const made = ofDay.get(zone.apex) ?? {
    zone,
    parts,
    chain: chainOf(zone, parts),
    sign: openSigning({ zone: zone.apex, key: parts.key, at: signedAt(world, parts) }),
  };
  ofDay.set(zone.apex, made);
  return made;
}

/** What has run out was made so long ago that it cannot hold any more. */
function signedAt({ at }: World, { broken }: SignedParts): Instant {
  return broken === 'expired-signatures' ? addDays(at, -2 * DAYS_HELD) : at;
}

export function withSignatures(reply: Reply, signed: SignedZone, asking: Asking): Reply {
  const answers = setsOf(reply.answers).flatMap((set) => withSignature(signed, set));
  const authority = setsOf(reply.authority).flatMap((set) => withSignature(signed, set));
  return { ...reply, answers, authority: [...authority, ...proofs(signed, reply, asking)] };
}

/** A delegation's NS and its glue are the child's own and never signed by the parent (RFC 4035 section 2.2). */
function withSignature(signed: SignedZone, set: readonly ResourceRecord[]): readonly ResourceRecord[] {
  const [first] = set;
  if (first === undefined || (first.type === TYPES.NS && lowerName(first.name) !== signed.zone.apex)) return set;
  const name = lowerName(first.name);
  return [...set, ...signed.sign(set, wildcardOver(signed, name) ?? name)];
}

/** Where a set stands in the zone that stands not at its own name: what stands there by itself is in the chain. */
function wildcardOver({ zone, parts, chain }: SignedZone, name: string): string | undefined {
  return name === zone.apex || chain.at(name) !== undefined ? undefined : parts.wildcard;
}

function proofs(signed: SignedZone, reply: Reply, asking: Asking): readonly ResourceRecord[] {
  const found = new Set([...absences(signed, reply, asking), ...expansions(signed, reply)]);
  return [...found].flatMap((one) => (one === undefined ? [] : [one, ...signed.sign([one], one.name)]));
}

type Links = readonly (ResourceRecord | undefined)[];

function absences(signed: SignedZone, { rcode, answers, authority }: Reply, { name, type }: Asking): Links {
  const { chain } = signed;
  const has = (one: number) => authority.find((record) => record.type === one);
  const cut = has(TYPES.NS);
  if (cut !== undefined) return has(TYPES.DS) === undefined ? noData(chain, lowerName(cut.name)) : [];
  if (has(TYPES.SOA) === undefined || type === TYPES.SOA) return [];
  const last = lowerName(answers.reduce((at, { rdata }) => (rdata.kind === 'cname' ? rdata.target : at), name));
  if (rcode === RCODES.NXDOMAIN) return noName(chain, last);
  const wildcard = wildcardOver(signed, last);
  return wildcard === undefined ? noData(chain, last) : [...noData(chain, wildcard), chain.over(last)];
}

/** What a wildcard made goes with the proof that the name itself is not there (RFC 4035 section 3.1.3.3). */
function expansions(signed: SignedZone, { answers }: Reply): Links {
  const names = answers.map((one) => lowerName(one.name));
  return names.flatMap((name) => (wildcardOver(signed, name) === undefined ? [] : [signed.chain.over(name)]));
}

/** The name is there and has no such type; or, in a gap with opt-out, it is a delegation without DS. */
function noData(chain: Chain, name: string): Links {
  const own = chain.at(name);
  if (own !== undefined) return [own];
  const { encloser, next } = enclosing(chain, name);
  return [chain.at(encloser), chain.over(next)];
}

/** Neither the name nor a wildcard that would make it. */
function noName(chain: Chain, name: string): Links {
  const { encloser, next } = enclosing(chain, name);
  const wildcard = encloser === ROOT ? '*' : `*.${encloser}`;
  const hashed = chain.records[0]?.type === TYPES.NSEC3;
  return [...(hashed ? [chain.at(encloser)] : []), chain.over(next), chain.over(wildcard)];
}

/** In the order in which they stand. */
export function setsOf(records: readonly ResourceRecord[]): readonly (readonly ResourceRecord[])[] {
  const sets = new Map<string, ResourceRecord[]>();
  for (const one of records) {
    const title = `${one.type} ${lowerName(one.name)}`;
    sets.set(title, [...(sets.get(title) ?? []), one]);
  }
  return [...sets.values()];
}
