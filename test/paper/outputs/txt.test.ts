import { describe, expect, it } from 'vitest';
import { listMark } from '../../../src/paper/outputs/list-marks.ts';
import { nameSetter } from '../../../src/paper/outputs/names.ts';
import { wrapped } from '../../../src/paper/outputs/plain-text.ts';
import { textOf } from '../../../src/paper/outputs/txt.ts';
import { sampleDocument, sampleValues } from '../../letters/sample-letter.ts';

describe('the plain text', () => {
  const text = textOf(sampleDocument());
  const body = text.slice(0, text.indexOf('Enclosures:'));

  it('has lines that a mail can carry, and numbers its clauses', () => {
    const prose = body.split('\n').filter((line) => !line.startsWith('Registered agent'));
    expect(prose.filter((line) => line.length > 72)).toEqual([]);
    expect(text).toContain('\n1.  Paragraph 2(a). The order');
    expect(text).toContain('\n    (a) Set the statuses');
    expect(text).toContain('\n        (ii) authorisation from');
    expect(text).not.toContain('\u00a0');
  });

  it('has every name on a line of its own, with its displayed form', () => {
    for (const { name } of sampleValues().names)
      expect(text).toMatch(new RegExp(`^ +\\d+ {2}${name.replaceAll('.', '\\.')}( |$)`, 'm'));
    expect(text).toContain('xn--5dbqzzl.example (as displayed: עברית.example)');
  });

  it('breaks only at blanks that may break', () => {
    expect(wrapped(`${'a'.repeat(60)} No.\u00a04 of the docket`, { first: '', rest: '' }).split('\n')).toEqual([
      `${'a'.repeat(60)} No. 4 of`,
      'the docket',
    ]);
  });
});

it.each([
  [1, 0, '1.'],
  [3, 1, '(c)'],
  [27, 1, '(aa)'],
  [4, 2, '(iv)'],
  [49, 2, '(xlix)'],
])('clause %i at depth %i is %s', (number, depth, mark) => {
  expect(listMark(number, depth)).toBe(mark);
});

describe('names in their column', () => {
  it('are of one size, and only very long ones are smaller or stand on several lines', () => {
    const long = `${'a-'.repeat(30)}.${'b-'.repeat(30)}.example`;
    const set = nameSetter(['a.example', long], 170);
    expect(set('a.example')).toEqual({ size: 7.5, lines: ['a.example'] });
    const { size, lines } = set(long);
    expect(lines.join('')).toBe(long);
    expect(lines.slice(0, -1).every((line) => line.endsWith('.'))).toBe(true);
    expect(size).toBeGreaterThanOrEqual(5);
  });
});
