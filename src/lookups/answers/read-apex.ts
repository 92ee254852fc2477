// Reads one answer of a delegated server about the apex of its zone: the records of a type, or the statement that there are
// none (RFC 2308 section 2). Pure. As everywhere, nothing without authority counts.
import type { DnsMessage, ResourceRecord } from '../dns/codec/message.ts';
import { isUnder, lowerName, sameName } from '../dns/codec/names.ts';
import { CLASS_IN, RCODES, TYPES } from '../dns/codec/types.ts';
import { type Failed, failed, rcodeFailure } from './read-rcode.ts';
import { nameServerRecords } from './read-referral.ts';
import { readSoa } from './read-soa.ts';

interface ApexQuestion {
  /** The apex, in lower case. */
  readonly name: string;
  readonly type: number;
}

export type ApexReading =
  | { readonly kind: 'records'; readonly records: readonly ResourceRecord[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'alias'; readonly target: string }
  | Failed;

export function readApex(message: DnsMessage, { name, type }: ApexQuestion): ApexReading {
  const bad = rcodeFailure(message);
  if (bad !== undefined) return bad;
  if (!message.authoritative) return withoutAuthority(message, name);
  const own = message.answers.filter((record) => record.class === CLASS_IN && sameName(record.name, name));
  const records = own.filter((record) => record.type === type);
  if (records.length > 0) return { kind: 'records', records };
  const target = aliasAt(message, name);
  if (target !== undefined) return { kind: 'alias', target };
  if (message.answers.length > 0) return failed('wrong-object', 'records that were not asked for');
  return readNone(message, name);
}

/** The target of an alias at exactly this name: a CNAME, or a DNAME (RFC 6672), which moves all that stands below. */
export function aliasAt(message: DnsMessage, name: string): string | undefined {
  for (const { name: owner, class: recordClass, rdata } of message.answers) {
    if (recordClass !== CLASS_IN || !sameName(owner, name)) continue;
    if (rdata.kind === 'cname' || rdata.kind === 'dname') return lowerName(rdata.target);
  }
  return undefined;
}

function readNone(message: DnsMessage, name: string): ApexReading {
  const soa = readSoa(message);
  if (soa.kind === 'several') return failed('contradictory', 'two SOA');
  if (soa.kind === 'none') {
    const what = message.rcode === RCODES.NXDOMAIN ? 'NXDOMAIN without an SOA' : 'no record and no SOA';
    return failed('lame', what, 'no-soa');
  }
  return isUnder(name, soa.owner) ? { kind: 'none' } : failed('contradictory', `an SOA of ${soa.owner}`);
}

function withoutAuthority(message: DnsMessage, name: string): Failed {
  const [referral] = nameServerRecords(message.authority);
  const cut = referral === undefined ? undefined : lowerName(referral.name);
  const upward = cut !== undefined && message.answers.length === 0 && isUnder(name, cut);
  return upward
    ? failed('lame', `an upward referral, to ${cut}`, 'upward-referral')
    : failed('lame', 'an answer without authority (AA)', 'no-authority');
}

export const APEX_TYPES = {
  SOA: TYPES.SOA,
  NS: TYPES.NS,
  MX: TYPES.MX,
  TXT: TYPES.TXT,
  HTTPS: TYPES.HTTPS,
  CDS: TYPES.CDS,
  CDNSKEY: TYPES.CDNSKEY,
} as const;
