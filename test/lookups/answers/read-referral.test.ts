import { describe, expect, it } from 'vitest';
import { readDelegation, readDs } from '../../../src/lookups/answers/read-delegation.ts';
import { readReferral } from '../../../src/lookups/answers/read-referral.ts';
import type { DnsMessage, ResourceRecord } from '../../../src/lookups/dns/codec/message.ts';
import { RCODES } from '../../../src/lookups/dns/codec/types.ts';
import { dsRecord, message, record } from '../dns/messages.ts';

const PLACE = { zone: 'test', name: 'example.test' };
const NS1 = record('Example.test', 'NS', 'ns1.Sinkhole.test');
const NS2 = record('example.test', 'NS', 'ns2.elsewhere.example');
const SOA = record('test', 'SOA', 'ns.nic.test');
const AA = { authoritative: true };

function reading(parts: Partial<DnsMessage>) {
  return readDelegation(message(parts), PLACE);
}

describe('a referral', () => {
  it('is a delegation: a sorted set, with glue only for servers in the zone that spoke', () => {
    const additional = [
      record('ns1.sinkhole.test', 'A', '192.0.2.1'),
      record('ns1.sinkhole.test', 'AAAA', '2001:db8::1'),
      record('ns2.elsewhere.example', 'A', '203.0.113.66'),
      record('unasked.test', 'A', '203.0.113.67'),
    ];
    expect(reading({ authority: [NS2, NS1, NS1], additional })).toEqual({
      kind: 'delegated',
      delegation: {
        zone: 'test',
        nameServers: ['ns1.sinkhole.test', 'ns2.elsewhere.example'],
        glue: { 'ns1.sinkhole.test': ['192.0.2.1', '2001:db8::1'] },
        ttl: { nameServers: 300 },
      },
    });
  });

  it('keeps every address of a server, also where there are more than anybody asks', () => {
    const all = ['203.0.113.66', ...Array.from({ length: 9 }, (_, at) => `192.0.2.${at + 1}`)];
    const additional = all.map((text) => record('ns1.sinkhole.test', 'A', text));
    expect(reading({ authority: [NS1], additional })).toMatchObject({
      delegation: { glue: { 'ns1.sinkhole.test': all.toSorted() } },
    });
  });

  it.each<[string, Partial<DnsMessage>, string, RegExp]>([
    ['of the zone itself', { authority: [record('test', 'NS', 'ns.nic.test')] }, 'lame', /upward/],
    ['to the root', { authority: [record('.', 'NS', 'a.root.test')] }, 'lame', /upward/],
    ['of another name', { authority: [record('other.test', 'NS', 'ns1.other.test')] }, 'wrong-object', /other\.test/],
    ['of two names', { authority: [NS1, record('other.test', 'NS', 'ns1.other.test')] }, 'contradictory', /two zones/],
    ['that claims authority', { ...AA, authority: [NS1] }, 'contradictory', /AA/],
    ['with an alias beside it', { answers: [record('example.test', 'CNAME', 'x.test')] }, 'contradictory', /alias/],
    ['with a server without a name', { authority: [record('example.test', 'NS', '.')] }, 'unparsable', /name server/],
  ])('is not believed: %s', (_what, parts, failure, detail) => {
    const read = reading(parts);
    expect(read).toMatchObject({ kind: 'failure', failure });
    expect(read.kind === 'failure' && read.detail).toMatch(detail);
  });

  it('between the zone and the name is a cut for the walk and no delegation of the name', () => {
    const place = { zone: 'test', name: 'deep.example.test' };
    expect(readReferral(message({ authority: [NS1] }), place)).toMatchObject({ kind: 'referral', cut: 'example.test' });
    expect(readDelegation(message({ authority: [NS1] }), place)).toMatchObject({ failure: 'contradictory' });
  });
});

