// What verified NSEC3 records prove (RFC 5155 section 8). Pure, and bounded: hashing is all the work that an answer causes.
import type { RdataOf } from '../dns/codec/message.ts';
import { lineageOf, lowerName } from '../dns/codec/names.ts';
import { base32Hex, nsec3Hash } from '../dns/codec/nsec3-hash.ts';
import { TYPES } from '../dns/codec/types.ts';
import { MOST_HASHES } from './bounds.ts';
import { isLeaving, isUnsignedCut } from './nsec.ts';

export interface Nsec3 {
  /** The first label of the owner, in lower case. */
  readonly hash: string;
  readonly rdata: RdataOf<'nsec3'>;
}

/** RFC 5155 section 11: SHA-1 is the only hash there is. */
export const HASH_SHA1 = 1;
const OPT_OUT = 1;

export type Nsec3Proof = 'proved' | 'opt-out' | undefined;

interface Hashed {
  readonly records: readonly Nsec3[];
  hashOf(name: string): string;
}

/** All records have the same salt and iterations (section 8.2); the caller sees to it. */
function hashed(records: readonly Nsec3[]): Hashed | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  const { salt, iterations } = first.rdata;
  return { records, hashOf: (name) => nsec3Hash(name, salt, iterations) };
}

export function nsec3DeniesDs(records: readonly Nsec3[], asked: Asked): Nsec3Proof {
  const set = hashed(records);
  if (set === undefined) return undefined;
  const own = matching(set, asked.name);
  if (own !== undefined) return isUnsignedCut(own.rdata.types) ? 'proved' : undefined;
  const gap = gapAbove(set, asked);
  return gap !== undefined && isOptOut(gap.next) ? 'opt-out' : undefined;
}

export function nsec3DeniesCut(records: readonly Nsec3[], asked: Asked): Nsec3Proof {
  const set = hashed(records);
  const own = set === undefined ? undefined : matching(set, asked.name);
  if (own === undefined) return undefined;
  const { types } = own.rdata;
  return types.includes(TYPES.NS) || types.includes(TYPES.CNAME) ? undefined : 'proved';
}

/** With opt-out a delegation without DS may lie in the gap, so that the lack of the name is not proved (section 8.4). */
export function nsec3DeniesName(records: readonly Nsec3[], asked: Asked): Nsec3Proof {
  const set = hashed(records);
  const gap = set === undefined ? undefined : gapAbove(set, asked);
  if (set === undefined || gap === undefined) return undefined;
  const wildcard = gap.encloser === '.' ? '*' : `*.${gap.encloser}`;
  if (covering(set, wildcard) === undefined) return undefined;
  return isOptOut(gap.next) ? 'opt-out' : 'proved';
}

interface Asked {
  readonly name: string;
  readonly zone: string;
}

/** The closest encloser that is there, and the record over the name below it that is not (section 8.3). */
function gapAbove(set: Hashed, { name, zone }: Asked): { readonly encloser: string; readonly next: Nsec3 } | undefined {
  const line = lineageOf(lowerName(name));
  const top = lineageOf(lowerName(zone)).length - 1;
  if (line.length - top > MOST_HASHES) return undefined;
  for (let at = line.length - 2; at >= top; at -= 1) {
    const [encloser, below] = [line[at], line[at + 1]];
    if (encloser === undefined || below === undefined) return undefined;
    const there = matching(set, encloser);
    if (there === undefined) continue;
    const next = isLeaving(there.rdata.types) ? undefined : covering(set, below);
    return next === undefined ? undefined : { encloser, next };
  }
  return undefined;
}

function matching({ records, hashOf }: Hashed, name: string): Nsec3 | undefined {
  const hash = hashOf(name);
  return records.find((record) => record.hash === hash);
}

/** The last record of the zone points back to the first one. */
function covering({ records, hashOf }: Hashed, name: string): Nsec3 | undefined {
  const hash = hashOf(name);
  return records.find((record) => {
    const next = base32Hex(record.rdata.next);
    if (record.hash < next) return record.hash < hash && hash < next;
    return hash > record.hash || hash < next;
  });
}

function isOptOut({ rdata }: Nsec3): boolean {
  return (rdata.flags & OPT_OUT) !== 0;
}
