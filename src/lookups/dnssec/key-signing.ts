// Whether a key of a zone signs the zone's set of keys: what a DS at the parent leads to has to, or the way down ends there (RFC 4035
// section 5.2). Pure; judged at the instant at which the keys were heard.

import { END_OF_TIME, type Instant, isBefore } from '../../model/instant.ts';
import type { DnsKey } from '../../model/seen/delegation.ts';
import type { RdataOf } from '../dns/codec/message.ts';
import { ALGORITHMS } from './algorithms.ts';
import { publicKeyOf } from './public-key.ts';
import { type Signature, type SignedSet, spanOf, verifySet } from './signed-set.ts';

/** RFC 4034 section 2.1.1, RFC 5011 section 7: a key of the zone that has not been revoked. */
const ZONE_KEY = 0x0100;
const REVOKED = 0x0080;

type KeySigns = Pick<DnsKey, 'signs' | 'signsUntil'>;

interface Asked {
  readonly zone: string;
  readonly key: RdataOf<'dnskey'>;
  readonly tag: number;
  readonly set: SignedSet;
}

export function isZoneKey({ flags }: Pick<DnsKey, 'flags'>): boolean {
  return (flags & ZONE_KEY) !== 0 && (flags & REVOKED) === 0;
}

export function keySigns({ zone, key, tag, set }: Asked, at: Instant): KeySigns {
  const { algorithm } = key;
  const own = set.signatures.filter((one) => one.keyTag === tag && one.algorithm === algorithm);
  if (own.length === 0 || !isZoneKey(key)) return { signs: 'nothing' };
  if (!ALGORITHMS.has(algorithm)) return { signs: 'unsupported' };
  const publicKey = publicKeyOf(key);
  const keys = { zone, keys: [{ tag, algorithm, ...(publicKey && { publicKey }) }], until: END_OF_TIME };
  const now = verifySet({ ...set, signatures: own }, keys, at);
  if (now.ok) return { signs: 'valid', signsUntil: now.until };
  const once = own.find((signature) => holdsInItsTime({ ...set, signatures: [signature] }, signature, { keys, at }));
  if (once === undefined) return { signs: 'wrongly' };
  const { from, until } = spanOf(once, at);
  return isBefore(at, from) ? { signs: 'early', signsUntil: until } : { signs: 'expired', signsUntil: until };
}

function holdsInItsTime(
  set: SignedSet,
  signature: Signature,
  { keys, at }: { readonly keys: Parameters<typeof verifySet>[1]; readonly at: Instant },
): boolean {
  return verifySet(set, keys, spanOf(signature, at).until).ok;
}
