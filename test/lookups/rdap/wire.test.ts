import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { makeManners } from '../../../src/lookups/manners.ts';
import { RDAP_LIMIT } from '../../../src/lookups/rdap/http.ts';
import { fetchRdap, type RdapQuestion } from '../../../src/lookups/rdap/wire.ts';
import { loopback, type NetworkParts, testClock, tools } from '../support.ts';
import { CERTIFICATE, KEY } from './certificate.ts';
import { type Answering, type RdapServer, startRdap } from './server.ts';

const BOMB = gzipSync(Buffer.alloc(50_000_000));

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function fetchUrl(url: string, changes: Partial<RdapQuestion> & { readonly network?: NetworkParts } = {}) {
  const { network, ...rest } = changes;
  const signal = new AbortController().signal;
  return fetchRdap(tools(network ?? {}), {
    url: new URL(url),
    signal,
    mayLeadTo: () => false,
    manners: makeManners(testClock, 500),
    ...rest,
  });
}

async function serving(answer: Answering): Promise<RdapServer> {
  const server = await startRdap(answer);
  closing.push(server.close);
  return server;
}

async function fetched(answer: Answering, changes: Partial<RdapQuestion> = {}) {
  const { base } = await serving(answer);
  return fetchUrl(`${base}domain/seized.example`, changes);
}

/** A server below HTTP: what it writes is what goes over the wire. */
async function raw(answer: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/domain/seized.example`;
}

describe('the RDAP wire', () => {
  it('keeps request and response octet by octet', async () => {
    const response = 'HTTP/1.1 200 OK\r\nX-Odd:  two\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n';
    const { exchanges, result } = await fetchUrl(await raw((socket) => void socket.end(response)));
    expect(result).toMatchObject({ ok: true, answer: { status: 200, body: '{}', utf8: true } });
    expect(Buffer.from(exchanges[0]?.received ?? []).toString()).toBe(response);
    const sent = Buffer.from(exchanges[0]?.sent ?? []).toString();
    expect(sent).toMatch(/^GET \/domain\/seized\.example HTTP\/1\.1\r\n/);
    expect(sent.toLowerCase()).toContain('accept: application/rdap+json');
    expect(sent.toLowerCase()).not.toContain('takedown');
  });

  it('understands HTTP/1.0, where the end of the connection is the end of the body', async () => {
    const { result } = await fetchUrl(await raw((socket) => void socket.end('HTTP/1.0 200 OK\r\n\r\n{"a":1}')));
    expect(result).toMatchObject({ ok: true, answer: { status: 200, body: '{"a":1}' } });
  });

  it('takes a body that was cut off by a reset for no body', async () => {
    const answer = (socket: Socket) => {
      socket.write('HTTP/1.0 200 OK\r\n\r\n{"a":1}', () => setTimeout(() => socket.resetAndDestroy(), 20));
    };
    expect((await fetchUrl(await raw(answer))).result).toMatchObject({ ok: false, failure: 'reset' });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])('unpacks %s', async (coding, pack) => {
    const { result } = await fetched((response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(pack('{"a":"é"}'));
    });
    expect(result).toMatchObject({ ok: true, answer: { body: '{"a":"é"}' } });
  });

  it.each([
    ['more than its limit', (r) => void r.end(Buffer.alloc(RDAP_LIMIT + 1, ' ')), 'too-large'],
    [
      'a small pack of something huge',
      (r) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
      'too-large',
    ],
    [
      'an endless body',
      (r) =>
        void setImmediate(function pour() {
          if (!r.destroyed) r.write(Buffer.alloc(65536, 32), () => setImmediate(pour));
        }),
      'too-large',
    ],
    [
      'an unknown packing',
      (r) => void r.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('{}')),
      'unparsable',
    ],
    ['a broken pack', (r) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'), 'unparsable'],
    ['silence', () => {}, 'timeout'],
    ['a dripping body', (r) => void setInterval(() => r.write(' '), 40).unref(), 'incomplete'],
    ['a reset half way', (r) => void r.write('{', () => setTimeout(() => r.socket?.resetAndDestroy(), 20)), 'reset'],
  ] satisfies readonly (readonly [string, Answering, string])[])('survives %s', async (_what, answer, failure) => {
    const { result, exchanges } = await fetched(answer);
    expect(result).toMatchObject({ ok: false, failure });
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]?.took).toBeLessThan(2000);
  });

  it.each([
    ['no HTTP', 'SSH-2.0-hello\r\n', 'unparsable'],
    ['a body shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}', 'reset'],
    ['nothing', '', 'reset'],
    ['headers without end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`, 'unparsable'],
  ])('survives %s', async (_what, octets, failure) => {
    const { result } = await fetchUrl(await raw((socket) => void socket.end(octets)));
    expect(result).toMatchObject({ ok: false, failure });
  });

  it('ends when the caller gives up, and reports a refused connection', async () => {
    const stop = new AbortController();
    const { result } = await fetched(() => stop.abort(), { signal: stop.signal });
    expect(result).toMatchObject({ ok: false, failure: 'interrupted' });
    const gone = await startRdap(() => {});
    await gone.close();
    expect((await fetchUrl(gone.base)).result).toMatchObject({ ok: false, failure: 'refused' });
  });

  it('speaks plain http only where a network file opened the network', async () => {
    const { result, exchanges } = await fetchUrl('http://rdap.example/', { network: { opened: false } });
    expect(result).toMatchObject({ ok: false, failure: 'guarded', detail: 'plain http' });
    expect(exchanges).toEqual([]);
  });
});

