// Every address that was set apart for a purpose, in each form in which it can be written, is one that nobody dials.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf } from '../../src/lookups/special-addresses.ts';
import { RANGES } from '../../src/lookups/special-ranges.ts';
import { parseAddress } from '../../src/model/address.ts';
import { address } from '../support/values.ts';

type Octets = readonly number[];

const special = RANGES.filter(({ opening }) => opening !== 'always');

function octetsOf(text: string): Octets {
  if (!text.includes(':')) return text.split('.').map(Number);
  const [left = '', right = ''] = text.split('::');
  const groups = (part: string) =>
    part.split(':').flatMap((group) => (group === '' ? [] : [Number.parseInt(group, 16)]));
  const [head, tail] = [groups(left), groups(right)];
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail].flatMap((g) => [
    g >> 8,
    g & 255,
  ]);
}

function textOf(octets: Octets): string {
  if (octets.length === 4) return octets.join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((octets[2 * i] ?? 0) << 8) | (octets[2 * i + 1] ?? 0));
  return groups.map((group) => group.toString(16)).join(':');
}

/** An address in the block: its own bits, and beyond them those of `rest`. */
function inBlock(prefix: string, rest: Octets): string {
  const [base = '', length = '0'] = prefix.split('/');
  return textOf(
    octetsOf(base).map((octet, i) => {
      const own = Math.max(0, Math.min(8, Number(length) - 8 * i));
      const mask = (0xff << (8 - own)) & 0xff;
      return (octet & mask) | ((rest[i] ?? 0) & ~mask & 0xff);
    }),
  );
}

const ZEROS: Octets = new Array<number>(16).fill(0);
const ONES: Octets = new Array<number>(16).fill(255);
const anyOctets = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 16, maxLength: 16 });

/** All forms of IPv6 that carry an IPv4 address. The interface identifiers stand under a public prefix. */
const FORMS: Readonly<Record<string, (inner: Octets) => string>> = {
  mapped: (inner) => `::ffff:${inner.join('.')}`,
  compatible: (inner) => `::${inner.join('.')}`,
  translated: (inner) => `::ffff:0:${inner.join('.')}`,
  NAT64: (inner) => `64:ff9b::${inner.join('.')}`,
  'local NAT64': (inner) => `64:ff9b:1::${inner.join('.')}`,
  '6to4': (inner) => textOf([0x20, 0x02, ...inner, ...ZEROS.slice(0, 9), 1]),
  'Teredo server': (inner) => textOf([0x20, 1, 0, 0, ...inner, ...ZEROS.slice(0, 4), 0xf7, 0xf7, 0xf7, 0xf7]),
  'Teredo client': (inner) => textOf([0x20, 1, 0, 0, 8, 8, 8, 8, 0, 0, 0, 0, ...inner.map((octet) => octet ^ 255)]),
  ISATAP: (inner) => `2a00:1450::5efe:${inner.join('.')}`,
  'ISATAP, universal': (inner) => `2a00:1450::200:5efe:${inner.join('.')}`,
};

const isOpen = (text: string) => classOf(address(text)).opening === 'always';

describe('an address set apart', () => {
  it.each(special.map((row) => [row.prefix, row] as const))(
    '%s is closed from its first to its last',
    (prefix, row) => {
      if (prefix === '::/0') return expect(isOpen('::2')).toBe(false);
      for (const rest of [ZEROS, ONES])
        expect(classOf(address(inBlock(prefix, rest)))).toMatchObject({ what: expect.any(String) });
      expect(isOpen(inBlock(prefix, ZEROS)), row.what).toBe(false);
      expect(isOpen(inBlock(prefix, ONES)), row.what).toBe(false);
    },
  );

  it('is closed everywhere in its block', () => {
    const rows = special.filter(({ prefix }) => prefix !== '::/0' && prefix !== '2001::/23');
    fc.assert(
      fc.property(fc.constantFrom(...rows), anyOctets, (row, rest) => !isOpen(inBlock(row.prefix, rest))),
      { numRuns: 2000 },
    );
  });

  const ipv4 = special.filter(({ prefix }) => !prefix.includes(':'));

  it.each(Object.entries(FORMS))('is closed in its form as %s', (_, form) => {
    for (const { prefix } of ipv4) {
      for (const rest of [ZEROS, ONES]) {
        const inner = inBlock(prefix, rest).split('.').map(Number);
        expect(isOpen(form(inner)), `${prefix}: ${form(inner)}`).toBe(false);
      }
    }
    fc.assert(
      fc.property(fc.constantFrom(...ipv4), anyOctets, (row, rest) => {
        return !isOpen(form(inBlock(row.prefix, rest).split('.').map(Number)));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves open what is public, also in the forms that lead to it', () => {
    for (const text of [
      '8.8.8.8',
      '192.5.6.30',
      '198.41.0.4',
      '2001:503:ba3e::2:30',
      '2801:1b8:10::b',
      '2a00:1450::1',
    ]) {
      expect(isOpen(text), text).toBe(true);
    }
    for (const form of ['mapped', 'NAT64', '6to4', 'ISATAP']) {
      expect(isOpen(FORMS[form]?.([8, 8, 8, 8]) ?? ''), form).toBe(true);
    }
  });

  it('names every row’s source, and no prefix twice', () => {
    expect(RANGES.filter(({ source }) => source === '')).toEqual([]);
    expect(new Set(RANGES.map(({ prefix }) => prefix)).size).toBe(RANGES.length);
    expect(RANGES.every(({ prefix }) => parseAddress(prefix.split('/')[0] ?? '') !== undefined)).toBe(true);
  });
});