describe('an answer with name servers', () => {
  it('with authority is the child speaking: noted, and no delegation', () => {
    expect(reading({ ...AA, answers: [NS1] })).toMatchObject({ kind: 'failure', failure: 'contradictory' });
    expect(readReferral(message({ ...AA, answers: [NS1] }), PLACE)).toMatchObject({ kind: 'child-view' });
  });

  it('without authority comes from a cache', () => {
    expect(reading({ answers: [NS1] })).toMatchObject({ kind: 'failure', failure: 'lame' });
  });
});

describe('nothing there', () => {
  it.each([
    ['NXDOMAIN', { ...AA, rcode: RCODES.NXDOMAIN, authority: [SOA] }],
    ['NODATA', { ...AA, authority: [SOA] }],
  ])('is an answer: %s with authority and the SOA of the zone', (word, parts) => {
    expect(reading(parts)).toEqual({ kind: 'absent', detail: `${word} in test, serial 7` });
  });

  it.each<[string, Partial<DnsMessage>, string]>([
    ['NXDOMAIN without AA', { rcode: RCODES.NXDOMAIN, authority: [SOA] }, 'lame'],
    ['NXDOMAIN without SOA', { ...AA, rcode: RCODES.NXDOMAIN }, 'lame'],
    ['an empty answer', { ...AA }, 'lame'],
    ['NODATA of the child', { ...AA, authority: [record('example.test', 'SOA', 'ns1.example.test')] }, 'contradictory'],
    [
      'NXDOMAIN of the root',
      { ...AA, rcode: RCODES.NXDOMAIN, authority: [record('.', 'SOA', 'a.root.test')] },
      'contradictory',
    ],
    ['REFUSED', { rcode: RCODES.REFUSED }, 'lame'],
    ['NOTAUTH', { rcode: RCODES.NOTAUTH }, 'lame'],
    ['SERVFAIL', { rcode: RCODES.SERVFAIL }, 'server-error'],
    ['a code nobody knows', { rcode: 11 }, 'server-error'],
    [
      'NXDOMAIN beside an alias',
      { ...AA, rcode: RCODES.NXDOMAIN, answers: [record('example.test', 'CNAME', 'x.test')], authority: [SOA] },
      'contradictory',
    ],
  ])('is not: %s', (_what, parts, failure) => {
    expect(reading(parts)).toMatchObject({ kind: 'failure', failure });
  });
});

describe('the DS question', () => {
  const DS = dsRecord('example.test', 4711, 'c0ffee');
  const read = (parts: Partial<DnsMessage>) => readDs(message(parts), PLACE);

  it('is answered by the parent: a set, or none with its SOA', () => {
    expect(read({ ...AA, answers: [DS] })).toEqual({
      ok: true,
      ds: [{ keyTag: 4711, algorithm: 13, digestType: 2, digest: 'c0ffee' }],
      ttl: 300,
    });
    expect(read({ ...AA, authority: [SOA] })).toEqual({ ok: true, ds: [], serial: 7 });
  });

  it.each<[string, Partial<DnsMessage>, string]>([
    ['a referral', { authority: [NS1] }, 'lame'],
    ['a DS without authority', { answers: [DS] }, 'lame'],
    ['nothing without an SOA', { ...AA }, 'lame'],
    [
      'nothing, says the child',
      { ...AA, authority: [record('example.test', 'SOA', 'ns1.example.test')] },
      'contradictory',
    ],
    [
      'NXDOMAIN for a name that was just delegated',
      { ...AA, rcode: RCODES.NXDOMAIN, authority: [SOA] },
      'contradictory',
    ],
    ['a DS of another name', { ...AA, answers: [dsRecord('other.test', 1, 'ff')] }, 'wrong-object'],
    ['SERVFAIL', { rcode: RCODES.SERVFAIL }, 'server-error'],
  ])('is not answered by %s', (_what, parts, failure) => {
    expect(read(parts)).toEqual({ ok: false, failure });
  });

  it('takes no other class for a DS', () => {
    const foreign: ResourceRecord = { ...DS, class: 3 };
    expect(read({ ...AA, answers: [foreign], authority: [SOA] })).toEqual({ ok: false, failure: 'wrong-object' });
  });
});
