import { expect, test } from 'vitest';
import { FAILURES } from '../../src/model/seen/failure.ts';
import { WORDS, wordRow } from '../../src/relief/words.ts';

test('every failure has its word', () => {
  for (const kind of Object.keys(FAILURES)) expect(wordRow(kind), kind).toBeDefined();
});

test.each(Object.entries(WORDS))('%s says what it means and what to do', (_word, { means, ask }) => {
  expect(means).toMatch(/[^.]$/);
  expect(ask).toMatch(/^\p{Lu}.*[.]$/u);
});

test('what is no word has no row', () => {
  expect(wordRow('toString')).toBeUndefined();
});
