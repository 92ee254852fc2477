// What stands where a file of a case belongs is read, or told; it is never taken for nothing.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendImports, readImports } from '../../src/store/case/imports.ts';
import { readJournal } from '../../src/store/case/journal.ts';
import { appendJournal } from '../../src/store/case/journal-append.ts';
import { loadCase } from '../../src/store/case/load.ts';
import { openRecord } from '../../src/store/runs/record.ts';
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
