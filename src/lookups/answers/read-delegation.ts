// Facts of a delegation out of one parent server's two answers, NS and DS (RFC 4034 section 5, RFC 4035 section 3.1.4.1). Pure.
// Nothing but the parent's own statement counts: wildcards, aliases and the child's view never make a delegation.

import { type Name, nameOrNone } from '../../model/name.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { DelegationFacts } from '../../model/seen/observation.ts';
import { type DnsMessage, lifetime } from '../dns/codec/message.ts';
import { sameName } from '../dns/codec/names.ts';
import { CLASS_IN, RCODES } from '../dns/codec/types.ts';
import { type Failed, failed, rcodeFailure } from './read-rcode.ts';
import { type Cut, type Place, readReferral } from './read-referral.ts';
import { readSoa } from './read-soa.ts';

type DelegationReading =
  | { readonly kind: 'delegated'; readonly delegation: DelegationFacts }
  | { readonly kind: 'absent'; readonly detail: string }
  | Failed;

export function readDelegation(message: DnsMessage, place: Place): DelegationReading {
  const reading = readReferral(message, place);
  switch (reading.kind) {
    case 'failure':
      return reading;
    case 'nothing':
      return { kind: 'absent', detail: `${reading.rcode} in ${place.zone}, serial ${reading.serial}` };
    case 'child-view':
      return failed(
        'contradictory',
        `the server also holds ${place.name} and gives that zone's view, not the parent's`,
        'serves-the-child',
      );
    case 'referral':
      return sameName(reading.cut, place.name)
        ? delegated(reading, place)
        : failed('contradictory', `a referral to ${reading.cut}, above the name`);
  }
}

/** A set with a name that cannot be read is no set that could be compared. */
function delegated(cut: Cut, { zone }: Place): DelegationReading {
  const nameServers: Name[] = [];
  for (const text of cut.nameServers) {
    const name = nameOrNone(text);
    if (name === undefined) return failed('unparsable', `a name server with the name ${text}`);
    nameServers.push(name);
  }
  return { kind: 'delegated', delegation: { zone, nameServers, glue: cut.glue, ttl: { nameServers: cut.ttl } } };
}

type DsReading =
  | { readonly ok: true; readonly ds: readonly DsRecord[]; readonly serial?: number; readonly ttl?: number }
  | { readonly ok: false; readonly failure: FailureKind };

/** A DS set, or the parent's statement that there is none. A referral in answer to a DS question is no answer. */
export function readDs(message: DnsMessage, place: Place): DsReading {
  const bad = rcodeFailure(message);
  if (bad !== undefined) return { ok: false, failure: bad.failure };
  if (!message.authoritative) return { ok: false, failure: 'lame' };
  if (message.rcode === RCODES.NXDOMAIN) return { ok: false, failure: 'contradictory' };
  const records = message.answers.filter(
    ({ name, class: recordClass, rdata }) =>
      rdata.kind === 'ds' && recordClass === CLASS_IN && sameName(name, place.name),
  );
  const ds = records.flatMap(({ rdata }): DsRecord[] => {
    if (rdata.kind !== 'ds') return [];
    const { keyTag, algorithm, digestType, digest } = rdata;
    return [{ keyTag, algorithm, digestType, digest }];
  });
  if (ds.length > 0) return { ok: true, ds, ttl: Math.min(...records.map(lifetime)) };
  if (message.answers.length > 0) return { ok: false, failure: 'wrong-object' };
  return readNoDs(message, place);
}

/** The child's server answers the same question with the child's SOA; that says nothing of the parent. */
function readNoDs(message: DnsMessage, { zone }: Place): DsReading {
  const soa = readSoa(message);
  if (soa.kind === 'none') return { ok: false, failure: 'lame' };
  if (soa.kind === 'several' || soa.owner !== zone) return { ok: false, failure: 'contradictory' };
  return { ok: true, ds: [], serial: soa.serial };
}
