// Answers made to keep a validator busy: what is tried is bounded, so what lies behind too many tries is not found.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedOctets } from '../../../src/lookups/dns/codec/canonical.ts';
import type { RdataOf, ResourceRecord } from '../../../src/lookups/dns/codec/message.ts';
import { base32Hex } from '../../../src/lookups/dns/codec/nsec3-hash.ts';
import { plainRdata } from '../../../src/lookups/dns/codec/rdata-write.ts';
import { CLASS_IN, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { MOST_ITERATIONS, MOST_KEYS, MOST_TRIALS } from '../../../src/lookups/dnssec/bounds.ts';
import { denialOf } from '../../../src/lookups/dnssec/denial.ts';
import { publicKeyOf } from '../../../src/lookups/dnssec/public-key.ts';
import { dnsKey, keyTagOf } from '../../../src/lookups/dnssec/read-keys.ts';
import { setIn, verifySet } from '../../../src/lookups/dnssec/signed-set.ts';
import { trustKeys, type ZoneKeys } from '../../../src/lookups/dnssec/zone-keys.ts';
import { END_OF_TIME, instantAt } from '../../../src/model/instant.ts';
import { message, record } from '../dns/messages.ts';

const NOW = 1_700_000_000;
const at = instantAt(NOW * 1000);
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

function keyData(key: KeyObject): RdataOf<'dnskey'> {
  const octets = Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
  return { kind: 'dnskey', flags: 257, protocol: 3, algorithm: 15, publicKey: octets };
}

const data = keyData(publicKey);
const tag = keyTagOf(plainRdata(data));
const keys: ZoneKeys = { zone: 'test', keys: [{ tag, algorithm: 15, publicKey }], until: END_OF_TIME };

function signatureOver(records: readonly ResourceRecord[], labels: number): RdataOf<'rrsig'> {
  const type = records[0]?.type ?? 0;
  const times = { inception: NOW - 60, expiration: NOW + 60 };
  const bare = { kind: 'rrsig', typeCovered: type, algorithm: 15, labels, originalTtl: 300, ...times } as const;
  const rrsig = { ...bare, keyTag: tag, signer: 'test', signature: new Uint8Array(64) };
  return { ...rrsig, signature: sign(null, signedOctets(records, rrsig), privateKey) };
}

function carried(name: string, rdata: RdataOf<'rrsig'>): ResourceRecord {
  return { name, type: TYPES.RRSIG, class: CLASS_IN, ttl: 300, rdata };
}

describe('signatures', () => {
  const one = record('a.test', 'A', '192.0.2.1');
  const good = carried('a.test', signatureOver([one], 2));
  const bad = Array.from({ length: MOST_TRIALS }, (_, index) => {
    const signature = Uint8Array.from({ length: 64 }, () => index);
    return carried('a.test', { ...signatureOver([one], 2), signature });
  });

  it('one that holds is found behind some that do not', () => {
    expect(verifySet(setIn([one, ...bad.slice(1), good], 'a.test', TYPES.A), keys, at).ok).toBe(true);
  });

  it('one behind too many is not looked for', () => {
    expect(verifySet(setIn([one, ...bad, good], 'a.test', TYPES.A), keys, at).ok).toBe(false);
  });

  it('keys of one tag count as tries of their own', () => {
    const other = publicKeyOf(keyData(generateKeyPairSync('ed25519').publicKey));
    if (other === undefined) throw new Error('no key');
    const colliding = { tag, algorithm: 15, publicKey: other };
    const many = { ...keys, keys: [...Array.from({ length: MOST_TRIALS }, () => colliding), ...keys.keys] };
    expect(verifySet(setIn([one, good], 'a.test', TYPES.A), many, at).ok).toBe(false);
  });

  it('made for a wildcard, or by another zone, they are none', () => {
    const wild = carried('a.test', { ...signatureOver([one], 2), labels: 1 });
    const foreign = carried('a.test', { ...signatureOver([one], 2), signer: 'a.test' });
    expect(verifySet(setIn([one, wild], 'a.test', TYPES.A), keys, at).ok).toBe(false);
    expect(verifySet(setIn([one, foreign], 'a.test', TYPES.A), keys, at).ok).toBe(false);
  });
});

describe('keys', () => {
  const keyed = (rdata: RdataOf<'dnskey'>): ResourceRecord => ({
    name: 'test',
    type: TYPES.DNSKEY,
    class: CLASS_IN,
    ttl: 300,
    rdata,
  });
  const trusted = (records: readonly ResourceRecord[]) => {
    const { keyTag, algorithm, digests } = dnsKey('test', data);
    const ds = [{ keyTag, algorithm, digestType: 2, digest: digests['2'] ?? '' }];
    const answers = [...records, carried('test', signatureOver(records, 1))];
    return trustKeys(message({ answers }), { zone: 'test', ds, until: END_OF_TIME }, at);
  };

  it('are trusted where the one that the DS names signed them all', () => {
    expect(trusted([keyed(data)])).toMatchObject({ ok: true });
  });

  it('too many are not looked at', () => {
    const more = Array.from({ length: MOST_KEYS }, (_, index) =>
      keyed({ ...data, publicKey: Uint8Array.from({ length: 32 }, () => index) }),
    );
    expect(trusted([keyed(data), ...more])).toMatchObject({
      ok: false,
      reason: `test shows more than ${MOST_KEYS} keys`,
    });
  });

  it('revoked, of another protocol, or matched by no DS, they are none', () => {
    expect(trusted([keyed({ ...data, flags: 257 | 0x80 })]).ok).toBe(false);
    expect(trusted([keyed({ ...data, protocol: 2 })]).ok).toBe(false);
    expect(trusted([keyed({ ...data, flags: 256 })]).ok).toBe(false);
  });

  it('of RSA are read only in sizes that are quick', () => {
    const rsa = (exponent: number, modulus: number) =>
      publicKeyOf({
        ...data,
        algorithm: 8,
        publicKey: Buffer.concat([Buffer.of(exponent), Buffer.alloc(exponent, 3), Buffer.alloc(modulus, 0xab)]),
      });
    expect(rsa(3, 256)).toBeDefined();
    expect(rsa(64, 256)).toBeUndefined();
    expect(rsa(3, 2048)).toBeUndefined();
    expect(rsa(3, 16)).toBeUndefined();
  });
});

it('NSEC3 of very many iterations prove nothing, and are not hashed', () => {
  const rdata: RdataOf<'nsec3'> = {
    kind: 'nsec3',
    hash: 1,
    flags: 0,
    iterations: MOST_ITERATIONS + 1,
    salt: new Uint8Array(),
    next: new Uint8Array(20),
    types: [TYPES.NS],
  };
  const name = `${base32Hex(new Uint8Array(20))}.test`;
  const one: ResourceRecord = { name, type: TYPES.NSEC3, class: CLASS_IN, ttl: 300, rdata };
  const authority = [one, carried(name, signatureOver([one], 2))];
  expect(denialOf(message({ authority }), { denied: 'ds', name: 'a.test', keys }, at)).toMatchObject({
    kind: 'unusable',
    reason: `the NSEC3 of test take ${MOST_ITERATIONS + 1} iterations`,
  });
});
