// Later orders come to a case: further names, an amended list, a release, an injunction. Each is seen before it is written.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const CASE = `# Ours, with comments.
case: acme
title: Acme Corp. v. John Does 1-2
court: { name: A court, time-zone: America/New_York, holidays: [us-federal] }
docket: "1:26-cv-00001"
petitioner: { name: Acme Corp. }
registrars: { custodian: { name: Custodian Inc., iana-id: 292 } }
schedules:
  appendix-a: { file: appendix-a.txt, stated-count: 3 } # as the order says
orders:
  - id: tro
    kind: temporary-restraining-order
    entered: 2026-01-05T16:00:00-05:00
    expires: { after: 14 days }
    paragraphs:
      - number: "1"
        text: Move them.
        directed-to: [registry-operator]
        applies-to: appendix-a
        due: { within: 3 business days, of: receipt }
        relief: [{ kind: registrar-of-record, registrar: custodian }]
      - number: "2"
        text: Keep them.
        directed-to: [registry-operator, registrar]
        applies-to: appendix-a
        relief: [{ kind: stays-registered }]
  # Later orders stand below.
`;
const RECIPIENTS = `illustrative: true
recipients:
  verisign: { name: "VeriSign, Inc.", role: registry-operator, reach: ordered, because: in reach, tlds: [com, net], contacts: { address: [1 Example Street], email: legal@registry.example } }
`;
const SUPPLEMENT = [
  ...['amend', 'acme', 'more.txt', '--order', 'supplement', '--kind', 'supplemental-order'],
  ...['--entered', '2026-01-12T10:00:00-05:00', '--list', 'add', '--stated-count', '3'],
];

let folder: string;
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const run = (...args: readonly string[]) =>
  takedown(folder, args, { at: '2026-01-12T16:00:00Z', env: { TAKEDOWN_BY: 'Jane Roe' } });

beforeEach(() => {
  folder = emptyFolder();
  writeFiles(folder, {
    'cases/acme/case.yaml': CASE,
    'cases/acme/appendix-a.txt': 'acme-a.com\nacme-b.com\nacme-c.net\n',
    'cases/recipients.yaml': RECIPIENTS,
    'more.txt': '# Appendix B\nACME-d.com\nacme-a.com\nacme-e.example\n',
    'whole.txt': 'acme-b.com\nacme-c.net\nacme-f.com\n',
    'gone.txt': 'acme-c.net\n',
  });
});
afterEach(() => removeFolder(folder));

test('shows what further names change and writes nothing with --dry-run', async () => {
  const looked = await run(...SUPPLEMENT, '--dry-run');
  expect(looked).toMatchObject({ code: 0, err: '' });
  await expect(looked.out).toMatchFileSnapshot('golden/supplement.txt');
  expect(read('cases/acme/case.yaml')).toBe(CASE);
  expect(existsSync(join(folder, 'cases/acme/supplement.txt'))).toBe(false);
});

test('adds the order below those that are there; every character above stays', async () => {
  expect(await run(...SUPPLEMENT, '--yes')).toMatchObject({ code: 0, err: '' });
  const text = read('cases/acme/case.yaml');
  await expect(text).toMatchFileSnapshot('golden/case.yaml.txt');
  const kept = text.split('\n').filter((line) => CASE.split('\n').includes(line));
  expect(kept.filter((line) => line !== '')).toEqual(CASE.split('\n').filter((line) => line !== ''));
  const diff = await run('diff', 'acme', 'tro', 'supplement');
  expect(diff.out).toContain('Names   3 covered before, 5 after\n  + 2 names added\n');
  const origin = await run('show', 'acme', 'acme-d.com');
  expect(origin.out).toContain('more.txt');
  const again = await run(...SUPPLEMENT, '--yes');
  expect(again.code).toBe(2);
  expect(again.err).toContain('The case has an order "supplement" already.');
});

test('releases what an amended list leaves out, and says it in a document of its schema', async () => {
  const args = ['amend', 'acme', 'whole.txt', '--order', 'amended', '--kind', 'amended-order', '--list', 'replace'];
  const when = ['--entered', '2026-01-12T10:00:00-05:00', '--because', 'left out of the amended list'];
  const done = await run(...args, ...when, '--yes', '--json');
  expect(done).toMatchObject({ code: 0, err: '' });
  const document = documentOf<{ changes: { change: string; released: boolean; names: string[] }[] }>(done.out, 'amend');
  expect(document).toMatchObject({ written: true, listed: 3, covered: { before: 3, after: 3 } });
  expect(document.changes.map(({ change, released, names }) => [change, released, names])).toEqual([
    ['dropped', true, ['acme-a.com']],
    ['added', false, ['acme-f.com']],
  ]);
  expect(read('cases/acme/appendix-a.txt')).toContain('acme-a.com');
  const shown = await run('show', 'acme');
  expect(shown.out).toMatch(/acme-a\.com +released/);
});

test('lets nothing go that may be meant by an entry that has to be looked at', async () => {
  writeFiles(folder, { 'whole.txt': 'acme-b.com\nhttp://acme-a.com/login\nacme-c.net\nacme-f.com\n' });
  const args = ['amend', 'acme', 'whole.txt', '--order', 'amended', '--kind', 'amended-order', '--list', 'replace'];
  const looked = await run(...args, '--entered', '2026-01-12T10:00:00-05:00', '--accept', 'sure', '--dry-run');
  expect(looked.code).toBe(0);
  expect(looked.out).not.toContain('released');
  expect(looked.out).toContain('left out, line 2: ');
});

test('releases names, and warns of one that no schedule has', async () => {
  writeFiles(folder, { 'gone.txt': 'acme-c.net\nacme-z.net\n' });
  const args = ['amend', 'acme', 'gone.txt', '--order', 'release', '--kind', 'amended-order', '--list', 'release'];
  const done = await run(...args, '--entered', '2026-01-12T10:00:00-05:00', '--dry-run');
  expect(done.code).toBe(0);
  expect(done.out).toContain('- 1 name released\n      - acme-c.net');
  expect(done.out).toContain('unknown-release');
});

test('takes paragraphs from a file, with their comments, and extends the order before', async () => {
  writeFiles(folder, {
    'pi.yaml': `# As entered.
