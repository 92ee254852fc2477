import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCase } from '../../../src/store/case/load.ts';
import { makeRehearsal } from '../../../src/store/case/rehearsal-folder.ts';
import { fileOfCase, replaceUnchanged } from '../../../src/store/case/rewrite.ts';
import { startFolder } from '../../../src/store/case/start-folder.ts';
import { readInside, readSource } from '../../../src/store/sources.ts';
import { type CasePaths, caseIds, casePaths } from '../../../src/store/workspace.ts';

const SHIPPED = fileURLToPath(new URL('../../../cases', import.meta.url));

function workspace(): { root: string; paths: CasePaths } {
  const root = mkdtempSync(join(tmpdir(), 'takedown-cases-'));
  cpSync(join(SHIPPED, 'phosphorus'), join(root, 'cases', 'phosphorus'), { recursive: true });
  cpSync(join(SHIPPED, 'recipients.yaml'), join(root, 'cases', 'recipients.yaml'));
  const paths = casePaths({ root, cases: join(root, 'cases') }, 'phosphorus');
  if (paths === undefined) throw new Error('no paths');
  return { root, paths };
}

test('the shipped case is read with its schedule and the recipients', async () => {
  const { root, paths } = workspace();
  const checked = await loadCase(paths, { quick: true, from: root });
  expect(checked).toMatchObject({ ok: true, value: { id: 'phosphorus', illustrative: true, rehearsal: false } });
  expect(checked.ok && checked.value.schedules[0]?.names).toHaveLength(98);
});

test('a folder without a case file has a problem that names it', async () => {
  const { root, paths } = workspace();
  const missing = {
    ...paths,
    folder: join(root, 'cases', 'nothing'),
    caseFile: join(root, 'cases', 'nothing', 'case.yaml'),
  };
  expect(await loadCase(missing, { quick: true, from: root })).toMatchObject({
    ok: false,
    problems: [{ code: 'file-missing' }],
  });
});

test('no file outside the folder of a case is read through it', () => {
  const { root, paths } = workspace();
  writeFileSync(join(root, 'secret.txt'), 'secret');
  symlinkSync(join(root, 'secret.txt'), join(paths.folder, 'link.txt'));
  symlinkSync(root, join(paths.folder, 'up'));
  symlinkSync('loop', join(paths.folder, 'loop'));
  for (const file of [
    '../../secret.txt',
    join(root, 'secret.txt'),
    'link.txt',
    'up/secret.txt',
    'loop',
    'absent.txt',
    '.',
    '..\\x',
  ]) {
    expect([file, readInside(paths.folder, file, root)]).toEqual([file, undefined]);
  }
  expect(readInside(paths.folder, 'appendix-a.txt', root)?.file).toBe('cases/phosphorus/appendix-a.txt');
});

test('a source is called as people call it; a folder is none', () => {
  const { root } = workspace();
  expect(readSource('cases/recipients.yaml', root)?.file).toBe('cases/recipients.yaml');
  expect(readSource(join(root, 'cases', 'recipients.yaml'), '/')?.octets.length).toBeGreaterThan(0);
  expect(readSource('cases', root)).toBeUndefined();
});

test('what is read without end is cut one octet beyond the largest input', () => {
  expect(readSource('/dev/zero', '/')?.octets.length).toBe(64 * 1024 * 1024 + 1);
});

test('a file is written back only when it is still what was read', () => {
  const { root, paths } = workspace();
  const file = fileOfCase(paths, 'appendix-a.txt', root);
  expect(replaceUnchanged(file, `${file.text}new.example\n`)).toBe(true);
  expect(replaceUnchanged(file, 'late')).toBe(false);
  expect(readFileSync(file.path, 'utf8')).toBe(`${file.text}new.example\n`);
  expect(() => fileOfCase(paths, '../recipients.yaml', root)).toThrow('outside');
  expect(() => fileOfCase(paths, '../absent.txt', root)).toThrow('outside');
});

test('a case is started once', () => {
  const { root, paths } = workspace();
  const files = [
    { file: 'case.yaml', text: 'case: new\n' },
    { file: 'names.txt', text: 'a.example\n' },
  ];
  const fresh = { ...paths, folder: join(root, 'cases', 'new') };
  expect(startFolder(fresh, root, files)).toEqual(['cases/new/case.yaml', 'cases/new/names.txt']);
  expect(startFolder(fresh, root, files)).toBeUndefined();
  expect(startFolder(paths, root, files)).toBeUndefined();
});

