import { expect, test } from 'vitest';
import type { DueDocument, ListDocument, LookupDocument, ShowDocument } from '../../src/reports/documents.ts';
import { dueJson } from '../../src/reports/due/json.ts';
import { jsonDocument, rowsOf } from '../../src/reports/json.ts';
import { listJson } from '../../src/reports/list/json.ts';
import { lookupJson } from '../../src/reports/lookup/json.ts';
import { showJson } from '../../src/reports/show/json.ts';
import { at } from '../support/values.ts';
import { expectDocument } from './documents.ts';
import { BACK, HOSTILE, NAME, NAME_REPORT, observed } from './sightings.ts';
import { CASE, PROGRESS, UNCHECKED } from './support.ts';

const envelope = { toolVersion: '0.1.0', generatedAt: at('2019-03-18T14:20:00Z'), problems: [] };
const text = (pieces: Iterable<string>): string => [...pieces].join('');

test('show: the name, what was seen of it, and what was seen before', () => {
  const document = expectDocument('show', text(showJson(NAME_REPORT, envelope))) as ShowDocument;
  expect(document.names).toHaveLength(1);
  expect(document.names[0]?.reverted).toBe(true);
  expect(document.observations.map(({ id }) => id.split('#')[1])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(document.observations[1]?.detail).toBe(HOSTILE);
  expect(document.history.map(({ run }) => run)).toEqual(['20190317T141502Z-aaaa']);
  expect(document.journal).toHaveLength(2);
});

test('list: a row a case, also for one that cannot be read', () => {
  const problem = { code: 'unknown-key', severity: 'error', message: 'x' } as const;
  const entries = [
    { readable: true, report: { theCase: CASE, progress: PROGRESS } },
    { readable: true, report: { theCase: CASE, progress: { ...UNCHECKED, due: [], expiries: [] } } },
    { readable: false, id: 'broken', problems: [problem] },
  ] as const;
  const document = expectDocument('list', text(listJson(entries, envelope))) as ListDocument;
  expect(document.complete).toBe(false);
  expect(document.cases).toMatchObject([
    { case: 'phosphorus', nextDue: '2019-03-20T21:00:00Z', totals: { done: 72 } },
    { case: 'phosphorus', nextDue: null, nextExpiry: null, lastRun: null },
    { readable: false, case: 'broken', problems: [problem] },
  ]);
});

test('due: soonest first, and what does not run comes last', () => {
  const document = expectDocument(
    'due',
    text(dueJson([{ theCase: CASE, progress: PROGRESS }], envelope)),
  ) as DueDocument;
  expect(document.due.map(({ due }) => due)).toEqual([...Array(3).fill('2019-03-20T21:00:00Z'), null]);
  expect(document.expiries).toMatchObject([{ case: 'phosphorus', arithmetic: '14 days after entry Fri 15 Mar 2019' }]);
});

test('lookup: every sighting, and whether one failed', () => {
  const sightings = observed('20190318T141502Z-7f3a', BACK).map(({ id: _, of: __, evidence: ___, ...seen }) => seen);
  const report = { names: [{ name: NAME, sightings, notes: [] }], simulated: true };
  const document = expectDocument('lookup', text(lookupJson(report, envelope))) as LookupDocument;
  expect(document).toMatchObject({ complete: false, simulated: true });
  expect(document.names[0]?.sightings).toHaveLength(7);
});

test.each([
  [[], '{\n}\n'],
  [[['a', 1]], '{\n  "a": 1\n}\n'],
  [
    [
      ['a', rowsOf([])],
      ['b', rowsOf([1, 2])],
    ],
    '{\n  "a": [],\n  "b": [\n    1,\n    2\n  ]\n}\n',
  ],
] as const)('a field a line, a row a line: %j', (fields, expected) => {
  expect(text(jsonDocument(fields))).toBe(expected);
});
