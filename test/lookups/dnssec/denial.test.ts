// What NSEC and NSEC3 records of a small zone prove and what they do not (RFC 4035 section 5.4, RFC 5155 section 8, RFC 6840 section 4).
import { describe, expect, it } from 'vitest';
import { nsec3Hash, nsec3Octets } from '../../../src/lookups/dns/codec/nsec3-hash.ts';
import { TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { type Nsec, nsecDeniesCut, nsecDeniesDs, nsecDeniesName } from '../../../src/lookups/dnssec/nsec.ts';
import { type Nsec3, nsec3DeniesCut, nsec3DeniesDs, nsec3DeniesName } from '../../../src/lookups/dnssec/nsec3.ts';

const { A, CNAME, DNAME, DNSKEY, DS, NS, SOA } = TYPES;

/** `a` and `o` are delegations without DS, `b` one with it; nothing stands at `ent` but something below. */
const ZONE: Readonly<Record<string, readonly number[]>> = {
  test: [NS, SOA, DNSKEY],
  'a.test': [NS],
  'b.test': [NS, DS],
  'c.test': [A],
  'd.test': [DNAME],
  'x.ent.test': [A],
  'y.test': [CNAME],
  'z.test': [A],
};
const OWNERS = Object.keys(ZONE);
const asked = (name: string) => ({ name, zone: 'test' });

const CHAIN: readonly Nsec[] = OWNERS.map((owner, at) => ({
  owner,
  next: OWNERS[at + 1] ?? 'test',
  types: ZONE[owner] ?? [],
}));
const nsec = (...owners: readonly string[]) => CHAIN.filter(({ owner }) => owners.includes(owner));

describe('NSEC', () => {
  it.each([
    ['a delegation without DS', 'a.test', ['a.test'], true],
    ['the same in capitals', 'A.TEST', ['a.test'], true],
    ['a delegation with DS', 'b.test', ['b.test'], false],
    ['no delegation', 'c.test', ['c.test'], false],
    ['the zone’s own record, which is the child’s of its parent', 'test', ['test'], false],
    ['another name’s record', 'c.test', ['a.test'], false],
    ['nothing', 'a.test', [], false],
  ])('that there is no DS, of %s', (_what, name, owners, proved) => {
    expect(nsecDeniesDs(nsec(...owners), name)).toBe(proved);
  });

  it.each([
    ['a name with other records', 'c.test', ['c.test'], true],
    ['a delegation', 'a.test', ['a.test'], false],
    ['an alias', 'y.test', ['y.test'], false],
    ['a name that something lies under', 'ent.test', ['d.test'], true],
    ['a name that is not there', 'e.test', ['d.test'], false],
    ['a name below a delegation', 'x.a.test', ['a.test'], false],
  ])('that it is no delegation, of %s', (_what, name, owners, proved) => {
    expect(nsecDeniesCut(nsec(...owners), asked(name))).toBe(proved);
  });

  it.each([
    ['a gap, and one over the wildcard', 'cc.test', ['c.test', 'test'], true],
    ['a gap alone', 'cc.test', ['c.test'], false],
    ['the wildcard alone', 'cc.test', ['test'], false],
    ['the last gap, which leads back to the zone', 'zz.test', ['z.test', 'test'], true],
    ['a name that is there', 'c.test', ['c.test', 'test'], false],
    ['a name that ends the gap', 'z.test', ['y.test', 'test'], false],
    ['a name that something lies under', 'ent.test', ['d.test', 'test'], false],
    ['a name below what is there: the wildcard is below it too', 'n.c.test', ['c.test'], true],
    ['a name deep below a name that only carries others', 'w.ent.test', ['d.test'], true],
    ['a name below a delegation', 'n.a.test', ['a.test', 'test'], false],
    ['a name below a DNAME', 'n.d.test', ['d.test', 'test'], false],
    ['a gap elsewhere', 'cc.test', ['z.test', 'test'], false],
  ])('that there is no such name, by %s', (_what, name, owners, proved) => {
    expect(nsecDeniesName(nsec(...owners), asked(name))).toBe(proved);
  });

  it('does not deny what a wildcard makes', () => {
    const chain = [
      { owner: 'test', next: '*.test', types: [NS, SOA] },
      { owner: '*.test', next: 'z.test', types: [A] },
      { owner: 'z.test', next: 'test', types: [A] },
    ];
    expect(nsecDeniesName(chain, asked('n.test'))).toBe(false);
  });
});

const SALT = Buffer.from('aabb', 'hex');
const hashOf = (name: string) => nsec3Hash(name, SALT, 1);
/** The names that there are, and those that only carry others, as their hashes run. */
const SORTED = [...OWNERS, 'ent.test'].sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1));

