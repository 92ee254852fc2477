// Whether an answer proves that something is not there: the NSEC or NSEC3 records of its authority section, first verified,
// then read (RFC 4035 section 5.4, RFC 5155 section 8). Pure.
import { earlier, type Instant } from '../../model/instant.ts';
import type { SignedBy } from '../../model/seen/security.ts';
import type { DnsMessage } from '../dns/codec/message.ts';
import { isUnder, parentOf, sameName } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';
import { MOST_ITERATIONS, MOST_PROOFS } from './bounds.ts';
import { type Asked, type Nsec, nsecDeniesCut, nsecDeniesDs, nsecDeniesName } from './nsec.ts';
import { HASH_SHA1, type Nsec3, type Nsec3Proof, nsec3DeniesCut, nsec3DeniesDs, nsec3DeniesName } from './nsec3.ts';
import { type SignedSet, setsIn, verifySet } from './signed-set.ts';
import type { ZoneKeys } from './zone-keys.ts';

/** `ds`: a delegation without DS. `cut`: the name without a delegation. `name`: no such name at all. */
export type Denied = 'ds' | 'cut' | 'name';

type Denial =
  | { readonly kind: 'proved' | 'opt-out'; readonly by: 'nsec' | 'nsec3'; readonly signed: SignedBy }
  /** There is a proof that may not be used: the zone counts as unsigned here (RFC 9276 section 3.2). */
  | { readonly kind: 'unusable'; readonly reason: string }
  /** A signed zone that does not prove what it says. */
  | { readonly kind: 'missing'; readonly reason: string };

interface Proofs {
  readonly nsec: readonly Nsec[];
  readonly nsec3: readonly Nsec3[];
  readonly signed?: SignedBy;
  readonly reason?: string;
}

const WORDS: Readonly<Record<Denied, string>> = {
  ds: 'that it has no DS',
  cut: 'that it is no delegation',
  name: 'that there is no such name',
};

export function denialOf(
  message: DnsMessage,
  { denied, name, keys }: { readonly denied: Denied; readonly name: string; readonly keys: ZoneKeys },
  at: Instant,
): Denial {
  const asked: Asked = { name, zone: keys.zone };
  const proofs = proofsIn(message, keys, at);
  const { signed } = proofs;
  if (signed === undefined) {
    return { kind: 'missing', reason: proofs.reason ?? `no proof in the answer ${WORDS[denied]}` };
  }
  if (proofs.nsec.length > 0 && byNsec(proofs.nsec, denied, asked)) return { kind: 'proved', by: 'nsec', signed };
  const tooMany = proofs.nsec3.find(({ rdata }) => rdata.iterations > MOST_ITERATIONS);
  if (tooMany !== undefined) {
    const { iterations } = tooMany.rdata;
    return { kind: 'unusable', reason: `the NSEC3 of ${keys.zone} take ${iterations} iterations` };
  }
  const proof = byNsec3(proofs.nsec3, denied, asked);
  if (proof !== undefined) return { kind: proof, by: 'nsec3', signed };
  return { kind: 'missing', reason: `what ${keys.zone} signed does not prove ${WORDS[denied]}` };
}

function byNsec(records: readonly Nsec[], denied: Denied, asked: Asked): boolean {
  if (denied === 'ds') return nsecDeniesDs(records, asked.name);
  return denied === 'cut' ? nsecDeniesCut(records, asked) : nsecDeniesName(records, asked);
}

function byNsec3(records: readonly Nsec3[], denied: Denied, asked: Asked): Nsec3Proof {
  if (denied === 'ds') return nsec3DeniesDs(records, asked);
  return denied === 'cut' ? nsec3DeniesCut(records, asked) : nsec3DeniesName(records, asked);
}

function proofsIn({ authority }: DnsMessage, keys: ZoneKeys, at: Instant): Proofs {
  const sets = [...setsIn(authority, TYPES.NSEC), ...setsIn(authority, TYPES.NSEC3)].slice(0, MOST_PROOFS);
  const nsec: Nsec[] = [];
  const nsec3: Nsec3[] = [];
  let signed: SignedBy | undefined;
  let reason: string | undefined;
  for (const set of sets) {
    const verified = verifySet(set, keys, at);
    if (!verified.ok) {
      reason ??= verified.reason;
      continue;
    }
    const until = earlier(verified.until, signed?.until ?? keys.until);
    signed = { zone: keys.zone, keyTag: signed?.keyTag ?? verified.keyTag, until };
    nsec.push(...nsecOf(set));
    nsec3.push(...nsec3Of(set, keys.zone));
  }
  return { nsec, nsec3: alike(nsec3), ...(signed && { signed }), ...(reason && { reason }) };
}

function nsecOf({ owner, records }: SignedSet): readonly Nsec[] {
  return records.flatMap(({ rdata }) =>
    rdata.kind === 'nsec' ? [{ owner, next: rdata.next, types: rdata.types }] : [],
  );
}

/** Only directly under the zone, with a hash that is known and no flag but opt-out (RFC 5155 sections 8.1 and 8.2). */
function nsec3Of({ owner, records }: SignedSet, zone: string): readonly Nsec3[] {
  if (!isUnder(owner, zone) || !sameName(parentOf(owner), zone)) return [];
  const hash = owner.split('.')[0] ?? '';
  return records.flatMap(({ rdata }) =>
    rdata.kind === 'nsec3' && rdata.hash === HASH_SHA1 && rdata.flags <= 1 ? [{ hash, rdata }] : [],
  );
}

/** RFC 5155 section 8.2: those with the first one's salt and iterations. */
function alike(records: readonly Nsec3[]): readonly Nsec3[] {
  const [first] = records;
  if (first === undefined) return [];
  const salt = Buffer.from(first.rdata.salt);
  return records.filter(({ rdata }) => rdata.iterations === first.rdata.iterations && salt.equals(rdata.salt));
}
