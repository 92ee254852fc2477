import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../../../src/lookups/dns/codec/encode.ts';
import { extendedErrorOption, extendedErrorsOf, lifetime } from '../../../../src/lookups/dns/codec/message.ts';
import { message, question, record } from '../messages.ts';

/** A header with counts, then octets written in hexadecimal. */
function raw(counts: readonly number[], hex: string): Uint8Array {
  const head = ['1234', '8400', ...counts.map((count) => count.toString(16).padStart(4, '0'))];
  return Buffer.from([...head, hex].join('').replaceAll(' ', ''), 'hex');
}

function reason(octets: Uint8Array): string {
  const decoded = decodeMessage(octets);
  return decoded.ok ? 'no reason: it was read' : decoded.reason;
}

const A_RECORD = '00 0001 0001 0000003c';
const OPT = '00 0029 04d0 00000000 0000';

describe('octets that dns-packet takes for an answer', () => {
  it('refuses an A record of 3 and of 6 octets', () => {
    expect(reason(raw([0, 1, 0, 0], `${A_RECORD} 0003 010203`))).toBe('it ends too early');
    expect(reason(raw([0, 1, 0, 0], `${A_RECORD} 0006 010203040506`))).toMatch(/another length/);
  });

  it('keeps a dot inside a label apart from a dot between labels', () => {
    const decoded = decodeMessage(raw([1, 0, 0, 0], '03 61 2e 62 00 0001 0001'));
    expect(decoded.ok && decoded.message.questions[0]?.name).toBe('a\\.b');
  });

  it('keeps an octet that is no character', () => {
    const decoded = decodeMessage(raw([1, 0, 0, 0], '02 ff 20 00 0001 0001'));
    expect(decoded.ok && decoded.message.questions[0]?.name).toBe('\\255\\032');
  });

  it('refuses counts that cannot be true before it makes lists of them', () => {
    expect(reason(raw([0xffff, 0xffff, 0xffff, 0xffff], ''))).toMatch(/more records than it can hold/);
  });

  it('refuses to write a label of 70 octets', () => {
    expect(() => encodeMessage(message({ questions: [question('a'.repeat(70), 'A')] }))).toThrow(RangeError);
  });

  it('joins the extended RCODE, and reads extended errors', () => {
    const edns = {
      udpSize: 1232,
      version: 0,
      dnssecOk: true,
      options: [extendedErrorOption({ code: 9, text: 'no key' })],
    };
    const decoded = decodeMessage(encodeMessage(message({ rcode: 16, edns })));
    expect(decoded.ok && decoded.message.rcode).toBe(16);
    expect(decoded.ok && extendedErrorsOf(decoded.message)).toEqual([{ code: 9, text: 'no key' }]);
  });

  it('counts octets after the message', () => {
    const decoded = decodeMessage(raw([0, 0, 0, 0], 'cafe'));
    expect(decoded.ok && decoded.trailing).toBe(2);
  });
});

describe('octets that are no message', () => {
  it.each([
    ['a header that is cut off', Buffer.from('123484000000', 'hex'), /shorter than a header/],
    ['a pointer to itself', raw([1, 0, 0, 0], 'c00c 0001 0001'), /backward/],
    ['a pointer forward', raw([1, 0, 0, 0], 'c010 0001 0001 00 0001 0001'), /backward/],
    ['a pointer into the header', raw([1, 0, 0, 0], 'c004 0001 0001'), /backward/],
    ['two pointers in a ring', raw([1, 0, 0, 0], '0161 c00c 0001 0001'), /backward/],
    ['a label of an unknown type', raw([1, 0, 0, 0], '41 61 00 0001 0001'), /label of a type/],
    ['a name of 256 octets', raw([1, 0, 0, 0], `${`3f${'61'.repeat(63)}`.repeat(4)}00 0001 0001`), /255 octets/],
    ['record data beyond the end', raw([0, 1, 0, 0], `${A_RECORD} 0009 01020304`), /beyond the end/],
    ['two OPT records', raw([0, 0, 0, 2], OPT + OPT), /second OPT/],
    ['an OPT record among the answers', raw([0, 1, 0, 0], OPT), /outside the additional/],
    ['an OPT record with a name', raw([0, 0, 0, 1], `0161${OPT}`), /OPT record with a name/],
    ['an EDNS option longer than its record', raw([0, 0, 0, 1], '00 0029 04d0 00000000 0004 000f0009'), /too early/],
    ['a TXT record without a string', raw([0, 1, 0, 0], '00 0010 0001 0000003c 0000'), /too early/],
    ['a DS record of 3 octets', raw([0, 1, 0, 0], '00 002b 0001 0000003c 0003 010203'), /too early/],
    [
      'a name that runs out of its record',
      raw([0, 2, 0, 0], `00 0002 0001 0000003c 0002 0161 ${A_RECORD} 0004 01020304`),
      /too early/,
    ],
  ])('says what is wrong with %s', (_what, octets, expected) => {
    expect(reason(octets)).toMatch(expected);
  });

  it('takes a name of exactly 255 octets', () => {
    const name = `${`3f${'61'.repeat(63)}`.repeat(3)}3d${'61'.repeat(61)}00`;
    expect(decodeMessage(raw([1, 0, 0, 0], `${name} 0001 0001`)).ok).toBe(true);
  });
});

describe('a compressed message', () => {
  it('writes a name once and points at it, without mixing letters of another case', () => {
    const answers = [record('www.example.test', 'CNAME', 'example.test'), record('EXAMPLE.test', 'A', '192.0.2.1')];
    const octets = encodeMessage(message({ questions: [question('www.example.test', 'A')], answers }));
    expect(
      Buffer.from(octets)
        .toString('latin1')
        .match(/example/g),
    ).toHaveLength(1);
    expect(Buffer.from(octets).toString('latin1')).toContain('EXAMPLE');
    expect(octets.length).toBeLessThan(90);
  });

  it('counts a TTL with the highest bit as zero', () => {
    expect(lifetime(record('example.test', 'A', '192.0.2.1', 0x80000000))).toBe(0);
    expect(lifetime(record('example.test', 'A', '192.0.2.1', 0x7fffffff))).toBe(0x7fffffff);
  });
});
