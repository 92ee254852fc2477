// Encrypted resolvers asked over real connections: what is an answer, what is none and why, and what is kept of either.
import { describe, expect, it } from 'vitest';
import { framed } from '../../../src/lookups/dns/tcp.ts';
import { heardIn } from '../../../src/lookups/reread/heard-in.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import { selfSigned } from '../../support/certificate.ts';
import {
  clientTo,
  honest,
  inFrames,
  later,
  type Page,
  placeOf,
  question,
  type Running,
  type Serve,
  served,
  startHttp,
  startTls,
} from './servers.ts';

const TLS = 'tls://dns.example';
const HTTPS = 'https://dns.example/dns-query';

const WAYS: readonly (readonly [string, string, () => Promise<Running>])[] = [
  ['TLS', TLS, () => startTls(inFrames)],
  ['HTTP/2', HTTPS, () => startHttp(served, 'h2')],
  ['HTTP/1.1', HTTPS, () => startHttp(served, 'http/1.1')],
];

/** What the evidence says of it, read again. */
function again(exchanges: readonly Exchange[]) {
  return heardIn(exchanges).map(({ answer, name, type, recursion }) => ({ answer, name, type, recursion }));
}

describe.each(WAYS)('over %s', (_way, place, start) => {
  it('an answer comes, and its octets say the same when they are read again', async () => {
    const server = await start();
    const { answer, exchanges, via } = await clientTo(server.port).ask(question(place));
    expect(answer).toMatchObject({ ok: true, message: { answers: [{ rdata: { address: '192.0.2.1' } }] } });
    expect(via).toBe(`127.0.0.1:${server.port}`);
    expect(exchanges).toMatchObject([{ protocol: 'dns', transport: 'tls', end: 'complete' }]);
    expect(again(exchanges)).toEqual([{ answer, name: 'moved.test', type: 1, recursion: true }]);
  });

  it('many questions have their own answers, and none is asked twice', async () => {
    const server = await start();
    const client = clientTo(server.port);
    const names = Array.from({ length: 60 }, (_, at) => `n${at}.test`);
    const replies = await Promise.all(names.map((name) => client.ask(question(place, { name }))));
    for (const [at, { answer }] of replies.entries()) {
      expect(answer.ok && answer.message.answers[0]?.name).toBe(names[at]);
    }
    const asked = await client.ask(question(place, { name: 'N7.test' }));
    expect([asked.shared, asked.exchanges]).toEqual([true, replies[7]?.exchanges]);
    expect((await client.ask(question(place, { name: 'n7.test', again: 1 }))).shared).toBe(false);
    if (_way !== 'HTTP/1.1') expect(server.connections()).toBe(1);
  });

  it('a certificate that nobody trusts, or of another host, is no answer', async () => {
    const server = await start();
    const reply = await clientTo(server.port, { untrusted: true }).ask(question(place));
    expect(reply.answer).toMatchObject({ ok: false, failure: 'tls', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(reply.exchanges).toMatchObject([
      { end: 'failed', uri: expect.stringMatching(/^dns:\/\/dns\.example:\d+\/moved\.test\?type=A$/) },
    ]);
    expect(reply.exchanges[0]?.sent.length).toBe(0);
    expect(again(reply.exchanges)).toMatchObject([
      { answer: { ok: false, failure: 'tls' }, name: 'moved.test', type: 1 },
    ]);
  });

  it('under a seal that does not name resolvers nothing is dialled', async () => {
    const server = await start();
    const seal = { allows: (touch: string) => touch === 'registry', sinkholes: new Set<string>() };
    const reply = await clientTo(server.port, { seal }).ask(question(place));
    expect(reply).toMatchObject({ answer: { ok: false, failure: 'excluded-by-seal' }, exchanges: [] });
    expect(server.connections()).toBe(0);
    const allowed = { ...seal, allows: (touch: string) => touch === 'resolver' };
    expect((await clientTo(server.port, { seal: allowed }).ask(question(place))).answer.ok).toBe(true);
  });

  it('a port at which nobody listens refuses; whoever gives up is not waited for', async () => {
    const server = await start();
    const stop = new AbortController();
    stop.abort();
    expect(await clientTo(server.port).ask(question(place, { signal: stop.signal }))).toMatchObject({
      answer: { failure: 'interrupted' },
    });
    const gone = await clientTo(1).ask(question(place));
    expect(gone.answer).toMatchObject({ ok: false, failure: 'refused' });
    expect(again(gone.exchanges)).toMatchObject([{ answer: { failure: 'refused' } }]);
  });
});

describe('a place with an address', () => {
  const sealed = (allowed: string) => ({ allows: (touch: string) => touch === allowed, sinkholes: new Set<string>() });

  it('is dialled there under a seal that lets resolvers be asked, and by nobody else', async () => {
    const server = await startTls(inFrames);
    const place = placeOf(`tls://dns.example@127.0.0.1:${server.port}`);
    const asked = { ...question(TLS), place };
    const allowed = { seal: sealed('resolver'), resolvers: [place] };
    expect((await clientTo(1, allowed).ask(asked)).answer.ok).toBe(true);
    for (const wanted of [{ seal: sealed('registry'), resolvers: [place] }, { seal: sealed('resolver') }]) {
      expect((await clientTo(1, wanted).ask(asked)).answer).toMatchObject({ failure: 'excluded-by-seal' });
    }
    expect(server.connections()).toBe(1);
  });

  it('has to show the certificate of the host, wherever it is dialled', async () => {
    const server = await startTls(inFrames);
    const place = placeOf(`tls://other.example@127.0.0.1:${server.port}`);
    expect((await clientTo(1).ask({ ...question(TLS), place })).answer).toMatchObject({
      failure: 'tls',
      detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });
});

describe('a certificate of another host', () => {
  it('is not that of the resolver', async () => {
    const other = selfSigned('other.example');
    const server = await startTls(inFrames, { ...other, certificate: other.certificate });
    const client = clientTo(server.port);
    expect((await client.ask(question(TLS))).answer).toMatchObject({ failure: 'tls' });
  });
});

describe('over TLS', () => {
  const asked = async (speak: Parameters<typeof startTls>[0]) => {
    const { port } = await startTls(speak);
    return clientTo(port).ask(question(TLS));
  };

  it.each([
    [
      'an answer to another question',
      'wrong-object',
      (query) => framed(honest({ ...query, questions: [{ name: 'x.test', type: 1, class: 1 }] })),
    ],
    ['no DNS', 'unparsable', (query) => framed(Uint8Array.of(query.id >> 8, query.id & 255, 0x80, 0, 0, 9))],
    ['a connection that is closed in its midst', 'reset', (_query, socket) => void socket.end(Uint8Array.of(0, 99, 1))],
    ['a message without an id', 'unparsable', () => Uint8Array.of(0, 1, 0)],
  ] satisfies readonly (readonly [string, string, Parameters<typeof startTls>[0]])[])(
    '%s is %s',
    async (_what, failure, speak) => {
      const { answer, exchanges } = await asked(speak);
      expect(answer).toMatchObject({ ok: false, failure });
      expect(again(exchanges)).toMatchObject([{ answer: { ok: false, failure } }]);
    },
  );

  it('answers in another order, octet by octet, find their questions', async () => {
    const held: Uint8Array[] = [];
    const { port, connections } = await startTls((query, socket) => {
      held.unshift(framed(honest(query)));
      if (held.length < 5) return undefined;
      for (const octet of Buffer.concat(held)) socket.write(Uint8Array.of(octet));
      return undefined;
    });
    const client = clientTo(port);
    const names = ['a', 'b', 'c', 'd', 'e'].map((label) => `${label}.test`);
    const replies = await Promise.all(names.map((name) => client.ask(question(TLS, { name }))));
    expect(replies.map(({ answer }) => answer.ok && answer.message.questions[0]?.name)).toEqual(names);
    expect(connections()).toBe(1);
  });

  it('a connection that was closed between two questions is opened anew, and both attempts are kept', async () => {
    let first = true;
    const { port, connections } = await startTls((query, socket) => {
      // The second question over the first connection finds it closed.
      if (!first && connections() === 1) return void socket.destroy();
      first = false;
      return framed(honest(query));
    });
    const client = clientTo(port);
    expect((await client.ask(question(TLS))).answer.ok).toBe(true);
    const { answer, exchanges } = await client.ask(question(TLS, { name: 'next.test' }));
    expect(answer.ok).toBe(true);
    expect(exchanges.map(({ end, because }) => [end, because])).toEqual([
      ['reset', undefined],
      ['complete', 'the connection was closed between two questions: asked again'],
    ]);
    expect(again(exchanges)).toMatchObject([{ answer: { ok: true }, name: 'next.test' }]);
  });

  it('plain text in place of TLS is no TLS', async () => {
    const { createServer } = await import('node:net');
    const { openServer } = await import('../../support/loopback.ts');
    const server = await openServer(createServer((socket) => void socket.end('220 hello\r\n')));
    later(server.close);
    expect((await clientTo(server.port).ask(question(TLS))).answer).toMatchObject({ ok: false, failure: 'tls' });
  });
});

const page =
  (changes: Partial<Page>): Serve =>
  () => ({ headers: { 'content-type': 'text/html' }, body: '<p>hello</p>', ...changes });

describe.each(['h2', 'http/1.1'] as const)('over %s', (way) => {
  it.each([
    ['a page', 'unparsable', 'content type text/html', page({})],
    ['no content type', 'unparsable', 'content type none', page({ headers: {} })],
    ['a missing path', 'unparsable', 'HTTP 404', page({ status: 404 })],
    ['a redirect', 'unparsable', 'HTTP 302', page({ status: 302, headers: { location: 'https://evil.example/' } })],
    ['a refusal', 'denied', 'HTTP 403', page({ status: 403 })],
    ['a failure', 'server-error', 'HTTP 500', page({ status: 500 })],
    ['too many questions', 'rate-limited', 'HTTP 429', page({ status: 429, headers: { 'retry-after': '1' } })],
    [
      'a message that is none',
      'unparsable',
      'other id',
      page({ headers: { 'content-type': 'application/dns-message' } }),
    ],
    ['an endless answer', 'too-large', 'too-large', page({ body: Buffer.alloc(300_000) })],
  ])('%s is %s', async (_what, failure, detail, serve) => {
    const { port } = await startHttp(serve, way);
    const { answer, exchanges } = await clientTo(port).ask(question(HTTPS));
    expect(answer).toMatchObject({ ok: false, failure, detail: expect.stringContaining(detail) });
    expect(again(exchanges)).toMatchObject([{ answer: { ok: false, failure } }]);
  });

  it('the question goes in the body of a POST, and the head tells no word of this program', async () => {
    const asked: (readonly [string, string])[] = [];
    const { port } = await startHttp((query, method, path) => {
      asked.push([method, path]);
      return served(query, method, path);
    }, way);
    const { exchanges } = await clientTo(port).ask(question(HTTPS));
    expect(asked).toEqual([['POST', '/dns-query']]);
    const sent = Buffer.from(exchanges[0]?.sent ?? []).toString('latin1');
    expect(sent).toMatch(
      /^POST \/dns-query HTTP\/[\d.]+\r\nhost: dns\.example\r\naccept: application\/dns-message\r\n/,
    );
    expect(sent.toLowerCase()).not.toContain('takedown');
    expect(exchanges[0]?.uri).toBe(HTTPS);
  });

  it('silence ends with the deadline of whoever asks', async () => {
    const { port } = await startHttp(() => undefined, way);
    const stop = new AbortController();
    const asking = clientTo(port).ask(question(HTTPS, { signal: stop.signal }));
    setTimeout(() => stop.abort(), 200);
    expect((await asking).answer).toMatchObject({ ok: false, failure: 'interrupted' });
  });
});
