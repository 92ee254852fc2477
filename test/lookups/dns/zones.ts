// A small authoritative server over literal records: enough of RFC 1034 section 4.3.2 for the tests of the lookups.
import type { DnsMessage, ResourceRecord } from '../../../src/lookups/dns/codec/message.ts';
import { isUnder, lineageOf, lowerName, sameName } from '../../../src/lookups/dns/codec/names.ts';
import { RCODES, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { record } from './messages.ts';
import { type Handler, reply } from './name-server.ts';

export interface TestZone {
  readonly zone: string;
  /** NS records below the apex are cuts. A name `*.x` is a wildcard. */
  readonly records: readonly ResourceRecord[];
}

export function serving(...zones: readonly TestZone[]): Handler {
  return (query) => {
    const [question] = query.questions;
    if (question === undefined) return [reply(query, { rcode: RCODES.FORMERR })];
    const held = zones.filter(({ zone }) => isUnder(question.name, zone));
    const atCut = question.type === TYPES.DS ? held.filter(({ zone }) => !sameName(zone, question.name)) : held;
    const best = (atCut.length > 0 ? atCut : held).sort(
      (a, b) => lineageOf(b.zone).length - lineageOf(a.zone).length,
    )[0];
    return [best === undefined ? reply(query, { rcode: RCODES.REFUSED }) : answerFrom(best, query)];
  };
}

function answerFrom({ zone, records }: TestZone, query: DnsMessage): DnsMessage {
  const [{ name, type } = { name: '', type: 0 }] = query.questions;
  const cut = cutAbove(zone, records, name);
  if (cut !== undefined && !(type === TYPES.DS && sameName(cut, name))) return referral(query, records, cut);
  const soa = record(zone, 'SOA', `ns.${zone === '.' ? 'root' : zone}`);
  const at = ownedBy(records, name);
  const answers = at.filter((one) => one.type === type || one.type === TYPES.CNAME);
  const [first] = answers;
  if (first?.rdata.kind === 'cname')
    answers.push(...ownedBy(records, first.rdata.target).filter((one) => one.type === type));
  if (answers.length > 0) return reply(query, { authoritative: true, answers });
  const exists = at.length > 0 || records.some((one) => isUnder(one.name, name)) || sameName(zone, name);
  return reply(query, { authoritative: true, rcode: exists ? RCODES.NOERROR : RCODES.NXDOMAIN, authority: [soa] });
}

function cutAbove(zone: string, records: readonly ResourceRecord[], name: string): string | undefined {
  return lineageOf(lowerName(name)).find(
    (step) => !isUnder(zone, step) && records.some((one) => one.type === TYPES.NS && sameName(one.name, step)),
  );
}

function ownedBy(records: readonly ResourceRecord[], name: string): ResourceRecord[] {
  const exact = records.filter((one) => sameName(one.name, name));
  if (exact.length > 0) return exact;
  const wild = records.filter((one) => one.name.startsWith('*.') && isUnder(name, one.name.slice(2)));
  return wild.map((one) => ({ ...one, name }));
}

function referral(query: DnsMessage, records: readonly ResourceRecord[], cut: string): DnsMessage {
  const authority = records.filter((one) => one.type === TYPES.NS && sameName(one.name, cut));
  const targets = authority.flatMap(({ rdata }) => (rdata.kind === 'ns' ? [rdata.target] : []));
  const addresses: readonly number[] = [TYPES.A, TYPES.AAAA];
  const additional = records.filter(
    (one) => addresses.includes(one.type) && targets.some((target) => sameName(target, one.name)),
  );
  return reply(query, { authority, additional });
}
