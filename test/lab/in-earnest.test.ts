// A letter sent in earnest through the distribution's own mail server, by a person's own settings. Needs what mail.test.ts needs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf } from '../support/documents.ts';
import { removeFolder } from '../support/folders.ts';
import { REAL_CASE, REAL_NOW, realWorkspace, writeSettings } from '../support/real-case.ts';
import { takedown } from '../support/takedown.ts';
import { NOT_PRECHECKED } from '../support/warned.ts';
import { missingForMail, type Postfix, startPostfix } from './postfix.ts';

const missing = missingForMail();
const asked = process.env['TAKEDOWN_LAB'] === '1';
const reason = !asked ? 'TAKEDOWN_LAB=1 asks for it' : `not there: ${missing.join(', ')}`;
const runs = asked && missing.length === 0;

describe.skipIf(!runs)(`a letter in earnest${runs ? '' : ` (left out: ${reason})`}`, () => {
  let postfix: Postfix;
  let folder: string;
  let home: string;
  let id: string;
  let digest: string;
  const run = (...args: readonly string[]) =>
    takedown(folder, args, { at: REAL_NOW, env: { XDG_CONFIG_HOME: home, HOME: home } });
  const send = (...more: readonly string[]) =>
    run('letter', 'send', REAL_CASE, id, '--approve', digest, '--yes', ...more);
  const inCase = (...path: readonly string[]) => join(folder, 'cases', REAL_CASE, ...path);
  const settings = (port: number, more = '') =>
    writeFileSync(
      join(home, 'takedown', 'config.yaml'),
      `mail:\n  from: Jane Roe <jane@law.example>\n  smtp: { host: localhost, port: ${port}, security: starttls${more} }\n`,
    );

  beforeAll(async () => {
    postfix = await startPostfix();
    folder = await realWorkspace({ sender: 'jane@law.example', recipient: 'legal@registry.example' });
    home = writeSettings(folder, { 'ca.pem': postfix.ca });
    settings(postfix.ports.starttls, ', ca-file: ~/takedown/ca.pem');
    expect(await run('letter', 'issue', REAL_CASE, '--to', 'harbour')).toMatchObject({ code: 0, err: NOT_PRECHECKED });
    [id = ''] = readdirSync(inCase('letters')).filter((name) => !name.startsWith('.'));
    digest = /^digest: "?([0-9a-f]{64})/m.exec(readFileSync(inCase('letters', id, 'letter.yaml'), 'utf8'))?.[1] ?? '';
  }, 180_000);
  afterAll(async () => {
    await postfix?.close();
    if (folder !== undefined) removeFolder(folder);
  });

  it('leaves nothing with a server that has no TLS, or whose authority nobody named', async () => {
    for (const [port, more] of [
      [postfix.ports.plain, ', ca-file: ~/takedown/ca.pem'],
      [postfix.ports.starttls, ''],
    ] as const) {
      settings(port, more);
      const ran = await send('--trial', '--json');
      expect(ran.code).toBe(1);
      expect(errorOf(ran.err)).toMatchObject({ code: 'mail-not-sent' });
    }
    settings(postfix.ports.starttls, ', ca-file: ~/takedown/ca.pem');
  });

  it('arrives at its sender, then at its recipient as it was approved, and a reply finds it', async () => {
    expect(await send('--trial')).toMatchObject({ code: 0, err: '' });
    expect((await postfix.arrived('jane@law.example')).toString('latin1')).toMatch(/^Subject: \[TRIAL\]/m);
    expect(await send()).toMatchObject({ code: 0, err: '' });
    const arrived = (await postfix.arrived('legal@registry.example')).toString('latin1').replaceAll('\r\n', '\n');
    const approved = readFileSync(inCase('letters', id, 'letter.eml'), 'latin1').replaceAll('\r\n', '\n');
    expect(arrived.endsWith(approved)).toBe(true);
    expect(readFileSync(inCase('journal.yaml'), 'utf8')).toMatch(
      /event: served, recipient: harbour, .*over TLSv1\.3 said: 250 2\.0\.0 Ok: queued as /,
    );
    const thread = /^Message-ID: (<.*>)$/im.exec(approved)?.[1];
    const reply = `From: legal@registry.example\nDate: Sat, 16 Mar 2019 14:30:00 -0400\nMessage-ID: <1@registry.example>\nIn-Reply-To: ${thread}\nSubject: Re: your order\n\nReceived.\n`;
    writeFileSync(join(folder, 'reply.eml'), reply);
    const filed = await takedown(folder, ['record', 'reply', 'reply.eml', REAL_CASE, '--as', 'acknowledged'], {
      at: '2019-03-16T19:00:00Z',
    });
    expect(filed).toMatchObject({ code: 0, out: expect.stringContaining(`found by the thread: ${id}`) });
  });
});
