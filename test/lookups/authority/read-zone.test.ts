import { describe, expect, it, test } from 'vitest';
import { readHttps } from '../../../src/lookups/answers/read-https.ts';
import { readZone } from '../../../src/lookups/authority/read-zone.ts';
import type { DnsAnswer } from '../../../src/lookups/dns/client.ts';
import type { DnsMessage, Rdata, ResourceRecord } from '../../../src/lookups/dns/codec/message.ts';
import { CLASS_IN, RCODES, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { message, record } from '../dns/messages.ts';

const NAME = 'moved.test';
const SOA = record(NAME, 'SOA', 'NS1.sinkhole.test');

function said(parts: Partial<DnsMessage>): DnsAnswer {
  return { ok: true, message: message({ authoritative: true, ...parts }) };
}

function raw(type: number, rdata: Rdata): ResourceRecord {
  return { name: NAME, type, class: CLASS_IN, ttl: 300, rdata };
}

function octets(...values: readonly number[]): Rdata {
  return { kind: 'unknown', octets: Uint8Array.from(values) };
}

const NONE = said({ authority: [SOA] });
const MX = (exchange: string) => raw(TYPES.MX, { kind: 'mx', preference: 10, exchange });
const TXT = (...strings: readonly string[]) =>
  raw(TYPES.TXT, { kind: 'txt', strings: strings.map((text) => new TextEncoder().encode(text)) });

describe('the facts of a zone', () => {
  it('are what its server says of the apex, each question by itself', () => {
    const facts = readZone(NAME, {
      answers: {
        SOA: said({ answers: [SOA] }),
        NS: said({ answers: [record(NAME, 'NS', 'B.old.test'), record(NAME, 'NS', 'a.old.test')] }),
        MX: said({ answers: [MX('Mail.old.test'), MX('.')] }),
        TXT: said({ answers: [TXT('v=spf1 ', '-all'), TXT('v=spf10 no'), TXT('hello')] }),
        HTTPS: NONE,
        CDS: said({ answers: [raw(TYPES.CDS, octets(0x12, 0x67, 13, 2, 1))] }),
        CDNSKEY: said({ answers: [raw(TYPES.CDNSKEY, octets(1, 1, 3, 13, 9))] }),
      },
      overTcp: said({ answers: [SOA] }),
      below: [],
    });
    expect(facts).toEqual({
      soa: { mname: 'ns1.sinkhole.test', rname: 'hostmaster.ns1.sinkhole.test', serial: 7 },
      nameServers: ['a.old.test', 'b.old.test'],
      mail: ['.', 'mail.old.test'],
      spf: ['v=spf1 -all'],
      https: [],
      cds: ['CDNSKEY of algorithm 13', 'CDS 4711'],
      tcp: 'answers',
    });
  });

  it('are absent where a question had no usable answer, with the reason', () => {
    const refused = said({ authoritative: false, rcode: RCODES.REFUSED });
    const timeout = { ok: false, failure: 'timeout', detail: '' } as const;
    const facts = readZone(NAME, {
      answers: {
        SOA: refused,
        NS: timeout,
        MX: said({ answers: [MX('m.test')], authoritative: false }),
        CDS: NONE,
        CDNSKEY: timeout,
      },
      overTcp: { ok: false, failure: 'refused', detail: 'ECONNREFUSED' },
      below: [],
    });
    expect(facts).toEqual({
      tcp: 'refused',
      failures: { SOA: 'lame', NS: 'timeout', MX: 'lame', CDNSKEY: 'timeout' },
    });
  });

  it('have no SOA where the server says that there is none, which is no failure', () => {
    expect(readZone(NAME, { answers: { SOA: NONE }, below: [] })).toEqual({ soa: null });
    const above = said({ authority: [record('test', 'SOA', 'a.nic.test')], rcode: RCODES.NXDOMAIN });
    expect(readZone(NAME, { answers: { MX: above }, below: [] })).toEqual({ mail: [] });
    const beside = said({ authority: [record('other.test', 'SOA', 'a.nic.test')] });
    expect(readZone(NAME, { answers: { MX: beside }, below: [] })).toEqual({ failures: { MX: 'contradictory' } });
  });

  it('name the alias at the apex, a DNAME below it too', () => {
    const alias = said({ answers: [record(NAME, 'CNAME', 'Other.test')] });
    expect(readZone(NAME, { answers: { MX: alias }, below: [] })).toEqual({ alias: 'other.test' });
    const dname = said({
      answers: [record(NAME, 'DNAME', 'far.test'), record('x.moved.test', 'CNAME', 'x.far.test')],
    });
    expect(readZone(NAME, { answers: {}, below: [NONE, dname] })).toEqual({ alias: 'far.test' });
  });

  it('tell a CDS that asks to remove the DS from one that asks for a DS', () => {
    const facts = readZone(NAME, {
      answers: { CDS: said({ answers: [raw(TYPES.CDS, octets(0, 0, 0, 0, 0)), raw(TYPES.CDS, octets(1))] }) },
      below: [],
    });
    expect(facts.cds).toEqual(['CDS delete', 'CDS unreadable']);
  });
});

describe('an HTTPS record', () => {
  const hint = (key: number, ...value: readonly number[]) => [key >> 8, key & 255, 0, value.length, ...value];
  const target = [1, 0x41, 4, 0x74, 0x65, 0x73, 0x74, 0];

  it('gives its target and the addresses that it suggests', () => {
    const six = [0x20, 1, 0xd, 0xb8, ...new Array<number>(11).fill(0), 9];
    const read = readHttps(
      Uint8Array.from([0, 1, ...target, ...hint(1, 2, 0x68, 0x32), ...hint(4, 203, 0, 113, 9), ...hint(6, ...six)]),
    );
    expect(read).toEqual({ target: 'a.test', hints: ['2001:db8::9', '203.0.113.9'] });
    expect(readHttps(Uint8Array.of(0, 1, 0))).toEqual({ target: '.', hints: [] });
  });

  test.each([
    ['no target', [0, 1]],
    ['a target that does not end', [0, 1, 5, 65]],
    ['a pointer', [0, 1, 0xc0, 0]],
    ['a parameter beyond the end', [0, 1, 0, 0, 4, 0, 8, 1]],
    ['half an address', [0, 1, 0, ...hint(4, 1, 2, 3)]],
    ['half a parameter', [0, 1, 0, 0, 4]],
  ])('is unreadable with %s', (_what, values) => {
    expect(readHttps(Uint8Array.from(values))).toBeUndefined();
  });
});
