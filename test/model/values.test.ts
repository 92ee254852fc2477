import { describe, expect, it } from 'vitest';
import { addressOfOctets, parseAddress, parsePrefix, prefixTest } from '../../src/model/address.ts';
import { domainsOf } from '../../src/model/case/sinkhole.ts';
import { compactInstant, earlier, instantAt, isBefore, parseDate, parseInstant } from '../../src/model/instant.ts';
import { nameOrNone } from '../../src/model/name.ts';
import { registrarText } from '../../src/model/registrar.ts';
import { dsMatches, nameServerSet, sameSet } from '../../src/model/seen/delegation.ts';
import { EPP_STATUSES, parseEppStatus } from '../../src/model/seen/epp-status.ts';
import { name } from '../support/values.ts';

describe('instants and dates', () => {
  it.each([
    ['2019-03-15T16:00:00-04:00', '2019-03-15T20:00:00Z'],
    ['2019-03-15T20:00Z', '2019-03-15T20:00:00Z'],
    ['2019-03-15T20:00:00.250Z', '2019-03-15T20:00:00.250Z'],
  ])('reads %s as UTC', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each(['2019-02-30T00:00:00Z', '2019-03-15', '2019-03-15T16:00:00', '15 Mar 2019', '2019-13-01T00:00:00Z'])(
    'refuses %s',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
    },
  );

  it('knows the days that there are', () => {
    expect([parseDate('2024-02-29'), parseDate('2023-02-29'), parseDate('2023-2-9')]).toEqual([
      '2024-02-29',
      undefined,
      undefined,
    ]);
  });

  it.each([
    [0, 1000],
    [999, 1000],
    [1000, 1001],
    [951_782_400_000, 951_868_800_000],
  ])('runs from %d to %d and not back, with fractions and without', (earlier, later) => {
    const [one, other] = [instantAt(earlier), instantAt(later)];
    expect([isBefore(one, other), isBefore(other, one), isBefore(one, one)]).toEqual([true, false, false]);
  });

  it('knows the earlier of two, with a fraction or without', () => {
    const [whole, half, next] = [0, 500, 1000].map(instantAt);
    if (whole === undefined || half === undefined || next === undefined) throw new Error('no instants');
    expect([earlier(whole, half), earlier(half, whole), earlier(next, half)]).toEqual([whole, whole, half]);
  });

  it.each([
    '2019-03-15T25:00:00Z',
    '2019-03-15T20:61:00Z',
    '2019-03-15T20:00:00z',
    ' 2019-03-15T20:00:00Z',
    '2019-03-15T20:00:00+0100',
    '2019-03-15T20:00:00+01:00Z',
  ])('does not read %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('prints the form of file names', () => {
    const instant = parseInstant('2019-03-18T14:15:02.500Z');
    expect(instant && compactInstant(instant)).toBe('20190318T141502Z');
  });
});

