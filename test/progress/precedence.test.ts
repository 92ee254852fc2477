import { expect, test } from 'vitest';
import { LOOKUP_KINDS } from '../../src/model/seen/observation.ts';
import { PRECEDENCE } from '../../src/progress/precedence.ts';

test.each(Object.entries(PRECEDENCE))('%s: who decides, and why', (_fact, { voices, because, reference }) => {
  const lookups = voices.map(({ lookup }) => lookup);
  expect(lookups).not.toEqual([]);
  expect(new Set(lookups).size).toBe(lookups.length);
  for (const lookup of lookups) expect(LOOKUP_KINDS).toContain(lookup);
  expect(because).toMatch(/[.]$/);
  expect(reference).toMatch(/RFC \d+/);
});

test('no resolver decides anything, and a registrar only who the registrant is, after the registry', () => {
  const { registrant, ...others } = PRECEDENCE;
  const authorities = Object.values(others).flatMap(({ voices }) => voices.map(({ authority }) => authority));
  expect(new Set(authorities)).toEqual(new Set(['registry', 'parent-zone', 'authoritative']));
  expect(registrant.voices.map(({ authority }) => authority)).toEqual([
    'registry',
    'registry',
    'registrar',
    'registrar',
  ]);
});
