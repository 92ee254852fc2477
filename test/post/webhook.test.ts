// The webhook against real servers on loopback: what arrives, whom it trusts, and how every failure ends in time.
import { createHmac } from 'node:crypto';
import { createServer, type Server, type ServerOptions } from 'node:https';
import { createServer as createTcp } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { TakedownError } from '../../src/model/takedown-error.ts';
import { type Posting, postTo, type Webhook } from '../../src/post/webhook.ts';
import { type Listening, listening, portOf } from '../../src/rehearsal/sockets.ts';
import { selfSigned } from '../support/certificate.ts';
import { openServer } from '../support/loopback.ts';
import { address } from '../support/values.ts';

const own = selfSigned('hooks.example');
const LOOPBACK = address('127.0.0.1');
const BODY = JSON.stringify({ schema: 'takedown/alarms/1', text: 'größer' });
const open: Listening[] = [];

interface Heard {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface HookServer extends Listening {
  readonly heard: readonly Heard[];
}

type Answer = (response: {
  writeHead(status: number, headers?: object): void;
  write(text: string): void;
  end(text?: string): void;
}) => void;

async function openHook(
  answer: Answer = (response) => {
    response.writeHead(204);
    response.end();
  },
  certificate = own,
): Promise<HookServer> {
  const heard: Heard[] = [];
  const options: ServerOptions = { cert: certificate.certificate, key: certificate.key };
  const server: Server = createServer(options, (request, response) => {
    buffer(request).then(
      (octets) => {
        const { method, url: path, headers } = request;
        heard.push({ method, path, headers, body: octets.toString() });
        answer(response);
      },
      () => undefined,
    );
  });
  await listening(server);
  const hook = {
    port: portOf(server),
    heard,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  open.push(hook);
  return hook;
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

function post(port: number, webhook: Partial<Webhook> = {}, posting: Partial<Posting> = {}) {
  const url = new URL('https://hooks.example/services/T0/hidden?key=hidden');
  const endpoints = [{ address: LOOPBACK, port }] as const;
  const signal = new AbortController().signal;
  return postTo(
    { url, endpoints, ca: own.certificate, ...webhook },
    { body: BODY, id: 'd1', at: 1_552_672_800, signal, patience: 3_000, ...posting },
  );
}

async function stopOf(posted: Promise<unknown>): Promise<string> {
  const stop = await posted.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(stop instanceof TakedownError)) throw new Error(`no expected stop: ${String(stop)}`);
  expect(stop.code).toBe('webhook-failed');
  // Whoever knows the path may write there.
  expect(stop.message).not.toContain('hidden');
  return stop.message;
}

describe('a document that is posted', () => {
  it('arrives whole, named and signed', async () => {
    const hook = await openHook();
    expect(await post(hook.port, { secret: 'open sesame' })).toEqual({ status: 204 });
    const [heard] = hook.heard;
    expect(heard).toMatchObject({ method: 'POST', path: '/services/T0/hidden?key=hidden', body: BODY });
    const signature = createHmac('sha256', 'open sesame').update(`1552672800.${BODY}`).digest('hex');
    expect(heard?.headers).toMatchObject({
      host: 'hooks.example',
      'content-type': 'application/json; charset=utf-8',
      'x-takedown-delivery': 'd1',
      'x-takedown-timestamp': '1552672800',
      'x-takedown-signature': `sha256=${signature}`,
    });
  });

  it('is not signed without a secret', async () => {
    const hook = await openHook();
    await post(hook.port);
    expect(hook.heard[0]?.headers['x-takedown-signature']).toBeUndefined();
  });

  it('goes to the next address where nobody is at the first', async () => {
    const hook = await openHook();
    const closed = await openServer(createTcp());
    await closed.close();
    const endpoints = [closed, hook].map(({ port }) => ({ address: LOOPBACK, port }));
    const [first, second] = endpoints;
    if (first === undefined || second === undefined) throw new Error('two addresses');
    await post(0, { endpoints: [first, second] });
    expect(hook.heard).toHaveLength(1);
  });
});

describe('a document that is not taken', () => {
  it.each([301, 302, 307, 400, 404, 429, 500])('is told by its status %i, and goes nowhere else', async (status) => {
    const elsewhere = await openHook();
    const hook = await openHook((response) => {
      response.writeHead(status, { location: `https://hooks.example:${elsewhere.port}/` });
      response.end('<b>\u001b[2J</b>');
    });
    expect(await stopOf(post(hook.port))).toBe(
      `The webhook at hooks.example was not told: it answered with status ${status}.`,
    );
    expect(elsewhere.heard).toEqual([]);
  });

  it('does not leave where the certificate is somebody else’s, or of nobody known', async () => {
    const other = selfSigned('other.example');
    const hook = await openHook(undefined, other);
    expect(await stopOf(post(hook.port, { ca: other.certificate }))).toMatch(/certificate cannot be trusted/);
    expect(await stopOf(post(hook.port))).toMatch(/certificate cannot be trusted/);
    expect(hook.heard).toEqual([]);
  });

  it('does not go in clear', async () => {
    const hook = await openHook();
    expect(await stopOf(post(hook.port, { url: new URL('http://hooks.example/hidden') }))).toMatch(/not https/);
    expect(hook.heard).toEqual([]);
  });

  it('waits for no server that takes it and says nothing', async () => {
    const hook = await openHook(() => undefined);
    expect(await stopOf(post(hook.port, {}, { patience: 300 }))).toMatch(/did not answer in time/);
  });

  it('waits for no server that never ends what it says', async () => {
    const hook = await openHook((response) => {
      response.writeHead(200);
      response.write('x');
    });
    expect(await stopOf(post(hook.port, {}, { patience: 300 }))).toMatch(/did not answer in time/);
  });

  it('is cut off from a flood, which changes nothing of the status', async () => {
    const hook = await openHook((response) => {
      response.writeHead(200);
      response.end('x'.repeat(4 * 1024 * 1024));
    });
    expect(await post(hook.port)).toEqual({ status: 200 });
  });

  it('meets what does not speak TLS, nobody at all, and an interruption', async () => {
    const babble = await openServer(createTcp((socket) => socket.end('220 mail.example ESMTP\r\n')));
    open.push(babble);
    expect(await stopOf(post(babble.port))).toMatch(/the connection failed/);
    const closed = await openServer(createTcp());
    await closed.close();
    expect(await stopOf(post(closed.port))).toMatch(/ECONNREFUSED/);
    const stop = new AbortController();
    stop.abort();
    const hook = await openHook();
    expect(await stopOf(post(hook.port, {}, { signal: stop.signal }))).toMatch(/interrupted/);
    expect(hook.heard).toEqual([]);
  });
});
