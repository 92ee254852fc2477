import { expect, it } from 'vitest';
import { encodeMessage } from '../../../src/lookups/dns/codec/encode.ts';
import {
  type DnsMessage,
  EMPTY_MESSAGE,
  extendedErrorOption,
  type Rdata,
} from '../../../src/lookups/dns/codec/message.ts';
import { messageLines } from '../../../src/lookups/printing/print-message.ts';
import { rdataText } from '../../../src/lookups/printing/print-rdata.ts';
import { record } from '../dns/messages.ts';

const lines = (message: Partial<DnsMessage>) => messageLines(encodeMessage({ ...EMPTY_MESSAGE, ...message }));

it('prints a message as dig does', () => {
  const edns = {
    udpSize: 1232,
    version: 0,
    dnssecOk: true,
    options: [extendedErrorOption({ code: 9, text: 'no key' }), { code: 10, octets: Uint8Array.of(1, 255) }],
  };
  const questions = [{ name: 'eXample.test', type: 1, class: 1 }];
  const answers = [record('example.test', 'A', '192.0.2.1', 60)];
  expect(
    lines({ id: 4711, response: true, authoritative: true, rcode: 2, questions, answers, edns }).join('\n'),
  ).toBe(`;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 4711
;; flags: qr aa; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags: do; udp: 1232
; EDE: 9 (DNSKEY Missing): (no key)
; OPT=10: 01 ff ("..")

;; QUESTION SECTION:
;eXample.test.		IN	A

;; ANSWER SECTION:
example.test.	60	IN	A	192.0.2.1`);
});

it('says of octets that are no message why, and what follows one', () => {
  expect(messageLines(Uint8Array.of(1, 2))).toEqual([';; malformed: it is shorter than a header, at octet 0 of 2']);
  expect(messageLines(Buffer.concat([encodeMessage(EMPTY_MESSAGE), Uint8Array.of(7)])).at(-1)).toBe(
    ';; 1 octets after the message',
  );
});

it.each<readonly [Rdata, string]>([
  [{ kind: 'unknown', octets: Uint8Array.of(192, 0, 2, 1) }, '\\# 4 C0000201'],
  [{ kind: 'unknown', octets: new Uint8Array() }, '\\# 0'],
  [{ kind: 'mx', preference: 0, exchange: '.' }, '0 .'],
  [
    { kind: 'txt', strings: [Buffer.from('v=spf1 "x" \u001b[31m'), Buffer.from('-all')] },
    '"v=spf1 \\"x\\" \\027[31m" "-all"',
  ],
  [{ kind: 'ds', keyTag: 4711, algorithm: 13, digestType: 2, digest: 'abcd' }, '4711 13 2 ABCD'],
  [{ kind: 'dnskey', flags: 257, protocol: 3, algorithm: 13, publicKey: Uint8Array.of(1, 2, 3) }, '257 3 13 AQID'],
  // The example of RFC 5155 appendix A: 0p9mhaveqvm6t7vbl5lop2u3t2rp3tom is the next hashed owner.
  [
    {
      kind: 'nsec3',
      hash: 1,
      flags: 1,
      iterations: 12,
      salt: Buffer.from('aabbccdd', 'hex'),
      next: Buffer.from('065368abeed7ec6e9feba96b8c8bc3e8b791f716', 'hex'),
      types: [2, 6],
    },
    '1 1 12 AABBCCDD 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM NS SOA',
  ],
])('record data: %o', (rdata, text) => {
  expect(rdataText(rdata)).toBe(text);
});

it.each<readonly [number, string, string]>([
  [257, '0005697373756563612e74657374', '0 issue "ca.test"'],
  [257, '0005', '\\# 2 0005'],
  [65, '00010000010003026832000400080a0000010a000002', '1 . alpn="h2" ipv4hint=10.0.0.1,10.0.0.2'],
  [64, '000002617200', '0 ar.'],
  [65, '0001000003000101', '1 . key3="\\001"'],
  [65, '00010000010009', '\\# 7 00010000010009'],
  [59, '126f0d02c0ffee', '4719 13 2 C0FFEE'],
  [60, '0101030d6b6579', '257 3 13 a2V5'],
  [51, '0100000a02abcd', '1 0 10 ABCD'],
  [33, '000a003c13c4016100', '10 60 5060 a.'],
  [65_280, 'cafe', '\\# 2 CAFE'],
])('data that is kept as octets, of type %i: %s', (type, octets, text) => {
  expect(rdataText({ kind: 'unknown', octets: Buffer.from(octets, 'hex') }, type)).toBe(text);
});
