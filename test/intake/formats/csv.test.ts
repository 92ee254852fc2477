import { expect, test } from 'vitest';
import { separatorOf } from '../../../src/intake/formats/csv.ts';
import { readText } from '../reading.ts';

test('every field is a cell at its row and column, as a spreadsheet counts', async () => {
  const text = 'No.,Domain\r\n1,one.example\r\n\r\n2,"portal-\r\ntwo.example"\r\n3,three.example\r\n';
  const { format, lines } = await readText(Buffer.from(text), 'list.csv');
  expect(format).toBe('csv');
  expect(lines.every(({ kind }) => kind === 'cell')).toBe(true);
  expect(
    lines.filter(({ place }) => place.column === 2).map(({ text, place }) => [text, place.row, place.line]),
  ).toEqual([
    ['Domain', 1, 1],
    ['one.example', 2, 2],
    ['portal-\ntwo.example', 4, 4],
    ['three.example', 5, 6],
  ]);
});

test.each([
  ['a,b\n1,2', ','],
  ['a;b\n1;2,5', ';'],
  ['a\tb\n1\t2', '\t'],
  ['one.example\ntwo.example', undefined],
  ['"a;b",c\n"d;e",f', ','],
])('%j is separated by %j', (text, separator) => expect(separatorOf(text)).toBe(separator));

test('a header that begins with # is one, a comment is none', async () => {
  const { lines } = await readText(Buffer.from('# made by hand, with.example\n#;Domain\n#1;one.example\n'), 'list.csv');
  expect(lines.map(({ text }) => text)).toEqual(['#', 'Domain', '#1', 'one.example']);
});

test('a quote that is never closed is told', async () => {
  const { remarks } = await readText(Buffer.from('Domain,Note\none.example,"open\n'), 'list.csv');
  expect(remarks.map(({ code, place }) => [code, place])).toEqual([['document-part', { line: 2 }]]);
});
