import { expect, test } from 'vitest';
import { LOOKUP_KINDS } from '../../src/model/observation.ts';
import { PRECEDENCE } from '../../src/progress/precedence.ts';

test.each(Object.entries(PRECEDENCE))('%s: who decides, and why', (_fact, { voices, because, reference }) => {
  const lookups = voices.map(({ lookup }) => lookup);
  expect(lookups).not.toEqual([]);
  expect(new Set(lookups).size).toBe(lookups.length);
  for (const lookup of lookups) expect(LOOKUP_KINDS).toContain(lookup);
  expect(because).toMatch(/[.]$/);
  expect(reference).toMatch(/RFC \d+/);
});

test('no resolver and no registrar decides anything', () => {
  const authorities = Object.values(PRECEDENCE).flatMap(({ voices }) => voices.map(({ authority }) => authority));
  expect(new Set(authorities)).toEqual(new Set(['registry', 'parent-zone', 'authoritative']));
});
