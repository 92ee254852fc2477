// A change of two files and imports.yaml, broken off at every step: the next one finishes it, or takes it back.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatImport } from '../../../src/casefile/imports.ts';
import type { ImportEntry } from '../../../src/model/case/import.ts';
import { changeCase, settleChange } from '../../../src/store/case/change.ts';
import { appendImports } from '../../../src/store/case/imports.ts';
import { notePending } from '../../../src/store/case/pending-change.ts';
import { type ChangedFile, fileOfCase, replaceUnchanged } from '../../../src/store/case/rewrite.ts';
import type { CasePaths } from '../../../src/store/workspace.ts';
import { name } from '../../support/values.ts';
import { MACHINE, STARTED, tempPaths } from '../support/made.ts';

const ENTRY: ImportEntry = {
  at: STARTED,
  by: 'Jane Roe',
  schedule: 'more',
  file: 'more.pdf',
  sha256: 'ab'.repeat(32),
  octets: 30,
  copy: 'none',
  format: 'text',
  names: [{ names: [name('a.example')], line: 1 }] as unknown as ImportEntry['names'],
  answers: [],
};
const TEXT = formatImport(ENTRY);
const BEFORE = 'case: acme\nschedules: {}\n';
const AFTER = 'case: acme\nschedules: { more: { file: more.txt } }\n';

/** A new schedule, and the case that names it. */
function change(paths: CasePaths): readonly [ChangedFile, ChangedFile] {
  writeFileSync(paths.caseFile, BEFORE);
  const [list, theCase] = ['more.txt', 'case.yaml'].map((file) => fileOfCase(paths, file, paths.folder));
  if (list === undefined || theCase === undefined) throw new Error('two files');
  return [
    { target: list, text: 'a.example\n' },
    { target: theCase, text: AFTER },
  ];
}

const written = (paths: CasePaths) =>
  Object.fromEntries(readdirSync(paths.folder).map((file) => [file, readFileSync(join(paths.folder, file), 'utf8')]));

const put = ({ target, text }: ChangedFile) => expect(replaceUnchanged(target, text)).toBe(true);
const WHOLE = { 'case.yaml': AFTER, 'more.txt': 'a.example\n', 'imports.yaml': TEXT };

test('all of it, and nothing beside', async () => {
  const paths = tempPaths();
  expect(await changeCase(paths, { files: change(paths), entries: [ENTRY] }, MACHINE)).toBeUndefined();
  expect(written(paths)).toEqual(WHOLE);
  expect(await settleChange(paths, MACHINE)).toBeUndefined();
});

test.each([
  ['noted, and nothing else', 0],
  ['with the schedule alone', 1],
])('%s: it is taken back', async (_, count) => {
  const paths = tempPaths();
  const files = change(paths);
  notePending(paths, files, TEXT);
  files.slice(0, count).forEach(put);
  expect(await settleChange(paths, MACHINE)).toBe('undone');
  expect(written(paths)).toEqual({ 'case.yaml': BEFORE });
});

test.each([
  ['without its entry', false],
  ['with its entry', true],
])('with both files, %s: it is finished', async (_, entered) => {
  const paths = tempPaths();
  const files = change(paths);
  notePending(paths, files, TEXT);
  files.forEach(put);
  if (entered) await appendImports(paths, TEXT, MACHINE);
  expect(await settleChange(paths, MACHINE)).toBe('finished');
  expect(written(paths)).toEqual(WHOLE);
});

test('edited by a person since, the line that it brings shows whether it was made', async () => {
  for (const [edited, settled] of [
    [`${AFTER}# mine\n`, 'finished'],
    [`${BEFORE}# mine\n`, 'undone'],
  ] as const) {
    const paths = tempPaths();
    const files = change(paths);
    notePending(paths, files, TEXT);
    files.forEach(put);
    writeFileSync(paths.caseFile, edited);
    expect(await settleChange(paths, MACHINE)).toBe(settled);
    expect(written(paths)['case.yaml']).toBe(edited);
    expect('imports.yaml' in written(paths)).toBe(settled === 'finished');
  }
});

test('a new file that a person has changed is never taken back, and none outside the case', async () => {
  const paths = tempPaths();
  const files = change(paths);
  const [list, theCase] = files;
  notePending(
    paths,
    [list, { ...list, target: { ...list.target, path: join(paths.folder, '../else.txt') } }, theCase],
    TEXT,
  );
  put(list);
  writeFileSync(list.target.path, 'a.example\nmine.example\n');
  writeFileSync(join(paths.folder, '../else.txt'), list.text);
  expect(await settleChange(paths, MACHINE)).toBe('undone');
  expect(readFileSync(list.target.path, 'utf8')).toContain('mine');
  expect(readFileSync(join(paths.folder, '../else.txt'), 'utf8')).toBe(list.text);
});

test('of two that change one file at once, one is told and nothing is lost', async () => {
  const paths = tempPaths();
  writeFileSync(paths.caseFile, BEFORE);
  const target = fileOfCase(paths, 'case.yaml', paths.folder);
  const both = ['# one\n', '# two\n'].map((line) =>
    changeCase(paths, { files: [{ target, text: BEFORE + line }] }, MACHINE),
  );
  expect((await Promise.all(both)).map((conflict) => conflict?.label)).toEqual([undefined, 'case.yaml']);
  expect(written(paths)).toEqual({ 'case.yaml': `${BEFORE}# one\n` });
});
