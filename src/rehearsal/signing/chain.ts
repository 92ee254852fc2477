// The chain by which a signed zone says what it does not have: NSEC in the order of the names (RFC 4034 section 4), or NSEC3 in
// the order of their hashes, without the delegations that have no DS (opt-out, RFC 5155 section 6).
import { compareNames } from '../../lookups/dns/codec/canonical.ts';
import type { ResourceRecord } from '../../lookups/dns/codec/message.ts';
import { isUnder, lineageOf, lowerName, parentOf, ROOT } from '../../lookups/dns/codec/names.ts';
import { base32Hex, nsec3Octets } from '../../lookups/dns/codec/nsec3-hash.ts';
import { TYPES } from '../../lookups/dns/codec/types.ts';
import { byCodeUnit } from '../../model/name.ts';
import { record, type SignedParts, type Zone } from '../dns/zone.ts';

export interface Chain {
  readonly records: readonly ResourceRecord[];
  /** The record of exactly this name. */
  at(name: string): ResourceRecord | undefined;
  /** The record in whose gap the name lies that is not there. */
  over(name: string): ResourceRecord | undefined;
}

interface Link {
  readonly name: string;
  readonly types: readonly number[];
}

const NONE = new Uint8Array();
const SHA_1 = 1;
const OPT_OUT = 1;

export function chainOf(zone: Zone, { denial, owners }: SignedParts): Chain {
  const named = [...new Set(owners())].map((name) => linkOf(zone, name, denial));
  return denial === 'nsec' ? byName(zone, named) : byHash(zone, withEmpty(zone, named));
}

/** Which types there are at a name; at a delegation only those that the parent has a say in (RFC 4034 section 4.1.2). */
function linkOf(zone: Zone, name: string, denial: SignedParts['denial']): Link {
  const cut = name === zone.apex ? undefined : zone.cutAt(name);
  const records = cut === undefined ? (zone.recordsAt(name) ?? []) : [...cut.ns, ...cut.ds];
  const isSigned = cut === undefined ? records.length > 0 : cut.ds.length > 0;
  const own = denial === 'nsec' ? [TYPES.RRSIG, TYPES.NSEC] : isSigned ? [TYPES.RRSIG] : [];
  return { name, types: [...new Set([...records.map(({ type }) => type), ...own])].sort((a, b) => a - b) };
}

function lifetimeIn({ soa }: Zone): number {
  return soa.ttl;
}

function byName(zone: Zone, links: readonly Link[]): Chain {
  const sorted = [...links].sort((a, b) => compareNames(a.name, b.name));
  const records = sorted.map(({ name, types }, index) => {
    const next = sorted[(index + 1) % sorted.length]?.name ?? zone.apex;
    return record(name, lifetimeIn(zone), ['NSEC', { kind: 'nsec', next, types }]);
  });
  return {
    records,
    at: (name) => records.find((one) => one.name === lowerName(name)),
    over: (name) => records.findLast((one) => compareNames(one.name, name) < 0),
  };
}

/** Delegations without DS are left out; what lies above any name is in, with nothing at it. */
function withEmpty(zone: Zone, links: readonly Link[]): readonly Link[] {
  const named = new Set(links.map(({ name }) => name));
  const above = links.flatMap(({ name }) =>
    lineageOf(name).filter((one) => one !== zone.apex && isUnder(one, zone.apex) && !named.has(one)),
  );
  const empty = [...new Set(above)].map((name) => ({ name, types: [] }));
  const kept = links.filter(
    ({ types }) => !types.includes(TYPES.NS) || types.includes(TYPES.DS) || types.includes(TYPES.SOA),
  );
  return [...kept, ...empty];
}

function byHash(zone: Zone, links: readonly Link[]): Chain {
  const hashed = links.map((link) => ({ ...link, hash: nsec3Octets(link.name, NONE, 0) }));
  const sorted = hashed.sort((a, b) => Buffer.compare(a.hash, b.hash));
  const records = sorted.map(({ hash, types }, index) => {
    const next = sorted[(index + 1) % sorted.length]?.hash ?? hash;
    const rdata = { kind: 'nsec3', hash: SHA_1, flags: OPT_OUT, iterations: 0, salt: NONE, next, types } as const;
    return record(ownerOf(hash, zone), lifetimeIn(zone), ['NSEC3', rdata]);
  });
  const hashOf = (name: string) => ownerOf(nsec3Octets(lowerName(name), NONE, 0), zone);
  return {
    records,
    at: (name) => records.find((one) => one.name === hashOf(name)),
    // Before the first stands the last one: its gap goes round the end.
    over: (name) => records.findLast((one) => byCodeUnit(one.name, hashOf(name)) < 0) ?? records.at(-1),
  };
}

function ownerOf(hash: Uint8Array, { apex }: Zone): string {
  return apex === ROOT ? base32Hex(hash) : `${base32Hex(hash)}.${apex}`;
}

/** The closest name above that the chain has, and the name right below it on the way (RFC 5155 section 7.2.1). */
export function enclosing(chain: Chain, name: string): { readonly encloser: string; readonly next: string } {
  let next = name;
  for (let above = parentOf(name); ; above = parentOf(above)) {
    if (chain.at(above) !== undefined || above === ROOT) return { encloser: above, next };
    next = above;
  }
}
