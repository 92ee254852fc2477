// One changed bit found by what it should add up to: every bit of a stretch is put back in turn until the digest is the one
// that is stated. Only for short stretches; who looks for more than chance can do has a digest and no bit.
import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface FlippedBit {
  /** Place in the octets that were searched. */
  readonly octet: number;
  readonly bit: number;
}

/** Octets that are hashed at most, all attempts together: a few seconds. */
const MOST_WORK = 4_000_000_000;

/** `digest`: or its first figures, enough of them that chance does not have them. `stretches`: from and to of where it may be. `undefined`: it is not one bit, or there is too much to try. */
export function bitByDigest(
  octets: Uint8Array,
  digest: string,
  stretches: readonly (readonly [from: number, to: number])[],
): FlippedBit | undefined {
  const work = stretches.reduce((sum, [from, to]) => sum + (to - from) * BITS * (octets.length - from), 0);
  if (work > MOST_WORK) return undefined;
  for (const [from, to] of stretches) {
    const before = createHash('sha256').update(octets.subarray(0, from));
    for (let octet = from; octet < to; octet += 1) {
      const bit = bitAt({ octets, octet, before, digest });
      if (bit !== undefined) return { octet, bit };
      before.update(octets.subarray(octet, octet + 1));
    }
  }
  return undefined;
}

const BITS = 8;

interface Attempt {
  readonly octets: Uint8Array;
  readonly octet: number;
  /** Over all octets before it. */
  readonly before: Hash;
  readonly digest: string;
}

function bitAt({ octets, octet, before, digest }: Attempt): number | undefined {
  for (let bit = 0; bit < BITS; bit += 1) {
    const hash = before.copy().update(Uint8Array.of((octets[octet] ?? 0) ^ (1 << bit)));
    if (
      hash
        .update(octets.subarray(octet + 1))
        .digest('hex')
        .startsWith(digest)
    )
      return bit;
  }
  return undefined;
}

/** In a line with the check sum that it should have. */
export function bitBySum(line: string, sum: number): FlippedBit | undefined {
  return bitByCrc(Buffer.from(line, 'latin1'), sum);
}

/**
 * A CRC is linear: what it comes to now and what it should come to differ by what the one bit contributes, whatever stands around
 * it. That is followed from the last bit to the first, so that files of any size can be searched.
 */
export function bitByCrc(octets: Uint8Array, sum: number): FlippedBit | undefined {
  const wanted = (crc32(octets) ^ sum) >>> 0;
  let contributes = LAST_BIT;
  for (let octet = octets.length - 1; octet >= 0; octet -= 1) {
    for (let bit = BITS - 1; bit >= 0; bit -= 1) {
      if (contributes === wanted) return { octet, bit };
      contributes = ((contributes & 1) === 0 ? contributes >>> 1 : (contributes >>> 1) ^ LAST_BIT) >>> 0;
    }
  }
  return undefined;
}

/** What the last bit of all contributes: the polynomial of CRC-32 (ISO 3309), bits in the order in which they are sent. */
const LAST_BIT = 0xedb88320;

/** `octet 17, "3" in place of "2"`, as a person would look for it. */
export function bitWords(octet: number, now: number, { bit }: FlippedBit): string {
  return `octet ${octet} is ${octetWords(now)} and was ${octetWords(now ^ (1 << bit))}`;
}

function octetWords(octet: number): string {
  const hex = `0x${octet.toString(16).padStart(2, '0')}`;
  return octet > 0x20 && octet < 0x7f ? `${hex} (${String.fromCharCode(octet)})` : hex;
}
