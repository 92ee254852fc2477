// DNSKEYs of a zone as its server showed them, with key tag (RFC 4034 appendix B) and the DS digests that would point at
// them (RFC 4034 section 5.1.4, RFC 4509, RFC 6605). Pure.
import { createHash } from 'node:crypto';
import type { Instant } from '../../model/instant.ts';
import type { DnsKey } from '../../model/seen/delegation.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import { rcodeFailure } from '../answers/read-rcode.ts';
import { readSoa } from '../answers/read-soa.ts';
import type { DnsMessage, RdataOf } from '../dns/codec/message.ts';
import { canonicalOctets, isUnder, sameName } from '../dns/codec/names.ts';
import { plainRdata } from '../dns/codec/rdata-write.ts';
import { CLASS_IN, TYPES } from '../dns/codec/types.ts';
import { MOST_KEYS } from './bounds.ts';
import { keySigns } from './key-signing.ts';
import { type SignedSet, setIn } from './signed-set.ts';

/** DS digest types and their hashes. Source: IANA "DS RR Type Digest Algorithms"; last verified 2026-11. */
const DIGESTS = [
  [1, 'sha1'],
  [2, 'sha256'],
  [4, 'sha384'],
] as const;

/** RFC 4034 section 2.1.2: any other value is no key. */
const DNSSEC_PROTOCOL = 3;

type KeysReading =
  | { readonly ok: true; readonly keys: readonly DnsKey[] }
  | { readonly ok: false; readonly failure: FailureKind };

/** An empty list is the server's statement that the zone has no keys. */
/** `at`: when it was heard. */
export function readKeys(message: DnsMessage, name: string, at: Instant): KeysReading {
  const bad = rcodeFailure(message);
  if (bad !== undefined) return { ok: false, failure: bad.failure };
  if (!message.authoritative) return { ok: false, failure: 'lame' };
  const set = setIn(message.answers, name, TYPES.DNSKEY);
  const keys = message.answers.flatMap(({ name: owner, class: recordClass, rdata }): DnsKey[] =>
    rdata.kind === 'dnskey' && recordClass === CLASS_IN && sameName(owner, name) && rdata.protocol === DNSSEC_PROTOCOL
      ? [signingKey(name, rdata, { set, at })]
      : [],
  );
  if (keys.length > 0) return { ok: true, keys };
  if (message.answers.length > 0) return { ok: false, failure: 'contradictory' };
  const soa = readSoa(message);
  if (soa.kind === 'none') return { ok: false, failure: 'lame' };
  const said = soa.kind === 'one' && isUnder(name, soa.owner);
  return said ? { ok: true, keys: [] } : { ok: false, failure: 'contradictory' };
}

interface Signed {
  readonly set: SignedSet;
  readonly at: Instant;
}

function signingKey(zone: string, key: RdataOf<'dnskey'>, { set, at }: Signed): DnsKey {
  const read = dnsKey(zone, key);
  // A set of hundreds is made to cost time: no zone has one, and a resolver gives up on it as well.
  if (set.records.length > MOST_KEYS) return { ...read, signs: 'unsupported' };
  return { ...read, ...keySigns({ zone, key, tag: read.keyTag, set }, at) };
}

export function dnsKey(owner: string, key: RdataOf<'dnskey'>): DnsKey {
  const rdata = plainRdata(key);
  const name = canonicalOctets(owner);
  const digests = DIGESTS.map(([type, hash]) => [
    String(type),
    createHash(hash).update(name).update(rdata).digest('hex'),
  ]);
  return { keyTag: keyTagOf(rdata), algorithm: key.algorithm, flags: key.flags, digests: Object.fromEntries(digests) };
}

/** RFC 4034 appendix B; algorithm 1 (B.1), which takes other octets, is prohibited since RFC 6944. */
export function keyTagOf(rdata: Uint8Array): number {
  let sum = 0;
  rdata.forEach((octet, index) => {
    sum += index % 2 === 0 ? octet << 8 : octet;
  });
  return (sum + (sum >>> 16)) & 0xffff;
}
