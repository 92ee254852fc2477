// A paralegal brings in the appendix of an order: some entries are clear, some are torn or defanged, some are no names at all. What
// was agreed is written, and each name can say where it comes from.
import { readFileSync, writeFileSync } from 'node:fs';
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
  ...['--due', '3 business days', '--registrar', 'MarkMonitor Inc.', '--iana-id', '292', '--stated-count', '7'],
  ...['--name-servers', 'ns1.sinkhole.example,ns2.sinkhole.example', '--prefixes', '192.0.2.0/24,2001:db8:5::/48'],
];
const APPENDIX = `1.  acme-login.example
2.  ACME-Secure[.]example
3.  hxxps://acme-mail[.]example/
4.  hxxps://acme-pay[.]example/login
5.  portal-
acme.example
6.  someone@acme-mail.example
7.  198.51.100.7
8.  ns1.sinkhole.example
9.  acme-login.example
10. \u001b[2Jacme-esc.example
`;

let folder: string;
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  takedown(folder, args, { at: AT, env });
const read = (file: string) => readFileSync(join(folder, 'cases/acme', file), 'utf8');

beforeAll(async () => {
  folder = emptyFolder();
  writeFiles(folder, { 'appendix.txt': APPENDIX });
  await run(NEW);
  writeFileSync(join(folder, 'cases/acme/appendix-a.txt'), '# Appendix A\n');
});
afterAll(() => removeFolder(folder));

test('shows what it found, counted against the order, and writes nothing', async () => {
  const looked = await run(['import', 'acme', 'appendix.txt', '--dry-run']);
  expect(looked).toMatchObject({ code: 0, err: '' });
  await expect(looked.out).toMatchFileSnapshot('golden/look.txt');
  expect(read('appendix-a.txt')).toBe('# Appendix A\n');
});

test('says the same to a script', async () => {
  const { out } = await run(['import', 'acme', 'appendix.txt', '--dry-run', '--json']);
  const { added, check, repeated, written } = documentOf<{
    added: readonly string[];
    check: readonly { where: string; answer: unknown; candidates: readonly { name: string }[] }[];
    repeated: number;
    written: boolean;
  }>(out, 'import');
  expect(added).toEqual(['acme-login.example', 'acme-secure.example', 'acme-mail.example']);
  expect(check.map(({ where }) => where)).toContain('line 5');
  expect([repeated, written]).toEqual([1, false]);
});

test('wants an answer that is one of those offered', async () => {
  const nowhere = await run([
    'import',
    'acme',
    'appendix.txt',
    '--accept',
    'sure',
    '--answer',
    'line 99=drop',
    '--json',
  ]);
  expect(errorOf(nowhere.err)).toMatchObject({ code: 'no-such-doubt', kind: 'use' });
  const wrong = await run([
    'import',
    'acme',
    'appendix.txt',
    '--accept',
    'sure',
    '--answer',
    'line 5=perhaps',
    '--json',
  ]);
  expect(errorOf(wrong.err)).toMatchObject({ code: 'bad-answer', kind: 'use' });
  const which = await run(['import', 'acme', 'appendix.txt', '--accept', 'everything', '--json']);
  expect(errorOf(which.err)).toMatchObject({ code: 'bad-accept', kind: 'use' });
  expect(read('appendix-a.txt')).toBe('# Appendix A\n');
});

test('writes what is sure and what was answered, each with its place beside it', async () => {
  const answers = ['line 5=portal-acme.example', 'line 4=drop'].flatMap((one) => ['--answer', one]);
  const done = await run(['import', 'acme', 'appendix.txt', '--accept', 'sure', '--by', 'Jane Roe', ...answers]);
  expect(done.code).toBe(21);
  await expect(read('appendix-a.txt')).toMatchFileSnapshot('golden/appendix-a.txt');
  await expect(read('imports.yaml').replace(/at: [^,]+/, 'at: AT')).toMatchFileSnapshot('golden/imports.txt');
  const validated = await run(['validate', 'acme', '--json']);
  expect(documentOf(validated.out, 'validate')).toMatchObject({ errors: 0 });
});

