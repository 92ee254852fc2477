// What a parent zone says of a name: name servers, glue and DS (RFC 1034 section 4.2.1, RFC 4034 section 5).
import type { Address } from '../address.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import { byCodeUnit } from '../name.ts';

/** A DS record; the digest is lower-case hexadecimal. */
export interface DsRecord {
  readonly keyTag: number;
  readonly algorithm: number;
  readonly digestType: number;
  readonly digest: string;
}

/**
 * How a key signs the zone's set of keys: `valid` at the moment; `expired` and `early` are good signatures outside their time;
 * `wrongly`: none of them verifies; `nothing`: there is none, or the key may not sign; `unsupported`: nobody here can tell.
 */
const KEY_SIGNS = ['valid', 'expired', 'early', 'wrongly', 'nothing', 'unsupported'] as const;

/** A DNSKEY as the child's server showed it, with its DS digests by digest type (RFC 4509, RFC 6605), hexadecimal. */
export interface DnsKey {
  readonly keyTag: number;
  readonly algorithm: number;
  readonly flags: number;
  readonly digests: Readonly<Record<string, string>>;
  /** Absent: read before it was looked at. */
  readonly signs?: (typeof KEY_SIGNS)[number];
  /** When that signature runs out, or ran out. */
  readonly signsUntil?: Instant;
}

/** The delegation as one parent server gave it. `nameServers` is a set: sorted, without repeats. */
export interface Delegation {
  readonly zone: string;
  readonly nameServers: readonly Name[];
  readonly glue: Readonly<Record<string, readonly Address[]>>;
}

export function nameServerSet(names: readonly Name[]): readonly Name[] {
  return [...new Set(names)].sort(byCodeUnit);
}

export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  // Mostly they are equal item by item, and then no set has to be made: this is asked by the hundred thousand.
  if (a.length === b.length && a.every((item, at) => item === b[at])) return true;
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((item) => right.has(item));
}

/** RFC 4034 section 5.2: which key a DS points at, and with which digest. */
export function dsMatches(ds: DsRecord, key: DnsKey): boolean {
  return (
    ds.keyTag === key.keyTag &&
    ds.algorithm === key.algorithm &&
    key.digests[String(ds.digestType)] === ds.digest.toLowerCase()
  );
}
