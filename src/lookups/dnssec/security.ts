// What DNSSEC says of one parent server's word on a name, given how far its zone can be trusted. Pure.
import type { Instant } from '../../model/instant.ts';
import { earlier } from '../../model/instant.ts';
import type { Security } from '../../model/seen/security.ts';
import { readDs } from '../answers/read-delegation.ts';
import type { Place } from '../answers/read-referral.ts';
import type { DnsMessage } from '../dns/codec/message.ts';
import { RCODES, TYPES } from '../dns/codec/types.ts';
import type { Heard } from '../heard/heard.ts';
import { type Denied, denialOf } from './denial.ts';
import { setIn, verifySet } from './signed-set.ts';
import type { Trust } from './trust.ts';
import type { ZoneKeys } from './zone-keys.ts';

interface Spoken {
  readonly message: DnsMessage;
  readonly at: Instant;
  readonly place: Place;
}

/**
 * Of a delegation by the answer to the DS question, of a name that is none by the answer that says so. `undefined`: there is no
 * such answer, which is said elsewhere, or no trust to begin with.
 */
export function securityOf(trust: Trust | undefined, { answer, at, type }: Heard, place: Place): Security | undefined {
  if (trust === undefined || !answer.ok) return undefined;
  const spoken = { message: answer.message, at, place };
  return type === TYPES.DS ? dsSecurity(trust, spoken) : absenceSecurity(trust, spoken);
}

function dsSecurity(trust: Trust, { message, at, place }: Spoken): Security | undefined {
  const reading = readDs(message, place);
  if (!reading.ok) return undefined;
  if (trust.kind !== 'keys') return untrusted(trust);
  if (reading.ds.length === 0) return deniedSecurity(trust.keys, 'ds', { message, at, place });
  const { keys } = trust;
  const verified = verifySet(setIn(message.answers, place.name, TYPES.DS), keys, at);
  if (!verified.ok) return { state: 'bogus', reason: verified.reason };
  const { keyTag } = verified;
  return { state: 'secure', signed: { zone: keys.zone, keyTag, until: earlier(keys.until, verified.until) } };
}

function absenceSecurity(trust: Trust, { message, at, place }: Spoken): Security {
  if (trust.kind !== 'keys') return untrusted(trust);
  const denied = message.rcode === RCODES.NXDOMAIN ? 'name' : 'cut';
  return deniedSecurity(trust.keys, denied, { message, at, place });
}

function deniedSecurity(keys: ZoneKeys, denied: Denied, { message, at, place }: Spoken): Security {
  const denial = denialOf(message, { denied, name: place.name, keys }, at);
  switch (denial.kind) {
    case 'missing':
      return { state: 'bogus', reason: denial.reason };
    case 'unusable':
      return { state: 'insecure', absence: 'unproved', reason: denial.reason };
    case 'opt-out':
      return { state: 'insecure', absence: 'opt-out', by: denial.by, signed: denial.signed };
    case 'proved':
      return denied === 'ds'
        ? { state: 'insecure', absence: 'proved', by: denial.by, signed: denial.signed }
        : { state: 'secure', by: denial.by, signed: denial.signed };
  }
}

function untrusted({ kind, reason }: Exclude<Trust, { readonly kind: 'keys' }>): Security {
  return kind === 'insecure' ? { state: 'insecure', absence: 'unproved', reason } : { state: kind, reason };
}
