import { expect, test } from 'vitest';
import { at } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import { dossier, known, lacking } from './literals.ts';

test.each([
  ['reserved', known('reserved' as const), 'met', 'as-ordered'],
  ['registered', known('registered' as const), 'unmet', 'registered'],
  ['no such object', known('no-such-object' as const), 'unknown', 'unproved'],
  ['no answer', lacking('timeout'), 'unknown', 'timeout'],
] as const)('%s', (_what, registered, verdict, word) => {
  expectSays(judged('not-registrable', {}, dossier({ registered })), verdict, word);
});

test('a free name is blocked only by a confirmation, a registered one not even then', () => {
  const journal = [{ at: at('2019-03-18T09:02:00Z'), event: 'confirmed' as const, paragraph: 'tro/2(a)' }];
  const free = judged('not-registrable', {}, dossier({ registered: known('no-such-object', 'run#1'), journal }));
  expectSays(free, 'met', 'as-ordered');
  expect(free.citations).toEqual(['run#1', 'journal 2019-03-18T09:02:00Z']);
  expectSays(judged('not-registrable', {}, dossier({ journal })), 'unmet', 'registered');
});
