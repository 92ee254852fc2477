// Agreement with dns-packet on the record types of DNSSEC and of today's registries; types without a row stay octets (RFC 3597).
import * as packet from 'dns-packet';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../../../src/lookups/dns/codec/encode.ts';
import { typeText } from '../../../../src/lookups/dns/codec/types.ts';
import { message } from '../messages.ts';

/** What dns-packet writes of one record, read by us. */
function readFrom(answer: object) {
  const octets = packet.encode({
    type: 'response',
    answers: [{ name: 'example.test', ttl: 60, ...answer } as packet.Answer],
  });
  const decoded = decodeMessage(octets);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.message.answers[0];
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('records of DNSSEC, written by dns-packet', () => {
  it.each([
    [
      'DS',
      { keyTag: 4711, algorithm: 13, digestType: 2, digest: bytes('c0ffee') },
      { kind: 'ds', keyTag: 4711, algorithm: 13, digestType: 2, digest: 'c0ffee' },
    ],
    [
      'RRSIG',
      {
        typeCovered: 'DS',
        algorithm: 13,
        labels: 2,
        originalTTL: 3600,
        expiration: 1_600_000_000,
        inception: 1_500_000_000,
        keyTag: 7,
        signersName: 'test',
        signature: bytes('0102'),
      },
      {
        kind: 'rrsig',
        typeCovered: 43,
        algorithm: 13,
        labels: 2,
        originalTtl: 3600,
        expiration: 1_600_000_000,
        inception: 1_500_000_000,
        keyTag: 7,
        signer: 'test',
      },
    ],
    [
      'NSEC',
      { nextDomain: 'b.test', rrtypes: ['A', 'NS', 'RRSIG', 'CAA'] },
      { kind: 'nsec', next: 'b.test', types: [1, 2, 46, 257] },
    ],
    [
      'NSEC3',
      {
        algorithm: 1,
        flags: 1,
        iterations: 0,
        salt: bytes('ab'),
        nextDomain: bytes('00'.repeat(20)),
        rrtypes: ['NS', 'DS'],
      },
      { kind: 'nsec3', hash: 1, flags: 1, iterations: 0, types: [2, 43] },
    ],
  ])('%s reads alike', (type, data, expected) => {
    expect(readFrom({ type, data })?.rdata).toMatchObject(expected);
  });
});

const RAW = [
  ['NSEC3PARAM', 51, '0100000a02abcd'],
  ['CDS', 59, '126f0d02c0ffee'],
  ['CDNSKEY', 60, '0101030d6b6579'],
  ['SVCB', 64, '0001000001000403026832'],
  ['HTTPS', 65, '0001000004000401020304'],
  ['CAA', 257, '0005697373756563612e74657374'],
  ['of tomorrow', 65_280, 'cafe'],
] as const;

describe('record data of other types, kept as octets where there is no row', () => {
  it.each(RAW)('%s comes back octet for octet, from us and from dns-packet', (_what, type, hex) => {
    const rdata = { kind: 'unknown' as const, octets: new Uint8Array(bytes(hex)) };
    const octets = encodeMessage(message({ answers: [{ name: 'example.test', type, class: 1, ttl: 60, rdata }] }));
    const decoded = decodeMessage(octets);
    expect(decoded.ok && decoded.trailing).toBe(0);
    const again = decoded.ok ? encodeMessage(decoded.message) : new Uint8Array();
    expect(Buffer.from(again).equals(Buffer.from(octets))).toBe(true);
    expect(Buffer.from(octets).toString('hex').endsWith(hex)).toBe(true);
    expect(() => packet.decode(Buffer.from(octets))).not.toThrow();
    expect(packet.decode(Buffer.from(octets)).answers).toHaveLength(1);
  });

  it('is named by its number where it has no name', () => {
    expect(typeText(65_280)).toBe('TYPE65280');
  });
});