test('tells of each name where it comes from, also when the schedule was sorted anew', async () => {
  const shown = await run(['show', 'acme', 'portal-acme.example']);
  expect(shown.out.replaceAll(/\s+/g, ' ')).toMatch(
    /from line 5 of appendix\.txt \(SHA-256 [0-9a-f]{16}…\), printed there as "portal- ⏎ acme\.example"; accepted by Jane Roe, 6 Jan 2026/,
  );
  const before = read('appendix-a.txt');
  writeFileSync(
    join(folder, 'cases/acme/appendix-a.txt'),
    `${before.trimEnd().split('\n').toReversed().join('\n')}\nby-hand.example\n`,
  );
  const sorted = await run(['show', 'acme', 'acme-login.example', '--json']);
  expect(documentOf(sorted.out, 'show')).toMatchObject({
    origin: { where: 'line 1', file: 'appendix.txt', by: 'Jane Roe' },
  });
  const byHand = await run(['show', 'acme', 'by-hand.example', '--json']);
  expect(documentOf(byHand.out, 'show')).toMatchObject({ origin: null });
  writeFileSync(join(folder, 'cases/acme/appendix-a.txt'), before);
});

test('changes nothing when the same document comes again, and asks nothing twice', async () => {
  const before = [read('appendix-a.txt'), read('imports.yaml')];
  const again = await run(['import', 'acme', 'appendix.txt', '--accept', 'sure', '--by', 'Jane Roe', '--json']);
  const { added, check } = documentOf<{
    added: readonly string[];
    check: readonly { where: string; answer: string | null }[];
  }>(again.out, 'import');
  expect(added).toEqual([]);
  expect(check.filter(({ answer }) => answer === null).map(({ where }) => where)).not.toContain('line 4');
  expect([read('appendix-a.txt'), read('imports.yaml')]).toEqual(before);
});

test('never takes as printed what a line end may have broken', async () => {
  writeFiles(folder, { 'torn.txt': '1. one-more.example\n2. shop-\nfront.example\n3. third.example/a\n' });
  const { out } = await run(['import', 'acme', 'torn.txt', '--accept', 'all', '--dry-run', '--json']);
  expect(documentOf(out, 'import')).toMatchObject({ added: ['one-more.example', 'third.example'] });
});

test('tells which other schedule or case has a name', async () => {
  await run(['new', 'other', ...NEW.slice(2)]);
  writeFiles(folder, {
    'cases/other/appendix-a.txt': 'shared.example\n',
    'shared.txt': 'shared.example\nalone.example\n',
  });
  const { out } = await run(['import', 'acme', 'shared.txt', '--dry-run']);
  expect(out).toContain('! in case other too: shared.example');
});

test('tells the place in a list of thousands, which has no mark beside each name', async () => {
  const names = Array.from({ length: 3000 }, (_, at) => `generated-${at + 1}.example`);
  writeFiles(folder, { 'cases/other/appendix-a.txt': '', 'generated.txt': `# made\n${names.join('\n')}\n` });
  const done = await run(['import', 'other', 'generated.txt', '--accept', 'sure', '--by', 'Jane Roe']);
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(folder, 'cases/other/appendix-a.txt'), 'utf8')).toBe(`${names.join('\n')}\n`);
  const shown = await run(['show', 'other', 'generated-1234.example', '--json']);
  expect(documentOf(shown.out, 'show')).toMatchObject({ origin: { where: 'line 1235' } });
});

test('shows the names of a sealed case by number where a CI job reads along', async () => {
  const file = join(folder, 'cases/acme/case.yaml');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before}\nseal: { until: 2027-01-01T00:00:00Z, touches: [registry] }\n`);
  writeFiles(folder, { 'secret.txt': 'secret-one.example\nsecret-two.example/x\nsecret-three.example@nothing\n' });
  for (const flags of [['--dry-run'], ['--dry-run', '--json'], ['--dry-run', '--verbose']]) {
    const { out, err } = await run(['import', 'acme', 'secret.txt', ...flags], { CI: 'true' });
    expect(out + err).not.toMatch(/secret-(?:one|two|three)\.example/);
    expect(out).toMatch(/name-\d+/);
  }
  writeFileSync(file, before);
});

test('stops at a record of imports that cannot be read, and says where', async () => {
  const before = read('imports.yaml');
  writeFileSync(join(folder, 'cases/acme/imports.yaml'), `${before}- { at: yesterday, by: x }\n`);
  const validated = await run(['validate', 'acme']);
  expect(validated.code).toBe(22);
  expect(validated.out).toContain('imports.yaml:2');
  expect((await run(['import', 'acme', 'shared.txt', '--accept', 'sure', '--by', 'x'])).code).toBe(22);
  writeFileSync(join(folder, 'cases/acme/imports.yaml'), before);
});
