// A DNSKEY as a key of node:crypto, and a signature tried with it (RFC 3110, RFC 6605, RFC 8080). `undefined`: no such key can
// be, so no signature of it verifies.
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { RdataOf } from '../dns/codec/message.ts';
import { ALGORITHMS, type Algorithm } from './algorithms.ts';
import { MOST_EXPONENT_OCTETS, RSA_BITS } from './bounds.ts';

export function publicKeyOf({ algorithm, publicKey }: RdataOf<'dnskey'>): KeyObject | undefined {
  const known = ALGORITHMS.get(algorithm);
  const key = known === undefined ? undefined : webKey(known.key, Buffer.from(publicKey));
  if (key === undefined) return undefined;
  try {
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return undefined;
  }
}

function webKey(key: Algorithm['key'], octets: Buffer): JsonWebKey | undefined {
  if (key.kind === 'RSA') return rsaKey(octets);
  if (octets.length !== key.octets) return undefined;
  if (key.kind === 'OKP') return { kty: 'OKP', crv: key.curve, x: octets.toString('base64url') };
  const half = key.octets / 2;
  const x = octets.subarray(0, half).toString('base64url');
  return { kty: 'EC', crv: key.curve, x, y: octets.subarray(half).toString('base64url') };
}

/** RFC 3110 section 2: the length of the exponent in one octet, or in two after a zero. */
function rsaKey(octets: Buffer): JsonWebKey | undefined {
  const short = octets[0] ?? 0;
  const length = short > 0 ? short : octets.length >= 3 ? octets.readUInt16BE(1) : 0;
  const start = short > 0 ? 1 : 3;
  const exponent = octets.subarray(start, start + length);
  const modulus = octets.subarray(start + length);
  const bits = modulus.length * 8;
  if (length === 0 || length > MOST_EXPONENT_OCTETS || bits < RSA_BITS.least || bits > RSA_BITS.most) return undefined;
  return { kty: 'RSA', e: exponent.toString('base64url'), n: modulus.toString('base64url') };
}

export function verifies(
  { algorithm, signature }: RdataOf<'rrsig'>,
  { octets, key }: { readonly octets: Uint8Array; readonly key: KeyObject },
): boolean {
  const known = ALGORITHMS.get(algorithm);
  if (known === undefined) return false;
  try {
    return verify(known.hash ?? null, octets, { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
