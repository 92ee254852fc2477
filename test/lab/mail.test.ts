// Letters against the distribution's own mail server, its own DKIM verifier and Python's mail parser. Needs root and the
// packages postfix, openssl and python3-dkim.
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockFrom } from '../../src/cli/clock.ts';
import type { MailServer } from '../../src/model/letter/mail.ts';
import { compose } from '../../src/post/compose.ts';
import { sendMail } from '../../src/post/send.ts';
import { CSV, PDF, parts } from '../post/support.ts';
import { selfSigned } from '../support/certificate.ts';
import { at } from '../support/values.ts';
import { missingForMail, type Postfix, startPostfix } from './postfix.ts';

const missing = missingForMail();
const asked = process.env['TAKEDOWN_LAB'] === '1';
const reason = !asked ? 'TAKEDOWN_LAB=1 asks for it' : `not there: ${missing.join(', ')}`;
const runs = asked && missing.length === 0;

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'law.example',
  selector: 's1',
  key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
};

/** Debian's own Python, whatever else is installed. */
function python(program: string, input: Uint8Array, ...args: readonly string[]): string {
  return execFileSync('/usr/bin/python3', ['-c', program, ...args], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
}

const READ = `
import email, email.policy, hashlib, json, sys
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(json.dumps({
  "defects": [str(d) for p in m.walk() for d in p.defects] + [str(d) for v in m.values() for d in v.defects],
  "keys": m.keys(), "subject": m["subject"], "from": str(m["from"]), "to": str(m["to"]), "cc": str(m["cc"]), "id": m["message-id"],
  "date": m["date"].datetime.isoformat(), "text": m.get_body(("plain",)).get_content(),
  "files": [[a.get_filename(), a.get_content_type(), hashlib.sha256(a.get_payload(decode=True)).hexdigest()] for a in m.iter_attachments()],
}))`;

const VERIFY = `
import dkim, sys
print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: sys.argv[1].encode()))`;

const digestOf = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex');

describe.skipIf(!runs)(`a real mail server${runs ? '' : ` (left out: ${reason})`}`, () => {
  let postfix: Postfix;
  beforeAll(async () => {
    postfix = await startPostfix();
  });
  afterAll(async () => {
    await postfix?.close();
  });

  async function send(to: readonly string[], server: Partial<MailServer> = {}) {
    const mail = { octets: await compose(parts()), from: 'jane@law.example', to };
    const whole: MailServer = {
      host: 'localhost',
      port: postfix.ports.starttls,
      security: 'starttls',
      ca: postfix.ca,
      ...server,
    };
    const sending = { clock: clockFrom(at('2019-03-15T21:20:00Z')), signal: AbortSignal.timeout(20_000) };
    return sendMail(mail, whole, sending);
  }

  /** Without the lines that a server adds on top. */
  function asLeft(arrived: Buffer): string {
    const text = arrived.toString('latin1').replaceAll('\r\n', '\n');
    const begin = text.search(/^(?:DKIM-Signature|From): /m);
    expect(
      text
        .slice(0, begin)
        .split(/\n(?![ \t])/)
        .map((field) => field.split(':')[0]),
    ).toEqual(['Return-Path', 'X-Original-To', 'Delivered-To', 'Received', '']);
    return text.slice(begin);
  }

  it('takes a letter over STARTTLS, and what arrives is what left, signed by the domain', async () => {
    const receipt = await send(['legal@registry.example'], { dkim });
    expect(receipt).toMatchObject({ accepted: ['legal@registry.example'], rejected: [], tls: 'TLSv1.3' });
    expect(receipt.answer).toMatch(/^250 2\.0\.0 Ok: queued as [0-9A-Za-z]+$/);
    const arrived = await postfix.arrived('legal@registry.example');
    expect(asLeft(arrived)).toBe(Buffer.from(receipt.octets).toString('latin1').replaceAll('\r\n', '\n'));
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const wire = Buffer.from(arrived.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
    expect(python(VERIFY, wire, `v=DKIM1; k=rsa; p=${key}`).trim()).toBe('True');
    const forged = Buffer.from(wire.toString('latin1').replace('Dear Counsel', 'Dear Sir'), 'latin1');
    expect(python(VERIFY, forged, `v=DKIM1; k=rsa; p=${key}`).trim()).toBe('False');
  });

  it('hands on a mail that Python reads as it was written', async () => {
    await send(['desk@registry.example']);
    const read = JSON.parse(python(READ, await postfix.arrived('desk@registry.example')));
    const { text, subject, messageId } = parts();
    expect(read).toMatchObject({
      defects: [],
      subject,
      id: messageId,
      from: 'Jane Roe <jane@law.example>',
      to: '"Legal, Registry \\"One\\"" <legal@registry.example>',
      cc: 'clerk@law.example',
      date: '2019-03-15T21:20:00+00:00',
      files: [
        ['letter.pdf', 'application/pdf', digestOf(PDF)],
        ['schedule.csv', 'text/csv', digestOf(CSV)],
      ],
    });
    expect(read.text.replaceAll('\r\n', '\n')).toBe(text);
  });

  it('that is of an unknown authority gets nothing', async () => {
    await expect(send(['legal@registry.example'], { ca: selfSigned().certificate })).rejects.toMatchObject({
      code: 'mail-not-sent',
      message: expect.stringContaining('certificate cannot be trusted'),
    });
    const { starttls: port } = postfix.ports;
    const system: MailServer = { host: 'localhost', port, security: 'starttls' };
    const mail = { octets: await compose(parts()), from: 'jane@law.example', to: ['legal@registry.example'] };
    const sending = { clock: clockFrom(at('2019-03-15T21:20:00Z')), signal: AbortSignal.timeout(20_000) };
    await expect(sendMail(mail, system, sending)).rejects.toMatchObject({ code: 'mail-not-sent' });
  });

  it('that is called by another name than its certificate says gets nothing', async () => {
    await expect(send(['legal@registry.example'], { host: '127.0.0.1' })).rejects.toMatchObject({
      code: 'mail-not-sent',
      message: expect.stringContaining('certificate cannot be trusted'),
    });
  });

  it('that offers no STARTTLS gets nothing', async () => {
    await expect(send(['legal@registry.example'], { port: postfix.ports.plain })).rejects.toMatchObject({
      code: 'mail-not-sent',
      message: expect.stringContaining('could not be encrypted'),
    });
  });

  it('refuses one of two recipients, and the other gets the letter', async () => {
    const receipt = await send(['gone@registry.example', 'desk@registry.example']);
    expect(receipt.accepted).toEqual(['desk@registry.example']);
    expect(receipt.rejected).toMatchObject([
      { address: 'gone@registry.example', answer: expect.stringMatching(/^550 5\.1\.1 /) },
    ]);
    expect(await postfix.arrived('desk@registry.example')).toBeDefined();
  });

  it('refuses all recipients, and nobody is said to have taken it', async () => {
    const receipt = await send(['gone@registry.example', 'else@other.example']);
    expect(receipt.accepted).toEqual([]);
    expect(receipt.rejected).toHaveLength(2);
    expect(receipt.answer).toMatch(/^[45]\d\d /);
  });
});
