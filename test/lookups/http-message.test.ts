import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HttpReading, httpText, readHttpMessage } from '../../src/lookups/http-message.ts';

const read = (text: string, ended = false): HttpReading => readHttpMessage(Buffer.from(text, 'latin1'), ended);
const body = (reading: HttpReading) =>
  reading.state === 'whole' ? Buffer.from(reading.message.body).toString('latin1') : reading;

describe('a message of HTTP', () => {
  it.each([
    ['by its length', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef', 'abc'],
    ['by its chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2;x=1\r\nab\r\n1\r\nc\r\n0\r\n\r\n', 'abc'],
    [
      'after an early hint',
      'HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\na',
      'a',
    ],
    ['of nothing', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
    ['of a question', 'POST /q HTTP/2\r\nhost: a\r\n\r\nabc', 'abc'],
  ])('is whole %s', (_how, text, expected) => {
    expect(body(read(text))).toBe(expected);
  });

  it('without a length is whole when the connection ends', () => {
    expect(read('HTTP/1.0 200 OK\r\n\r\nabc').state).toBe('more');
    expect(body(read('HTTP/1.0 200 OK\r\n\r\nabc', true))).toBe('abc');
  });

  it.each([
    ['SSH-2.0-x\r\n\r\n'],
    ['HTTP/1.1 200 OK\r\nno header\r\n\r\n'],
    ['HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n'],
    ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    [`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}`],
    [`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(2000)}0\r\n\r\n`],
  ])('%j is none', (text) => {
    expect(read(text, true).state).toBe('no-http');
  });

  it('no beginning of it is whole, and each says how much more is wanted at least', () => {
    const parts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.boolean(), (chunks, chunked) => {
        const all = Buffer.concat(chunks);
        const header: readonly [string, string] = chunked
          ? ['transfer-encoding', 'chunked']
          : ['content-length', String(all.length)];
        const framed = chunks.flatMap((one) => [
          Buffer.from(`${one.length.toString(16)}\r\n`),
          one,
          Buffer.from('\r\n'),
        ]);
        const sent = chunked ? Buffer.concat([...framed, Buffer.from('0\r\n\r\n')]) : all;
        const octets = httpText('HTTP/1.1 200 OK', [header], sent);
        const whole = readHttpMessage(octets, false);
        expect(whole.state === 'whole' && Buffer.from(whole.message.body).equals(all)).toBe(true);
        // The last line end of the last chunk is not waited for.
        for (let at = 0; at < octets.length - 2; at += 1) {
          const reading = readHttpMessage(octets.subarray(0, at), false);
          expect(reading.state).toBe('more');
          expect(reading.state === 'more' && reading.wanted > at && reading.wanted <= octets.length).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
