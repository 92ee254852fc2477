import { expect, test } from 'vitest';
import type { ReportDocument } from '../../../src/reports/documents.ts';
import { render } from '../../../src/reports/formats/json.ts';
import { expectDocument } from '../documents.ts';
import { caseReport, reportsOf } from '../reports.ts';

const text = (pieces: Iterable<string>) => [...pieces].join('');

test('one case is the published document', () => {
  const document = expectDocument('report', text(render(reportsOf(caseReport())))) as ReportDocument;
  expect(document.names).toHaveLength(98);
  expect(document.totals).toMatchObject({ ordered: 99, done: 72 });
});

test('so are several, and those that could not be read are in it', () => {
  const unread = [{ case: 'broken', problems: [{ code: 'x', severity: 'error', message: 'm' }] }] as const;
  const reports = { ...reportsOf(caseReport(), caseReport()), unread };
  const document = expectDocument('report-all', text(render(reports))) as { cases: ReportDocument[] };
  expect(document.cases.map(({ names }) => names.length)).toEqual([98, 98]);
  expectDocument('report-all', text(render({ ...reportsOf(), unread })));
});

test('control characters are escaped', () => {
  const [row] = caseReport().names;
  if (row === undefined) throw new Error('the fixture has no rows');
  const evil = { ...caseReport(), names: [{ ...row, registrar: { name: '\u001b]0;x\u0007\u202e', ianaId: null } }] };
  const printed = text(render(reportsOf(evil)));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(JSON.parse(printed).names[0].registrar.name).toBe('\u001b]0;x\u0007\u202e');
});
