// Agreement with dns-packet on messages that both can read.
import * as packet from 'dns-packet';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../../../src/lookups/dns/codec/encode.ts';
import { dsRecord, message, question, record } from '../messages.ts';

describe('dns-packet', () => {
  it('reads what we write', () => {
    const octets = encodeMessage(
      message({
        authoritative: true,
        questions: [question('www.example.test', 'A')],
        answers: [record('www.example.test', 'CNAME', 'example.test'), record('example.test', 'A', '192.0.2.1')],
        authority: [record('example.test', 'NS', 'ns1.example.test'), dsRecord('example.test', 4711, 'c0ffee')],
        additional: [record('ns1.example.test', 'AAAA', '2001:db8::1')],
        edns: { udpSize: 1232, version: 0, dnssecOk: true, options: [] },
      }),
    );
    const read = packet.decode(Buffer.from(octets));
    expect(read.questions).toMatchObject([{ name: 'www.example.test', type: 'A' }]);
    expect(read.answers).toMatchObject([{ data: 'example.test' }, { data: '192.0.2.1', ttl: 300 }]);
    expect(read.authorities).toMatchObject([{ data: 'ns1.example.test' }, { data: { keyTag: 4711 } }]);
    expect(read.additionals).toMatchObject([{ data: '2001:db8::1' }, { type: 'OPT', udpPayloadSize: 1232 }]);
  });

  it('writes what we read', () => {
    const octets = packet.encode({
      type: 'response',
      id: 7,
      flags: packet.AUTHORITATIVE_ANSWER,
      questions: [{ type: 'MX', name: 'example.test' }],
      answers: [
        { type: 'MX', name: 'example.test', ttl: 60, data: { preference: 10, exchange: 'mail.example.test' } },
        { type: 'TXT', name: 'example.test', ttl: 60, data: ['v=spf1 -all'] },
        { type: 'DNSKEY', name: 'example.test', ttl: 60, data: { flags: 257, algorithm: 13, key: Buffer.from('key') } },
      ],
      authorities: [
        {
          type: 'SOA',
          name: 'example.test',
          ttl: 60,
          data: {
            mname: 'ns1.example.test',
            rname: 'h.example.test',
            serial: 9,
            refresh: 1,
            retry: 2,
            expire: 3,
            minimum: 4,
          },
        },
      ],
    });
    const decoded = decodeMessage(octets);
    expect(decoded.ok && decoded.message.authoritative).toBe(true);
    expect(decoded.ok && decoded.message.answers.map((answer) => answer.rdata)).toEqual([
      { kind: 'mx', preference: 10, exchange: 'mail.example.test' },
      { kind: 'txt', strings: [new TextEncoder().encode('v=spf1 -all')] },
      { kind: 'dnskey', flags: 257, protocol: 3, algorithm: 13, publicKey: new TextEncoder().encode('key') },
    ]);
    expect(decoded.ok && decoded.message.authority[0]?.rdata).toMatchObject({ serial: 9, minimum: 4 });
  });
});
