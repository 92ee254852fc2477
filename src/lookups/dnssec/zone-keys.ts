// The keys of a zone that are trusted because a DS names one of them and that one signed them all (RFC 4035 section 5.2).
import type { KeyObject } from 'node:crypto';
import { earlier, type Instant } from '../../model/instant.ts';
import { type DsRecord, dsMatches } from '../../model/seen/delegation.ts';
import type { DnsMessage, RdataOf } from '../dns/codec/message.ts';
import { plainRdata } from '../dns/codec/rdata-write.ts';
import { TYPES } from '../dns/codec/types.ts';
import { ALGORITHMS, DIGEST_TYPES } from './algorithms.ts';
import { MOST_DS, MOST_KEYS } from './bounds.ts';
import { isZoneKey } from './key-signing.ts';
import { publicKeyOf } from './public-key.ts';
import { dnsKey, keyTagOf } from './read-keys.ts';
import { setIn, verifySet } from './signed-set.ts';

interface ZoneKey {
  readonly tag: number;
  readonly algorithm: number;
  /** Absent for a key that cannot be one. */
  readonly publicKey?: KeyObject;
}

export interface ZoneKeys {
  readonly zone: string;
  readonly keys: readonly ZoneKey[];
  /** When the first signature on the way from the anchor to these keys runs out. */
  readonly until: Instant;
}

type KeysTrusted = { readonly ok: true; readonly keys: ZoneKeys } | { readonly ok: false; readonly reason: string };

const DNSSEC_PROTOCOL = 3;

type KeyData = RdataOf<'dnskey'>;

/** Those of a DS set that a validator acts on; none: the zone below counts as unsigned (RFC 4035 section 5.2). */
export function usableDs(ds: readonly DsRecord[]): readonly DsRecord[] {
  const known = ds.filter(({ algorithm, digestType }) => ALGORITHMS.has(algorithm) && DIGEST_TYPES.has(digestType));
  const better = known.filter(({ digestType }) => digestType !== 1);
  return (better.length > 0 ? better : known).slice(0, MOST_DS);
}

/** `until` is how long the DS themselves hold. */
export function trustKeys(
  message: DnsMessage,
  { zone, ds, until }: { readonly zone: string; readonly ds: readonly DsRecord[]; readonly until: Instant },
  at: Instant,
): KeysTrusted {
  const set = setIn(message.answers, zone, TYPES.DNSKEY);
  const data = set.records.flatMap(({ rdata }) => (rdata.kind === 'dnskey' && mayBeTrusted(rdata) ? [rdata] : []));
  if (data.length === 0) return { ok: false, reason: `${zone} shows no keys` };
  if (data.length > MOST_KEYS) return { ok: false, reason: `${zone} shows more than ${MOST_KEYS} keys` };
  const entry = data.filter((key) => ds.some((one) => dsMatches(one, dnsKey(zone, key))));
  if (entry.length === 0) {
    const tags = ds.map(({ keyTag }) => keyTag).join(', ');
    return { ok: false, reason: `no key of ${zone} matches DS ${tags}` };
  }
  const named: ZoneKeys = { zone, keys: entry.map(zoneKey), until };
  const signed = verifySet(set, named, at);
  if (!signed.ok) return signed;
  return { ok: true, keys: { zone, keys: data.map(zoneKey), until: earlier(until, signed.until) } };
}

function mayBeTrusted(key: KeyData): boolean {
  return key.protocol === DNSSEC_PROTOCOL && isZoneKey(key);
}

function zoneKey(key: KeyData): ZoneKey {
  const publicKey = publicKeyOf(key);
  const tag = keyTagOf(plainRdata(key));
  return { tag, algorithm: key.algorithm, ...(publicKey === undefined ? {} : { publicKey }) };
}
