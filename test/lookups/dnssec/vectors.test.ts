// Signatures, digests and hashes that RFCs print, as facts: RFC 5702 section 6, RFC 6605 section 6, RFC 8080 section 6 with
// erratum 4935, RFC 5155 appendix A.
import { describe, expect, it } from 'vitest';
import type { RdataOf } from '../../../src/lookups/dns/codec/message.ts';
import { nsec3Hash } from '../../../src/lookups/dns/codec/nsec3-hash.ts';
import { CLASS_IN, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { publicKeyOf } from '../../../src/lookups/dnssec/public-key.ts';
import { dnsKey } from '../../../src/lookups/dnssec/read-keys.ts';
import { setIn, verifySet } from '../../../src/lookups/dnssec/signed-set.ts';
import { END_OF_TIME, instantAt } from '../../../src/model/instant.ts';
import { record } from '../dns/messages.ts';

interface Vector {
  readonly algorithm: number;
  readonly flags: number;
  readonly key: string;
  readonly tag: number;
  readonly times: readonly [inception: number, expiration: number];
  readonly signature: string;
  readonly ds?: readonly [type: string, digest: string];
}

const NET: Readonly<Record<string, Vector>> = {
  'RSA/SHA-256': {
    algorithm: 8,
    flags: 256,
    key: 'AwEAAcFcGsaxxdgiuuGmCkVImy4h99CqT7jwY3pexPGcnUFtR2Fh36BponcwtkZ4cAgtvd4Qs8PkxUdp6p/DlUmObdk=',
    tag: 9033,
    times: [946_684_800, 1_893_456_000],
    signature: 'kRCOH6u7l0QGy9qpC9l1sLncJcOKFLJ7GhiUOibu4teYp5VE9RncriShZNz85mwlMgNEacFYK/lPtPiVYP4bwg==',
  },
  'RSA/SHA-512': {
    algorithm: 10,
    flags: 256,
    key: 'AwEAAdHoNTOW+et86KuJOWRDp1pndvwb6Y83nSVXXyLA3DLroROUkN6X0O6pnWnjJQujX/AyhqFDxj13tOnD9u/1kTg7cV6rklMrZDtJCQ5PCl/D7QNPsgVsMu1J2Q8gpMpztNFLpPBz1bWXjDtaR7ZQBlZ3PFY12ZTSncorffcGmhOL',
    tag: 3740,
    times: [946_684_800, 1_893_456_000],
    signature:
      'tsb4wnjRUDnB1BUi+t6TMTXThjVnG+eCkWqjvvjhzQL1d0YRoOe0CbxrVDYd0xDtsuJRaeUw1ep94PzEWzr0iGYgZBWm/zpq+9fOuagYJRfDqfReKBzMweOLDiNa8iP5g9vMhpuv6OPlvpXwm9Sa9ZXIbNl1MBGk0fthPgxdDLw=',
  },
  'ECDSA P-256': {
    algorithm: 13,
    flags: 257,
    key: 'GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==',
    tag: 55648,
    times: [1_281_607_479, 1_284_026_679],
    signature: 'qx6wLYqmh+l9oCKTN6qIc+bw6ya+KJ8oMz0YP107epXAyGmt+3SNruPFKG7tZoLBLlUzGGus7ZwmwWep666VCw==',
    ds: ['2', 'b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17'],
  },
  'ECDSA P-384': {
    algorithm: 14,
    flags: 257,
    key: 'xKYaNhWdGOfJ+nPrL8/arkwf2EY3MDJ+SErKivBVSum1w/egsXvSADtNJhyem5RCOpgQ6K8X1DRSEkrbYQ+OB+v8/uX45NBwY8rp65F6Glur8I/mlVNgF6W/qTI37m40',
    tag: 10771,
    times: [1_281_608_425, 1_284_027_625],
    signature:
      '/L5hDKIvGDyI1fcARX3z65qrmPsVz73QD1Mr5CEqOiLP95hxQouuroGCeZOvzFaxsT8Glr74hbavRKayJNuydCuzWTSSPdz7wnqXL5bdcJzusdnI0RSMROxxwGipWcJm',
    ds: ['4', '72d7b62976ce06438e9c0bf319013cf801f09ecc84b8d7e9495f27e305c6a9b0563a9b5f4d288405c3008a946df983d6'],
  },
};

const COM: Readonly<Record<string, Vector>> = {
  Ed25519: {
    algorithm: 15,
    flags: 257,
    key: 'l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=',
    tag: 3613,
    times: [1_438_207_200, 1_440_021_600],
    signature: 'oL9krJun7xfBOIWcGHi7mag5/hdZrKWw15jPGrHpjQeRAvTdszaPD+QLs3fx8A4M3e23mRZ9VrbpMngwcrqNAg==',
    ds: ['2', '3aa5ab37efce57f737fc1627013fee07bdf241bd10f3b1964ab55c78e79a304b'],
  },
  Ed448: {
    algorithm: 16,
    flags: 257,
    key: '3kgROaDjrh0H2iuixWBrc8g2EpBBLCdGzHmn+G2MpTPhpj/OiBVHHSfPodx1FYYUcJKm1MDpJtIA',
    tag: 9713,
    times: [1_438_207_200, 1_440_021_600],
    signature:
      '3cPAHkmlnxcDHMyg7vFC34l0blBhuG1qpwLmjInI8w1CMB29FkEAIJUA0amxWndkmnBZ6SKiwZSAxGILn/NBtOXft0+Gj7FSvOKxE/07+4RQvE581N3Aj/JtIyaiYVdnYtyMWbSNyGEY2213WKsJlwEA',
    ds: ['2', '6ccf18d5bc5d7fc2fceb1d59d17321402f2aa8d368048db93dd811f5cb2b19c7'],
  },
};

const CASES = [
  ...Object.entries(NET).map(([name, vector]) => ({ name, vector, zone: 'example.net', owner: 'www.example.net' })),
  ...Object.entries(COM).map(([name, vector]) => ({ name, vector, zone: 'example.com', owner: 'example.com' })),
];

function dnskeyOf({ flags, algorithm, key }: Vector): RdataOf<'dnskey'> {
  return { kind: 'dnskey', flags, protocol: 3, algorithm, publicKey: Buffer.from(key, 'base64') };
}

function verdict({ vector, zone, owner }: (typeof CASES)[number], seconds: number, ip = '') {
  const { algorithm, tag, times, signature } = vector;
  const isMail = zone === 'example.com';
  const address = ip || (vector.flags === 256 ? '192.0.2.91' : '192.0.2.1');
  const data = isMail
    ? {
        ...record(owner, 'A', address),
        type: TYPES.MX,
        rdata: { kind: 'mx', preference: 10, exchange: ip ? 'x.test' : 'mail.example.com' } as const,
      }
    : record(owner.toUpperCase(), 'A', address, 7);
  const rrsig: RdataOf<'rrsig'> = {
    kind: 'rrsig',
    typeCovered: data.type,
    algorithm,
    labels: isMail ? 2 : 3,
    originalTtl: 3600,
    inception: times[0],
    expiration: times[1],
    keyTag: tag,
    signer: zone,
    signature: Buffer.from(signature, 'base64'),
  };
  const section = [data, { name: owner, type: TYPES.RRSIG, class: CLASS_IN, ttl: 5, rdata: rrsig }];
  const publicKey = publicKeyOf(dnskeyOf(vector));
  if (publicKey === undefined) throw new Error('the key does not read');
  const keys = { zone, keys: [{ tag, algorithm, publicKey }], until: END_OF_TIME };
  return verifySet(setIn(section, owner, data.type), keys, instantAt(seconds * 1000));
}

describe.each(CASES)('$name', (one) => {
  const { vector, zone } = one;
  const [from, to] = vector.times;

  it('has the tag and the digest that the RFC prints', () => {
    const key = dnsKey(zone, dnskeyOf(vector));
    expect(key.keyTag).toBe(vector.tag);
    if (vector.ds !== undefined) expect(key.digests[vector.ds[0]]).toBe(vector.ds[1]);
  });

  it('verifies from the first second to the last, whatever case and lifetime the records came with', () => {
    expect(verdict(one, from)).toMatchObject({ ok: true, keyTag: vector.tag, until: instantAt(to * 1000) });
    expect(verdict(one, to).ok).toBe(true);
  });

  it('does not verify before, after, or other records', () => {
    expect(verdict(one, from - 1)).toMatchObject({ ok: false, reason: expect.stringContaining('not valid before') });
    expect(verdict(one, to + 1)).toMatchObject({ ok: false, reason: expect.stringContaining('expired') });
    expect(verdict(one, from, '198.51.100.1')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('is wrong'),
    });
  });
});

it('reads times that have wrapped around (RFC 1982)', () => {
  const wrapped = 2 ** 32;
  const [one] = CASES;
  if (one === undefined) throw new Error('no case');
  expect(verdict(one, one.vector.times[0] + wrapped + 10)).toMatchObject({
    ok: true,
    until: instantAt((one.vector.times[1] + wrapped) * 1000),
  });
});

it.each([
  ['example', '0p9mhaveqvm6t7vbl5lop2u3t2rp3tom'],
  ['a.example', '35mthgpgcu1qg68fab165klnsnk3dpvl'],
  ['xx.EXAMPLE', 't644ebqk9bibcna874givr6joj62mlhv'],
])('hashes %s as RFC 5155 appendix A does', (name, hash) => {
  expect(nsec3Hash(name, Buffer.from('aabbccdd', 'hex'), 12)).toBe(hash);
});
