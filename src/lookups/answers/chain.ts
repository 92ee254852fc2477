// Follows aliases through the answer section (RFC 1034 section 3.6.2): from the name asked to where the chain ends, link
// by link. Pure. A chain that forks, loops, or is too long is a contradiction and no answer.
import type { Address } from '../../model/address.ts';
import { byCodeUnit } from '../../model/name.ts';
import { type DnsMessage, lifetime, type ResourceRecord } from '../dns/codec/message.ts';
import { lowerName, sameName } from '../dns/codec/names.ts';
import { CLASS_IN } from '../dns/codec/types.ts';
import { LONGEST_CHAIN } from '../dns/limits.ts';

/** How far an answer leads. `passed` holds the aliases on the way; the last one is where it stands now. */
export interface Trail {
  readonly name: string;
  readonly type: number;
  readonly passed: readonly string[];
  readonly ttl: number;
}

type ChainReading =
  | { readonly ok: true; readonly trail: Trail; readonly addresses: readonly Address[] }
  | { readonly ok: false; readonly detail: string };

export function startTrail(name: string, type: number): Trail {
  return { name: lowerName(name), type, passed: [], ttl: 0x7fffffff };
}

/** Where the trail stands: the name itself, or the target of its last alias. */
export function standsAt(trail: Trail): string {
  return trail.passed.at(-1) ?? trail.name;
}

export function followChain(message: DnsMessage, start: Trail): ChainReading {
  let trail = start;
  for (;;) {
    const here = standsAt(trail);
    const records = message.answers.filter((record) => record.class === CLASS_IN && sameName(record.name, here));
    const found = records.filter((record) => record.type === trail.type);
    const targets = aliasesIn(records);
    if (targets.length > 0 && found.length > 0) return contradiction('an alias beside addresses');
    if (targets.length > 1) return contradiction('an alias with two targets');
    const [target] = targets;
    if (target === undefined) return { ok: true, trail: shorten(trail, found), addresses: addressSet(found) };
    if (target === trail.name || trail.passed.includes(target)) return contradiction('a chain of aliases in a ring');
    if (trail.passed.length >= LONGEST_CHAIN) return contradiction(`a chain of more than ${LONGEST_CHAIN} aliases`);
    trail = { ...shorten(trail, records), passed: [...trail.passed, target] };
  }
}

function aliasesIn(records: readonly ResourceRecord[]): readonly string[] {
  return [...new Set(records.flatMap(({ rdata }) => (rdata.kind === 'cname' ? [lowerName(rdata.target)] : [])))];
}

/** An answer lives as long as the shortest-lived of its records. */
function shorten(trail: Trail, records: readonly ResourceRecord[]): Trail {
  return { ...trail, ttl: Math.min(trail.ttl, ...records.map(lifetime)) };
}

function addressSet(records: readonly ResourceRecord[]): readonly Address[] {
  const found = records.flatMap(({ rdata }) => (rdata.kind === 'a' || rdata.kind === 'aaaa' ? [rdata.address] : []));
  return [...new Set(found)].sort(byCodeUnit);
}

function contradiction(detail: string): ChainReading {
  return { ok: false, detail };
}
