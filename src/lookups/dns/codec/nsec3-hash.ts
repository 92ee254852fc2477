// The names of NSEC3 records: a hash in place of a name, and its form as a label (RFC 5155 section 5, RFC 4648 section 7).
import { createHash } from 'node:crypto';
import { canonicalOctets } from './names.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuv';

/** SHA-1, the only hash there is (RFC 5155 section 11). */
export function nsec3Octets(name: string, salt: Uint8Array, iterations: number): Uint8Array {
  let digest: Uint8Array = canonicalOctets(name);
  for (let round = 0; round <= iterations; round += 1) {
    digest = createHash('sha1').update(digest).update(salt).digest();
  }
  return digest;
}

export function nsec3Hash(name: string, salt: Uint8Array, iterations: number): string {
  return base32Hex(nsec3Octets(name, salt, iterations));
}

/** Without padding, in lower case. */
export function base32Hex(octets: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const octet of octets) {
    held = ((held << 8) | octet) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += DIGITS[(held >> (bits - 5)) & 31];
  }
  return bits === 0 ? text : text + DIGITS[(held << (5 - bits)) & 31];
}
