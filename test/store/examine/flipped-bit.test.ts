import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { bitByCrc, bitByDigest, bitBySum, bitWords } from '../../../src/store/examine/flipped-bit.ts';

const WRITTEN = Buffer.from('- {"name":"a.example","took":12}');

function flipped(octet: number, bit: number): Buffer {
  const octets = Buffer.from(WRITTEN);
  octets[octet] = (octets[octet] ?? 0) ^ (1 << bit);
  return octets;
}

it('one bit is found by the digest of the whole and by the check sum of its line, wherever it is', () => {
  const digest = createHash('sha256').update(WRITTEN).digest('hex');
  for (let octet = 0; octet < WRITTEN.length; octet += 1) {
    const changed = flipped(octet, octet % 8);
    expect(bitByDigest(changed, digest, [[0, WRITTEN.length]])).toEqual({ octet, bit: octet % 8 });
    expect(bitBySum(changed.toString('latin1'), crc32(WRITTEN))).toEqual({ octet, bit: octet % 8 });
  }
});

it('one bit of a long text is found as well', () => {
  const long = Buffer.alloc(3_000_000, 'a name a line\n');
  const sum = crc32(long);
  for (const [octet, bit] of [
    [0, 0],
    [1_234_567, 3],
    [2_999_999, 7],
  ] as const) {
    const changed = Buffer.from(long);
    changed[octet] = (changed[octet] ?? 0) ^ (1 << bit);
    expect(bitByCrc(changed, sum)).toEqual({ octet, bit });
  }
});

it('two bits are not one', () => {
  const changed = flipped(3, 1);
  changed[9] = (changed[9] ?? 0) ^ 4;
  expect(bitBySum(changed.toString('latin1'), crc32(WRITTEN))).toBeUndefined();
  expect(bitByDigest(changed, createHash('sha256').update(WRITTEN).digest('hex'), [[0, 32]])).toBeUndefined();
});

it('is told with what stood there', () => {
  expect(bitWords(30, 0x33, { octet: 29, bit: 0 })).toBe('octet 30 is 0x33 (3) and was 0x32 (2)');
  expect(bitWords(1, 0x0a, { octet: 0, bit: 7 })).toBe('octet 1 is 0x0a and was 0x8a');
});