id: pi
kind: preliminary-injunction
replaces:
  - { paragraph: tro/2, by: "1" }
paragraphs:
  - number: "1"   # page 7
    text: >
      Hold them,
      all of them.
    directed-to: registry-operator
    applies-to: appendix-a
    relief: [{ kind: held }]
`,
  });
  const args = ['amend', 'acme', '--answers', 'pi.yaml', '--entered', '2026-01-16T11:00:00-05:00'];
  const done = await run(...args, '--extends', 'tro', '--until', 'further-order', '--yes');
  expect(done).toMatchObject({ code: 0, err: '' });
  await expect(done.out).toMatchFileSnapshot('golden/injunction.txt');
  expect(read('cases/acme/case.yaml')).toContain('- number: "1"   # page 7\n        text: >\n          Hold them,\n');
  const twice = await run(...args, '--kind', 'amended-order', '--json');
  expect([twice.code, errorOf(twice.err).message]).toEqual([2, 'The file of --answers says "kind" already.']);
});

test('refuses an order that would not be sound, at its place, and a list with entries that are no names', async () => {
  const wrong = await run(...SUPPLEMENT, '--to', 'tro/9', '--yes');
  expect(wrong.code).toBe(22);
  expect(wrong.err).toContain('unknown-paragraph');
  writeFiles(folder, { 'more.txt': 'acme-d.com\nacme-g.com\nhttp://acme-a.com/login\nlegal@acme-h.com\nacme-i.com\n' });
  const refused = await run(...SUPPLEMENT, '--yes', '--json');
  expect([refused.code, errorOf(refused.err).code]).toEqual([22, 'names-to-check']);
  const sure = await run(...SUPPLEMENT, '--accept', 'sure', '--dry-run', '--json');
  expect(documentOf(sure.out, 'amend')).toMatchObject({
    listed: 3,
    toCheck: [{ where: 'line 3', text: 'http://acme-a.com/login' }],
    refused: [{ where: 'line 4', reason: 'an e-mail address' }],
  });
  expect(read('cases/acme/case.yaml')).toBe(CASE);
  expect(existsSync(join(folder, 'cases/acme/supplement.txt'))).toBe(false);
});

test('asks for what is missing by its flag, where nobody can be asked, and writes nothing unasked', async () => {
  const missing = await run('amend', 'acme', 'more.txt', '--order', 'x', '--json');
  expect([missing.code, errorOf(missing.err).message]).toEqual([2, 'Missing: --kind, --entered.']);
  const unasked = await run(...SUPPLEMENT);
  expect(unasked.code).toBe(2);
  expect(unasked.err).toContain('Give --yes to write it without a question.');
  expect(read('cases/acme/case.yaml')).toBe(CASE);
  writeFiles(folder, { 'more.txt': 'acme-a.com\nacme-b.com\nacme-c.net\n' });
  expect((await run(...SUPPLEMENT, '--yes')).err).toContain('Orders cover the names of the list already');
  const unknown = await run('diff', 'acme', 'tro', 'pi');
  expect([unknown.code, unknown.err]).toEqual([2, 'The case has no order "pi".\n  Orders: tro.\n']);
});

test.each([
  [['more.txt', '--list', 'sideways'], 'bad-answer', '--list "sideways" is none of add, replace, release.'],
  [['--list', 'sideways'], 'bad-answer', '--list "sideways" is none of add, replace, release.'],
  [['--until', 'later'], 'bad-answer', '--until "later" is neither further-order nor an instant.'],
  [['--list', 'add'], 'no-list', '--list says what the file is, and no file is given.'],
])('a wrong word is told before what is missing: %j', async (words, code, message) => {
  const { code: ended, err } = await run('amend', 'acme', ...words, '--json');
  expect([ended, errorOf(err)]).toMatchObject([2, { code, message }]);
});
