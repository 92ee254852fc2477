// The records of the simulated zones, each made of what it says: addresses, name servers, keys, the SOA of a day.
import type { ResourceRecord } from '../../lookups/dns/codec/message.ts';
import { ROOT } from '../../lookups/dns/codec/names.ts';
import type { Address } from '../../model/address.ts';
import { familyOf } from '../../model/address.ts';
import { millisecondsOf } from '../../model/instant.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import { keyOf } from '../world/keys.ts';
import type { NameServer } from '../world/setting.ts';
import type { World } from '../world/world.ts';
import { record } from './zone.ts';

/** Seconds: what large TLDs give for a delegation and for a DS, and a sinkhole for its addresses. */
export const DELEGATION_TTL = 172_800;
export const DS_TTL = 86_400;
const KEY_TTL = 86_400;
export const SINKHOLE_TTL = 300;
const NEGATIVE_TTL = 900;

export function apexRecords(world: World, apex: string, servers: readonly string[]): readonly ResourceRecord[] {
  return [soaOf(world, apex), ...nsRecords(apex, servers)];
}

export function nsRecords(name: string, servers: readonly string[]): readonly ResourceRecord[] {
  return servers.map((target) => record(name, DELEGATION_TTL, ['NS', { kind: 'ns', target }]));
}

export function addressRecords(name: string, addresses: readonly Address[], ttl: number): readonly ResourceRecord[] {
  return addresses.map((address) =>
    familyOf(address) === 'ipv4'
      ? record(name, ttl, ['A', { kind: 'a', address }])
      : record(name, ttl, ['AAAA', { kind: 'aaaa', address }]),
  );
}

export function soaOf(world: World, apex: string): ResourceRecord {
  const under = apex === ROOT ? '' : `.${apex}`;
  return record(apex, NEGATIVE_TTL, [
    'SOA',
    {
      kind: 'soa',
      mname: `ns${under || '.example'}`,
      rname: `hostmaster${under || '.example'}`,
      // Seconds, so that a later day has a later serial.
      serial: Math.floor(millisecondsOf(world.at) / 1000),
      refresh: 7200,
      retry: 900,
      expire: 1_209_600,
      minimum: NEGATIVE_TTL,
    },
  ]);
}

export function hostsOf(servers: readonly NameServer[]): readonly string[] {
  return servers.map(({ host }) => host);
}

export function dsRecords(name: string, ds: readonly DsRecord[]): readonly ResourceRecord[] {
  return ds.map((one) => record(name, DS_TTL, ['DS', { kind: 'ds', ...one }]));
}

export function keyRecord({ setting }: World, zone: string): ResourceRecord {
  return record(zone, KEY_TTL, ['DNSKEY', keyOf(setting.seed, zone).rdata]);
}

/** How the names of a top level are hashed: SHA-1, once, without salt (RFC 5155 section 4, RFC 9276 section 3.1). */
export function hashedRecord(tld: string): ResourceRecord {
  return record(tld, 0, ['NSEC3PARAM', { kind: 'unknown', octets: Uint8Array.of(1, 0, 0, 0, 0) }]);
}
