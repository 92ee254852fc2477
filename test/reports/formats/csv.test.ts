// CSV as RFC 4180 has it, read back by a reader of the test's own that knows nothing else.
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/reports/formats/csv.ts';
import type { CaseReport } from '../../../src/reports/report/case-report.ts';
import { ATTACKS, hostileReport, UNPRINTABLE } from '../hostile-report.ts';
import { caseReport, reportsOf } from '../reports.ts';

const printed = (machine: boolean, ...cases: readonly CaseReport[]) =>
  [...render(reportsOf(...cases), { machine })].join('');

/** Records of a text in which every field is quoted or plain, and every record ends in CRLF. */
function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [titles = [], ...rows] = recordsOf(text);
  return rows.map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at] ?? 'MISSING'])));
}

test('a row a name, with stable names of columns', () => {
  const text = printed(true, caseReport());
  expect(recordsOf(text)[0]).toEqual(
    (
      'name unicode case marks as_of schedule line registry registry_name registrar registrar_iana_id registered action released ' +
      'transferred sinkholed done reverted overdue expiring due expires observed_at name_servers open notes citations sealed_until'
    ).split(' '),
  );
  const rows = rowsOf(text);
  expect(rows).toHaveLength(98);
  expect(rows[80]).toMatchObject({
    name: 'name-81.example',
    case: 'phosphorus',
    marks: 'illustrative',
    as_of: '2019-03-18T14:20:00Z',
    registry_name: 'VeriSign, Inc.',
    registrar: 'OnlineNIC, Inc.',
    registrar_iana_id: '82',
    transferred: 'unmet',
    done: 'unmet',
    overdue: 'no',
    due: '2019-03-20T21:00:00Z',
    open: 'registrar of record: the registry shows OnlineNIC, Inc. (IANA ID 82) (not yet)',
    citations: '20190318T141502Z-7f3a#162; 20190318T141502Z-7f3a#163',
  });
  expect(rows[0]?.['sealed_until']).toBe('');
  const sealed = { ...caseReport(), seal: { until: '2019-03-27T13:00:00Z' } };
  for (const row of rowsOf(printed(true, sealed))) expect(row['sealed_until']).toBe('2019-03-27T13:00:00Z');
  expect(rows[97]).toMatchObject({ registrar: '', registered: '', transferred: 'unknown', expires: '' });
});

test('of several cases each name says which it is of', () => {
  const other = { ...caseReport(), case: 'other' };
  expect(new Set(rowsOf(printed(true, caseReport(), other)).map((row) => row['case']))).toEqual(
    new Set(['phosphorus', 'other']),
  );
});

describe('hostile text', () => {
  test('for people: the mark of UTF-8, and no cell that a spreadsheet computes', () => {
    const text = printed(false, hostileReport());
    expect(text.startsWith('\ufeffname,')).toBe(true);
    const records = recordsOf(text.slice(1));
    expect(records).toHaveLength(ATTACKS.length + 1);
    expect(new Set(records.map((record) => record.length))).toEqual(new Set([28]));
    expect(records.flat().filter((cell) => /^\s*[=+\-@|＝]/.test(cell))).toEqual([]);
  });

  test('for machines: no mark, no guard, and everything as it came but for what cannot be seen', () => {
    const text = printed(true, hostileReport());
    const registrars = rowsOf(text).map((row) => row['registrar']);
    expect(registrars[1]).toBe('=HYPERLINK("http://evil.example","x")');
    expect(registrars.at(-1)).toBe('Ünïcode ☃ 𝄞 例え');
  });

  test.each([true, false])('a line a row, and no control character (machine: %s)', (machine) => {
    const text = printed(machine, hostileReport());
    expect(text.split('\r\n')).toHaveLength(ATTACKS.length + 2);
    expect(text).not.toMatch(UNPRINTABLE);
  });
});
