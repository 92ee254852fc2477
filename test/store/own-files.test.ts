// What stands where a file of a case belongs is read, or told; it is never taken for nothing.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { appendImports, readImports } from '../../src/store/case/imports.ts';
import { readJournal } from '../../src/store/case/journal.ts';
import { appendJournal } from '../../src/store/case/journal-append.ts';
import { loadCase } from '../../src/store/case/load.ts';
import { textsIn } from '../../src/store/case/texts.ts';
import { openRecord } from '../../src/store/runs/record.ts';
import { type CasePaths, caseIds } from '../../src/store/workspace.ts';
import { ENDED, MACHINE, tempPaths } from './support/made.ts';

const ODD: readonly (readonly [what: string, words: string, put: (path: string) => void])[] = [
  ['a folder', 'but a folder', (path) => mkdirSync(path)],
  ['a link that leads nowhere', 'but a link that leads nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
  ['a link to itself', 'but a link that leads in a circle', (path) => symlinkSync(path, path)],
  ['a link to a folder', 'but a link to a folder', (path) => symlinkSync('.', path)],
  ['a pipe', 'a pipe or a device', (path) => execFileSync('mkfifo', [path])],
];

test.each(ODD)('%s in the place of a journal is no journal without entries', async (_, words, put) => {
  const paths = tempPaths();
  put(paths.journal);
  await expect(readJournal(paths, { from: paths.folder })).rejects.toThrow(words);
});

test.each(ODD)('%s in the place of imports.yaml or recipients.yaml is told as well', async (_, words, put) => {
  const paths = tempPaths();
  put(join(paths.folder, 'imports.yaml'));
  await expect(readImports(paths, paths.folder)).rejects.toThrow(words);
  writeFileSync(paths.caseFile, 'case: acme\n');
  rmSync(paths.recipients, { recursive: true, force: true });
  put(paths.recipients);
  await expect(loadCase(paths, { quick: true, from: paths.folder })).rejects.toThrow(words);
});

test('a journal that lies elsewhere is not read, and a link to one beside it is', async () => {
  const paths = tempPaths();
  const elsewhere = join(tempPaths().folder, 'journal.yaml');
  writeFileSync(elsewhere, '- { at: 2019-03-15T17:20:00Z, event: note, note: x }\n');
  symlinkSync(elsewhere, paths.journal);
  await expect(readJournal(paths, { from: paths.folder })).rejects.toThrow('leads out of its folder');
  rmSync(paths.journal);
  writeFileSync(join(paths.folder, 'mine.yaml'), '- { at: 2019-03-15T17:20:00Z, event: note, note: x }\n');
  symlinkSync('mine.yaml', paths.journal);
  expect(await readJournal(paths, { from: paths.folder })).toMatchObject({ ok: true, value: [{ note: 'x' }] });
});

test('nothing is added to what never ends', async () => {
  const paths = tempPaths();
  symlinkSync('/dev/zero', paths.journal);
  symlinkSync('/dev/zero', join(paths.folder, 'imports.yaml'));
  await expect(appendJournal(paths, [], MACHINE)).rejects.toThrow('a pipe or a device');
  await expect(appendImports(paths, 'x', MACHINE)).rejects.toThrow('a pipe or a device');
});

test('a run that is a folder or a link that leads nowhere is told by its name', () => {
  for (const [words, put] of [
    ['is no file but a folder', (path: string) => mkdirSync(path)],
    ['is no file but a link that leads nowhere', (path: string) => symlinkSync('/nowhere/at/all', path)],
  ] as const) {
    const paths = tempPaths();
    mkdirSync(paths.runs);
    put(join(paths.runs, '20190318T141502Z-7f3a.yaml'));
    expect(() => openRecord({ paths, asOf: ENDED, journal: [] })).toThrow(`20190318T141502Z-7f3a.yaml ${words}`);
  }
});

const LISTED = 'case: acme\nschedules: { a: { file: a.txt } }\n';
const read = async (paths: CasePaths) => {
  const loaded = await loadCase(paths, { quick: true, from: paths.folder });
  if (loaded.ok) throw new Error('it is sound');
  return loaded.problems.map(({ code, message, place }) => `${place?.line ?? '-'} ${code} ${message}`);
};
const STANDING = ODD.filter(([what]) => what !== 'a pipe');

test.each(STANDING)('%s in the place of a schedule is told at the line that names it', async (_, words, put) => {
  const paths = tempPaths();
  writeFileSync(paths.caseFile, LISTED);
  expect(await read(paths)).toContain('2 file-missing The case folder has no file "a.txt".');
  put(join(paths.folder, 'a.txt'));
  expect(await read(paths)).toContain(`2 not-readable "a.txt" is no file of the case folder ${words}.`);
});

test('a schedule that lies elsewhere is not told as missing', async () => {
  const [paths, elsewhere] = [tempPaths(), tempPaths()];
  writeFileSync(paths.caseFile, 'case: acme\nschedules: { a: { file: a.txt }, b: { file: lists/b.txt } }\n');
  writeFileSync(join(elsewhere.folder, 'b.txt'), 'b.example\n');
  symlinkSync(join(elsewhere.folder, 'b.txt'), join(paths.folder, 'a.txt'));
  symlinkSync(elsewhere.folder, join(paths.folder, 'lists'));
  const problems = await read(paths);
  expect(problems).toContain(
    '2 not-readable "a.txt" is no file of the case folder but a link that leads out of its folder.',
  );
  expect(problems).toContain('2 not-readable "lists/b.txt" is no file of the case folder but one that lies elsewhere.');
});

test.each(STANDING)(
  '%s in the place of a case file is a case that cannot be read, and no case that is not there',
  async (_, words, put) => {
    const paths = tempPaths();
    put(paths.caseFile);
    const [problem] = await read(paths);
    expect(problem).toBe(`- not-readable case.yaml is no file of the case's folder ${words}.`);
    const cases = dirname(paths.folder);
    expect(caseIds({ root: cases, cases })).toContain(paths.folder.slice(cases.length + 1));
  },
);

test.each(['/nowhere/at/all', 'away'])('a folder that is a link to %s is a case as well', async (to) => {
  const cases = tempPaths().folder;
  const folder = join(cases, 'away');
  symlinkSync(to, folder);
  expect(caseIds({ root: cases, cases })).toEqual(['away']);
  const paths = { ...tempPaths(), folder, caseFile: join(folder, 'case.yaml') };
  const [problem] = await read(paths);
  expect(problem).toMatch(/leads nowhere\.$/);
});

test('what a link in the folder leads to counts among the texts of a case', () => {
  const paths = tempPaths();
  mkdirSync(join(paths.folder, 'today'));
  writeFileSync(join(paths.folder, 'today', 'case'), 'seal: x\n');
  symlinkSync('today/case', paths.caseFile);
  expect(textsIn(paths.folder)).toEqual({ files: ['case.yaml'], texts: ['seal: x\n'], whole: true });
  symlinkSync('/nowhere/at/all', join(paths.folder, 'a.txt'));
  expect(textsIn(paths.folder)).toMatchObject({ files: ['a.txt', 'case.yaml'], whole: false });
});
