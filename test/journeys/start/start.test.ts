// A paralegal starts a case: `new` in an empty folder, `import` from three sources, `validate`, `status`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const AT = '2026-01-06T15:00:00Z';
const NEW = [
  ...['new', 'acme', '--yes', '--title', 'Acme Corp. v. John Does 1-2', '--docket', '1:26-cv-00001'],
  ...['--court', 'United States District Court for the District of Columbia', '--court-short', 'D.D.C.'],
  ...['--petitioner', 'Acme Corp.', '--entered', '2026-01-05T16:00:00-05:00', '--expires', '14 days'],
  ...['--due', '3 business days', '--registrar', 'MarkMonitor Inc.', '--iana-id', '292', '--stated-count', '6'],
  ...['--name-servers', 'ns1.sinkhole.example,ns2.sinkhole.example', '--prefixes', '192.0.2.0/24,2001:db8:5::/48'],
];
const LIST = `# from the motion
acme-login.example
ACME-Secure.example.   # as the motion spells it
acme-login.example
http://acme-pay.example/login
not a name
münchen-acme.example
192.0.2.1
`;

const ANSWERS = `# Kept with the papers of the case.
title: Beta Corp. v. Does
court: e.d. va.
petitioner: Beta Corp.
entered: 2026-01-05T16:00:00-05:00
expires: 14 days
due: 3 business days
names: list.txt
relief: [hold, preserve]
paragraphs:
  hold: { number: "4", text: Take them out of the zone., due: 24 hours }
recipients:
  com: { name: "VeriSign, Inc.", reach: ordered, because: incorporated in Delaware, email: legal@registry.example, address: "1 Example Street, Reston" }
`;

let folder: string;
const run = (args: readonly string[], input?: string) =>
  takedown(folder, args, { at: AT, ...(input === undefined ? {} : { input }) });
const schedule = () => readFileSync(join(folder, 'cases/acme/appendix-a.txt'), 'utf8');

beforeAll(() => {
  folder = emptyFolder();
  writeFiles(folder, {
    'names.txt': LIST,
    'names.csv': 'note,Domain\n"x, ""y""",acme-csv.example\n,acme-login.example\n',
  });
});
afterAll(() => removeFolder(folder));

test('starts the case from flags alone, and the case is sound', async () => {
  const started = await run(NEW);
  expect(started).toMatchObject({ code: 0, err: '' });
  await expect(started.out).toMatchFileSnapshot('golden/new.txt');
  await expect(readFileSync(join(folder, 'cases/acme/case.yaml'), 'utf8')).toMatchFileSnapshot('golden/case.yaml.txt');
  const validated = await run(['validate']);
  expect(validated.code).toBe(0);
  await expect(validated.out).toMatchFileSnapshot('golden/validate-empty.txt');
});

test('takes answers from a file, with paragraphs and recipients of their own; --dry-run only shows', async () => {
  writeFiles(folder, { 'list.txt': 'ACME-one.com\nacme-two.com\n', 'answers.yaml': ANSWERS });
  const args = ['new', 'beta', '--answers', 'answers.yaml', '--docket', '1:26-cv-00002'];
  const shown = await run([...args, '--dry-run']);
  expect(shown).toMatchObject({ code: 0, err: '' });
  await expect(shown.out).toMatchFileSnapshot('golden/answers.yaml.txt');
  expect(existsSync(join(folder, 'cases/beta'))).toBe(false);
  expect((await run(args)).code).toBe(0);
  const validated = await run(['validate', 'beta']);
  expect(validated).toMatchObject({ code: 0, out: 'beta: no errors, no warnings, 2 names read\n' });
  removeFolder(join(folder, 'cases/beta'));
});

test('refuses answers that cannot be, all at once, and a case that would not be sound', async () => {
  const wrong = await run([
    'new',
    'beta',
    '--yes',
    '--relief',
    'hold,seize',
    '--names',
    'none.txt',
    '--seal-until',
    'soon',
  ]);
  expect([wrong.code, wrong.out]).toEqual([2, '']);
  for (const flag of ['--relief "hold,seize" has seize', '--names "none.txt" is no file', '--seal-until "soon"']) {
    expect(wrong.err).toContain(flag);
  }
  writeFiles(folder, { 'order.pdf': '%PDF-1.7\n', 'scan.png': '\u0089PNG' });
  const others = ['order.pdf', 'scan.png'].map((file) => run(['new', 'beta', '--yes', '--names', file]));
  const [pdf, picture] = await Promise.all(others);
  expect(pdf?.err).toContain(
    '--names "order.pdf" is a PDF, and no list of names: leave it out here, and then bring in its names with takedown import.',
  );
  expect(picture?.code).toBe(2);
  const early = NEW.map((word) => (word === '14 days' ? '2026-01-01T00:00:00Z' : word)).with(1, 'beta');
  const unsound = await run(early);
  expect(unsound.code).toBe(22);
  expect(unsound.err).toContain('impossible-dates');
  expect(existsSync(join(folder, 'cases/beta'))).toBe(false);
  const none = await run(['new', '--continue']);
  expect([none.code, none.err]).toEqual([
    2,
    'There is no case that was begun and not written.\n  Begin one: takedown new\n',
  ]);
});

