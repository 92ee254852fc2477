// Too few files for a check: fewer names at once, and a refusal where lookups would fail for want of them.
import { expect, test } from 'vitest';
import { namesAtOnce } from '../../src/cli/open-files.ts';

test.each([
  ['unlimited', 128],
  [undefined, 128],
  [1024, 128],
  [512, 128],
  [300, 54],
  [256, 32],
] as const)('with %s files so many names are under way', (limit, names) => {
  expect(namesAtOnce(128, limit)).toBe(names);
});

test('with fewer nothing is asked', () => {
  expect(() => namesAtOnce(128, 255)).toThrow('This process may have only 255 files open at once');
});
