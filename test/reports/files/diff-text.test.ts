import { expect, test } from 'vitest';
import { diffLines, type LineChange } from '../../../src/reports/files/diff-text.ts';
import { PLAIN } from '../../../src/reports/paint.ts';

const NUMBERED = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`).join('');

function diff(changes: readonly LineChange[], text = NUMBERED): string {
  return [...diffLines({ file: 'a.txt', text, changes }, PLAIN)].slice(2).join('\n');
}

test('three lines stand around a change, and changes close together are one hunk', () => {
  expect(
    diff([
      { line: 5, before: '5\n', after: 'five\n' },
      { line: 6, before: '6\n' },
      { line: 9, after: 'eight and a half\n' },
      { line: 20, before: '20\n', after: 'twenty\n' },
    ]),
  ).toBe(
    [
      ...[
        '@@ -2,10 +2,10 @@',
        ' 2',
        ' 3',
        ' 4',
        '-5',
        '-6',
        '+five',
        ' 7',
        ' 8',
        '+eight and a half',
        ' 9',
        ' 10',
        ' 11',
      ],
      ...['@@ -17,4 +17,4 @@', ' 17', ' 18', ' 19', '-20', '+twenty'],
    ].join('\n'),
  );
});

test('what is added to an empty file, and behind the last line', () => {
  expect(diff([{ line: 1, after: 'x\n' }], '')).toBe('@@ -0,0 +1,1 @@\n+x');
  expect(diff([{ line: 21, after: 'x\n' }])).toBe('@@ -18,3 +18,4 @@\n 18\n 19\n 20\n+x');
});

test('what a screen would obey or not show is written out, a line end only where it changes', () => {
  const text = 'a\u001b[2J\r\nb\r\n';
  expect(diff([{ line: 1, before: 'a\u001b[2J\r\n', after: '\ufeffa\n' }], text)).toBe(
    '@@ -1,2 +1,2 @@\n-a␛\\r\n+\\u{feff}a\n b',
  );
  expect(diff([{ line: 1, before: 'a\u001b[2J\r\n', after: 'x\r\n' }], text)).toBe('@@ -1,2 +1,2 @@\n-a␛\n+x\n b');
});
