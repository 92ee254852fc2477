import { createHash, generateKeyPairSync, verify as verifySignature } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clockFrom } from '../../src/cli/clock.ts';
import type { MailServer } from '../../src/model/letter/mail.ts';
import { TakedownError } from '../../src/model/takedown-error.ts';
import { compose } from '../../src/post/compose.ts';
import { type Sending, sendMail } from '../../src/post/send.ts';
import type { Listening } from '../../src/rehearsal/sockets.ts';
import { selfSigned } from '../support/certificate.ts';
import { at } from '../support/values.ts';
import { openEndless, openReal, openScripted, SCRIPT } from './server.ts';
import { headOf, parts } from './support.ts';

const TO = ['legal@registry.example', 'clerk@law.example'];
const QUICK = { connect: 2_000, greeting: 500, idle: 500, whole: 2_000 };
const own = selfSigned();
const open: Listening[] = [];

async function opened<T extends Listening>(server: Promise<T>): Promise<T> {
  const listening = await server;
  open.push(listening);
  return listening;
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function send(server: Partial<MailServer> & { readonly port: number }, sending: Partial<Sending> = {}) {
  const mail = { octets: await compose(parts()), from: 'jane@law.example', to: TO };
  const signal = new AbortController().signal;
  const clock = clockFrom(at('2019-03-15T21:20:00Z'));
  const whole: MailServer = { host: 'localhost', security: 'starttls', ca: own.certificate, ...server };
  return sendMail(mail, whole, { clock, signal, patience: QUICK, ...sending });
}

async function stopOf(sent: Promise<unknown>): Promise<TakedownError> {
  const stop = await sent.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(stop instanceof TakedownError)) throw new Error(`no expected stop: ${String(stop)}`);
  return stop;
}

const clear = (port: number) => ({ host: '127.0.0.1', port, security: 'none' }) as const;

describe('a mail that is sent', () => {
  it.each(['starttls', 'tls'] as const)('arrives unchanged over %s', async (security) => {
    const server = await opened(openReal(own, { secure: security === 'tls' }));
    const receipt = await send({ port: server.port, security });
    expect(receipt).toMatchObject({ accepted: TO, rejected: [], tls: 'TLSv1.3', server: `localhost:${server.port}` });
    expect(receipt.answer).toBe('250 Ok: queued as 41BA92603EC');
    expect(receipt.at.startsWith('2019-03-15T21:20:0')).toBe(true);
    const [taken] = server.taken;
    expect(taken).toMatchObject({ to: TO, secure: true, calledItself: 'law.example' });
    expect(Buffer.from(taken?.octets ?? []).equals(await compose(parts()))).toBe(true);
    expect(Buffer.from(receipt.octets).equals(await compose(parts()))).toBe(true);
  });

  it('logs in with user and password', async () => {
    const server = await opened(openReal(own, { authOptional: false }));
    await send({ port: server.port, user: 'jane', password: 'open sesame' });
    expect(server.taken[0]?.user).toBe('jane');
  });

  it('carries the signature of the domain, and behind it what was approved', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const server = await opened(openReal(own));
    const { octets } = await send({ port: server.port, dkim: { domain: 'law.example', selector: 's1', key } });
    const plain = Buffer.from(await compose(parts()));
    expect(Buffer.from(server.taken[0]?.octets ?? []).equals(octets)).toBe(true);
    expect(
      Buffer.from(octets)
        .subarray(octets.length - plain.length)
        .equals(plain),
    ).toBe(true);
    const line = headOf(octets)[0] ?? '';
    expect(line).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=law\.example;.* s=s1;/);
    const tags = new Map(
      [...line.slice(16).matchAll(/(\w+)=([^;]*)/g)].map(([, tag = '', value = '']) => [tag, value.replace(/\s/g, '')]),
    );
    const body = plain.subarray(plain.indexOf('\r\n\r\n') + 4);
    // Relaxed (RFC 6376 section 3.4.4): no blanks at the ends of lines, no empty lines at the end.
    const relaxed = `${body
      .toString('latin1')
      .replace(/[ \t]+\r\n/g, '\r\n')
      .replace(/[ \t]+/g, ' ')
      .replace(/(\r\n)+$/, '')}\r\n`;
    expect(tags.get('bh')).toBe(createHash('sha256').update(relaxed, 'latin1').digest('base64'));
    const heads = new Map(
      headOf(plain).map((one) => [one.slice(0, one.indexOf(':')).toLowerCase(), one.slice(one.indexOf(':') + 1)]),
    );
    const signedHeads = (tags.get('h') ?? '').toLowerCase().split(':');
    expect(signedHeads).toEqual(
      expect.arrayContaining(['from', 'to', 'cc', 'subject', 'date', 'message-id', 'mime-version']),
    );
    const canonical = (key: string, value: string) => `${key}:${value.replace(/[ \t]+/g, ' ').trim()}`;
    const hashed = [
      ...signedHeads.map((key) => canonical(key, heads.get(key) ?? '')),
      canonical('dkim-signature', line.slice(15).replace(/\bb=[^;]*$/, 'b=')),
    ].join('\r\n');
    expect(verifySignature('sha256', Buffer.from(hashed), publicKey, Buffer.from(tags.get('b') ?? '', 'base64'))).toBe(
      true,
    );
  });

  it('is not waited for by a server that says no farewell', async () => {
    const server = await opened(openScripted({ ...SCRIPT, QUIT: '' }));
    const patience = { ...QUICK, idle: 60_000 };
    expect((await send(clear(server.port), { patience })).accepted).toEqual(TO);
    const open = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
    await expect.poll(open, { timeout: 4_000 }).toBe(0);
  });

  it('tells its octets before the server is dialled', async () => {
    const server = await opened(openReal(own));
    const order: string[] = [];
    const told = vi.fn(() => void order.push(`told, ${server.taken.length} taken`));
    await send({ port: server.port }, { onLeaving: told });
    expect(order).toEqual(['told, 0 taken']);
  });
});

