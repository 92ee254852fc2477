import { describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../src/lookups/dns/codec/encode.ts';
import { CLASS_IN, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { traceOf } from '../../../src/lookups/printing/trace.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import { at } from '../../support/values.ts';
import { message, record } from '../dns/messages.ts';

const questions = [{ name: 'ALPHA.test', type: TYPES.NS, class: CLASS_IN }];
const query = encodeMessage(message({ response: false, questions, recursionDesired: true }));
const answer = encodeMessage(
  message({ questions, authoritative: true, answers: [record('alpha.test', 'NS', 'ns1.test')] }),
);

function exchange(parts: Partial<Exchange>): Exchange {
  return {
    protocol: 'dns',
    uri: 'dns://192.0.2.1/alpha.test?type=NS',
    at: at('2026-11-22T21:00:00Z'),
    took: 12,
    dialled: '127.0.0.1:5301',
    transport: 'udp',
    sent: query,
    received: answer,
    end: 'complete',
    ...parts,
  };
}

async function rowOf(parts: Partial<Exchange>) {
  const [row] = await traceOf([{ lookup: 'delegation', exchange: exchange(parts) }], false);
  return row;
}

const framed = (octets: Uint8Array) => Uint8Array.of(octets.length >> 8, octets.length & 255, ...octets);

describe('a trace', () => {
  it('says of a message its question, code, flags and counts', async () => {
    expect(await rowOf({})).toMatchObject({
      server: '192.0.2.1',
      question: 'NS alpha.test +rd without EDNS',
      answer: 'NOERROR aa, 1 answer',
      offset: 0,
    });
    const stream = { transport: 'tcp', sent: framed(query), received: framed(answer) } as const;
    expect(await rowOf(stream)).toMatchObject({ answer: 'NOERROR aa, 1 answer' });
  });

  it('says that nothing came, that octets are no message, and what a stray is', async () => {
    expect((await rowOf({ received: new Uint8Array(), end: 'deadline' }))?.answer).toBe('nothing came (deadline)');
    expect((await rowOf({ received: Uint8Array.of(1, 2, 3) }))?.answer).toMatch(/^3 octets, malformed: /);
    const stray = await rowOf({ sent: new Uint8Array(), because: 'stray datagram: other id (id 7)' });
    expect(stray).toMatchObject({ question: 'NS alpha.test', because: 'stray datagram: other id (id 7)' });
  });

  it('says of a registry what was fetched, and of an IPv6 server its address', async () => {
    const received = new TextEncoder().encode('HTTP/1.1 429 Too Many\u001b[2J\r\n\r\n');
    const rdap = { protocol: 'rdap', uri: 'https://rdap.example/domain/alpha.test', received } as const;
    expect(await rowOf(rdap)).toMatchObject({ server: 'rdap.example', question: 'GET /domain/alpha.test' });
    const whois = { protocol: 'whois', uri: 'whois://whois.example/-T%20dn%20alpha.test', received } as const;
    expect(await rowOf(whois)).toMatchObject({ server: 'whois.example', question: '-T dn alpha.test' });
    expect((await rowOf({ uri: 'dns://[2001:db8::1]/alpha.test?type=NS' }))?.server).toBe('2001:db8::1');
  });

  it('is in the order of the clock, from the first on', async () => {
    const later = exchange({ at: at('2026-11-22T21:00:01.500Z') });
    const rows = await traceOf(
      [
        { lookup: 'addresses', exchange: later },
        { lookup: 'delegation', exchange: exchange({}) },
      ],
      true,
    );
    expect(rows.map(({ lookup, offset }) => [lookup, offset])).toEqual([
      ['delegation', 0],
      ['addresses', 1500],
    ]);
    expect(rows[0]?.printed?.received.join('\n')).toContain('status: NOERROR');
  });
});
