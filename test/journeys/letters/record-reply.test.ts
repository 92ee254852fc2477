// `takedown record reply`: a mail that came back is kept, finds its letter, and means only what a person says it means.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { frozen } from '../../../src/casefile/issued-letter.ts';
import { machineOf } from '../../../src/store/disk/lock.ts';
import { issueLetter } from '../../../src/store/letters/issue.ts';
import { casePaths } from '../../../src/store/workspace.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { phosphorusWorkspace, writeFiles } from '../../support/folders.ts';
import { issuedLiteral } from '../../support/letters.ts';
import { takedown } from '../../support/takedown.ts';

const LETTER = '2019-03-15-verisign-order';
const THREAD = '<2019-03-15-verisign-order.0123456789abcdef@firm.example>';

let folder: string;
beforeEach(async () => {
  folder = phosphorusWorkspace();
  const paths = casePaths({ root: folder, cases: join(folder, 'cases') }, 'phosphorus');
  if (paths === undefined) throw new Error('no paths');
  const { files: _, ...letter } = issuedLiteral({ id: LETTER });
  await issueLetter(paths, { manifest: frozen(letter, []), files: [] }, machineOf(process.pid));
});

interface MailLiteral {
  readonly from?: string;
  readonly subject?: string;
  readonly date?: string;
  readonly inReplyTo?: string;
}

const mail = (over: MailLiteral = {}) =>
  [
    `From: ${over.from ?? 'Legal desk <legal@registry.example>'}`,
    'To: counsel@firm.example',
    `Subject: ${over.subject ?? 'Re: Order of 15 March 2019'}`,
    `Date: ${over.date ?? 'Sat, 16 Mar 2019 09:30:00 -0400'}`,
    'Message-ID: <4711@registry.example>',
    ...(over.inReplyTo === undefined ? [] : [`In-Reply-To: ${over.inReplyTo}`]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    'We have your letter; ticket 4711.',
    '',
  ].join('\r\n');

const reply = (text: string, ...args: readonly string[]) => {
  writeFiles(folder, { 'in.eml': text });
  return takedown(folder, ['record', 'reply', 'in.eml', ...args], { at: '2019-03-18T14:00:00Z' });
};
const journal = () => readFileSync(join(folder, 'cases/phosphorus/journal.yaml'), 'utf8');

test('it is kept octet by octet, told, and is a note unless somebody says more', async () => {
  const text = mail({ inReplyTo: THREAD });
  const ran = await reply(text);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const kept = readFileSync(join(folder, 'cases/phosphorus/replies/20190316T133000Z-verisign.eml'), 'utf8');
  expect(kept).toBe(text);
  await expect(`${ran.out}\n${journal().replace(/recorded: \S+,/, 'recorded: NOW,')}`).toMatchFileSnapshot(
    'golden/record-reply.txt',
  );
});

test('what it means is what a person says', async () => {
  const ran = await reply(mail({ inReplyTo: THREAD }), '--as', 'acknowledged', '--paragraph', '2(a)', '--json');
  const { entry } = documentOf<{ entry: Record<string, unknown> }>(ran.out, 'record');
  expect(entry).toMatchObject({
    at: '2019-03-16T13:30:00Z',
    event: 'acknowledged',
    letter: LETTER,
    recipient: 'verisign',
    paragraph: 'tro/2(a)',
    messageId: '<4711@registry.example>',
  });
});

test('the same mail twice is refused, also under another name', async () => {
  await reply(mail({ inReplyTo: THREAD }));
  const before = journal();
  const again = await reply(mail({ inReplyTo: THREAD }), '--as', 'received', '--json');
  expect(again).toMatchObject({ code: 23, out: '' });
  expect(errorOf(again.err).code).toBe('reply-known');
  expect(journal()).toBe(before);
  expect(readdirSync(join(folder, 'cases/phosphorus/replies'))).toHaveLength(1);
});

test('a mail that was kept and not yet journaled, since somebody was killed between, is taken up', async () => {
  const text = mail({ inReplyTo: THREAD });
  writeFiles(folder, { 'cases/phosphorus/replies/20190316T133000Z-verisign.eml': text });
  expect(await reply(text)).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, 'cases/phosphorus/replies'))).toHaveLength(1);
  expect(journal().trimEnd().split('\n')).toHaveLength(1);
});