describe('addresses', () => {
  it('gives equal addresses one spelling', () => {
    expect(parseAddress('2001:DB8:0:0::1')).toBe('2001:db8::1');
    expect([parseAddress('192.0.2.256'), parseAddress('fe80::1%eth0'), parseAddress('x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('tests membership of either family', () => {
    const prefixes = ['192.0.2.0/24', '2001:db8:5::/48'].flatMap((text) => parsePrefix(text) ?? []);
    const holds = prefixTest(prefixes);
    const tried = ['192.0.2.9', '192.0.3.9', '2001:db8:5::9', '2001:db8:6::9'].flatMap(
      (text) => parseAddress(text) ?? [],
    );
    expect(tried.map(holds)).toEqual([true, false, true, false]);
    expect(tried.some(prefixTest([]))).toBe(false);
  });

  it('reads prefixes of one address, and of all', () => {
    expect(['192.0.2.1/32', '2001:DB8::1/128', '0.0.0.0/0', '::/0'].map(parsePrefix)).toEqual([
      '192.0.2.1/32',
      '2001:db8::1/128',
      '0.0.0.0/0',
      '::/0',
    ]);
    const one = prefixTest(['192.0.2.1/32'].flatMap((text) => parsePrefix(text) ?? []));
    expect(['192.0.2.1', '192.0.2.2'].flatMap((text) => parseAddress(text) ?? []).map(one)).toEqual([true, false]);
  });

  it('spells four octets as an address, wherever they stand', () => {
    expect(addressOfOctets(Uint8Array.of(9, 255, 0, 2, 10), 1)).toBe('255.0.2.10');
    expect(addressOfOctets(Uint8Array.of(192, 0, 2, 1))).toBe('192.0.2.1');
  });

  it.each(['192.0.2.0/33', '192.0.2.0', '192.0.2.0/24/1', '2001:db8::/129', 'x/8'])('refuses the prefix %s', (text) => {
    expect(parsePrefix(text)).toBeUndefined();
  });
});

describe('the domains of a sinkhole', () => {
  it.each([
    ['ns1.sinkhole.example', 'sinkhole.example'],
    ['a.ns.sinkhole.example', 'ns.sinkhole.example'],
    ['sinkhole.example', 'sinkhole.example'],
    ['sinkhole.co.test', 'sinkhole.co.test', 'sinkhole.co.test'],
    ['ns1.sinkhole.co.test', 'sinkhole.co.test', 'sinkhole.co.test'],
    ['a.ns.sinkhole.co.test', 'ns.sinkhole.co.test', 'sinkhole.co.test'],
    ['ns1.sinkhole.example', 'sinkhole.example', 'other.test'],
  ])('of %s is %s', (server, domain, ...registered) => {
    expect(domainsOf([{ nameServers: [name(server)], registered: registered.map(name) }])).toEqual([domain]);
  });
});

describe('EPP statuses', () => {
  it('reads all three spellings of every status', () => {
    for (const [status, { rdap }] of Object.entries(EPP_STATUSES)) {
      expect([parseEppStatus(status), parseEppStatus(rdap), parseEppStatus(status.toUpperCase())]).toEqual([
        status,
        status,
        status,
      ]);
    }
  });

  it.each(['client hold', 'CLIENT-HOLD', 'client_hold', ' clientHold '])('reads %j', (text) => {
    expect(parseEppStatus(text)).toBe('clientHold');
  });

  it('does not guess', () => {
    expect(parseEppStatus('client')).toBeUndefined();
    expect(parseEppStatus('')).toBeUndefined();
    expect(parseEppStatus('locked')).toBeUndefined();
  });
});

describe('delegations and registrars', () => {
  it('keeps name servers as a set: sorted by code unit, each once', () => {
    const names = ['ns2.b.example', 'ns10.b.example', 'ns2.b.example', 'ns1.b.example'].flatMap(
      (one) => nameOrNone(one) ?? [],
    );
    expect(nameServerSet(names)).toEqual(['ns1.b.example', 'ns10.b.example', 'ns2.b.example']);
  });

  it('compares sets without order or repeats', () => {
    expect([sameSet(['a', 'b'], ['b', 'a', 'a']), sameSet(['a'], ['a', 'b'])]).toEqual([true, false]);
  });

  it('matches a DS only with its own key and digest', () => {
    const ds = { keyTag: 4711, algorithm: 13, digestType: 2, digest: 'AB' };
    const key = { keyTag: 4711, algorithm: 13, flags: 257, digests: { 2: 'ab' } };
    expect([
      dsMatches(ds, key),
      dsMatches({ ...ds, digestType: 4 }, key),
      dsMatches({ ...ds, keyTag: 1 }, key),
      dsMatches({ ...ds, algorithm: 8 }, key),
      dsMatches({ ...ds, digest: 'AC' }, key),
    ]).toEqual([true, false, false, false, false]);
  });

  it('names a registrar by what is known of it', () => {
    expect([
      registrarText({ name: 'A', ianaId: 1 }),
      registrarText({ ianaId: 1 }),
      registrarText({ name: 'A' }),
    ]).toEqual(['A (IANA ID 1)', 'IANA ID 1', 'A']);
  });
});