describe('a redirect', () => {
  const to =
    (location: string): Answering =>
    (response, path) => {
      if (path === '/end') response.end('{}');
      else response.writeHead(302, { location }).end();
    };

  it('is followed on the same host, and both answers are kept', async () => {
    const { result, exchanges } = await fetched(to('/end'));
    expect(result).toMatchObject({ ok: true, answer: { body: '{}' } });
    expect(exchanges.map(({ because }) => because?.slice(0, 15))).toEqual([undefined, 'redirected from']);
  });

  it('is followed three times and no more', async () => {
    const { result, exchanges } = await fetched(to('/again'));
    expect(result).toMatchObject({ ok: false, failure: 'unparsable' });
    expect(exchanges).toHaveLength(4);
  });

  it.each([
    'http://169.254.169.254/latest/',
    'http://[::ffff:169.254.169.254]/',
    'http://2130706433/',
    'http://0x7f.1:1/',
    'http://[::1]/',
    'http://localhost/',
    'http://10.0.0.5/',
    'https://evil.example/',
    'ftp://127.0.0.1/',
    'gopher://127.0.0.1/',
    'data:application/json,{}',
    'file:///etc/passwd',
    'javascript:1',
    'http://[',
  ])('to %s is not followed', async (location) => {
    const { result, exchanges } = await fetched(to(location));
    expect(result).toMatchObject({ ok: false, failure: 'guarded' });
    expect(exchanges).toHaveLength(1);
  });

  it('to an allowed host is still the guard’s business', async () => {
    const { result, exchanges } = await fetched(to('http://169.254.169.254/'), { mayLeadTo: () => true });
    expect(result).toMatchObject({ ok: false, failure: 'guarded', detail: expect.stringContaining('metadata') });
    expect(exchanges).toHaveLength(1);
  });
});

describe('an encrypted connection', () => {
  it('with a certificate that nobody trusts gives no answer', async () => {
    const server = createTls({ key: KEY, cert: CERTIFICATE }, (socket) => socket.end());
    server.on('tlsClientError', () => {});
    closing.push(() => server.close());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const rdap = new Map([['rdap.nic.example', loopback(typeof address === 'object' ? (address?.port ?? 0) : 0)]]);
    const { result, exchanges } = await fetchUrl('https://rdap.nic.example/', { network: { rdap } });
    expect(result).toMatchObject({ ok: false, failure: 'tls', detail: expect.stringContaining('SELF_SIGNED') });
    expect(exchanges[0]).toMatchObject({ transport: 'tls', end: 'failed' });
  });

  it.each([
    ['plain text', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'tls'],
    ['silence', () => {}, 'timeout'],
    ['a closed door', (socket: Socket) => void socket.resetAndDestroy(), 'reset'],
  ])('met with %s is no answer', async (_what, answer, failure) => {
    const url = new URL(await raw(answer));
    const { result } = await fetchUrl(`https://127.0.0.1:${url.port}/`);
    expect(result).toMatchObject({ ok: false, failure });
  });
});
