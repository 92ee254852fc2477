// Arbitrary names, records and messages for property tests.
import fc from 'fast-check';
import type { DnsMessage, Rdata, ResourceRecord } from '../../../../src/lookups/dns/codec/message.ts';
import { labelText } from '../../../../src/lookups/dns/codec/names.ts';
import { TYPES, type TypeName } from '../../../../src/lookups/dns/codec/types.ts';
import { address } from '../../../support/values.ts';

const u8 = fc.integer({ min: 0, max: 0xff });
const u16 = fc.integer({ min: 0, max: 0xffff });
const u32 = fc.integer({ min: 0, max: 0xffffffff });
const octets = fc.uint8Array({ maxLength: 40 });

export const names = fc
  .array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 6 })
  .map((labels) => labels.map((label) => labelText(label, 0, label.length)).join('.') || '.');

const ordinaryNames = fc
  .array(fc.constantFrom('a', 'B', 'www', 'Example', 'test', 'ns1'), { minLength: 1, maxLength: 5 })
  .map((labels) => labels.join('.'));

export const anyName = fc.oneof(names, ordinaryNames);

const rdatas: Readonly<Partial<Record<TypeName, fc.Arbitrary<Rdata>>>> = {
  A: fc.ipV4().map((text): Rdata => ({ kind: 'a', address: address(text) })),
  AAAA: fc.ipV6().map((text): Rdata => ({ kind: 'aaaa', address: address(text) })),
  NS: anyName.map((target): Rdata => ({ kind: 'ns', target })),
  CNAME: anyName.map((target): Rdata => ({ kind: 'cname', target })),
  DNAME: anyName.map((target): Rdata => ({ kind: 'dname', target })),
  SOA: fc.record({
    kind: fc.constant('soa' as const),
    mname: anyName,
    rname: anyName,
    serial: u32,
    refresh: u32,
    retry: u32,
    expire: u32,
    minimum: u32,
  }),
  MX: fc.record({ kind: fc.constant('mx' as const), preference: u16, exchange: anyName }),
  TXT: fc.record({ kind: fc.constant('txt' as const), strings: fc.array(octets, { minLength: 1, maxLength: 4 }) }),
  DS: fc.record({
    kind: fc.constant('ds' as const),
    keyTag: u16,
    algorithm: u8,
    digestType: u8,
    digest: octets.map((value) => Buffer.from(value).toString('hex')),
  }),
  DNSKEY: fc.record({
    kind: fc.constant('dnskey' as const),
    flags: u16,
    protocol: u8,
    algorithm: u8,
    publicKey: octets,
  }),
  RRSIG: fc.record({
    kind: fc.constant('rrsig' as const),
    typeCovered: u16,
    algorithm: u8,
    labels: u8,
    originalTtl: u32,
    expiration: u32,
    inception: u32,
    keyTag: u16,
    signer: anyName,
    signature: octets,
  }),
  NSEC: fc.record({
    kind: fc.constant('nsec' as const),
    next: anyName,
    types: fc.uniqueArray(u16, { maxLength: 8 }).map((types) => types.sort((a, b) => a - b)),
  }),
  NSEC3: fc.record({
    kind: fc.constant('nsec3' as const),
    hash: u8,
    flags: u8,
    iterations: u16,
    salt: octets,
    next: octets,
    types: fc.uniqueArray(u16, { maxLength: 8 }).map((types) => types.sort((a, b) => a - b)),
  }),
};

const TYPED = Object.entries(rdatas).map(([type, rdata]) =>
  fc.record({ name: anyName, type: fc.constant(TYPES[type as TypeName]), class: fc.constant(1), ttl: u32, rdata }),
);

export const records: fc.Arbitrary<ResourceRecord> = fc.oneof(...TYPED);

const plain = {
  id: u16,
  response: fc.boolean(),
  opcode: fc.integer({ min: 0, max: 15 }),
  authoritative: fc.boolean(),
  truncated: fc.boolean(),
  recursionDesired: fc.boolean(),
  recursionAvailable: fc.boolean(),
  authenticData: fc.boolean(),
  checkingDisabled: fc.boolean(),
  questions: fc.array(fc.record({ name: anyName, type: u16, class: u16 }), { maxLength: 2 }),
  answers: fc.array(records, { maxLength: 4 }),
  authority: fc.array(records, { maxLength: 3 }),
  additional: fc.array(records, { maxLength: 3 }),
};

const edns = fc.record({
  udpSize: u16,
  version: u8,
  dnssecOk: fc.boolean(),
  options: fc.array(fc.record({ code: u16, octets }), { maxLength: 3 }),
});

export const messages: fc.Arbitrary<DnsMessage> = fc.oneof(
  fc.record({ ...plain, rcode: fc.integer({ min: 0, max: 15 }) }),
  fc.record({ ...plain, rcode: fc.integer({ min: 0, max: 0xfff }), edns }),
);
