import { describe, expect, it } from 'vitest';
import { RCODES, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { dnsKey, readKeys } from '../../../src/lookups/dnssec/read-keys.ts';
import { at } from '../../support/values.ts';
import { message, record } from '../dns/messages.ts';

/** The example of RFC 4034 section 5.4. */
const RFC_4034 = {
  kind: 'dnskey' as const,
  flags: 256,
  protocol: 3,
  algorithm: 5,
  publicKey: new Uint8Array(
    Buffer.from(
      'AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==',
      'base64',
    ),
  ),
};

const NOW = at('2019-03-20T12:00:00Z');
const SOA = record('example.test', 'SOA', 'ns1.example.test');
const AA = { authoritative: true };

describe('a DNSKEY', () => {
  it('has the key tag and the digests of RFC 4034 section 5.4 and RFC 4509 section 2.3', () => {
    const key = dnsKey('dskey.Example.com', RFC_4034);
    expect(key.keyTag).toBe(60485);
    expect(key.digests['1']).toBe('2bb183af5f22588179a53b0a98631fad1a292118');
    expect(key.digests['2']).toBe('d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a');
    expect(key.digests['4']).toHaveLength(96);
  });

  it('is read from the apex of the zone, and nothing else counts as a key', () => {
    const answer = (owner: string, protocol: number) => ({
      name: owner,
      type: TYPES.DNSKEY,
      class: 1,
      ttl: 60,
      rdata: { ...RFC_4034, protocol },
    });
    expect(readKeys(message({ ...AA, answers: [answer('Example.test', 3)] }), 'example.test', NOW)).toMatchObject({
      ok: true,
      keys: [{ algorithm: 5, flags: 256 }],
    });
    for (const wrong of [answer('other.test', 3), answer('example.test', 4)]) {
      expect(readKeys(message({ ...AA, answers: [wrong] }), 'example.test', NOW)).toMatchObject({ ok: false });
    }
  });

  it('is absent only where the server says so with authority and an SOA', () => {
    expect(readKeys(message({ ...AA, authority: [SOA] }), 'example.test', NOW)).toEqual({ ok: true, keys: [] });
    expect(readKeys(message({ ...AA }), 'example.test', NOW)).toEqual({ ok: false, failure: 'lame' });
    expect(readKeys(message({ authority: [SOA] }), 'example.test', NOW)).toEqual({ ok: false, failure: 'lame' });
    const refused = message({ rcode: RCODES.REFUSED });
    expect(readKeys(refused, 'example.test', NOW)).toEqual({ ok: false, failure: 'lame' });
  });
});