describe('an answer that is a refusal', () => {
  it('of one recipient leaves the other', async () => {
    const onRcptTo = (address: { address: string }, _: unknown, done: (error?: Error) => void) =>
      done(
        address.address.startsWith('legal')
          ? Object.assign(new Error('no such user'), { responseCode: 550 })
          : undefined,
      );
    const server = await opened(openReal(own, { onRcptTo }));
    const receipt = await send({ port: server.port });
    expect(receipt.accepted).toEqual(['clerk@law.example']);
    expect(receipt.rejected).toEqual([{ address: 'legal@registry.example', answer: '550 no such user' }]);
  });

  it.each([
    ['every recipient', { RCPT: '550 5.1.1 no such user' }, '550 5.1.1 no such user'],
    ['the sender', { MAIL: '550 5.7.1 not you' }, '550 5.7.1 not you'],
    ['the message, for now', { end: '451 4.3.0 try again later' }, '451 4.3.0 try again later'],
    [
      'the message, in two lines',
      { end: '554-5.7.1 spam\r\n554 5.7.1 says the filter' },
      '554-5.7.1 spam 554 5.7.1 says the filter',
    ],
    ['with a terminal in its hand', { end: '554 \u001b[2Jgone' }, '554 ␛gone'],
  ])('of %s is a receipt with nobody who took it', async (_, said, answer) => {
    const server = await opened(openScripted({ ...SCRIPT, ...said }));
    const receipt = await send(clear(server.port));
    expect(receipt.accepted).toEqual([]);
    expect(receipt.rejected.map(({ address }) => address)).toEqual(TO);
    expect(receipt.answer).toBe(answer);
    expect(receipt.tls).toBeUndefined();
  });
});

