// The workbook, taken apart by hand: what is text stays text, dates are dates, and rows are written as they come.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/reports/formats/xlsx.ts';
import type { CaseReport } from '../../../src/reports/report/case-report.ts';
import { reportSheets } from '../../../src/reports/sheet/report-sheets.ts';
import { MOST_ROWS, sheetXml } from '../../../src/reports/sheet/sheet.ts';
import { ATTACKS, hostileReport, UNPRINTABLE } from '../hostile-report.ts';
import { caseReport, reportsOf } from '../reports.ts';
import { sheetIn } from './readers.ts';

function partsOf(...cases: readonly CaseReport[]): Readonly<Record<string, string>> {
  const octets = Buffer.concat([...render(reportsOf(...cases))]);
  return Object.fromEntries(Object.entries(unzipSync(octets)).map(([path, part]) => [path, strFromU8(part)]));
}

const parts = partsOf(caseReport());
const namesSheet = parts['xl/worksheets/sheet2.xml'] ?? '';

test('sheets by their names, each of which is there and announced', () => {
  expect([...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Summary',
    'Names',
    'Findings',
    'Attention',
    'By registry',
    'By registrar',
    'Due',
    'Over time',
    'Marks',
    'Runs',
  ]);
  const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/'));
  expect(sheets).toHaveLength(10);
  for (const path of sheets) expect(parts['[Content_Types].xml']).toContain(`/${path}`);
});

test('a header that stays, filters over all rows, widths', () => {
  expect(namesSheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(namesSheet).toContain('<autoFilter ref="A1:AB99"/>');
  expect(namesSheet).toContain('<col min="1" max="1" width="34" customWidth="1"/>');
});

test('a row a name; instants are dates, numbers are numbers, what is not known says so', () => {
  const rows = sheetIn(parts, 'Names');
  expect(rows).toHaveLength(99);
  const [titles = [], first = []] = rows;
  const cell = (title: string) => first[titles.indexOf(title)];
  expect(cell('Name')).toBe('name-1.example');
  // 18 March 2019 14:20, in days since the beginning of 1900.
  expect(Number(cell('As of (UTC)'))).toBeCloseTo(43542 + (14 * 60 + 20) / 1440, 8);
  expect(cell('Line')).toBe('1');
  expect(cell('Expires (UTC)')).toBe('unknown');
  expect(rows[98]?.[titles.indexOf('Registrar of record')]).toBe('unknown');
  expect(namesSheet).toMatch(/<c r="E2" s="2"><v>43542\.597/);
  expect(namesSheet).toMatch(/<c r="G2" s="3"><v>1<\/v>/);
});

test('of several cases each row says which it is of', () => {
  const both = partsOf(caseReport(), { ...caseReport(), case: 'other' });
  const [titles = [], ...rows] = sheetIn(both, 'Names');
  expect(rows).toHaveLength(196);
  expect(new Set(rows.map((row) => row[titles.indexOf('Case')]))).toEqual(new Set(['phosphorus', 'other']));
  expect(sheetIn(both, 'Due')).toHaveLength(1 + 2 * caseReport().due.length);
});

test('what changed has a sheet where something is compared', () => {
  const changed = [{ name: 'a.example', facet: 'done', from: 'unmet', to: 'met', what: 'newly-met' }] as const;
  const compared = partsOf(caseReport({ changes: { at: '2019-03-17T00:00:00Z', run: null, changed } }));
  expect(sheetIn(compared, 'Changes')[1]?.slice(2)).toEqual(['a.example', 'newly met', 'done', 'not yet', 'yes']);
});

describe('hostile text', () => {
  const hostile = partsOf(hostileReport());

  test('is never a formula, a link or markup', () => {
    for (const [path, text] of Object.entries(hostile)) {
      expect(text).not.toMatch(/<f[ >]|<hyperlink|<script/);
      expect(text, path).not.toMatch(UNPRINTABLE);
      expect(text, path).not.toMatch(/[\ufffe\uffff]/);
    }
    const rows = sheetIn(hostile, 'Names');
    expect(rows).toHaveLength(ATTACKS.length + 1);
    const registrar = rows[0]?.indexOf('Registrar of record') ?? -1;
    expect(rows.map((row) => row[registrar])).toContain('=HYPERLINK("http://evil.example","x")');
  });

  test('codes of headers and of characters stand for nothing', () => {
    const sheet = {
      title: 'T',
      columns: [{ title: 'A', kind: 'text', width: 9 }],
      rows: [['_x0041_ & _x41_']],
      table: true,
    } as const;
    const text = [...sheetXml(sheet, `&"Evil,Bold"&D${'x'.repeat(400)}`)].join('');
    expect(text).toContain('>_x005F_x0041_ &amp; _x41_<');
    const header = /<oddHeader>(.*)<\/oddHeader>/.exec(text)?.[1] ?? '';
    expect(header.match(/&amp;/g)).toHaveLength(1);
    expect(header.length).toBeLessThan(255);
  });

  test('a cell holds no more than a cell can', () => {
    const sheet = {
      title: 'T',
      columns: [{ title: 'A', kind: 'text', width: 9 }],
      rows: [['x'.repeat(40_000)]],
      table: true,
    } as const;
    expect([...sheetXml(sheet, '')].join('')).toMatch(/>x{32766}…</);
  });
});

test('rows beyond those of a sheet go on in a second one', () => {
  const report = caseReport();
  const [row] = report.names;
  const names = {
    length: MOST_ROWS + 2,
    *[Symbol.iterator]() {
      if (row !== undefined) yield row;
    },
  };
  const sheets = reportSheets(reportsOf({ ...report, names }));
  expect(sheets.map(({ title }) => title).slice(0, 4)).toEqual(['Summary', 'Names', 'Names (2)', 'Findings']);
});

test('a large case comes piece by piece, made as it is read', () => {
  const report = caseReport();
  const [row] = report.names;
  let made = 0;
  const names = {
    length: 30_000,
    *[Symbol.iterator]() {
      for (made = 0; made < 30_000 && row !== undefined; made += 1) yield row;
    },
  };
  let [largest, half, pieces] = [0, 0, 0];
  for (const piece of render(reportsOf({ ...report, names }))) {
    largest = Math.max(largest, piece.length);
    pieces += 1;
    if (made > 10_000 && half === 0) half = pieces;
  }
  expect(half).toBeGreaterThan(10);
  expect(pieces).toBeGreaterThan(half);
  expect(largest).toBeLessThan(1 << 18);
});
