// An index that was written anew, with all digests in it, is told row by row.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { examineRun } from '../../../src/store/examine/run.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { finishedRun, madeAnew, tempPaths } from '../support/made.ts';

const paths = tempPaths();
const id = finishedRun(paths, ['a.example', 'b.example', 'c.example']);
const file = runPaths(paths, id).run;
const run = readFileSync(file);
const above = run.subarray(0, run.indexOf('index:\n')).toString('latin1').split('\n').length;

/** What is found when the rows are changed: which row, which name, what of it. */
function found(change: (rows: string[]) => readonly string[]): readonly unknown[] {
  writeFileSync(file, run);
  madeAnew(file, (text) => {
    const [lines = '', index = ''] = text.split('index:\n');
    const rows = index.split('\n').filter((row) => row.startsWith('- '));
    return `${lines}index:\n${[...change(rows), ...index.split('\n').slice(rows.length)].join('\n')}`;
  });
  return [...examineRun(paths, id)].flatMap((one) =>
    one.is === 'finding' ? [[one.finding.line && one.finding.line - above, one.finding.name, one.finding.what]] : [],
  );
}

const NO_ROW = (name: string) => [undefined, name, `the index has no row for ${name}`];
const UNREAD = 'this row of the index cannot be read';

it('rows that are as they were have nothing to tell', () => {
  expect(found((rows) => rows)).toEqual([]);
});

it('a row that is gone, at the top, between others and at the end', () => {
  expect(found(([, b = '', c = '']) => [b, c])).toEqual([NO_ROW('a.example')]);
  expect(found(([a = '', , c = '']) => [a, c])).toEqual([NO_ROW('b.example')]);
  expect(found(([a = '']) => [a])).toEqual([NO_ROW('b.example'), NO_ROW('c.example')]);
});

it('no row at all: the index is not there', () => {
  expect(found(() => [])).toEqual([[undefined, undefined, 'the index is not where the foot says that it is']]);
});

it('a row of a name that no line is about, and one that stands there twice', () => {
  const beyond = (name: string) => `the index has a row for ${name}, and no line is about it`;
  expect(found(([a = '', b = '', c = '']) => [a, a.replace('a.example', 'aa.example'), b, c])).toEqual([
    [2, 'aa.example', beyond('aa.example')],
  ]);
  expect(found(([a = '', b = '', c = '']) => [a, b, b, c])).toEqual([[3, 'b.example', beyond('b.example')]]);
});

it('a row that says otherwise', () => {
  const otherwise = (rows: string[]) => rows.map((row, i) => (i === 1 ? row.replace(',"delegation"', '') : row));
  expect(found(otherwise)).toEqual([[2, 'b.example', 'the index does not say of b.example what its lines say']]);
});

it('a row that cannot be read is told once, and its name is not missed as well', () => {
  const spoilt = (rows: string[], at: number) =>
    rows.map((row, i) => (i === at ? row.replace('"facts"', '"fact"') : row));
  for (const at of [0, 1, 2]) expect(found((rows) => spoilt(rows, at))).toEqual([[at + 1, undefined, UNREAD]]);
  expect(found((rows) => spoilt(rows, 0).slice(0, 2))).toEqual([[1, undefined, UNREAD], NO_ROW('c.example')]);
});
