// Where a resolver deviates from the servers in authority: in addresses, in whom it goes to, in the DS that it goes by.
import { describe, expect, test } from 'vitest';
import type { ResolverFacts } from '../../../src/model/seen/observation.ts';
import { type Authority, differencesOf, lifetimeOf } from '../../../src/model/seen/resolver-difference.ts';
import { addresses, DS, EVIL1, hosts, NO_DATA, NS1, NS2, TIMED_OUT } from '../../relief/literals.ts';

const AUTHORITY: Authority = { absent: false, hosts: [hosts()], nameServers: [NS1, NS2], ds: [] };
const OLD = addresses('192.0.2.5', '203.0.113.9');

function differing(facts: Partial<ResolverFacts>, authority: Partial<Authority> = {}) {
  return differencesOf({ hosts: hosts(), validated: false, ...facts }, { ...AUTHORITY, ...authority }).map(
    ({ of }) => of,
  );
}

describe('addresses', () => {
  test('are strange where no server in authority gives them, host by host', () => {
    expect(differing({})).toEqual([]);
    expect(differing({ hosts: hosts({ www: { a: OLD, aaaa: NO_DATA } }) })).toEqual(['www a']);
    expect(differing({ hosts: hosts({ apex: { a: NO_DATA, aaaa: addresses('2001:db8:bad::1') } }) })).toEqual([
      'apex aaaa',
    ]);
  });

  test('that one of two servers gives are not strange', () => {
    const second = hosts({ apex: { a: OLD, aaaa: NO_DATA } });
    expect(differing({ hosts: second }, { hosts: [hosts(), second] })).toEqual([]);
  });

  test('are compared with nobody where nobody answered that question', () => {
    const silent = hosts({ apex: { a: TIMED_OUT, aaaa: TIMED_OUT } });
    const old = hosts({ apex: { a: OLD, aaaa: NO_DATA } });
    expect(differing({ hosts: old }, { hosts: [silent] })).toEqual([]);
    expect(differing({ hosts: old }, { hosts: [] })).toEqual([]);
    expect(differing({ hosts: old }, { hosts: [silent, hosts()] })).toEqual(['apex a']);
  });

  test('that a resolver made of the IPv4 address that is right are not strange, and of any other one are', () => {
    const only = hosts({ apex: { a: addresses('192.0.2.5', '192.0.2.6'), aaaa: NO_DATA } });
    const made = (text: string) => {
      const apex = { a: addresses('192.0.2.5'), aaaa: addresses(text) };
      return differing({ hosts: hosts({ apex }) }, { hosts: [only] });
    };
    expect(made('64:ff9b::c000:205')).toEqual([]);
    expect(made('64:ff9b:1::c000:206')).toEqual([]);
    expect(made('64:ff9b::cb00:7109')).toEqual(['apex aaaa']);
    // Any prefix may be a network's own, and any address of somebody else's may end alike.
    expect(made('2001:db8:64::c000:205')).toEqual(['apex aaaa']);
  });

  test('of a name that the parent zone does not have are all strange', () => {
    expect(differing({}, { absent: true, hosts: [] })).toHaveLength(6);
  });
});

describe('the delegation that a resolver goes by', () => {
  const names = (...all: (typeof NS1)[]) => ({ nameServers: { names: all } });

  test('is another one where no name server is the parent’s', () => {
    expect(differing(names(EVIL1))).toEqual(['name-servers']);
    expect(differing(names(NS1))).toEqual([]);
    expect(differing(names(EVIL1, NS2))).toEqual([]);
    expect(differing(names())).toEqual([]);
  });

  test('is any at all where the parent zone does not have the name, and none where nobody knows the parent’s', () => {
    expect(differing(names(NS1), { absent: true, hosts: [] })).toContain('name-servers');
    const { nameServers: _, ...unknown } = AUTHORITY;
    expect(differencesOf({ hosts: hosts(), validated: false, ...names(EVIL1) }, unknown)).toEqual([]);
    expect(differing(names(EVIL1), { nameServers: [] })).toEqual([]);
  });
});

describe('the DS that a resolver goes by', () => {
  const kept = (...records: (typeof DS)[]) => ({ ds: { records } });

  test('is another one where the set differs, in whatever case and order it is written', () => {
    const other = { ...DS, keyTag: 99 };
    expect(differing(kept(DS))).toEqual(['ds']);
    expect(differing(kept())).toEqual([]);
    expect(differing(kept({ ...DS, digest: 'AB' }, other), { ds: [other, DS] })).toEqual([]);
    expect(differing(kept(DS), { ds: [DS, other] })).toEqual(['ds']);
  });

  test('is none to compare where nobody knows the parent’s, and any where the name is gone', () => {
    const { ds: _, ...unknown } = AUTHORITY;
    expect(differencesOf({ hosts: hosts(), validated: false, ...kept(DS) }, unknown)).toEqual([]);
    expect(differing(kept(DS), { absent: true, ds: [DS] })).toContain('ds');
  });
});

test('the lifetime of each answer is its own', () => {
  const facts: ResolverFacts = {
    hosts: hosts({ www: { a: { ...OLD, ttl: 7 } as never, aaaa: NO_DATA } }),
    validated: false,
    nameServers: { names: [NS1], ttl: 172_800 },
    ds: { records: [DS], ttl: 3600 },
  };
  expect((['www a', 'www aaaa', 'apex a', 'name-servers', 'ds'] as const).map((of) => lifetimeOf(facts, of))).toEqual([
    7,
    undefined,
    60,
    172_800,
    3600,
  ]);
});
