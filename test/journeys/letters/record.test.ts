// `takedown record`: the journal gets what happened, and nothing that the case does not know.
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { frozen } from '../../../src/casefile/issued-letter.ts';
import { machineOf } from '../../../src/store/disk/lock.ts';
import { issueLetter } from '../../../src/store/letters/issue.ts';
import { casePaths } from '../../../src/store/workspace.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { phosphorusWorkspace, writeFiles } from '../../support/folders.ts';
import { issuedLiteral } from '../../support/letters.ts';
import { takedown } from '../../support/takedown.ts';

const LETTER = '2019-03-15-verisign-order';
const NOW = '2019-03-18T14:00:00Z';

let folder: string;
beforeEach(async () => {
  folder = phosphorusWorkspace();
  const paths = casePaths({ root: folder, cases: join(folder, 'cases') }, 'phosphorus');
  if (paths === undefined) throw new Error('no paths');
  for (const id of [LETTER, '2019-03-16-pir-order']) {
    const { files: _, ...letter } = issuedLiteral({ id, recipient: id === LETTER ? 'verisign' : 'pir' });
    const mail = { ...letter.mail, messageId: `<${id}.0123456789abcdef@firm.example>` };
    const manifest = frozen({ ...letter, mail: { ...issuedMail(), ...mail } }, []);
    await issueLetter(paths, { manifest, files: [] }, machineOf(process.pid));
  }
});

function issuedMail() {
  const { mail } = issuedLiteral();
  if (mail === undefined) throw new Error('no mail');
  return mail;
}

const record = (...args: readonly string[]) => takedown(folder, ['record', ...args], { at: NOW });
const journal = () => {
  const file = join(folder, 'cases/phosphorus/journal.yaml');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

interface RecordDocument {
  readonly entry: Readonly<Record<string, unknown>>;
}
const entryOf = async (...args: readonly string[]) => {
  const ran = await record(...args, '--json');
  expect(ran).toMatchObject({ code: 0, err: '' });
  return documentOf<RecordDocument>(ran.out, 'record').entry;
};

describe('an entry', () => {
  test('is added as a line that people can read, and told', async () => {
    const ran = await record('received', '--letter', LETTER, '--at', '2019-03-15 17:41');
    expect(ran).toMatchObject({ code: 0, err: '' });
    await expect(`${ran.out}\n${journal().replaceAll(/recorded: \S+,/g, 'recorded: NOW,')}`).toMatchFileSnapshot(
      'golden/record.txt',
    );
  });

  test('of now has one time only, a back-dated one says when it was written', async () => {
    expect(await entryOf('acknowledged', '--letter', LETTER)).not.toHaveProperty('recorded');
    const earlier = await entryOf('received', '--letter', LETTER, '--at', '2019-03-15T17:41:00-04:00');
    expect(earlier).toMatchObject({ at: '2019-03-15T21:41:00Z', recorded: expect.stringMatching(/^2019-03-18T14:00/) });
  });

  test('of a letter concerns the recipient of that letter', async () => {
    expect(await entryOf('refused', '--letter', LETTER)).toMatchObject({ recipient: 'verisign', letter: LETTER });
  });

  test('names its paragraph in full', async () => {
    expect(await entryOf('confirmed', '--letter', LETTER, '--paragraph', '2(a)')).toMatchObject({
      paragraph: 'tro/2(a)',
    });
  });

  test('may be about some names, given with commas or in a file', async () => {
    const names = ['outlook-verify.net', 'verify-linkedin.net'];
    expect(await entryOf('confirmed', '--letter', LETTER, '--names', `Outlook-Verify.net, ${names[1]}`)).toMatchObject({
      names,
    });
    writeFiles(folder, { 'done.txt': `# done\n${names.join('\n')}\n` });
    expect(await entryOf('confirmed', '--letter', LETTER, '--names', '@done.txt')).toMatchObject({ names });
  });

  test('keeps a paper as evidence', async () => {
    writeFiles(folder, { 'Proof of service.pdf': '%PDF' });
    const entry = await entryOf('served', '--to', 'verisign', '--by', 'courier', '--file', 'Proof of service.pdf');
    expect(entry).toMatchObject({ evidence: { file: 'replies/20190318T140000Z-Proof-of-service.pdf' } });
    expect(readFileSync(join(folder, 'cases/phosphorus/replies/20190318T140000Z-Proof-of-service.pdf'), 'utf8')).toBe(
      '%PDF',
    );
  });

  test('may correct an earlier one', async () => {
    const wrong = await entryOf('received', '--letter', LETTER, '--at', '2019-03-16T09:00:00-04:00');
    const right = await entryOf(
      ...['received', '--letter', LETTER, '--at', '2019-03-15T09:00:00-04:00', '--corrects', String(wrong['at'])],
    );
    expect(right).toMatchObject({ corrects: wrong['at'] });
    expect(journal().trimEnd().split('\n')).toHaveLength(2);
  });

  test('of a time before its letter is taken, and pointed out', async () => {
    const at = '2018-03-15T17:41:00-04:00';
    expect((await record('received', '--letter', LETTER, '--at', at)).out).toContain('before the letter was issued');
  });

  test('never has half a paper as its evidence', async () => {
    writeFiles(folder, { 'scan.pdf': '%PDF' });
    truncateSync(join(folder, 'scan.pdf'), 64 * 1_048_576 + 1);
    const ran = await record('note', '--file', 'scan.pdf', '--json');
    expect(ran.code).toBe(22);
    expect(errorOf(ran.err)).toMatchObject({ code: 'file-too-large' });
    expect(journal()).toBe('');
  });

  test('is written once by who says the very same again, as after a process that was killed; another one is written', async () => {
    const said = ['received', '--letter', LETTER, '--at', '2019-03-15 17:41', '--note', 'by courier'];
    expect(await record(...said)).toMatchObject({ code: 0, err: '' });
    const before = journal();
    const again = await takedown(folder, ['record', ...said], { at: '2019-03-18T14:00:05Z' });
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('it is not written twice') });
    expect(journal()).toBe(before);
    expect(await record(...said.slice(0, -1), 'by post')).toMatchObject({ code: 0, err: '' });
    expect(journal().trim().split('\n')).toHaveLength(before.trim().split('\n').length + 1);
  });

  test('keeps hostile text as text', async () => {
    const note = '"><script> \u202e{ event: served } # \u001b[31m=cmd|x';
    expect(await entryOf('note', '--note', note)).toMatchObject({ note });
    const { out } = await record('note', '--note', note);
    expect(['\u001b', '\u202e'].filter((character) => out.includes(character))).toEqual([]);
    expect((await takedown(folder, ['validate', 'phosphorus'])).code).toBe(0);
  });
});

