import { describe, expect, it } from 'vitest';
import { EMPTY_MESSAGE } from '../../../src/lookups/dns/codec/message.ts';
import { CLASS_IN, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { clockFinding, signatureFinding } from '../../../src/lookups/doctor/clock.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import { at } from '../../support/values.ts';

function exchange(head: string, started = '2026-11-22T21:00:00Z', took = 300): Exchange {
  return {
    protocol: 'rdap',
    uri: 'https://data.iana.org/rdap/dns.json',
    at: at(started),
    took,
    dialled: '192.0.2.1:443',
    transport: 'tls',
    sent: new Uint8Array(),
    received: new TextEncoder().encode(`HTTP/1.1 200 OK\r\n${head}\r\n\r\nDate: of the body`),
    end: 'complete',
  };
}

describe('a clock beside that of a server', () => {
  it.each([
    ['the same second', 'Date: Sun, 22 Nov 2026 21:00:00 GMT', 'fine'],
    ['nine seconds behind', 'date: Sun, 22 Nov 2026 21:00:09 GMT', 'fine'],
    ['a minute behind', 'Date: Sun, 22 Nov 2026 21:01:00 GMT', 'not-so'],
    ['a minute ahead', 'Date: Sun, 22 Nov 2026 20:59:00 GMT', 'not-so'],
    ['a copy of an hour ago that says so', 'Date: Sun, 22 Nov 2026 20:00:00 GMT\r\nAge: 3600', 'fine'],
    ['no date', 'Content-Type: text/html', 'unknown'],
    ['nonsense', 'Date: yesterday', 'unknown'],
  ])('%s', (_, head, condition) => {
    expect(clockFinding(exchange(head)).condition).toBe(condition);
  });

  it('is not held against a slow answer', () => {
    const slow = exchange('Date: Sun, 22 Nov 2026 21:00:25 GMT', '2026-11-22T21:00:00Z', 30_000);
    expect(clockFinding(slow).condition).toBe('fine');
    expect(clockFinding(undefined).condition).toBe('unknown');
  });

  it('says by how much and in which direction', () => {
    expect(clockFinding(exchange('Date: Sun, 22 Nov 2026 23:00:00 GMT')).text).toMatch(/^2 hours behind/);
    expect(clockFinding(exchange('Date: Thu, 19 Nov 2026 21:00:00 GMT')).text).toMatch(/^3 days ahead of/);
  });
});

describe('a clock beside the root’s signatures', () => {
  const seconds = (text: string) => Date.parse(text) / 1000;
  const rrsig = {
    name: '.',
    type: TYPES.RRSIG,
    class: CLASS_IN,
    ttl: 86_400,
    rdata: {
      kind: 'rrsig',
      typeCovered: TYPES.SOA,
      algorithm: 8,
      labels: 0,
      originalTtl: 86_400,
      expiration: seconds('2026-12-05T17:00:00Z'),
      inception: seconds('2026-11-22T16:00:00Z'),
      keyTag: 1,
      signer: '.',
      signature: new Uint8Array(),
    },
  } as const;
  const answer = { ok: true, message: { ...EMPTY_MESSAGE, answers: [rrsig] } } as const;

  it.each([
    ['2026-11-22T21:00:00Z', 'fine'],
    ['2026-11-21T21:00:00Z', 'not-so'],
    ['2027-01-01T00:00:00Z', 'not-so'],
  ])('%s is %s', (now, condition) => {
    expect(signatureFinding(answer, at(now)).condition).toBe(condition);
  });

  it('cannot be told without one', () => {
    expect(signatureFinding({ ok: true, message: EMPTY_MESSAGE }, at('2026-11-22T21:00:00Z')).condition).toBe(
      'unknown',
    );
    const silent = { ok: false, failure: 'timeout', detail: '' } as const;
    expect(signatureFinding(silent, at('2026-11-22T21:00:00Z')).condition).toBe('unknown');
  });
});
