// Reports opened by the programs that people open them with: the workbook and the CSV by LibreOffice and by Python, the XML by
// libxml2. Needs the packages libreoffice-calc-nogui, python3-openpyxl and libxml2-utils.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFormats } from '../../src/reports/formats/index.ts';
import type { CaseReport } from '../../src/reports/report/case-report.ts';
import { xmlSchemas } from '../../src/reports/report/xml-schemas.ts';
import { HOUSE } from '../letters/sample-letter.ts';
import { ATTACKS, hostileReport } from '../reports/hostile-report.ts';
import { caseReport, reportsOf } from '../reports/reports.ts';
import { readersHere } from './readers.ts';

/** The distribution's own Python, for which its packages are. */
const PYTHON = '/usr/bin/python3';
const PROGRAMS = ['soffice', 'xmllint', PYTHON];
const openpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
const { asked, missing, reason } = readersHere(PROGRAMS, { openpyxl });

it('the laboratory asks for its programs', () => {
  if (asked) expect(missing).toEqual([]);
});

/** Pages and papers have laboratories of their own. */
const READ_HERE = ['csv', 'xlsx', 'xml'];

/** Every cell of every sheet, with what it is: `s` text, `n` number, `d` date, `f` formula. */
const READ_WORKBOOK = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({s.title: [[[c.data_type, str(c.value)] for c in row] for row in s.iter_rows()] for s in book}))
`;
const READ_CSV = `
import csv, json, sys
print(json.dumps(list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')))))
`;

describe.skipIf(!asked || missing.length > 0)(`reports in real programs (${reason})`, () => {
  let folder = '';
  const run = (program: string, words: readonly string[]) =>
    execFileSync(program, words, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const python = <T>(program: string, file: string): T => JSON.parse(run(PYTHON, ['-c', program, file]));
  const office = (file: string, filter: string) =>
    run('soffice', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      filter,
      file,
    ]);

  async function write(report: CaseReport, name: string): Promise<void> {
    for (const format of reportFormats.filter(({ name: one }) => READ_HERE.includes(one))) {
      const parts: Uint8Array[] = [];
      for await (const piece of (await format.load())(reportsOf(report), { machine: false, house: HOUSE }))
        parts.push(typeof piece === 'string' ? Buffer.from(piece) : Uint8Array.from(piece));
      writeFileSync(join(folder, name + format.extension), Buffer.concat(parts));
    }
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'takedown-reports-'));
    await write(caseReport(), 'plain');
    await write(hostileReport(), 'hostile');
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('LibreOffice opens the workbook, and finds the totals and a row a name', () => {
    office('plain.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1');
    const summary = readFileSync(join(folder, 'plain-Summary.csv'), 'utf8');
    expect(summary).toContain('transferred,76,10,12,0,0,1,99\n');
    expect(summary).toContain('done,72,14,12,0,0,1,99\n');
    const names = readFileSync(join(folder, 'plain-Names.csv'), 'utf8').trimEnd().split('\n');
    expect(names).toHaveLength(99);
    expect(names[1]).toContain('name-1.example,name-1.example,phosphorus,illustrative,2019-03-18 14:20:00,');
  }, 120_000);

  it('LibreOffice computes nothing in the CSV', () => {
    office('hostile.csv', 'xlsx');
    const [sheet = []] = Object.values(python<Record<string, [string, string][][]>>(READ_WORKBOOK, 'hostile.xlsx'));
    expect(sheet).toHaveLength(ATTACKS.length + 1);
    expect(sheet.flat().filter(([kind]) => kind === 'f')).toEqual([]);
  }, 120_000);

  it('a second reader finds text, dates and numbers in the workbook, and no formula', async () => {
    await write(hostileReport(), 'again');
    const book = python<Record<string, [string, string][][]>>(READ_WORKBOOK, 'again.xlsx');
    expect(
      Object.values(book)
        .flat(2)
        .filter(([kind]) => kind === 'f'),
    ).toEqual([]);
    const rows = book['Names'] ?? [];
    const titles = rows[0]?.map(([, title]) => title) ?? [];
    expect(rows[1]?.[titles.indexOf('As of (UTC)')]).toEqual(['d', '2019-03-18 14:20:00']);
    expect(rows[1]?.[titles.indexOf('Line')]?.[0]).toBe('n');
    const registrars = rows.slice(1).map((row) => row[titles.indexOf('Registrar of record')]);
    expect(registrars[1]).toEqual(['s', '=HYPERLINK("http://evil.example","x")']);
    expect(registrars.at(-1)).toEqual(['s', 'Ünïcode ☃ 𝄞 例え']);
  });

  it('Python reads the CSV: a record a name, as many fields as titles', () => {
    const records = python<string[][]>(READ_CSV, 'hostile.csv');
    expect(records).toHaveLength(ATTACKS.length + 1);
    expect(new Set(records.map((record) => record.length)).size).toBe(1);
  });

  it.each(['plain', 'hostile'])('libxml2 finds the XML well-formed: %s', (name) => {
    expect(run('xmllint', ['--noout', `${name}.xml`])).toBe('');
    expect(
      run('xmllint', ['--xpath', 'string(/*/*/*[local-name()="totals"]/*[local-name()="done"])', `${name}.xml`]),
    ).toBe('72\n');
  });

  it.each(['plain', 'hostile'])('libxml2 finds the XML as the published schema has it: %s', (name) => {
    writeFileSync(join(folder, 'report.xsd'), xmlSchemas['report-xml']());
    const found = spawnSync('xmllint', ['--noout', '--schema', 'report.xsd', `${name}.xml`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(found).toMatchObject({ status: 0, stderr: `${name}.xml validates\n` });
    const wrong = readFileSync(join(folder, `${name}.xml`), 'utf8')
      .replace('<overdue>', '<overdu>')
      .replace('</overdue>', '</overdu>');
    writeFileSync(join(folder, 'wrong.xml'), wrong);
    expect(spawnSync('xmllint', ['--noout', '--schema', 'report.xsd', 'wrong.xml'], { cwd: folder }).status).toBe(3);
  });
});
