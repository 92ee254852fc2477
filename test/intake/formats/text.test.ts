import { describe, expect, test } from 'vitest';
import { textLines } from '../../../src/intake/formats/text.ts';
import { readText } from '../reading.ts';

describe('plain text', () => {
  test('keeps lines with their numbers, and blank lines part blocks', () => {
    expect(textLines('one.example\r\ntwo.example\r\n\r\n  three.example  \r\n')).toEqual([
      { text: 'one.example', place: { line: 1 }, kind: 'line', block: 1 },
      { text: 'two.example', place: { line: 2 }, kind: 'line', block: 1 },
      { text: '  three.example', place: { line: 4 }, kind: 'line', block: 2 },
    ]);
  });

  test('tells comments from numbered entries', () => {
    const kinds = textLines('# a note with other.example\n#1 one.example\n# 2. two.example').map(({ kind }) => kind);
    expect(kinds).toEqual(['furniture', 'line', 'line']);
  });

  test('reads UTF-16 that says so, and tells of Windows-1252', async () => {
    const wide = await readText(Buffer.from('\ufeffone.example\n', 'utf16le'), 'list.txt');
    expect(wide.lines.map(({ text }) => text)).toEqual(['one.example']);
    expect(wide.remarks).toEqual([]);
    const latin = await readText(Buffer.from('b\u00fccher.example\n', 'latin1'), 'list.txt');
    expect(latin.lines[0]?.text).toBe('b\u00fccher.example');
    expect(latin.remarks.map(({ code }) => code)).toEqual(['document-encoding']);
  });
});
