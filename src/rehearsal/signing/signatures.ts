// Signatures over the sets of a zone, made when somebody asks and kept for the day (RFC 4034 section 3): of 99 names only a few
// have anything that is signed.
import { sign } from 'node:crypto';
import { signedLabels, signedOctets } from '../../lookups/dns/codec/canonical.ts';
import type { RdataOf, ResourceRecord } from '../../lookups/dns/codec/message.ts';
import { lowerName } from '../../lookups/dns/codec/names.ts';
import { type Instant, millisecondsOf } from '../../model/instant.ts';
import { record } from '../dns/zone.ts';
import type { WorldKey } from '../world/keys.ts';

/** From an hour before the day's instant, for as long as the real root's signatures hold: about two weeks. */
const BEFORE = 3600;
export const DAYS_HELD = 13;
const HOLDS = DAYS_HELD * 86_400;

interface Signer {
  readonly zone: string;
  readonly key: WorldKey;
  readonly at: Instant;
}

/** Over one whole set; `owner` is where it stands in the zone, with the asterisk where a wildcard made it. */
export type Signing = (set: readonly ResourceRecord[], owner: string) => readonly ResourceRecord[];

export function openSigning(signer: Signer): Signing {
  const made = new Map<string, ResourceRecord>();
  return (set, owner) => {
    const [first] = set;
    if (first === undefined) return [];
    const title = `${first.type} ${lowerName(owner)}`;
    const signature = made.get(title) ?? signatureOver(set, owner, signer);
    made.set(title, signature);
    return [{ ...signature, name: first.name }];
  };
}

function signatureOver(set: readonly ResourceRecord[], owner: string, { zone, key, at }: Signer): ResourceRecord {
  const stored = set.map((one) => ({ ...one, name: owner }));
  const [{ type, ttl } = { type: 0, ttl: 0 }] = stored;
  const day = Math.floor(millisecondsOf(at) / 1000);
  const unsigned: RdataOf<'rrsig'> = {
    kind: 'rrsig',
    typeCovered: type,
    algorithm: key.rdata.algorithm,
    labels: signedLabels(owner),
    originalTtl: ttl,
    expiration: day + HOLDS,
    inception: day - BEFORE,
    keyTag: key.tag,
    signer: zone,
    signature: new Uint8Array(),
  };
  const signature = Uint8Array.from(sign(null, signedOctets(stored, unsigned), key.secret));
  return record(owner, ttl, ['RRSIG', { ...unsigned, signature }]);
}
