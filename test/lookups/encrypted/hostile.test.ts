// Encrypted resolvers that break off, hold back or speak something else: no answer is ever made of it, nobody is kept waiting, and
// the next question finds its way.
import { constants, createSecureServer, type ServerHttp2Stream } from 'node:http2';
import { createServer as createTls, type TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../src/lookups/dns/codec/decode.ts';
import { openServer } from '../../support/loopback.ts';
import { clientTo, honest, later, OWN, question } from './servers.ts';

const HTTPS = 'https://dns.example/dns-query';
const TLS = 'tls://dns.example';
const CREDENTIALS = { key: OWN.key, cert: OWN.certificate };
const GOOD = { ':status': 200, 'content-type': 'application/dns-message' };

type Treat = (stream: ServerHttp2Stream, answer: Uint8Array, nth: number) => void;

/** A server below Node's own answering: what it does to each stream. */
async function http2(treat: Treat): Promise<number> {
  const server = createSecureServer(CREDENTIALS);
  let nth = 0;
  server.on('sessionError', () => undefined);
  server.on('stream', (stream) => {
    const chunks: Buffer[] = [];
    stream.on('error', () => undefined);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const decoded = decodeMessage(Buffer.concat(chunks));
      nth += 1;
      if (decoded.ok) treat(stream, honest(decoded.message), nth);
    });
  });
  const { port, close } = await openServer(server);
  later(close);
  return port;
}

function headThen(stream: ServerHttp2Stream, then: () => void): void {
  stream.respond(GOOD);
  then();
}

async function raw(speak: (socket: TLSSocket) => void, protocols?: string[]): Promise<number> {
  const server = createTls({ ...CREDENTIALS, ...(protocols && { ALPNProtocols: protocols }) }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => speak(socket));
  });
  server.on('tlsClientError', () => undefined);
  const { port, close } = await openServer(server);
  later(close);
  return port;
}

describe('over HTTP/2', () => {
  it.each([
    ['a stream that is refused', 'reset', (stream) => stream.close(constants.NGHTTP2_REFUSED_STREAM)],
    ['a connection that breaks', 'reset', (stream) => stream.session?.destroy()],
    [
      'half a body and a connection that breaks',
      'reset',
      (stream, answer) => {
        stream.respond(GOOD);
        stream.write(answer.subarray(0, 9), () => setTimeout(() => stream.session?.destroy(), 20));
      },
    ],
    [
      'half a body',
      'unparsable',
      (stream, answer) => {
        stream.respond(GOOD);
        stream.end(answer.subarray(0, 20));
      },
    ],
    ['an empty body', 'unparsable', (stream) => void headThen(stream, () => stream.end())],
  ] satisfies readonly (readonly [string, string, Treat])[])('%s is no answer', async (_what, failure, treat) => {
    const { answer } = await clientTo(await http2(treat)).ask(question(HTTPS));
    expect(answer).toMatchObject({ ok: false, failure });
  });

  it('after a resolver has said goodbye the next question goes over a new connection', async () => {
    const sessions = new Set<unknown>();
    const port = await http2((stream, answer) => {
      sessions.add(stream.session);
      stream.respond(GOOD);
      stream.end(answer);
      stream.session?.goaway();
    });
    const client = clientTo(port);
    for (const name of ['a.test', 'b.test', 'c.test']) {
      const { answer } = await client.ask(question(HTTPS, { name }));
      expect(answer.ok && answer.message.questions[0]?.name).toBe(name);
    }
    expect(sessions.size).toBeGreaterThan(1);
  });

  it('one stream that fails takes no other with it', async () => {
    const port = await http2((stream, answer, nth) => {
      if (nth === 2) return stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      stream.respond(GOOD);
      stream.end(answer);
    });
    const client = clientTo(port);
    const replies = await Promise.all(
      ['a', 'b', 'c'].map((label) => client.ask(question(HTTPS, { name: `${label}.test` }))),
    );
    expect(replies.filter(({ answer }) => answer.ok)).toHaveLength(2);
  });

  it('something else in its place is no answer', async () => {
    const port = await raw((socket) => socket.write('220 hello\r\n'.repeat(20)), ['h2']);
    const { answer } = await clientTo(port).ask(question(HTTPS));
    expect(answer.ok).toBe(false);
    expect(answer).not.toMatchObject({ failure: 'timeout' });
  });
});

describe('over HTTP/1.1', () => {
  const said = (text: string) => raw((socket) => void socket.end(text));

  it.each([
    ['something else', 'unparsable', 'SSH-2.0-hello\r\n\r\n'],
    ['nothing', 'reset', ''],
    ['half a head', 'reset', 'HTTP/1.1 200 OK\r\ncontent-'],
    ['a body shorter than announced', 'reset', 'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nab'],
    ['a head without an end', 'unparsable', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}`],
    ['two lengths', 'unparsable', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
  ])('%s is no answer', async (_what, failure, text) => {
    const { answer } = await clientTo(await said(text)).ask(question(HTTPS));
    expect(answer).toMatchObject({ ok: false, failure });
  });
});

describe('over TLS', () => {
  it('a length that is never filled keeps nobody longer than he waits, and does not harm the next question', async () => {
    let first = true;
    const port = await raw((socket) => {
      if (first) socket.write(Uint8Array.of(255, 255, 1, 2, 3));
      first = false;
    });
    const stop = new AbortController();
    const asking = clientTo(port).ask(question(TLS, { signal: stop.signal }));
    setTimeout(() => stop.abort(), 200);
    expect((await asking).answer).toMatchObject({ ok: false, failure: 'interrupted' });
  });

  it('a flood of messages that nobody asked for is passed over', async () => {
    const stray = Buffer.concat([Buffer.of(0, 12), Buffer.alloc(12)]);
    const port = await raw((socket) => {
      for (let n = 0; n < 2000; n += 1) socket.write(stray);
      socket.end();
    });
    expect((await clientTo(port).ask(question(TLS))).answer).toMatchObject({ ok: false, failure: 'reset' });
  });
});
