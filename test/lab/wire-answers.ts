// The DNS of the wire test's internet: a root, one top level, a sinkhole, the respondents' server, and the machine's own resolver.
// The delegations of the traps lead to every kind of address that must never be asked.
import { decodeMessage } from '../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../src/lookups/dns/codec/encode.ts';
import type { DnsMessage, ResourceRecord } from '../../src/lookups/dns/codec/message.ts';
import { isUnder, lowerName } from '../../src/lookups/dns/codec/names.ts';
import { CLASS_IN, RCODES, TYPES } from '../../src/lookups/dns/codec/types.ts';
import { reply } from '../lookups/dns/name-server.ts';
import { address } from '../support/values.ts';
import { PLACES, RESOLVERS, SEALED_NAME, TRAPS } from './wire-places.ts';

/** Two for each trap, as glue of its two name servers. */
export const FORBIDDEN: readonly string[] = [
  ...['10.0.0.5', '169.254.169.254', '127.0.0.2', '100.64.0.1', '224.0.0.251', '255.255.255.255', '0.0.0.0'],
  ...['::1', '::ffff:10.0.0.6', '64:ff9b::a00:5', '2002:a00:5::1', 'fd00:ec2::254'],
];

/** What names resolve to at the machine's own resolver. */
const HOSTS: Readonly<Record<string, string>> = {
  'data.iana.org': PLACES.bootstrap,
  'rdap.nic.bid': PLACES.rdap,
  'whois.nic.bid': PLACES.whois,
  'rebind.nic.bid': '10.0.0.9',
};

export function answerAt(place: string, octets: Uint8Array): Uint8Array | undefined {
  const decoded = decodeMessage(octets);
  if (!decoded.ok) return undefined;
  const query = decoded.message;
  const [question] = query.questions;
  if (question === undefined) return undefined;
  return encodeMessage(reply(query, partsOf(place, lowerName(question.name), question)));
}

function partsOf(place: string, name: string, { type }: { readonly type: number }): Partial<DnsMessage> {
  if (place === PLACES.system || RESOLVERS.includes(place)) return resolved(name, type);
  if (place === PLACES.tld) return fromTop(name, type);
  if (place === PLACES.sinkhole || place === PLACES.old) return refused();
  return isUnder(name, 'bid') ? referral('bid', [['ns1.nic.bid', PLACES.tld]]) : nothing('');
}

function resolved(name: string, type: number): Partial<DnsMessage> {
  const found = HOSTS[name];
  const answers =
    found !== undefined && type === TYPES.A ? [record(name, TYPES.A, { kind: 'a', address: address(found) })] : [];
  return { recursionAvailable: true, answers };
}

function fromTop(name: string, type: number): Partial<DnsMessage> {
  const trap = TRAPS.findIndex((one) => isUnder(name, one));
  if (type === TYPES.DS) return nothing('bid');
  if (trap >= 0) {
    const owner = TRAPS[trap] ?? '';
    return referral(
      owner,
      [0, 1].map((at) => [`ns${at}.${owner}`, FORBIDDEN[2 * trap + at] ?? ''] as const),
    );
  }
  if (isUnder(name, SEALED_NAME)) return referral(SEALED_NAME, [[`ns1.${SEALED_NAME}`, PLACES.old]]);
  if (isUnder(name, 'sinkhole-host.bid'))
    return referral('sinkhole-host.bid', [['ns1.sinkhole-host.bid', PLACES.sinkhole]]);
  if (name === 'ns1.nic.bid' && type === TYPES.A) {
    return { authoritative: true, answers: [record(name, TYPES.A, { kind: 'a', address: address(PLACES.tld) })] };
  }
  return { ...nothing('bid'), rcode: name === 'bid' ? RCODES.NOERROR : RCODES.NXDOMAIN };
}

function referral(cut: string, servers: readonly (readonly [host: string, glue: string])[]): Partial<DnsMessage> {
  return {
    authority: servers.map(([target]) => record(cut, TYPES.NS, { kind: 'ns', target })),
    additional: servers.map(([host, glue]) =>
      glue.includes(':')
        ? record(host, TYPES.AAAA, { kind: 'aaaa', address: address(glue) })
        : record(host, TYPES.A, { kind: 'a', address: address(glue) }),
    ),
  };
}

function nothing(zone: string): Partial<DnsMessage> {
  const numbers = { serial: 1, refresh: 3600, retry: 600, expire: 86_400, minimum: 300 };
  const soa = record(zone === '' ? '.' : zone, TYPES.SOA, {
    kind: 'soa',
    mname: 'ns1.nic.bid',
    rname: 'hostmaster.nic.bid',
    ...numbers,
  });
  return { authoritative: true, authority: [soa] };
}

function refused(): Partial<DnsMessage> {
  return { rcode: RCODES.REFUSED };
}

function record(name: string, type: number, rdata: ResourceRecord['rdata']): ResourceRecord {
  return { name, type, class: CLASS_IN, ttl: 300, rdata };
}
