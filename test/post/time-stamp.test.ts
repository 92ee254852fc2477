// The question for a time stamp over real connections: what leaves, and how every failure ends in time and in plain words.
import { createServer } from 'node:http';
import { createServer as createTls } from 'node:https';
import { createServer as createTcp } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { askForStamp } from '../../src/post/time-stamp.ts';
import type { Listening } from '../../src/rehearsal/sockets.ts';
import { selfSigned } from '../support/certificate.ts';
import { openServer } from '../support/loopback.ts';
import { address } from '../support/values.ts';

const LOOPBACK = address('127.0.0.1');
const QUESTION = Buffer.from('a question');
const own = selfSigned('tsa.example');
const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function listening(server: Parameters<typeof openServer>[0]): Promise<number> {
  const there = await openServer(server);
  open.push(there);
  return there.port;
}

interface Wanted {
  readonly scheme?: 'http' | 'https';
  readonly patience?: number;
  readonly ca?: string;
  readonly ports: readonly [number, ...number[]];
}

const ask = ({ scheme = 'http', patience = 60_000, ca, ports: [first, ...others] }: Wanted) =>
  askForStamp(
    {
      url: new URL(`${scheme}://tsa.example/stamps?v=1`),
      endpoints: [{ address: LOOPBACK, port: first }, ...others.map((port) => ({ address: LOOPBACK, port }))],
      ...(ca !== undefined && { ca }),
    },
    { question: QUESTION, limit: 1000, signal: AbortSignal.timeout(patience) },
  );
const why = async (asked: Promise<unknown>) => {
  const message = await asked.then(
    () => 'an answer came',
    (error: Error) => error.message,
  );
  return message.replace('The time-stamping authority tsa.example gave no stamp: ', '');
};

describe('a question', () => {
  it('arrives as it is, over http and over https, at the next address where nobody is at the first', async () => {
    const heard: unknown[] = [];
    const echo = createServer((request, response) => {
      buffer(request).then((octets) => {
        heard.push([
          request.method,
          request.url,
          request.headers.host,
          request.headers['content-type'],
          octets.toString(),
        ]);
        response.end('the answer');
      });
    });
    const secure = createTls({ cert: own.certificate, key: own.key }, (_, response) => response.end('in secret'));
    const nobody = await openServer(createTcp());
    await nobody.close();
    expect(Buffer.from(await ask({ ports: [nobody.port, await listening(echo)] })).toString()).toBe('the answer');
    expect(heard).toEqual([['POST', '/stamps?v=1', 'tsa.example', 'application/timestamp-query', 'a question']]);
    const port = await listening(secure);
    const answer = await ask({ scheme: 'https', ca: own.certificate, ports: [port] });
    expect(Buffer.from(answer).toString()).toBe('in secret');
    expect(await why(ask({ scheme: 'https', ports: [port] }))).toMatch(/^its certificate cannot be trusted \(/);
  });

  it('is not waited for beyond the time, whether nothing comes or a little of it again and again', async () => {
    const silent = await listening(createTcp((socket) => void socket.resume()));
    const started = performance.now();
    expect(await why(ask({ ports: [silent], patience: 300 }))).toBe('it did not answer in time.');
    const dripping = await listening(
      createServer((_, response) => {
        const timer = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(timer));
      }),
    );
    expect(await why(ask({ ports: [dripping], patience: 600 }))).toBe('it did not answer in time.');
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('is given up by who asked, with that reason', async () => {
    const silent = await listening(createTcp((socket) => void socket.resume()));
    const stopping = new AbortController();
    const target = { url: new URL('http://tsa.example/'), endpoints: [{ address: LOOPBACK, port: silent }] as const };
    const asked = askForStamp(target, { question: QUESTION, limit: 1000, signal: stopping.signal });
    stopping.abort();
    await expect(asked).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it.each([
    ['what is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'what answered does not speak HTTP.'],
    ['a head without an end', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(40_000)}`, 'what answered does not speak HTTP.'],
    [
      'an answer that breaks off',
      'HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhalf',
      'the connection failed (ECONNRESET).',
    ],
    ['more than it may', `HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(5000)}`, 'it answered with more than 1000 octets.'],
  ])('ends in plain words at %s', async (_what, text, reason) => {
    const port = await listening(createTcp((socket) => void socket.once('data', () => socket.end(text))));
    expect(await why(ask({ ports: [port] }))).toBe(reason);
  });
});