test('a mail of no known thread waits for a person to name the letter', async () => {
  const ran = await reply(mail(), '--json');
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(errorOf(ran.err)).toMatchObject({ code: 'which-letter', hint: expect.stringContaining(LETTER) });
  expect(readdirSync(join(folder, 'cases/phosphorus'))).not.toContain('replies');
  expect(await reply(mail(), '--letter', LETTER)).toMatchObject({ code: 0 });
});

test('or the recipient alone, who writes of their own accord', async () => {
  expect(await reply(mail(), '--to', 'pir')).toMatchObject({ code: 0 });
  expect(journal()).toContain('recipient: pir');
  expect(journal()).not.toContain('letter:');
});

test.each([
  ['Tue, 19 Mar 2030 09:30:00 -0400', /has not come/],
  ['Tue, 19 Mar 2002 09:30:00 -0400', /before its letter was issued/],
  ['the day before yesterday', /no date that can be read/],
])('a mail dated %s is entered as of now, and that is said', async (date, words) => {
  const ran = await reply(mail({ date, inReplyTo: THREAD }));
  expect(ran.out).toMatch(words);
  expect(journal()).toMatch(/^- \{ at: 2019-03-18T14:00/);
});

test('our own mail is no reply, whoever it is said to be', async () => {
  const ran = await reply(mail({ from: 'counsel@firm.example' }).replace('<4711@registry.example>', THREAD), '--json');
  expect(ran.code).toBe(2);
  expect(errorOf(ran.err)).toMatchObject({ code: 'own-mail' });
});

test('of a folder of mails in one file none is filed, since all but the first would be lost', async () => {
  const one = mail({ inReplyTo: THREAD }).replaceAll('\r\n', '\n');
  const line = 'From legal@registry.example Sat Mar 16 13:30:00 2019\n';
  expect(await reply(`${line}${one}\nFrom what we see, it is done.\n`)).toMatchObject({ code: 0 });
  const ran = await reply(`${line}${one}\n${line}${one}`, '--json');
  expect(ran.code).toBe(22);
  expect(errorOf(ran.err).message).toContain('holds more than one');
});

test('a mail that was saved twice is pointed out', async () => {
  await reply(mail({ inReplyTo: THREAD }));
  const ran = await reply(mail({ inReplyTo: THREAD }).replaceAll('\r\n', '\n'));
  expect(ran.out).toContain('a mail with the same Message-ID is in the journal already');
});

test('a sender from elsewhere is pointed out', async () => {
  const ran = await reply(mail({ from: 'x@evil.example', inReplyTo: THREAD }));
  expect(ran.out).toContain('x@evil.example is under none of the domains that are known of verisign');
});

test('hostile heads stay text on the screen and in the journal', async () => {
  const subject = '=?utf-8?B?G1szMW3igK49Y21kfCwgfSAtIHsgZXZlbnQ6IHNlcnZlZA==?=';
  const ran = await reply(mail({ subject, from: '"}, {" <a@b.example>', inReplyTo: THREAD }));
  expect(ran).toMatchObject({ code: 0, err: '' });
  for (const text of [ran.out, journal()]) expect(['\u001b', '\u202e'].filter((one) => text.includes(one))).toEqual([]);
  expect(journal().trimEnd().split('\n')).toHaveLength(1);
  expect((await takedown(folder, ['validate', 'phosphorus'])).code).toBe(0);
});

test.each([
  ['', /no sender/],
  ['\u0000\u0001\u0002', /no sender/],
])('%j is no mail', async (text, words) => {
  const ran = await reply(text, '--json');
  expect(ran.code).not.toBe(0);
  expect(errorOf(ran.err).message).toMatch(words);
});