describe('a server that cannot be spoken to', () => {
  it('with the certificate of an unknown authority gets nothing', async () => {
    const server = await opened(openReal(selfSigned()));
    const stop = await stopOf(send({ port: server.port }));
    expect(stop).toMatchObject({ kind: 'failed', code: 'mail-not-sent' });
    expect(stop.message).toContain("the server's certificate cannot be trusted");
    expect(server.taken).toEqual([]);
  });

  it('with the certificate of another host gets nothing', async () => {
    const other = selfSigned('mail.other.example');
    const server = await opened(openReal(other));
    expect((await stopOf(send({ port: server.port, ca: other.certificate }))).message).toContain('cannot be trusted');
    expect(server.taken).toEqual([]);
  });

  it('without STARTTLS gets nothing, and no password', async () => {
    const server = await opened(
      openReal(own, { hideSTARTTLS: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true }),
    );
    const stop = await stopOf(send({ port: server.port, user: 'jane', password: 'open sesame' }));
    expect(stop).toMatchObject({ code: 'mail-not-sent' });
    expect(stop.message).toContain('could not be encrypted');
    expect(server.taken).toEqual([]);
  });

  it('that repeats the password in its refusal does not get it printed', async () => {
    const server = await opened(openReal(own, { authOptional: false }));
    const stop = await stopOf(send({ port: server.port, user: 'jane', password: 'Secret-4711' }));
    expect(stop.code).toBe('mail-not-sent');
    expect(stop.message).toContain('did not accept the user and the password');
    expect(JSON.stringify([stop.message, stop.stack, stop.hint, String(stop.cause)])).not.toContain('4711');
  });

  it.each([
    ['is not there', undefined],
    ['hangs up at once', { greeting: undefined }],
    ['never greets', { greeting: '' }],
    ['speaks another protocol', { greeting: 'SSH-2.0-OpenSSH_9.2' }],
    ['hangs up at the envelope', { ...SCRIPT, RCPT: undefined }],
    ['asks to come back', { greeting: '421 4.3.2 closing' }],
    ['falls silent at the envelope', { ...SCRIPT, MAIL: '' }],
    ['babbles at the envelope', { ...SCRIPT, RCPT: '\u001b]0;x\u0007 no' }],
    ['babbles when the message is announced', { ...SCRIPT, DATA: 'HTTP/1.1 200 OK' }],
  ])('since it %s: nothing was sent', async (_, said) => {
    const port = said === undefined ? 1 : (await opened(openScripted(said))).port;
    const stop = await stopOf(send(clear(port)));
    expect(stop).toMatchObject({ kind: 'failed', code: 'mail-not-sent' });
  });

  it.each([
    ['hangs up', { ...SCRIPT, end: undefined }],
    ['falls silent', { ...SCRIPT, end: '' }],
    ['babbles', { ...SCRIPT, end: 'HTTP/1.1 200 OK' }],
    ['goes on as if it had more to ask', { ...SCRIPT, end: '354 go on' }],
  ])('any more, since it %s after the message: it may have been sent', async (_, said) => {
    const server = await opened(openScripted(said));
    const stop = await stopOf(send(clear(server.port)));
    expect(stop).toMatchObject({ kind: 'failed', code: 'mail-uncertain' });
    expect(stop.message).toContain('may have been sent');
  });

  it('that goes on answering without an end is left after a bound', async () => {
    const server = await opened(openEndless());
    const begun = performance.now();
    const stop = await stopOf(send(clear(server.port)));
    expect(stop.message).toContain('did not answer in time');
    expect(performance.now() - begun).toBeGreaterThan(QUICK.whole - 100);
    expect(performance.now() - begun).toBeLessThan(QUICK.whole + 3_000);
  });

  it('in clear is refused unless it is on this machine', async () => {
    const stop = await stopOf(send({ host: 'mail.law.example', port: 25, security: 'none' }));
    expect(stop).toMatchObject({ kind: 'guard', code: 'mail-in-clear' });
  });
});

describe('an interruption', () => {
  it('before the server is dialled leaves nothing', async () => {
    const told = vi.fn();
    const stop = await stopOf(send({ port: 1 }, { signal: AbortSignal.abort(), onLeaving: told }));
    expect(stop.code).toBe('mail-not-sent');
    expect(told).not.toHaveBeenCalled();
  });

  it('while the server thinks about the message says that it may have been sent', async () => {
    const server = await opened(openScripted({ ...SCRIPT, end: '' }));
    const stop = await stopOf(send(clear(server.port), { signal: AbortSignal.timeout(200) }));
    expect(stop.code).toBe('mail-uncertain');
    expect(stop.message).toContain('interrupted');
  });
});

describe('an envelope', () => {
  it.each([['legal@registry.example> SIZE=1'], ['a@b.example>\r\nRCPT TO:<evil@attacker.example']])(
    'with %j stops',
    async (address) => {
      const octets = await compose(parts());
      const signal = new AbortController().signal;
      const mail = { octets, from: 'jane@law.example', to: [address] };
      const sent = sendMail(mail, clear(1), { clock: clockFrom(at('2019-03-15T21:20:00Z')), signal });
      expect(await stopOf(sent)).toMatchObject({ kind: 'input', code: 'wrong-mail-part' });
    },
  );
});