function record(owner: string, flags = 0): Nsec3 {
  const next = SORTED[(SORTED.indexOf(owner) + 1) % SORTED.length] ?? owner;
  const rdata = { kind: 'nsec3', hash: 1, flags, iterations: 1, salt: SALT, types: ZONE[owner] ?? [] } as const;
  return { hash: hashOf(owner), rdata: { ...rdata, next: nsec3Octets(next, SALT, 1) } };
}

/** The record in whose gap a name would lie. */
function over(name: string, flags = 0): Nsec3 {
  const below = SORTED.findLast((owner) => hashOf(owner) < hashOf(name)) ?? SORTED.at(-1) ?? '';
  return record(below, flags);
}

describe('NSEC3', () => {
  it.each([
    ['a delegation without DS', 'a.test', [record('a.test')], 'proved'],
    ['a delegation with DS', 'b.test', [record('b.test')], undefined],
    ['no delegation', 'c.test', [record('c.test')], undefined],
    ['a gap with opt-out', 'o.test', [record('test'), over('o.test', 1)], 'opt-out'],
    ['a gap without opt-out', 'o.test', [record('test'), over('o.test')], undefined],
    ['a gap alone: nothing shows what is above it', 'o.test', [over('o.test', 1)].filter(isNot('test')), undefined],
    ['a gap below a delegation', 'n.a.test', [record('a.test'), over('n.a.test', 1)], undefined],
    ['nothing', 'a.test', [], undefined],
  ])('that there is no DS, by %s', (_what, name, records, proof) => {
    expect(nsec3DeniesDs(records, asked(name))).toBe(proof);
  });

  it.each([
    ['a name with other records', 'c.test', [record('c.test')], 'proved'],
    ['a name that something lies under', 'ent.test', [record('ent.test')], 'proved'],
    ['a delegation', 'a.test', [record('a.test')], undefined],
    ['an alias', 'y.test', [record('y.test')], undefined],
    ['a gap', 'n.test', [over('n.test')], undefined],
    ['nothing', 'n.test', [], undefined],
  ])('that it is no delegation, by %s', (_what, name, records, proof) => {
    expect(nsec3DeniesCut(records, asked(name))).toBe(proof);
  });

  it.each(['n.test', 'm.test', 'l.test', 'k.test', 'j.test', 'i.test'])(
    'that %s is not there, wherever its hash lies',
    (name) => {
      const [own, wildcard] = [over(name), over('*.test')];
      expect(nsec3DeniesName([record('test'), own, wildcard], asked(name))).toBe('proved');
      expect(nsec3DeniesName([record('test', 1), over(name, 1), over('*.test', 1)], asked(name))).toBe('opt-out');
      expect(nsec3DeniesName([own, wildcard].filter(isNot('test')), asked(name))).toBeUndefined();
    },
  );

  it.each([
    ['a deeper name', 'n.m.test', [record('test'), over('m.test'), over('*.test')], 'proved'],
    ['a name under one that is there', 'n.c.test', [record('c.test'), over('n.c.test'), over('*.c.test')], 'proved'],
    ['a name under a delegation', 'n.a.test', [record('a.test'), over('n.a.test'), over('*.a.test')], undefined],
    ['a name under a DNAME', 'n.d.test', [record('d.test'), over('n.d.test'), over('*.d.test')], undefined],
    ['a name that is there', 'c.test', [record('test'), record('c.test'), over('*.test')], undefined],
    ['a zone that is another one', 'n.other', [record('test'), over('n.other'), over('*.test')], undefined],
  ])('that there is no such name, by %s', (_what, name, records, proof) => {
    expect(nsec3DeniesName(records, asked(name))).toBe(proof);
  });

  it('covers all names but its own by the one record of a zone that has one', () => {
    const only: Nsec3 = {
      hash: hashOf('test'),
      rdata: { ...record('test').rdata, next: nsec3Octets('test', SALT, 1) },
    };
    expect(nsec3DeniesName([only], asked('n.test'))).toBe('proved');
    expect(nsec3DeniesCut([only], asked('n.test'))).toBeUndefined();
  });
});

function isNot(owner: string) {
  return ({ hash }: Nsec3) => hash !== hashOf(owner);
}
