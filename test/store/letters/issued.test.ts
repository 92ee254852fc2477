import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frozen } from '../../../src/casefile/issued-letter.ts';
import type { IssuedLetter } from '../../../src/model/letter/letter.ts';
import { issueLetter } from '../../../src/store/letters/issue.ts';
import { changesSinceIssue, issuedLetters, issuedOctets, lettersIn } from '../../../src/store/letters/issued.ts';
import type { CasePaths } from '../../../src/store/workspace.ts';
import { issuedLiteral } from '../../support/letters.ts';
import { MACHINE, tempPaths } from '../support/made.ts';

const FILES = [
  { file: 'letter.md', octets: Buffer.from('the letter\n') },
  { file: 'schedule.csv', octets: Buffer.from('name\r\noutlook-verify.net\r\n') },
];

const made = (over: Partial<IssuedLetter> = {}) => {
  const { files: _, ...letter } = issuedLiteral({ caseId: 'acme', ...over });
  return { manifest: frozen(letter, FILES), files: FILES };
};

async function withLetter(): Promise<{ paths: CasePaths; letter: IssuedLetter; folder: string }> {
  const paths = tempPaths();
  const one = made();
  await issueLetter(paths, one, MACHINE);
  return { paths, letter: one.manifest.letter, folder: join(paths.letters, one.manifest.letter.id) };
}

test('a case without letters has none', () => {
  const paths = tempPaths();
  expect(issuedLetters(paths, paths.folder)).toEqual({ ok: true, value: [], problems: [] });
});

test('an issued letter is there whole, and nothing is left beside it', async () => {
  const { paths, letter, folder } = await withLetter();
  expect(issuedLetters(paths, paths.folder)).toEqual({ ok: true, value: [letter], problems: [] });
  expect(changesSinceIssue(paths, letter, paths.folder)).toEqual([]);
  expect(readdirSync(paths.letters)).toEqual([letter.id]);
  expect(readdirSync(folder).sort()).toEqual(['letter.md', 'letter.yaml', 'schedule.csv']);
  expect(issuedOctets(paths, letter, 'letter.md')).toEqual(FILES[0]?.octets);
});

test('a letter is never replaced, and the one that is there stays as it is', async () => {
  const { paths, letter, folder } = await withLetter();
  const other = made({ reason: 'another one' });
  await expect(issueLetter(paths, other, MACHINE)).rejects.toMatchObject({ kind: 'guard', code: 'letter-exists' });
  expect(lettersIn(paths, paths.folder).letters).toEqual([letter]);
  expect(readFileSync(join(folder, 'letter.yaml'), 'utf8')).not.toContain('another one');
});

test('of two that issue the same letter at once, one wins and the other is told', async () => {
  const paths = tempPaths();
  const both = await Promise.allSettled([
    issueLetter(paths, made({ reason: 'one' }), MACHINE),
    issueLetter(paths, made({ reason: 'two' }), MACHINE),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(issuedLetters(paths, paths.folder)).toMatchObject({ ok: true, value: [{ id: '2019-03-15-verisign-order' }] });
});

test('of many that issue different letters at once, each gets its own', async () => {
  const paths = tempPaths();
  const ids = Array.from({ length: 12 }, (_, index) => `2019-03-15-r${index}-order`);
  await Promise.all(ids.map((id) => issueLetter(paths, made({ id }), MACHINE)));
  expect(lettersIn(paths, paths.folder).letters.map(({ id }) => id)).toEqual(ids.sort());
});

test('what a crash left half written is no letter, and goes at the next issue', async () => {
  const paths = tempPaths();
  mkdirSync(join(paths.letters, '2019-03-14-pir-order.partial'), { recursive: true });
  writeFileSync(join(paths.letters, '2019-03-14-pir-order.partial', 'letter.md'), 'half');
  expect(issuedLetters(paths, paths.folder)).toMatchObject({ ok: true, value: [] });
  await issueLetter(paths, made(), MACHINE);
  expect(readdirSync(paths.letters)).toEqual(['2019-03-15-verisign-order']);
});

test.each<[string, (folder: string) => void]>([
  ['a file changed', (folder) => writeFileSync(join(folder, 'letter.md'), 'the letteR\n')],
  ['a file longer', (folder) => writeFileSync(join(folder, 'letter.md'), 'the letter\n\n')],
  ['a file gone', (folder) => rmSync(join(folder, 'schedule.csv'))],
  [
    'a file that leads elsewhere',
    (folder) => {
      cpSync(join(folder, 'letter.md'), join(folder, '..', '..', 'letter.md'));
      rmSync(join(folder, 'letter.md'));
      symlinkSync('../../letter.md', join(folder, 'letter.md'));
    },
  ],
])('%s since the issue is told, and its octets are not handed out', async (_, change) => {
  const { paths, letter, folder } = await withLetter();
  change(folder);
  expect(changesSinceIssue(paths, letter, paths.folder)).toMatchObject([{ code: 'letter-changed' }]);
  const octets = letter.files.map(({ file }) => issuedOctets(paths, letter, file));
  expect(octets.filter((one) => one === undefined)).toHaveLength(1);
});

test.each<[string, (folder: string) => void]>([
  ['without a manifest', (folder) => rmSync(join(folder, 'letter.yaml'))],
  [
    'with an edited manifest',
    (folder) => edit(join(folder, 'letter.yaml'), 'outlook-verify.net', 'outlook-verify.com'),
  ],
  ['with a manifest cut off', (folder) => edit(join(folder, 'letter.yaml'), /digest: .*\n$/, '')],
  ['under another name', (folder) => renameSync(folder, `${folder}-2`)],
])('a letter %s is a problem, not silence', async (_, change) => {
  const { paths, folder } = await withLetter();
  await issueLetter(paths, made({ id: '2019-03-16-pir-order' }), MACHINE);
  change(folder);
  const there = lettersIn(paths, paths.folder);
  expect(there.letters.map(({ id }) => id)).toEqual(['2019-03-16-pir-order']);
  expect(there.problems.length).toBeGreaterThan(0);
  expect(issuedLetters(paths, paths.folder).ok).toBe(false);
});

test('a letter of another case is none of this one', async () => {
  const { paths } = await withLetter();
  const copied = { ...paths, id: 'other' };
  expect(issuedLetters(copied, paths.folder)).toMatchObject({ ok: false, problems: [{ code: 'letter-changed' }] });
});

function edit(path: string, what: string | RegExp, by: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(what, by));
}
