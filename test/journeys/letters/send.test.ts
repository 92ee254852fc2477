// A letter of a rehearsal, issued and sent to a simulated server: the guards as a person meets them, what arrives, and what
// the journal says afterwards.
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailListening, openMailServer } from '../../../src/rehearsal/mail.ts';
import { openScripted, SCRIPT } from '../../post/server.ts';
import { errorOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { rehearsedWorkspace } from '../../support/rehearsed.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';
import { at } from '../../support/values.ts';
import { NOT_PRECHECKED } from '../../support/warned.ts';

const CASE = 'phosphorus.rehearsal';
const TO = 'harbour';
const CLOCK = '2026-01-06T15:00:00Z';

/** Rehearsed and issued once; every test has a copy of its own. */
let issued: string;
let letter: { readonly id: string; readonly digest: string };
let folder: string;
let server: MailListening;

beforeAll(async () => {
  const ground = await rehearsedWorkspace('day-1');
  expect(ground.ran).toMatchObject({ code: 0, err: '' });
  issued = ground.folder;
  const made = await takedown(issued, ['letter', 'issue', CASE, '--to', TO, '--yes'], { at: CLOCK });
  // Nobody has looked before service in this rehearsal, which is told and stops nothing.
  expect(made).toMatchObject({ code: 0, err: NOT_PRECHECKED });
  const [id = ''] = readdirSync(join(issued, 'cases', CASE, 'letters')).filter((name) => name.endsWith('-order'));
  const digest =
    /^digest: "?([0-9a-f]{64})/m.exec(readFileSync(letterFile(issued, id, 'letter.yaml'), 'utf8'))?.[1] ?? '';
  letter = { id, digest };
}, 180_000);
afterAll(() => removeFolder(issued));

beforeEach(async () => {
  folder = emptyFolder();
  cpSync(issued, folder, { recursive: true });
  server = await openMailServer(() => at('2019-03-16T16:00:00Z'));
  useServer(server.port);
});
afterEach(async () => {
  await server.close();
  removeFolder(folder);
});

const letterFile = (root: string, id: string, file: string) => join(root, 'cases', CASE, 'letters', id, file);
const ours = (file: string) => letterFile(folder, letter.id, file);
const journal = () => readFileSync(join(folder, 'cases', CASE, 'journal.yaml'), 'utf8');
const useServer = (port: number) =>
  writeFiles(folder, { 'network.yaml': `simulated: true\nsmtp: { host: 127.0.0.1, port: ${port} }\n` });
const send = (more: readonly string[] = ['--yes'], circumstances: Circumstances = {}) => {
  const approve = more.includes('--approve') ? [] : ['--approve', letter.digest.slice(0, 12)];
  const words = ['letter', 'send', CASE, letter.id, '--network', 'network.yaml', ...approve, ...more];
  return takedown(folder, words, { at: CLOCK, ...circumstances });
};
const tried = async () => expect(await send(['--trial', '--yes'])).toMatchObject({ code: 0, err: '' });

describe('a letter that may leave', () => {
  it('goes to its sender first, marked, and is told to be sent then', async () => {
    const { code, out, err } = await send(['--trial', '--yes']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Sent to yourself');
    const [mail] = server.mails();
    expect(mail?.to).toEqual([mail?.from]);
    const text = Buffer.from(mail?.octets ?? []).toString('latin1');
    expect(text).toMatch(/^Subject: \[TRIAL\]\r\n/m);
    expect(text).toContain('REHEARSAL');
    expect(journal()).toMatch(new RegExp(`event: trial, letter: "?${letter.id}`));
    expect(journal()).not.toMatch(/event: served, .*letter:/);
  });

  it('then goes to its recipient exactly as it was issued, and the journal says what the server said', async () => {
    await tried();
    const { code, out, err } = await send();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, mail] = server.mails();
    const approved = readFileSync(ours('letter.eml'));
    expect(Buffer.from(mail?.octets ?? []).equals(approved)).toBe(true);
    expect(out).toContain(mail?.to.join(', ') ?? 'nobody');
    const [entry = ''] = journal()
      .split('\n')
      .filter((line) => line.includes('event: served') && line.includes(letter.id));
    const sent = readdirSync(join(ours('..'), letter.id)).filter((name) => name.startsWith('sent-'));
    expect(sent).toHaveLength(1);
    expect(readFileSync(ours(sent[0] ?? '')).equals(approved)).toBe(true);
    expect(entry).toContain(`letters/${letter.id}/${sent[0]}`);
    expect(entry).toContain(createHash('sha256').update(approved).digest('hex'));
    expect(entry).toMatch(/message-id: "?<2019-03-16-/);
    expect(entry).toMatch(/250 2\.6\.0 Ok: queued as [0-9A-F]{11} \(simulated\)/);
    const again = await send();
    expect(again).toMatchObject({ code: 23 });
    expect(again.err).toContain('The letter was served at');
    expect(server.mails()).toHaveLength(2);
    const due = await takedown(folder, ['letter', 'plan', CASE, '--to', TO], { at: CLOCK });
    expect(due.out).toContain(letter.id);
  });

  it('is answered in JSON where that is wanted', async () => {
    const { code, out } = await send(['--trial', '--yes', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ case: CASE, entry: { event: 'trial', letter: letter.id } });
  });

  it('is not sent without a question and without --yes', async () => {
    const { code, err } = await send(['--trial', '--json']);
    expect(code).toBe(2);
    expect(errorOf(err)).toMatchObject({ code: 'not-asked', kind: 'use' });
    expect(server.mails()).toEqual([]);
  });
});

describe('a guard refuses, also with --yes', () => {
  const refused = async (code: string, more: readonly string[] = ['--yes'], circumstances: Circumstances = {}) => {
    const ran = await send([...more, '--json'], circumstances);
    expect(ran).toMatchObject({ code: 23, out: '' });
    expect(errorOf(ran.err)).toMatchObject({ code, kind: 'guard' });
    expect(errorOf(ran.err).hint).toMatch(/./);
    expect(server.mails()).toEqual([]);
  };
  const changeFile = (file: string, change: (text: string) => string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(path, change(text));
  };

  it('a letter of a template that was never tried', () => refused('first-use'));
  it('an approval that is too short', () =>
    refused('approval-too-short', ['--yes', '--approve', letter.digest.slice(0, 11)]));
  it('an approval of something else', () => refused('approval-differs', ['--yes', '--approve', 'f'.repeat(64)]));
  it('a job of CI', () => refused('unattended', ['--yes', '--trial'], { env: { CI: 'true' } }));

  it('a letter that was served by a clock ahead of ours, or that was answered', async () => {
    await tried();
    const write = (event: string, at: string) =>
      appendFileSync(
        join(folder, 'cases', CASE, 'journal.yaml'),
        `- { at: ${at}, event: ${event}, recipient: ${TO}, letter: "${letter.id}", by: e-mail }\n`,
      );
    const before = journal();
    for (const [event, at] of [
      ['served', '2019-03-16T16:30:00Z'],
      ['acknowledged', '2019-03-16T16:00:05Z'],
    ] as const) {
      write(event, at);
      const ran = await send(['--yes', '--json']);
      expect(ran.code).toBe(23);
      expect(errorOf(ran.err).code).toBe('already-served');
      writeFileSync(join(folder, 'cases', CASE, 'journal.yaml'), before);
    }
    expect(server.mails()).toHaveLength(1);
  });

  it('a change to the house’s own papers', async () => {
    writeFiles(folder, { 'templates/house.docx': 'another letterhead' });
    await refused('template-changed', ['--yes', '--trial']);
  });

  it('a letter without an approval', async () => {
    const words = ['letter', 'send', CASE, letter.id, '--network', 'network.yaml', '--yes', '--trial', '--json'];
    const ran = await takedown(folder, words, { at: CLOCK });
    expect(ran.code).toBe(23);
    expect(errorOf(ran.err).code).toBe('not-approved');
  });

  it.each(['letter.pdf', 'letter.eml', 'schedule.csv'])('a change to %s', async (file) => {
    appendFileSync(ours(file), ' ');
    await refused('letter-changed', ['--yes', '--trial']);
  });

  it('a change to the manifest', async () => {
    changeFile(`cases/${CASE}/letters/${letter.id}/letter.yaml`, (text) =>
      text.replace(/purpose: \w+/, 'purpose: remind'),
    );
    await refused('letter-changed', ['--yes', '--trial']);
  });

  it('a change to the case', async () => {
    appendFileSync(join(folder, 'cases', CASE, 'case.yaml'), '\n# a remark\n');
    await refused('case-changed', ['--yes', '--trial']);
  });

  it('a change to the recipient', async () => {
    changeFile('cases/recipients.yaml', (text) => text.replace('orders@harbour-names', 'other@harbour-names'));
    await refused('recipient-changed', ['--yes', '--trial']);
  });

  it('a change to the template', async () => {
    const shipped = new URL('../../../templates', import.meta.url);
    cpSync(shipped, join(folder, 'templates'), { recursive: true });
    const { template = '' } =
      /^template: (?<template>\S+)$/m.exec(readFileSync(ours('letter.yaml'), 'utf8'))?.groups ?? {};
    appendFileSync(join(folder, 'templates', `${template}.md`), '\nOne more sentence.\n');
    await refused('template-changed', ['--yes', '--trial']);
  });

  it('a real server for a letter of a rehearsal', async () => {
    const env = { TAKEDOWN_FROM: 'jane@law.example' };
    const words = ['letter', 'send', CASE, letter.id, '--approve', letter.digest, '--trial', '--yes', '--json'];
    const ran = await takedown(folder, words, { at: CLOCK, env });
    expect(ran.code).toBe(23);
    expect(errorOf(ran.err).code).toBe('simulated-mixed');
  });
});

describe('a server that does not take it', () => {
  it('for nobody: nothing is served, and the journal has what it said', async () => {
    await tried();
    const refusing = await openScripted({ ...SCRIPT, RCPT: '550 5.1.1 no such user' });
    useServer(refusing.port);
    const ran = await send(['--yes', '--json']);
    await refusing.close();
    expect(ran.code).toBe(1);
    expect(errorOf(ran.err)).toMatchObject({ code: 'nobody-accepted' });
    expect(journal()).toContain('not sent, nobody was accepted');
    expect(journal()).not.toMatch(/event: served, .*letter:/);
    expect(readdirSync(join(ours('..'), letter.id)).filter((name) => name.startsWith('sent-'))).toEqual([]);
  });

  it('and hangs up after the message: it is not sent again until a person says what became of it', async () => {
    await tried();
    const leaving = await openScripted({ ...SCRIPT, end: undefined });
    useServer(leaving.port);
    const ran = await send(['--yes', '--json']);
    await leaving.close();
    expect(ran.code).toBe(1);
    expect(errorOf(ran.err)).toMatchObject({ code: 'mail-uncertain' });
    useServer(server.port);
    const again = await send(['--yes', '--json']);
    expect(again.code).toBe(23);
    expect(errorOf(again.err)).toMatchObject({ code: 'may-have-been-sent' });
    const said = ['record', 'note', CASE, '--letter', letter.id, '--note', 'their desk has nothing'];
    expect(await takedown(folder, said, { at: CLOCK })).toMatchObject({ code: 0 });
    expect(await send()).toMatchObject({ code: 0 });
    expect(server.mails()).toHaveLength(2);
  });

  it('since it is not there: nothing is left behind', async () => {
    await tried();
    useServer(1);
    const ran = await send(['--yes', '--json']);
    expect(ran.code).toBe(1);
    expect(errorOf(ran.err)).toMatchObject({ code: 'mail-not-sent' });
    useServer(server.port);
    expect(await send()).toMatchObject({ code: 0 });
  });
});

describe('wrong use', () => {
  it.each([
    [['letter', 'send', CASE], 'which-letter'],
    [['letter', 'send', CASE, 'no-such'], 'no-such-letter'],
    [['letter', 'send', CASE, '../../../x'], 'no-such-letter'],
  ])('%j', async (words, code) => {
    const ran = await takedown(folder, [...words, '--json'], { at: CLOCK });
    expect(ran.code).toBe(2);
    expect(errorOf(ran.err)).toMatchObject({ code });
    expect(existsSync(join(folder, 'x.lock'))).toBe(false);
  });

  it('a network that is not simulated', async () => {
    writeFiles(folder, { 'network.yaml': `simulated: false\nsmtp: { host: 127.0.0.1, port: ${server.port} }\n` });
    const ran = await send(['--yes', '--json']);
    expect(ran.code).toBe(2);
    expect(errorOf(ran.err)).toMatchObject({ code: 'no-simulated-mail-server' });
    expect(server.mails()).toEqual([]);
  });
});
