import { expect, it } from 'vitest';
import { plain, prose } from '../../../src/letters/document/print-text.ts';

it.each([
  ['"In force" until then', '“In force” until then'],
  ["the petitioner's names", 'the petitioner’s names'],
  ["('quoted')", '(‘quoted’)'],
  ['wait -- and see', 'wait — and see'],
  ['and so on...', 'and so on…'],
  ['28 U.S.C. § 1746', '28\u00a0U.S.C.\u00a0§\u00a01746'],
  ['Fed. R. Civ. P. 65(b)', 'Fed.\u00a0R.\u00a0Civ.\u00a0P.\u00a065(b)'],
  ['case No. 4 of 15 March 2019, 16:00 EDT', 'case No.\u00a04 of 15\u00a0March 2019, 16:00\u00a0EDT'],
  ['paragraph 2(a)', 'paragraph\u00a02(a)'],
])('%s is set as people expect it', (given, made) => {
  expect(prose(given)).toBe(made);
});

it.each(["o'neil@x.example", 'xn--80ak6aa92e.example and xn---123-z5fg7a0c.example', 'C:\\"x"', 'a..b....c'])(
  '%s is for machines, and stays',
  (given) => {
    expect(prose(given)).toBe(given);
  },
);

it('goes on from the word before', () => {
  expect(prose('" he said', 'd')).toBe('” he said');
  expect(prose('"he said', ' ')).toBe('“he said');
});

it('has nothing that turns text round, hides it or moves a cursor, and is composed', () => {
  expect(plain('abc\u202egnp.exe\u0000\u001b[31m red\u200b\nU\u0308')).toBe('abcgnp.exe red Ü');
});
