// A list of thousands with a few lines that a person has to look at: the names go in as before, the odd lines are told, answered and
// recorded like those of any other document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseFile } from '../../support/case-file.ts';
import { documentOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const NAMES = Array.from({ length: 3000 }, (_, at) => `made-${at + 1}.com`);
/** Behind the thousandth, the two thousandth and the last one. */
const LIST = [
  ...NAMES.slice(0, 1000),
  'evil[.]net/login',
  ...NAMES.slice(1000, 2000),
  'made-7.com',
  'Capital.org',
  'sales@acme.org',
  ...NAMES.slice(2000),
  'made-9.com/x',
].join('\n');

let folder: string;
const run = (...args: readonly string[]) => takedown(folder, args, { at: '2026-01-06T15:00:00Z' });
const importing = (...more: readonly string[]) => run('import', 'acme', 'list.txt', '--by', 'Jane', ...more);
const names = () => readFileSync(join(folder, 'cases/acme/names.txt'), 'utf8').trimEnd().split('\n');

beforeEach(() => {
  folder = emptyFolder();
  writeFiles(folder, {
    'cases/acme/case.yaml': caseFile({ id: 'acme' }).replace('rehearsal: true\n', ''),
    'cases/acme/names.txt': 'made-5.com\n',
    'list.txt': `${LIST}\n`,
  });
});
afterEach(() => removeFolder(folder));

test('what is odd is told at its line, and the counts are those of the whole list', async () => {
  const { out, code } = await importing('--dry-run', '--json');
  const found = documentOf<{
    readonly added: readonly string[];
    readonly check: readonly { readonly where: string; readonly printed: string }[];
    readonly refused: readonly { readonly where: string }[];
  }>(out, 'import');
  expect(code).toBe(0);
  expect(found).toMatchObject({ already: 1, before: 1, repeated: 2 });
  expect(found.added).toEqual(
    [...NAMES.slice(0, 2000), 'capital.org', ...NAMES.slice(2000)].filter((one) => one !== 'made-5.com'),
  );
  expect(found.check.map(({ where, printed }) => [where, printed])).toEqual([['line 1001', 'evil[.]net/login']]);
  expect(found.refused.map(({ where }) => where)).toEqual(['line 2004']);
  const text = await importing('--dry-run');
  expect(text.out).toMatch(/ {2}sure {9}3001 {3}1 there already, 2 repeated\n {2}to check {8}1\n/);
  expect(text.out).toContain('and 2940 more');
});

test('what is answered stands at its place in the list, and the record tells', async () => {
  const first = await importing('--accept', 'sure');
  expect(first.code).toBe(21);
  expect(first.out).toContain('3000 names added to cases/acme/names.txt');
  expect(names()).toHaveLength(3001);
  const before = names();
  const second = await importing('--accept', 'sure', '--answer', 'line 1001=evil.net');
  expect(second.code).toBe(0);
  expect(names()).toEqual([...before, 'evil.net']);
  const shown = await run('show', 'acme', 'evil.net', '--json');
  expect(documentOf(shown.out, 'show')).toMatchObject({ origin: { where: 'line 1001', file: 'list.txt', by: 'Jane' } });
  const third = await importing('--accept', 'sure');
  expect([third.code, names().length]).toEqual([0, 3002]);
});

test('with its answer it goes in where it stands', async () => {
  const done = await importing('--accept', 'sure', '--answer', 'line 1001=evil.net');
  expect(done.code).toBe(0);
  expect(names().slice(998, 1002)).toEqual(['made-999.com', 'made-1000.com', 'evil.net', 'made-1001.com']);
  const shown = await run('show', 'acme', 'made-2500.com', '--json');
  expect(documentOf(shown.out, 'show')).toMatchObject({ origin: { where: 'line 2504' } });
});

test('the names of a sealed case are held whole where a CI job reads along, and come to the same', async () => {
  const plain = JSON.parse((await importing('--dry-run', '--json')).out);
  const file = join(folder, 'cases/acme/case.yaml');
  writeFiles(folder, {
    'cases/acme/case.yaml': `${readFileSync(file, 'utf8')}\nseal: { until: 2027-01-01T00:00:00Z, touches: [registry] }\n`,
  });
  const args = ['import', 'acme', 'list.txt', '--dry-run', '--json'];
  const { out } = await takedown(folder, args, { at: '2026-01-06T15:00:00Z', env: { CI: 'true' } });
  const hidden = JSON.parse(out);
  expect(hidden.added).toHaveLength(plain.added.length);
  expect([hidden.repeated, hidden.check.length, hidden.refused.length]).toEqual([2, 1, 1]);
});
