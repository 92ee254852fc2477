// An authoritative zone and how it answers a question (RFC 1034 section 4.3.2, RFC 4035 section 3.1.4.1 for DS). Pure:
// what is in the zones is zones.ts, who serves them is authoritative.ts.
import type { Rdata, ResourceRecord } from '../../lookups/dns/codec/message.ts';
import { isUnder, lineageOf, lowerName } from '../../lookups/dns/codec/names.ts';
import { CLASS_IN, RCODES, TYPES, type TypeName } from '../../lookups/dns/codec/types.ts';
import type { WorldKey } from '../world/keys.ts';
import type { SigningFault } from '../world/world.ts';

export interface Asking {
  /** In the case in which it came. */
  readonly name: string;
  readonly type: number;
  readonly dnssecOk: boolean;
}

/** Everything of an answer but the header's echoes. */
export interface Reply {
  readonly rcode: number;
  readonly authoritative: boolean;
  readonly answers: readonly ResourceRecord[];
  readonly authority: readonly ResourceRecord[];
  readonly additional: readonly ResourceRecord[];
}

export interface Cut {
  readonly ns: readonly ResourceRecord[];
  readonly ds: readonly ResourceRecord[];
  readonly glue: readonly ResourceRecord[];
}

export interface Zone {
  readonly apex: string;
  readonly soa: ResourceRecord;
  /** The delegation at exactly this name, below the apex. */
  cutAt(name: string): Cut | undefined;
  /** All records at exactly this name, or made by a wildcard; `undefined`: there is no such name. */
  recordsAt(name: string): readonly ResourceRecord[] | undefined;
  /** Absent: the zone is not signed. */
  readonly signed?: SignedParts;
}

/** What a zone is signed with, and what its chain is made of. */
export interface SignedParts {
  readonly key: WorldKey;
  readonly denial: 'nsec' | 'opt-out';
  /** What is wrong with its signatures: for a resolver that validates, the zone is not there. */
  readonly broken?: SigningFault;
  /** Every name that stands in the zone, apex, delegations and wildcard included. */
  owners(): readonly string[];
  /** The wildcard that makes what does not stand there by itself. */
  readonly wildcard?: string;
}

/** More CNAMEs than any zone here has. */
const CHAIN_LIMIT = 8;

export const REFUSED: Reply = { ...empty(RCODES.REFUSED), authoritative: false };

/** `asking.name` is the apex or stands under it. */
export function answerFrom(zone: Zone, asking: Asking): Reply {
  const name = lowerName(asking.name);
  for (const ancestor of lineageOf(name).slice(lineageOf(zone.apex).length)) {
    const cut = zone.cutAt(ancestor);
    if (cut === undefined) continue;
    return ancestor === name && asking.type === TYPES.DS ? found(zone, cut.ds) : referral(cut, asking.dnssecOk);
  }
  return ownAnswer(zone, asking);
}

function ownAnswer(zone: Zone, asking: Asking): Reply {
  const chain: ResourceRecord[] = [];
  let name = asking.name;
  for (let link = 0; link < CHAIN_LIMIT; link += 1) {
    const records = zone.recordsAt(lowerName(name));
    if (records === undefined) return { ...empty(RCODES.NXDOMAIN), answers: chain, authority: [zone.soa] };
    const alias = records.find((record) => record.type === TYPES.CNAME);
    if (alias === undefined || asking.type === TYPES.CNAME) {
      const wanted = records.filter((record) => record.type === asking.type);
      // Made by a wildcard or not, a record's owner is the name that was asked for (RFC 4592 section 3.3.1).
      return found(zone, [...chain, ...wanted.map((record) => ({ ...record, name }))], wanted.length);
    }
    chain.push({ ...alias, name });
    name = alias.rdata.kind === 'cname' ? alias.rdata.target : name;
    if (!isUnder(name, zone.apex)) return found(zone, chain);
  }
  return { ...empty(RCODES.SERVFAIL), authoritative: false };
}

function found(zone: Zone, answers: readonly ResourceRecord[], count = answers.length): Reply {
  return { ...empty(RCODES.NOERROR), answers, authority: count > 0 ? [] : [zone.soa] };
}

function referral(cut: Cut, dnssecOk: boolean): Reply {
  const authority = dnssecOk ? [...cut.ns, ...cut.ds] : cut.ns;
  return { ...empty(RCODES.NOERROR), authoritative: false, authority, additional: cut.glue };
}

export function empty(rcode: number): Reply {
  return { rcode, authoritative: true, answers: [], authority: [], additional: [] };
}

export function record(name: string, ttl: number, [type, rdata]: readonly [TypeName, Rdata]): ResourceRecord {
  return { name, type: TYPES[type], class: CLASS_IN, ttl, rdata };
}
