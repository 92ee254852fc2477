// The lists and the words of a bag, octet by octet as RFC 8493 has them.
import { expect, it } from 'vitest';
import { infoText, isEncoded, manifestLine } from '../../../src/store/bag/tag-files.ts';

const DIGEST = 'ab'.repeat(32);

it.each([
  ['data/cases/acme/case.yaml', 'data/cases/acme/case.yaml'],
  ['data/50%', 'data/50%25'],
  ['data/%0A', 'data/%250A'],
  ['data/a\nb', 'data/a%0Ab'],
  ['data/a\r\nb', 'data/a%0D%0Ab'],
  ['data/b\u00fccher \\ é', 'data/b\u00fccher \\ é'],
])('lists %j as %j: line ends and percent signs are encoded, and nothing else', (place, listed) => {
  expect(manifestLine(DIGEST, place)).toBe(`${DIGEST}  ${listed}\n`);
  expect(isEncoded(place)).toBe(place !== listed);
});

it('folds what is said of a bag at blanks, and unfolds to the same', () => {
  const long = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
  const text = infoText([
    ['External-Description', long],
    ['Bagging-Date', '2026-01-09'],
  ]);
  const lines = text.split('\n');
  expect(lines.every((line) => line.length <= 79)).toBe(true);
  expect(lines.slice(1, -2).every((line) => line.startsWith('  word'))).toBe(true);
  expect(text.replace(/\n {2}/g, ' ')).toBe(`External-Description: ${long}\nBagging-Date: 2026-01-09\n`);
});