test('a case whose names could not be written is no case', () => {
  const { root, paths } = workspace();
  const fresh = { ...paths, folder: join(root, 'cases', 'new') };
  const files = [
    { file: 'case.yaml', text: 'case: new\n' },
    { file: `${'n'.repeat(300)}.txt`, text: 'a.example\n' },
  ];
  expect(() => startFolder(fresh, root, files)).toThrow('ENAMETOOLONG');
  expect(existsSync(join(fresh.folder, 'case.yaml'))).toBe(false);
});

test('a rehearsal is a copy that says so, without what was recorded', async () => {
  const { root, paths } = workspace();
  mkdirSync(paths.runs);
  writeFileSync(paths.journal, '- { at: 2019-03-15T17:20:00-04:00, event: note, note: real }\n');
  const copy = makeRehearsal(paths);
  expect([copy.id, existsSync(copy.runs), existsSync(copy.journal)]).toEqual(['phosphorus.rehearsal', false, false]);
  const checked = await loadCase(copy, { quick: false, copies: true, from: root });
  expect(checked).toMatchObject({ ok: true, value: { id: 'phosphorus.rehearsal', rehearsal: true } });
  mkdirSync(copy.runs);
  expect(existsSync(makeRehearsal(paths).runs)).toBe(false);
});

test('copies of orders are read where that is asked for, and never from elsewhere', async () => {
  const { root, paths } = workspace();
  const codes = async (copies: boolean) =>
    (await loadCase(paths, { quick: true, copies, from: root })).problems.map(({ code }) => code);
  const copy = join(paths.folder, 'orders', 'tro.pdf');
  expect(await codes(true)).toEqual(['count-mismatch']);
  renameSync(copy, join(root, 'tro.pdf'));
  symlinkSync(join(root, 'tro.pdf'), copy);
  expect([await codes(true), await codes(false)]).toEqual([['count-mismatch', 'copy-missing'], ['count-mismatch']]);
});

test('nothing but a rehearsal is replaced by one', () => {
  const { paths } = workspace();
  const other = `${paths.folder}.rehearsal`;
  mkdirSync(other);
  writeFileSync(join(other, 'case.yaml'), '# rehearsal: true\ncase: mine\n');
  expect(() => makeRehearsal(paths)).toThrow('is no rehearsal');
  expect(readFileSync(join(other, 'case.yaml'), 'utf8')).toContain('case: mine');
});

test('what a rehearsal left that was killed is no case, and is not in the way', () => {
  const { root, paths } = workspace();
  const cases = join(root, 'cases');
  const copy = makeRehearsal(paths);
  // Killed while the copy was made, while the old one was put aside, and while that was removed: file by file, its mark first.
  mkdirSync(join(cases, '.phosphorus.rehearsal.new'));
  writeFileSync(join(cases, '.phosphorus.rehearsal.new', 'case.yaml'), readFileSync(paths.caseFile));
  renameSync(copy.folder, join(cases, '.phosphorus.rehearsal.old'));
  rmSync(join(cases, '.phosphorus.rehearsal.old', 'case.yaml'));
  expect(caseIds({ root, cases })).toEqual(['phosphorus']);
  makeRehearsal(paths);
  expect(readdirSync(cases).filter((name) => name.includes('rehearsal'))).toEqual(['phosphorus.rehearsal']);
});

test('a rehearsal tells its own alarms, joins its own shards and signs its own tables', () => {
  const { paths } = workspace();
  for (const folder of ['alarms', 'shards', 'signed']) mkdirSync(join(paths.folder, folder));
  writeFileSync(join(paths.folder, 'change.pending'), '{}');
  const { folder } = makeRehearsal(paths);
  expect(readdirSync(folder).sort()).toEqual(['appendix-a.txt', 'case.yaml', 'orders']);
});

test('a case that was being started is not in the way of a second try', () => {
  const { root, paths } = workspace();
  const fresh = { ...paths, id: 'new', folder: join(root, 'cases', 'new') };
  mkdirSync(join(root, 'cases', '.new.new'));
  writeFileSync(join(root, 'cases', '.new.new', 'names.txt'), 'a.exa');
  expect(startFolder(fresh, root, [{ file: 'names.txt', text: 'a.example\n' }])).toEqual(['cases/new/names.txt']);
  expect(readFileSync(join(fresh.folder, 'names.txt'), 'utf8')).toBe('a.example\n');
});
