import { describe, expect, test } from 'vitest';
import { suffixList } from '../../../src/casefile/suffix-list.ts';
import { sift } from '../../../src/intake/sift.ts';
import { xlsxOf } from '../office-file.ts';
import { problemOf, readText } from '../reading.ts';

const cell = (reference: string, text: string, more = '') =>
  `<c r="${reference}" t="inlineStr"${more}><is><t>${text}</t></is></c>`;
const rows = (...all: readonly string[]) => `<sheetData>${all.join('')}</sheetData>`;

describe('cells', () => {
  test('have their sheet, row and column, and say what a person sees', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yy"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>';
    const shared = '<sst><si><r><t>one.</t></r><r><t>example</t></r><rPh><t>spoken</t></rPh></si></sst>';
    const body = rows(
      `<row r="2"><c r="B2" t="s"><v>0</v></c><c r="AA2" s="1"><v>43539</v></c><c><v>3</v></c></row>`,
      `<row>${cell('A3', 'two.\nexample')}${cell('B3', 'gone.example', ' s="2"')}<c r="C3" t="str"><f>A1&amp;"x"</f><v>made.example_x000D_</v></c></row>`,
    );
    const document = await readText(
      xlsxOf([{ name: 'Names', body }], {
        relations: [
          ['t', 'sharedStrings', 'sharedStrings.xml'],
          ['y', 'styles', 'styles.xml'],
        ],
        parts: { 'xl/sharedStrings.xml': shared, 'xl/styles.xml': styles },
      }),
      'list.xlsx',
    );
    const at = (row: number, column: number) => ({ sheet: 'Names', row, column });
    expect(document.lines.map(({ text, place, doubt, end }) => [text, place, doubt ?? end])).toEqual([
      ['one.example', at(2, 2), undefined],
      ['2019-03-15', at(2, 27), undefined],
      ['3', at(2, 28), undefined],
      ['two.\nexample', at(3, 1), 'wrapped'],
      ['gone.example', at(3, 2), 'struck'],
      ['made.example', at(3, 3), undefined],
    ]);
    expect(document.remarks.map(({ code }) => code)).toEqual(['document-struck', 'document-part']);
  });

  test('what is hidden is read and doubtful', async () => {
    const body = `<cols><col min="2" max="3" hidden="1"/></cols>${rows(
      `<row r="1">${cell('A1', 'one.example')}${cell('B1', 'two.example')}</row>`,
      `<row r="2" hidden="1">${cell('A2', 'three.example')}</row>`,
    )}`;
    const document = await readText(
      xlsxOf([
        { name: 'Names', body },
        { name: 'Old', state: 'veryHidden', body: rows(`<row>${cell('A1', 'four.example')}</row>`) },
      ]),
      'list.xlsx',
    );
    expect(document.lines.map(({ text, doubt }) => [text, doubt])).toEqual([
      ['one.example', undefined],
      ['two.example', 'hidden'],
      ['three.example', 'hidden'],
      ['four.example', 'hidden'],
    ]);
    expect(document.remarks.map(({ message }) => message)).toEqual([
      '2 cells are in hidden rows or columns, from here on.',
      'The sheet is hidden; a cell of it was read.',
    ]);
  });
});

describe('hostile files', () => {
  test('macros and links to elsewhere are told', async () => {
    const { remarks } = await readText(
      xlsxOf([{ name: 'N', body: rows(`<row>${cell('A1', 'one.example')}</row>`) }], {
        relations: [['l', 'externalLink', 'file:///evil', true]],
        parts: { 'xl/vbaProject.bin': 'x', 'xl/comments1.xml': '<x/>' },
      }),
      'list.xlsm',
    );
    expect(remarks.map(({ code }) => code)).toEqual(['document-part', 'document-active', 'document-active']);
  });

  test.each([
    ['a document type', '<!DOCTYPE x SYSTEM "http://evil.example/x.dtd"><worksheet/>', 'document-entities'],
    ['no end', '<worksheet><sheetData>', 'document-broken'],
  ])('%s', async (_, xml, code) => {
    const octets = xlsxOf([{ name: 'N', body: '' }], { parts: { 'xl/worksheets/sheet1.xml': xml } });
    expect((await problemOf(octets, 'list.xlsx')).code).toBe(code);
  });

  test('a book without sheets is broken', async () =>
    expect((await problemOf(xlsxOf([]), 'list.xlsx')).code).toBe('document-broken'));

  test('references that lead nowhere are blank cells', async () => {
    const body = rows(
      `<row r="1"><c r="A1" t="s"><v>99999</v></c><c r="ZZZZ9"><v>1e999</v></c>${cell('C1', 'one.example')}</row>`,
    );
    const { lines } = await readText(xlsxOf([{ name: 'N', body }]), 'list.xlsx');
    expect(lines.map(({ text }) => text)).toEqual(['1e999', 'one.example']);
  });
});

test('a workbook with titles, merged cells and a second table has its names where its head says', async () => {
  const row = (number: number, ...texts: readonly string[]) =>
    `<row r="${number}">${texts.map((text, at) => (text === '' ? '' : cell(`${'BCDE'[at]}${number}`, text))).join('')}</row>`;
  const body = `${rows(
    row(1, 'APPENDIX A: DOMAIN NAMES', '', ''),
    row(2, 'Registry operators: Verisign, Afilias'),
    row(5, 'No.', 'Domain', 'Registrar'),
    row(6, '1', 'one.com', 'GoDaddy.com'),
    row(7, '2', 'two[.]net', 'Tucows.com'),
    row(10, 'Name servers', ''),
    row(11, 'No.', 'Host', 'Address'),
    row(12, '1', 'ns1.evil.org', '192.0.2.1'),
  )}<mergeCells count="2"><mergeCell ref="B1:E1"/><mergeCell ref="B10:D10"/></mergeCells>`;
  const document = await readText(xlsxOf([{ name: 'List', body }]), 'list.xlsx');
  const { sure, check, refused } = sift(document, { endings: suffixList, own: [] });
  expect(sure.map(({ name, place }) => [name, place.row, place.column])).toEqual([
    ['one.com', 6, 3],
    ['two.net', 7, 3],
  ]);
  expect(check.map(({ printed }) => printed)).toEqual(['ns1.evil.org']);
  expect(refused.map(({ printed }) => printed)).toEqual(['GoDaddy.com', 'Tucows.com', '192.0.2.1']);
});
