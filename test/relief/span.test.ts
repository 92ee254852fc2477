import { expect, test } from 'vitest';
import { addSpan, spanOf } from '../../src/relief/span.ts';
import { at } from '../support/values.ts';

test.each([
  ['2019-01-31T10:00:00Z', '1 month', '2019-02-28T10:00:00Z'],
  ['2020-01-31T10:00:00Z', '1 month', '2020-02-29T10:00:00Z'],
  ['2020-02-29T10:00:00Z', '1 year', '2021-02-28T10:00:00Z'],
  ['2019-11-30T10:00:00Z', '3 months', '2020-02-29T10:00:00Z'],
  ['2019-12-31T23:59:59Z', '2 days', '2020-01-02T23:59:59Z'],
])('%s and %s is %s', (from, text, to) => {
  expect(addSpan(at(from), spanOf(text))).toBe(to);
});
