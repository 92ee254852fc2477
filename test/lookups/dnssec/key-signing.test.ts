// Whether a key signs the zone's set of keys, and in its time: keys and signatures made here, by node:crypto.
import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { signedOctets } from '../../../src/lookups/dns/codec/canonical.ts';
import type { RdataOf, ResourceRecord } from '../../../src/lookups/dns/codec/message.ts';
import { plainRdata } from '../../../src/lookups/dns/codec/rdata-write.ts';
import { CLASS_IN, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { keyTagOf, readKeys } from '../../../src/lookups/dnssec/read-keys.ts';
import { millisecondsOf } from '../../../src/model/instant.ts';
import { at } from '../../support/values.ts';
import { message } from '../dns/messages.ts';

const ZONE = 'signed.example';
const NOW = at('2019-03-20T12:00:00Z');
const ED25519 = 15;

type Pair = ReturnType<typeof newKey>;

function newKey(flags = 257, algorithm = ED25519) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const octets = Uint8Array.from(Buffer.from(x, 'base64url'));
  const rdata: RdataOf<'dnskey'> = { kind: 'dnskey', flags, protocol: 3, algorithm, publicKey: octets };
  return { rdata, tag: keyTagOf(plainRdata(rdata)), privateKey };
}

const record = (type: 'DNSKEY' | 'RRSIG', rdata: ResourceRecord['rdata']): ResourceRecord => ({
  name: ZONE,
  type: TYPES[type],
  class: CLASS_IN,
  ttl: 3600,
  rdata,
});

interface Made {
  readonly from?: string;
  readonly until?: string;
  readonly by?: Pair;
}

function signature(
  over: readonly Pair[],
  named: Pair,
  { from = '2019-03-10', until = '2019-04-10', by = named }: Made,
) {
  const seconds = (day: string) => millisecondsOf(at(`${day}T00:00:00Z`)) / 1000;
  const unsigned: RdataOf<'rrsig'> = {
    kind: 'rrsig',
    typeCovered: TYPES.DNSKEY,
    algorithm: named.rdata.algorithm,
    labels: 2,
    originalTtl: 3600,
    expiration: seconds(until),
    inception: seconds(from),
    keyTag: named.tag,
    signer: ZONE,
    signature: new Uint8Array(),
  };
  const records = over.map(({ rdata }) => record('DNSKEY', rdata));
  const octets = sign(null, signedOctets(records, unsigned), by.privateKey);
  return record('RRSIG', { ...unsigned, signature: Uint8Array.from(octets) });
}

function signsOf(keys: readonly Pair[], signatures: readonly ResourceRecord[]) {
  const answers = [...keys.map(({ rdata }) => record('DNSKEY', rdata)), ...signatures];
  const reading = readKeys(message({ authoritative: true, answers }), ZONE, NOW);
  return reading.ok ? reading.keys.map(({ signs, signsUntil }) => [signs, signsUntil]) : reading.failure;
}

const [first, second] = [newKey(), newKey()];

it('tells which of the keys signs', () => {
  expect(signsOf([first, second], [signature([first, second], first, {})])).toEqual([
    ['valid', '2019-04-10T00:00:00Z'],
    ['nothing', undefined],
  ]);
});

it('tells a signature out of its time from one that is wrong', () => {
  const over = [first];
  expect(signsOf(over, [signature(over, first, { until: '2019-03-19' })])).toEqual([
    ['expired', '2019-03-19T00:00:00Z'],
  ]);
  expect(signsOf(over, [signature(over, first, { from: '2019-03-25' })])).toEqual([['early', '2019-04-10T00:00:00Z']]);
  expect(signsOf(over, [signature(over, first, { by: second })])).toEqual([['wrongly', undefined]]);
  expect(signsOf([first, second], [signature([first], first, {})])?.[0]).toEqual(['wrongly', undefined]);
  const both = [signature(over, first, { until: '2019-03-19' }), signature(over, first, {})];
  expect(signsOf(over, both)).toEqual([['valid', '2019-04-10T00:00:00Z']]);
});

it('lets no revoked key and no key of another use sign', () => {
  for (const flags of [257 | 0x80, 1]) {
    const key = newKey(flags);
    expect(signsOf([key], [signature([key], key, {})])).toEqual([['nothing', undefined]]);
  }
});

it('does not judge what it cannot verify', () => {
  const odd = newKey(257, 200);
  expect(signsOf([odd], [signature([odd], odd, {})])).toEqual([['unsupported', undefined]]);
  const many = Array.from({ length: 40 }, () => newKey());
  expect(signsOf(many, [signature(many, first, {})])?.[0]).toEqual(['unsupported', undefined]);
});