test.each<[string, readonly string[], string, RegExp]>([
  ['an unknown event', ['servd'], 'no-such-event', /Did you mean "served"/],
  ['a trial, which only the program records', ['trial', '--letter', LETTER], 'no-such-event', /recorded/],
  ['a misspelt letter', ['received', '--letter', '2019-03-15-verisgn-order'], 'no-such-letter', /verisign-order"/],
  ['a misspelt recipient', ['received', '--to', 'verisgn'], 'no-such-recipient', /"verisign"/],
  ['another recipient', ['received', '--letter', LETTER, '--to', 'pir'], 'other-recipient', /went to verisign/],
  [
    'a misspelt name',
    ['confirmed', '--to', 'verisign', '--names', 'outlook-verfy.net'],
    'no-such-name',
    /outlook-verify/,
  ],
  [
    'a name of another letter',
    ['confirmed', '--letter', LETTER, '--names', 'webemail.info'],
    'other-name',
    /not about/,
  ],
  ['no name', ['confirmed', '--letter', LETTER, '--names', 'https://a.b/'], 'not-a-name', /address/],
  ['a file that is not there', ['confirmed', '--letter', LETTER, '--names', '@x.txt'], 'no-such-file', /x\.txt/],
  ['a paper that is not there', ['note', '--file', 'x.pdf'], 'no-such-file', /x\.pdf/],
  ['an unknown paragraph', ['confirmed', '--to', 'verisign', '--paragraph', '9(z)'], 'no-such-paragraph', /9\(z\)/],
  ['a time without a day', ['received', '--letter', LETTER, '--at', '17:41'], 'bad-instant', /at the court/],
  ['a day without a time', ['received', '--letter', LETTER, '--at', '2019-03-15'], 'bad-instant', /no instant/],
  ['a day that is none', ['received', '--letter', LETTER, '--at', '2019-02-30 10:00'], 'bad-instant', /no instant/],
  [
    'an hour that the clocks left out',
    ['received', '--letter', LETTER, '--at', '2019-03-10 02:30'],
    'odd-hour',
    /never/,
  ],
  ['an hour that came twice', ['received', '--letter', LETTER, '--at', '2018-11-04 01:30'], 'odd-hour', /twice/],
  ['what has not come', ['received', '--letter', LETTER, '--at', '2019-03-19 09:00'], 'in-the-future', /not come/],
  ['a correction of nothing', ['note', '--note', 'x', '--corrects', NOW], 'unknown-entry', /none at all/],
  ['a time that a script left empty', ['received', '--letter', LETTER, '--at', ' '], 'empty-flag', /--at/],
  ['a letter that a script left empty', ['received', '--to', 'verisign', '--letter', ''], 'empty-flag', /--letter/],
  ['an entry of nobody', ['received'], 'too-vague', /--letter/],
  ['a service that nobody knows the way of', ['served', '--letter', LETTER], 'too-vague', /--by/],
  ['a note of nothing', ['note'], 'too-vague', /--note/],
  ['words without a flag', ['note', 'phosphorus', 'they called'], 'too-many-words', /--note/],
  ['--as without a reply', ['note', '--note', 'x', '--as', 'received'], 'only-for-replies', /--as/],
])('%s is refused, and nothing is written', async (_, args, code, words) => {
  const ran = await record(...args, '--json');
  expect(ran).toMatchObject({ code: 2, out: '' });
  const error = errorOf(ran.err);
  expect(error.code).toBe(code);
  expect(`${error.message} ${error.hint}`).toMatch(words);
  expect(journal()).toBe('');
  expect(readdirSync(join(folder, 'cases/phosphorus'))).not.toContain('replies');
});