test('never replaces a case that is there', async () => {
  const before = readFileSync(join(folder, 'cases/acme/case.yaml'), 'utf8');
  const again = await run(NEW);
  expect(again).toMatchObject({ code: 23, out: '' });
  expect(again.err).toBe('There is a case acme already; nothing was written.\n');
  expect(readFileSync(join(folder, 'cases/acme/case.yaml'), 'utf8')).toBe(before);
});

test('writes nothing where nobody is asked, and says what it found', async () => {
  const before = schedule();
  const looked = await run(['import', 'acme', 'names.txt']);
  expect(looked).toMatchObject({ code: 2 });
  await expect(looked.err).toMatchFileSnapshot('golden/import-not-asked.txt');
  expect(schedule()).toBe(before);
  const asJson = await run(['import', 'acme', 'names.txt', '--json']);
  expect(errorOf(asJson.err)).toMatchObject({ code: 'not-asked' });
  expect(schedule()).toBe(before);
});

test('looks first with --dry-run, then adds what is sure; comments in the schedule survive', async () => {
  writeFileSync(join(folder, 'cases/acme/appendix-a.txt'), `${schedule()}# Part I\nfirst.example  # kept as it is\n`);
  const before = schedule();
  const looked = await run(['import', 'acme', 'names.txt', '--dry-run']);
  expect(looked).toMatchObject({ code: 0, err: '' });
  await expect(looked.out).toMatchFileSnapshot('golden/import-dry-run.txt');
  expect(schedule()).toBe(before);
  const added = await run(['import', 'acme', 'names.txt', '--accept', 'sure', '--by', 'Jane Roe']);
  expect(added.code).toBe(21);
  await expect(added.out).toMatchFileSnapshot('golden/import.txt');
  await expect(schedule().slice(before.length)).toMatchFileSnapshot('golden/import-added.txt');
  expect(schedule().startsWith(before)).toBe(true);
});

test('takes a column of a CSV file and standard input, and leaves alone what is there', async () => {
  const fromCsv = await run(['import', 'acme', 'names.csv', '--accept', 'sure', '--by', 'Jane Roe']);
  expect(fromCsv.out).toContain('1 name added to cases/acme/appendix-a.txt, accepted by Jane Roe\n');
  const fromInput = await run(
    ['import', 'acme', '-', '--accept', 'sure', '--by', 'Jane Roe', '--json'],
    '\ufeffacme-stdin.example\r\n\r\nacme-csv.example\r\n',
  );
  expect(fromInput).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(fromInput.out)).toMatchObject({ added: ['acme-stdin.example'], already: 1, repeated: 0 });
  expect(
    schedule()
      .match(/^[^#\n]+/gm)
      ?.map((line) => line.trim()),
  ).toEqual([
    'first.example',
    'acme-login.example',
    'acme-secure.example',
    'xn--mnchen-acme-thb.example',
    'acme-csv.example',
    'acme-stdin.example',
  ]);
});

test('validates, with a warning and no error', async () => {
  const validated = await run(['validate']);
  expect(validated.code).toBe(0);
  await expect(validated.out).toMatchFileSnapshot('golden/validate.txt');
});

test('status says that nothing was ever checked: all unknown, none failed', async () => {
  const status = await run(['status']);
  expect(status).toMatchObject({ code: 0, err: '' });
  await expect(status.out).toMatchFileSnapshot('golden/status.txt');
  const asJson = await run(['status', '--json']);
  const document = documentOf<{ readonly totals: unknown; readonly names: readonly unknown[] }>(asJson.out, 'status');
  expect(document.names).toHaveLength(6);
  expect(document.totals).toMatchObject({
    transferred: { met: 0, unmet: 0, unknown: 6 },
    sinkholed: { met: 0, unmet: 0, unknown: 6 },
  });
  expect((await run(['status', '--fail-on', 'reverted,overdue'])).code).toBe(21);
});

test('says the same to a script, in documents of their published schemas', async () => {
  const imported = await run(['import', 'acme', 'names.txt', '--dry-run', '--json']);
  const { written, refused } = documentOf<{ written: boolean; refused: unknown[] }>(imported.out, 'import');
  expect([written, refused.length]).toEqual([false, 2]);
  const validated = await run(['validate', 'acme', '--json']);
  expect(documentOf(validated.out, 'validate')).toMatchObject({ cases: ['acme'], errors: 0 });
});
