import { expect, test } from 'vitest';
import { andList } from '../../src/model/text/phrase.ts';
import { atTheLatest, lifetimeText } from '../../src/relief/lasting.ts';
import { listed, met, notRegistered, unmet } from '../../src/relief/say.ts';
import { at } from '../support/values.ts';
import { dossier, known, lacking } from './literals.ts';

test.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a, b', 'a and b'],
  [['a', 'b', 'c'], 'a, b, c', 'a, b and c'],
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e, f', 'a, b, c, d, e and f'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'a, b, c, d, e, f and 2 more', 'a, b, c, d, e, f, g and h'],
])('%j in a finding, which may shorten, and in a letter, which may not', (items, shortened, whole) => {
  expect(listed(items)).toBe(shortened);
  expect(andList(items)).toBe(whole);
});

test.each([
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [90, '90 seconds'],
  [3600, '1 hour'],
  [5400, '90 minutes'],
  [86_400, '1 day'],
  [90_000, '25 hours'],
  [172_800, '2 days'],
  [0, '0 seconds'],
])('a lifetime of %i is told as %s', (seconds, text) => {
  expect(lifetimeText(seconds)).toBe(text);
});

test('an end is told to the second, with its zone', () => {
  expect(atTheLatest(at('2019-03-30T21:30:05.250Z'))).toBe('until 2019-03-30 21:30:05 UTC at the latest');
});

test('what nobody has to do is not asked for, and no empty list of notes is kept', () => {
  expect(unmet('held', 'on hold', { citations: ['run#1'] })).not.toHaveProperty('ask');
  expect(unmet('held', 'on hold', { citations: ['run#1'] })).not.toHaveProperty('now');
  expect(met('well', { citations: ['run#1'], notes: [] })).not.toHaveProperty('notes');
});

test('a name that the registry keeps back is told apart from one that nobody has', () => {
  const now = (registered: ReturnType<typeof dossier>['registered']) => notRegistered(dossier({ registered }))?.now;
  expect(now(known('reserved'))).toBe('reserved by the registry, not registered');
  expect(now(known('no-such-object'))).toBe('not registered');
  expect(now(known('registered'))).toBeUndefined();
  expect(now(lacking('timeout'))).toBeUndefined();
});
