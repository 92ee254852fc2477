// What a server of one zone says of a cut below it: a referral, its own view of the child, or that nothing is there
// (RFC 1034 section 4.3.2, RFC 2308, RFC 9499 section 7). Pure. The walk and the delegation lookup both read with this.
import type { Address } from '../../model/address.ts';
import { byCodeUnit } from '../../model/name.ts';
import { type DnsMessage, lifetime, type ResourceRecord } from '../dns/codec/message.ts';
import { isUnder, lowerName, sameName } from '../dns/codec/names.ts';
import { CLASS_IN, RCODES, TYPES } from '../dns/codec/types.ts';
import { type Failed, failed, rcodeFailure } from './read-rcode.ts';
import { readSoa } from './read-soa.ts';

/** `name` was asked at a server that is thought to serve `zone`. Both in lower case. */
export interface Place {
  readonly zone: string;
  readonly name: string;
}

export interface Cut {
  readonly cut: string;
  /** Lower case, sorted, without repeats. */
  readonly nameServers: readonly string[];
  /** Addresses in the answer for those servers whose names lie in the zone of the server that spoke; others are ignored. */
  readonly glue: Readonly<Record<string, readonly Address[]>>;
  readonly ttl: number;
}

type ReferralReading =
  | ({ readonly kind: 'referral' } & Cut)
  /** AA with the child's own NS set: the server holds the child too, and this is not the parent's view. */
  | ({ readonly kind: 'child-view' } & Cut)
  | { readonly kind: 'nothing'; readonly rcode: 'NXDOMAIN' | 'NODATA'; readonly serial: number }
  | Failed;

export function readReferral(message: DnsMessage, place: Place): ReferralReading {
  const bad = rcodeFailure(message);
  if (bad !== undefined) return bad;
  const answered = nameServerRecords(message.answers).filter((record) => sameName(record.name, place.name));
  if (answered.length > 0) {
    if (!message.authoritative) return failed('lame', 'an answer without authority (AA)', 'no-authority');
    return { kind: 'child-view', ...cutOf(place.name, answered, { message, zone: place.zone }) };
  }
  if (message.answers.some(isAlias))
    return failed('contradictory', 'an alias (CNAME or DNAME) in place of a delegation', 'alias-for-delegation');
  const referred = nameServerRecords(message.authority);
  if (message.rcode === RCODES.NXDOMAIN || referred.length === 0) return readNothing(message, place);
  return readCut(message, place, referred);
}

function readCut(message: DnsMessage, place: Place, referred: readonly ResourceRecord[]): ReferralReading {
  const cut = lowerName(referred[0]?.name ?? '');
  if (referred.some((record) => !sameName(record.name, cut))) return failed('contradictory', 'a referral to two zones');
  if (isUnder(place.zone, cut)) return failed('lame', `an upward referral, to ${cut}`, 'upward-referral');
  if (!isUnder(place.name, cut)) return failed('wrong-object', `a referral to ${cut}`);
  if (message.authoritative) return failed('contradictory', 'a referral that claims authority (AA)');
  return { kind: 'referral', ...cutOf(cut, referred, { message, zone: place.zone }) };
}

/** RFC 2308 section 2: only an SOA of the zone itself, with authority, makes "nothing" a statement. */
function readNothing(message: DnsMessage, { zone, name }: Place): ReferralReading {
  const rcode = message.rcode === RCODES.NXDOMAIN ? 'NXDOMAIN' : 'NODATA';
  if (!message.authoritative) return failed('lame', `${rcode} without authority (AA)`, 'no-authority');
  const soa = readSoa(message);
  if (soa.kind === 'none') return failed('lame', `${rcode} without an SOA`, 'no-soa');
  if (soa.kind === 'several') return failed('contradictory', `${rcode} with two SOA`);
  if (soa.owner === zone) return { kind: 'nothing', rcode, serial: soa.serial };
  if (soa.owner === name) return failed('contradictory', `${rcode} for the name servers of a zone that it serves`);
  return failed('contradictory', `${rcode} of ${soa.owner}, not of ${zone}`);
}

export function nameServerRecords(records: readonly ResourceRecord[]): readonly ResourceRecord[] {
  return records.filter((record) => record.type === TYPES.NS && record.class === CLASS_IN);
}

function isAlias(record: ResourceRecord): boolean {
  return record.type === TYPES.CNAME || record.type === TYPES.DNAME;
}

interface Source {
  readonly message: DnsMessage;
  readonly zone: string;
}

function cutOf(cut: string, records: readonly ResourceRecord[], { message, zone }: Source): Cut {
  const targets = records.flatMap(({ rdata }) => (rdata.kind === 'ns' ? [lowerName(rdata.target)] : []));
  const nameServers = [...new Set(targets)].sort(byCodeUnit);
  const glue: [string, readonly Address[]][] = [];
  for (const server of nameServers) {
    const addresses = isUnder(server, zone) ? addressesAt(server, message.additional) : [];
    if (addresses.length > 0) glue.push([server, addresses]);
  }
  return { cut, nameServers, glue: Object.fromEntries(glue), ttl: Math.min(...records.map(lifetime)) };
}

/** All of them: how many are asked is for who asks, and one that nobody asks may be the one that is not the sinkhole's. */
function addressesAt(name: string, records: readonly ResourceRecord[]): readonly Address[] {
  const found = new Set<Address>();
  for (const { name: owner, rdata } of records) {
    if ((rdata.kind === 'a' || rdata.kind === 'aaaa') && sameName(owner, name)) found.add(rdata.address);
  }
  return [...found].sort(byFamilyThenText);
}

/** IPv4 first: it can be reached from more places. */
export function byFamilyThenText(a: string, b: string): number {
  return Number(a.includes(':')) - Number(b.includes(':')) || byCodeUnit(a, b);
}
