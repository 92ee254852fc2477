import { describe, expect, it } from 'vitest';
import { startTrail } from '../../../src/lookups/answers/chain.ts';
import { readAnswer } from '../../../src/lookups/answers/read-answer.ts';
import type { DnsMessage } from '../../../src/lookups/dns/codec/message.ts';
import { RCODES, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { readResolved } from '../../../src/lookups/resolver/read-resolved.ts';
import { message, record } from '../dns/messages.ts';

const ZONE = 'example.test';
const WWW = 'www.example.test';
const SOA = record(ZONE, 'SOA', 'ns1.example.test');
const AA = { authoritative: true };

function read(parts: Partial<DnsMessage>) {
  return readAnswer(message({ ...AA, ...parts }), ZONE, startTrail(WWW, TYPES.A));
}

describe('an authoritative answer', () => {
  it('is a set of addresses, with the shortest life of its records', () => {
    const answers = [
      record('WWW.example.test', 'A', '192.0.2.9', 60),
      record(WWW, 'A', '192.0.2.1', 300),
      record(WWW, 'A', '192.0.2.1', 300),
      record('other.test', 'A', '203.0.113.66', 1),
    ];
    const answer = { answer: 'addresses', addresses: ['192.0.2.1', '192.0.2.9'], ttl: 60 };
    expect(read({ answers })).toEqual({ kind: 'end', answer });
  });

  it('follows aliases within the zone, whatever their order', () => {
    const answers = [
      record('b.example.test', 'A', '192.0.2.1', 300),
      record('a.example.test', 'CNAME', 'b.example.test', 30),
      record(WWW, 'CNAME', 'A.example.test', 300),
    ];
    const chain = ['a.example.test', 'b.example.test'];
    expect(read({ answers })).toEqual({
      kind: 'end',
      answer: { answer: 'addresses', addresses: ['192.0.2.1'], ttl: 30, chain },
    });
  });

  it('is not believed beyond the zone: the chain leads onward', () => {
    const answers = [record(WWW, 'CNAME', 'x.other.test'), record('x.other.test', 'A', '203.0.113.66')];
    expect(read({ answers })).toMatchObject({ kind: 'onward', trail: { passed: ['x.other.test'] } });
    const short = [record(WWW, 'CNAME', 'b.example.test')];
    expect(read({ answers: short })).toMatchObject({ kind: 'onward', trail: { passed: ['b.example.test'] } });
  });

  it('tells no data from no such name, and lets the code speak of the last name of the chain', () => {
    expect(read({ authority: [SOA] })).toEqual({ kind: 'end', answer: { answer: 'no-data' } });
    const nx = { rcode: RCODES.NXDOMAIN, authority: [SOA] };
    expect(read(nx)).toEqual({ kind: 'end', answer: { answer: 'no-such-name' } });
    expect(read({ ...nx, answers: [record(WWW, 'CNAME', 'gone.example.test')] })).toEqual({
      kind: 'end',
      answer: { answer: 'no-such-name', chain: ['gone.example.test'] },
    });
  });

  it('may come from a zone above, as a sinkhole serves all names from one', () => {
    expect(read({ authority: [record('.', 'SOA', 'sinkhole.test')] })).toMatchObject({ answer: { answer: 'no-data' } });
  });

  it.each<[string, Partial<DnsMessage>, string, RegExp]>([
    [
      'a ring of aliases',
      { answers: [record(WWW, 'CNAME', 'a.example.test'), record('a.example.test', 'CNAME', WWW)] },
      'contradictory',
      /ring/,
    ],
    ['an alias to itself', { answers: [record(WWW, 'CNAME', WWW)] }, 'contradictory', /ring/],
    [
      'an alias with two targets',
      { answers: [record(WWW, 'CNAME', 'a.test'), record(WWW, 'CNAME', 'b.test')] },
      'contradictory',
      /two targets/,
    ],
    [
      'an alias beside an address',
      { answers: [record(WWW, 'CNAME', 'a.test'), record(WWW, 'A', '192.0.2.1')] },
      'contradictory',
      /beside/,
    ],
    [
      'records of another name',
      { answers: [record('evil.example', 'A', '192.0.2.1')] },
      'wrong-object',
      /not asked for/,
    ],
    ['nothing without an SOA', {}, 'lame', /no SOA/],
    ['NXDOMAIN without an SOA', { rcode: RCODES.NXDOMAIN }, 'lame', /SOA/],
    ['an SOA of another zone', { authority: [record('other.test', 'SOA', 'ns.test')] }, 'contradictory', /other\.test/],
    ['no authority', { authoritative: false, answers: [record(WWW, 'A', '192.0.2.1')] }, 'lame', /AA/],
    ['an upward referral', { authoritative: false, authority: [record('.', 'NS', 'a.root.test')] }, 'lame', /upward/],
    [
      'a referral to itself',
      { authoritative: false, authority: [record(ZONE, 'NS', 'ns1.example.test')] },
      'lame',
      /upward/,
    ],
    [
      'a referral elsewhere',
      { authoritative: false, authority: [record('x.test', 'NS', 'ns.x.test')] },
      'wrong-object',
      /x\.test/,
    ],
    ['REFUSED', { authoritative: false, rcode: RCODES.REFUSED }, 'lame', /REFUSED/],
    ['SERVFAIL', { authoritative: false, rcode: RCODES.SERVFAIL }, 'server-error', /SERVFAIL/],
  ])('is none: %s', (_what, parts, failure, detail) => {
    const reading = read(parts);
    expect(reading).toMatchObject({ kind: 'failure', failure });
    expect(reading.kind === 'failure' && reading.detail).toMatch(detail);
  });

  it('stops at eight aliases', () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        record(i === 0 ? WWW : `l${i}.example.test`, 'CNAME', `l${i + 1}.example.test`),
      );
    expect(read({ answers: links(8), authority: [SOA] })).toMatchObject({ kind: 'end' });
    expect(read({ answers: links(9), authority: [SOA] })).toMatchObject({ failure: 'contradictory' });
  });
});

describe("a resolver's answer", () => {
  const resolved = (parts: Partial<DnsMessage>) =>
    readResolved(message({ recursionAvailable: true, ...parts }), WWW, TYPES.A);

  it('needs no authority, and is followed to its end', () => {
    const answers = [record(WWW, 'CNAME', 'x.other.test', 60), record('x.other.test', 'A', '192.0.2.1', 5)];
    const chain = ['x.other.test'];
    expect(resolved({ answers })).toEqual({ answer: 'addresses', addresses: ['192.0.2.1'], ttl: 5, chain });
    expect(resolved({ rcode: RCODES.NXDOMAIN })).toEqual({ answer: 'no-such-name' });
    expect(resolved({})).toEqual({ answer: 'no-data' });
  });

  it('fails under its own word', () => {
    const edns = { udpSize: 1232, version: 0, dnssecOk: true, options: [{ code: 15, octets: Uint8Array.of(0, 9) }] };
    expect(resolved({ rcode: RCODES.SERVFAIL, edns })).toEqual({
      answer: 'failure',
      failure: 'server-error',
      detail: 'SERVFAIL, extended error 9 (DNSKEY missing)',
    });
    expect(resolved({ rcode: RCODES.REFUSED })).toMatchObject({ failure: 'denied' });
    expect(resolved({ recursionAvailable: false })).toMatchObject({ failure: 'denied' });
    expect(resolved({ answers: [record(WWW, 'CNAME', WWW)] })).toMatchObject({ failure: 'contradictory' });
  });
});
