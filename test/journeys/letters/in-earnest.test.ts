// A letter that is sent in earnest, by a person's own settings: no rehearsal, no network file, a server with STARTTLS that
// wants a user and a password.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReal, type RealServer } from '../../post/server.ts';
import { selfSigned } from '../../support/certificate.ts';
import { errorOf } from '../../support/documents.ts';
import { removeFolder } from '../../support/folders.ts';
import { REAL_CASE, REAL_NOW, realWorkspace, writeSettings } from '../../support/real-case.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';

const own = selfSigned();
const SETTINGS = `mail:
  from: Jane Roe <jane@law.example>
  smtp: { host: localhost, port: PORT, security: starttls, user: jane, ca-file: CA }
`;

let folder: string;
let server: RealServer;
let env: NonNullable<Circumstances['env']>;
let digest: string;
let id: string;

const run = (args: readonly string[], more: NonNullable<Circumstances['env']> = {}) =>
  takedown(folder, args, { at: REAL_NOW, env: { ...env, ...more } });
const send = (...more: readonly string[]) =>
  run(['letter', 'send', REAL_CASE, id, '--approve', digest, '--yes', ...more]);
const inCase = (...path: readonly string[]) => join(folder, 'cases', REAL_CASE, ...path);

beforeAll(async () => {
  folder = await realWorkspace({ sender: 'jane@law.example', recipient: 'orders@registry.example' });
  server = await openReal(own);
  const home = writeSettings(folder, { 'ca.pem': own.certificate, password: 'open sesame\n' });
  const file = (name: string) => join(home, 'takedown', name);
  const settings = SETTINGS.replace('PORT', String(server.port)).replace('CA', file('ca.pem'));
  writeFileSync(file('config.yaml'), settings);
  env = { XDG_CONFIG_HOME: home, TAKEDOWN_SMTP_PASSWORD_FILE: file('password') };
  const issued = await run(['letter', 'issue', REAL_CASE, '--to', 'harbour', '--quiet']);
  expect(issued).toMatchObject({ code: 0, err: '' });
  [id = ''] = readdirSync(inCase('letters')).filter((name) => !name.startsWith('.'));
  digest = /^digest: "?([0-9a-f]{64})/m.exec(readFileSync(inCase('letters', id, 'letter.yaml'), 'utf8'))?.[1] ?? '';
}, 180_000);
afterAll(async () => {
  await server.close();
  removeFolder(folder);
});

test('a wrong password is told without it, and nothing is left of the attempt', async () => {
  writeFileSync(join(folder, 'other'), 'Secret-4711');
  const words = ['letter', 'send', REAL_CASE, id, '--approve', digest, '--yes', '--trial', '--json'];
  const ran = await run(words, { TAKEDOWN_SMTP_PASSWORD_FILE: join(folder, 'other') });
  expect(ran.code).toBe(1);
  expect(errorOf(ran.err)).toMatchObject({ code: 'mail-not-sent' });
  expect(ran.err).not.toContain('4711');
  expect(readdirSync(inCase('letters', id)).filter((name) => name.includes('partial'))).toEqual([]);
});

test('a job of CI sends nothing', async () => {
  const ran = await run(['letter', 'send', REAL_CASE, id, '--approve', digest, '--yes', '--trial'], { CI: 'true' });
  expect(ran.code).toBe(23);
  expect(server.taken).toEqual([]);
});

test('it goes to the sender first, and then to the recipient, exactly as it was approved', async () => {
  expect(await send('--trial')).toMatchObject({ code: 0, err: '' });
  expect(await send()).toMatchObject({ code: 0, err: '', out: expect.stringContaining('TLSv1.3') });
  const [trial, mail] = server.taken;
  expect([trial?.to, mail?.to]).toEqual([['jane@law.example'], ['orders@registry.example']]);
  expect(mail).toMatchObject({ secure: true, user: 'jane', calledItself: 'law.example' });
  expect(Buffer.from(mail?.octets ?? []).equals(readFileSync(inCase('letters', id, 'letter.eml')))).toBe(true);
  const journal = readFileSync(inCase('journal.yaml'), 'utf8');
  expect(journal).toMatch(/event: served, recipient: harbour, .*over TLSv1\.3 said: 250 /);
  expect(journal).not.toContain('sesame');
  expect(await send()).toMatchObject({ code: 23 });
});
