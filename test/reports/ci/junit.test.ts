// The file for CI systems, made of literals: what fails, what is skipped, and what hostile text can do to it.
import { expect, test } from 'vitest';
import type { NameProgress } from '../../../src/model/judged/progress.ts';
import type { JunitSuite } from '../../../src/reports/ci/junit.ts';
import { junitOfStop, junitXml } from '../../../src/reports/ci/junit.ts';
import { nameRow } from '../../../src/reports/rows.ts';
import { junitIn } from '../../support/junit-file.ts';
import { at } from '../../support/values.ts';
import { PROGRESS } from '../support.ts';

const SUITE: JunitSuite = {
  case: 'phosphorus',
  marks: ['illustrative'],
  asOf: at('2019-03-21T00:00:00Z'),
  checked: at('2019-03-18T14:15:41Z'),
  toolVersion: '0.1.0',
  rows: PROGRESS.names.map(nameRow),
  unknownAs: 'skipped',
};
const text = (over: Partial<JunitSuite> = {}) => [...junitXml({ ...SUITE, ...over })].join('');
const [FIRST] = PROGRESS.names;
const [FINDING] = FIRST?.findings ?? [];

function one(over: Partial<NameProgress>, finding: Partial<NonNullable<typeof FINDING>>) {
  if (FIRST === undefined || FINDING === undefined) throw new Error('no row');
  const { deadline: _, ...rest } = FINDING;
  const row = { ...FIRST, reverted: false, overdue: false, ...over, findings: [{ ...rest, ...finding }] };
  const { tests } = junitIn(text({ rows: [nameRow(row)] }));
  return tests[0]?.children.map(({ name }) => name);
}

test('a test a name and requirement, counted, with names of their own', () => {
  const { suite, tests } = junitIn(text());
  expect(suite.attributes['name']).toBe('phosphorus');
  expect(tests.length).toBe(PROGRESS.names.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0));
  for (const { attributes } of tests) expect(attributes['name']).toMatch(/^[a-z0-9.-]+: tro\/.+/);
});

test('late and reverted fail, unknown is skipped, not yet due passes and says so', () => {
  const due = {
    due: at('2019-03-20T21:00:00Z'),
    from: { at: at('2019-03-15T21:20:00Z'), what: 'receipt' },
    arithmetic: 'x',
  };
  expect(one({}, { verdict: 'met' })).toEqual([]);
  expect(one({}, { verdict: 'unmet', deadline: due })).toEqual(['failure']);
  expect(one({}, { verdict: 'unmet', deadline: { ...due, due: at('2019-03-22T21:00:00Z') } })).toEqual(['system-out']);
  expect(one({}, { verdict: 'unmet' })).toEqual(['system-out']);
  expect(one({ reverted: true }, { verdict: 'unmet' })).toEqual(['failure']);
  expect(one({}, { verdict: 'unknown' })).toEqual(['skipped']);
});

test('what is unknown is an error where that is wanted', () => {
  const count = (xml: string) => junitIn(xml).suite.attributes;
  const { skipped, errors } = count(text());
  expect([Number(skipped) > 0, errors]).toEqual([true, '0']);
  expect(count(text({ unknownAs: 'error' }))['errors']).not.toBe('0');
});

test('no name gets lost: one that nothing is asked of is skipped with its reason', () => {
  if (FIRST === undefined) throw new Error('no row');
  const rows = [nameRow({ ...FIRST, released: true, findings: [] })];
  expect(junitIn(text({ rows })).tests[0]?.children[0]?.attributes['type']).toBe('released');
});

test('an empty run, and a command that was stopped, give a file too', () => {
  expect(junitIn(text({ rows: [], marks: [] })).suite.attributes['tests']).toBe('0');
  const stopped = junitIn([...junitOfStop('acme', { code: 'problems', message: '2 problems in <acme>.' })].join(''));
  expect(stopped.suite.attributes).toMatchObject({ tests: '1', errors: '1' });
});

test('hostile text stays text', () => {
  const hostile = `]]></failure><x a="&amp;'\u0000\u001b[2J\u0085\ufffe\ud800 &#0; <!-- <![CDATA[ \n`;
  if (FIRST === undefined || FINDING === undefined) throw new Error('no row');
  const rows = [nameRow({ ...FIRST, findings: [{ ...FINDING, verdict: 'unknown', reason: hostile, word: hostile }] })];
  const xml = text({ rows, case: hostile, marks: [hostile] });
  expect(junitIn(xml).tests[0]?.children[0]?.text).toContain(`]]></failure><x a="&amp;'`);
});

test('shards and the whole give a test the same name', () => {
  const names = (rows: JunitSuite['rows']) => junitIn(text({ rows })).tests.map(({ attributes }) => attributes['name']);
  const rows = PROGRESS.names.map(nameRow);
  expect([...names(rows.slice(0, 3)), ...names(rows.slice(3))].sort()).toEqual(names(rows).sort());
});
