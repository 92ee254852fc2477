// A set of records with its signatures, taken out of one section of an answer, and whether one of the zone's keys signed it
// (RFC 4035 section 5.3). Nothing made by a wildcard is taken: DS, DNSKEY, NSEC and NSEC3 never rightly are.

import { type Instant, instantAt, millisecondsOf } from '../../model/instant.ts';
import { signedLabels, signedOctets } from '../dns/codec/canonical.ts';
import type { RdataOf, ResourceRecord } from '../dns/codec/message.ts';
import { isUnder, lowerName, sameName } from '../dns/codec/names.ts';
import { CLASS_IN, typeText } from '../dns/codec/types.ts';
import { ALGORITHMS } from './algorithms.ts';
import { MOST_TRIALS } from './bounds.ts';
import { verifies } from './public-key.ts';
import type { ZoneKeys } from './zone-keys.ts';

export type Signature = RdataOf<'rrsig'>;

export interface SignedSet {
  readonly owner: string;
  readonly type: number;
  readonly records: readonly ResourceRecord[];
  readonly signatures: readonly Signature[];
}

type Verified =
  | { readonly ok: true; readonly keyTag: number; readonly algorithm: number; readonly until: Instant }
  | { readonly ok: false; readonly reason: string };

export function setIn(section: readonly ResourceRecord[], owner: string, type: number): SignedSet {
  const own = section.filter((record) => record.class === CLASS_IN && sameName(record.name, owner));
  const signatures = own.flatMap(({ rdata }) => (rdata.kind === 'rrsig' && rdata.typeCovered === type ? [rdata] : []));
  return { owner: lowerName(owner), type, records: own.filter((record) => record.type === type), signatures };
}

/** All sets of one type in a section, in the order in which they stand. */
export function setsIn(section: readonly ResourceRecord[], type: number): readonly SignedSet[] {
  const of = section.filter((record) => record.type === type && record.class === CLASS_IN);
  return [...new Set(of.map(({ name }) => lowerName(name)))].map((owner) => setIn(section, owner, type));
}

/** At an instant. The first signature that holds decides; otherwise the reason of the one that came closest. */
export function verifySet(set: SignedSet, keys: ZoneKeys, at: Instant): Verified {
  const what = `${typeText(set.type)} of ${set.owner}`;
  if (set.signatures.length === 0) return { ok: false, reason: `no signature over the ${what}` };
  const reasons: string[] = [];
  const budget = { left: MOST_TRIALS };
  for (const signature of set.signatures) {
    const reason = formReason(set, signature, keys) ?? timeReason(signature, at);
    if (reason !== undefined) reasons.push(reason);
    else if (tryKeys(set, signature, { keys, budget })) {
      return { ok: true, keyTag: signature.keyTag, algorithm: signature.algorithm, until: endOf(signature, at) };
    } else reasons.push(keyReason(signature, keys));
    if (budget.left <= 0) break;
  }
  return { ok: false, reason: `${what}: ${reasons.at(-1)}` };
}

function formReason(set: SignedSet, signature: Signature, { zone }: ZoneKeys): string | undefined {
  if (!sameName(signature.signer, zone) || !isUnder(set.owner, zone)) {
    return `signed by ${signature.signer} and not by ${zone}`;
  }
  if (signature.labels !== signedLabels(set.owner)) return 'its signature is one over other labels';
  return ALGORITHMS.has(signature.algorithm) ? undefined : `signed with algorithm ${signature.algorithm}`;
}

/** Both are seconds that wrap around after 2^32 (RFC 4034 section 3.1.5, RFC 1982). */
function timeReason({ inception, expiration }: Signature, at: Instant): string | undefined {
  if (secondsFrom(at, expiration) < 0) return `its signature expired at ${around(at, expiration)}`;
  if (secondsFrom(at, inception) > 0) return `its signature is not valid before ${around(at, inception)}`;
  return secondsFrom(at, expiration) < secondsFrom(at, inception) ? 'its signature ends before it begins' : undefined;
}

function tryKeys(
  { records }: SignedSet,
  signature: Signature,
  { keys, budget }: { readonly keys: ZoneKeys; readonly budget: { left: number } },
): boolean {
  const octets = signedOctets(records, signature);
  for (const { tag, algorithm, publicKey } of keys.keys) {
    if (tag !== signature.keyTag || algorithm !== signature.algorithm || publicKey === undefined) continue;
    if (budget.left <= 0) return false;
    budget.left -= 1;
    if (verifies(signature, { octets, key: publicKey })) return true;
  }
  return false;
}

function keyReason({ keyTag, algorithm }: Signature, { zone, keys }: ZoneKeys): string {
  const there = keys.some((key) => key.tag === keyTag && key.algorithm === algorithm);
  return there ? `its signature by key ${keyTag} is wrong` : `signed by key ${keyTag}, which ${zone} does not have`;
}

/** Seconds from an instant to a 32-bit time, the nearer way round. */
function secondsFrom(at: Instant, time: number): number {
  return (time - Math.floor(millisecondsOf(at) / 1000)) | 0;
}

function around(at: Instant, time: number): Instant {
  const now = Math.floor(millisecondsOf(at) / 1000);
  return instantAt((now + secondsFrom(at, time)) * 1000);
}

function endOf({ expiration }: Signature, at: Instant): Instant {
  return around(at, expiration);
}

/** From when until when it is good, the nearer way round. */
export function spanOf(signature: Signature, at: Instant): { readonly from: Instant; readonly until: Instant } {
  return { from: around(at, signature.inception), until: endOf(signature, at) };
}
