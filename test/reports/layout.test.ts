import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/model/text/width.ts';
import { bar } from '../../src/reports/bar.ts';
import { flow, hang, padEnd, padStart, truncate, wrap } from '../../src/reports/layout.ts';
import { tableLines } from '../../src/reports/table.ts';
import { at80, PIPED } from './support.ts';

describe('width', () => {
  test.each([
    ['abc', 3],
    ['', 0],
    ['漢字', 4],
    ['ｱｲｳ', 3],
    ['한국', 4],
    ['e\u0301', 1],
    ['\u1112\u1161\u11ab', 2],
    ['bücher', 6],
    ['😀', 2],
    ['🇩🇪', 2],
    ['…–·█', 4],
    ['\u0627\u0644\u0633', 3],
  ])('%s takes %d columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('columns', () => {
  test('padding counts columns, not characters', () => {
    expect(padEnd('漢', 4)).toBe('漢  ');
    expect(padStart('漢', 4)).toBe('  漢');
    expect(padEnd('abcdef', 3)).toBe('abcdef');
  });

  test('cutting leaves a mark, never half a character, and is not done without a width', () => {
    expect(truncate('漢字漢字', 6)).toBe('漢字…');
    expect(truncate('abcdef', 6)).toBe('abcdef');
    expect(truncate('abcdef', 1)).toBe('…');
    expect(truncate('abcdef', 0)).toBe('');
    expect(truncate('a'.repeat(500), undefined)).toHaveLength(500);
  });

  test('wrapping breaks at blanks, and a long word inside', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('one two', undefined)).toEqual(['one two']);
  });

  test('wrapped lines fit and lose nothing', () => {
    const text = fc
      .array(fc.constantFrom('a', '漢', ' ', 'e\u0301', 'xyz', '😀'), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (given, width) => {
        const lines = wrap(given, width);
        expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      }),
    );
  });

  test('a label hangs and pieces flow', () => {
    expect(hang('Due   ', 'one two three four five six', 26)).toEqual(['Due   one two three four', '      five six']);
    expect(flow(['aaa', 'bbb', 'ccc'], ' · ', 9)).toEqual(['aaa · bbb', 'ccc']);
    expect(flow(['aaa', 'bbb', 'ccc'], ' · ', undefined)).toEqual(['aaa · bbb · ccc']);
  });
});

describe('a bar', () => {
  const drawn = (part: number, whole: number) => bar({ part, whole }, 10, PIPED);

  test.each([
    [0, 10, '░░░░░░░░░░'],
    [5, 10, '█████░░░░░'],
    [10, 10, '██████████'],
    [0, 0, '░░░░░░░░░░'],
  ])('%d of %d', (part, whole, expected) => {
    expect(drawn(part, whole)).toBe(expected);
  });

  test('is never full before the end nor empty after the beginning', () => {
    expect(drawn(99_999, 100_000)).toBe('█████████░');
    expect(drawn(1, 100_000)).toBe('█░░░░░░░░░');
  });

  test('in ASCII', () => {
    expect(bar({ part: 5, whole: 10 }, 10, { ...PIPED, ascii: true })).toBe('#####-----');
  });
});

describe('a table', () => {
  const columns = [
    { title: 'who', gives: true as const },
    { title: 'reach', drop: 1 },
    { title: 'names', align: 'right' as const },
  ];
  const rows = [
    ['Registry Services, Incorporated', 'ordered', '22'],
    ['漢字', 'requested', '7'],
  ];

  test('has room for everything when piped', () => {
    expect([...tableLines(columns, rows, PIPED)]).toEqual([
      '  who                              reach      names',
      '  Registry Services, Incorporated  ordered       22',
      '  漢字                             requested      7',
    ]);
  });

  test('cuts the column that gives way, then leaves columns out', () => {
    expect([...tableLines(columns, rows, { ...at80, width: 42 })][1]).toBe(
      '  Registry Services, In…  ordered       22',
    );
    expect([...tableLines(columns, rows, { ...at80, width: 30 })][1]).toBe('  Registry Services, I…     22');
  });

  test('counts no colour as a column', () => {
    const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;
    const painted = [...tableLines([{ title: 'a', paint: red }, { title: 'b' }], [['x', 'y']], PIPED)];
    expect(painted[1]).toBe('  \u001b[31mx\u001b[39m  y');
  });
});
