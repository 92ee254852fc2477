import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/intake/kind.ts';
import { problemOf, readText } from './reading.ts';

const kind = (text: string, file = 'x') => {
  const found = kindOf(Buffer.from(text, 'latin1'), file);
  return 'foreign' in found ? found.foreign : found.format;
};

describe('what a file is', () => {
  test.each([
    ['%PDF-1.7\n', 'pdf'],
    ['\u00ef\u00bb\u00bf\n%PDF-1.4', 'pdf'],
    ['PK\u0003\u0004....word/document.xml', 'docx'],
    ['PK\u0003\u0004....xl/workbook.xml', 'xlsx'],
    ['From: a@one.example\r\nSubject: the list\r\nDate: Fri, 15 Mar 2019 16:00:00 -0400\r\n\r\nhello', 'mail'],
    ['<!DOCTYPE html><p>x', 'html'],
    ['one.example\ntwo.example\n', 'text'],
    ['Domain,Registrar\none.example,Made Up Ltd\n', 'csv'],
    ['Dear Sir,\nplease find, as ever, one.example\n', 'text'],
    ['', 'text'],
  ])('%j', (text, expected) => expect(kind(text)).toBe(expected));

  test('goes by the ending only where the text could be either', () => {
    expect(kind('one.example\ntwo.example\n', 'a.csv')).toBe('csv');
    expect(kind('%PDF-1.4', 'a.csv')).toBe('pdf');
  });

  test.each([
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', /save it as \.docx/],
    ['{\\rtf1', /save it as \.docx/],
    ['\u0089PNG\r\n', /OCR/],
    ['PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text', /save it as \.docx/],
    ['PK\u0003\u0004photo.jpg', /Unpack/],
    ['MZ\u0090', /ask the sender/],
  ])('%j is refused with what to do', async (text, hint) => {
    const problem = await problemOf(Buffer.from(text, 'latin1'), 'list.doc');
    expect(problem.code).toBe('document-format');
    expect(problem.hint).toMatch(hint);
  });

  test('an ending that says otherwise is told', async () => {
    const { remarks } = await readText(Buffer.from('Domain,Note\none.example,x\n'), 'list.md');
    expect(remarks.map(({ code, message }) => [code, message])).toEqual([
      ['document-ending', 'list.md ends in .md, but it is a table as text (CSV).'],
    ]);
  });
});
