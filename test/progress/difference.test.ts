// What changed between two looks, told from an octet a name.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FacetVerdict } from '../../src/model/judged/progress.ts';
import { answersOf, changesBetween, FACETS, openAnswers } from '../../src/progress/answers.ts';
import { differenceOf } from '../../src/progress/difference.ts';
import { at, name } from '../support/values.ts';

const verdict = fc.constantFrom<FacetVerdict>('met', 'unmet', 'unknown', 'not-ordered');
const answers = fc.record({ transferred: verdict, sinkholed: verdict, done: verdict });
const NOTHING = { transferred: 'unknown', sinkholed: 'unknown', done: 'unknown' } as const;

function answersFrom(...rows: readonly (readonly [string, Partial<Record<(typeof FACETS)[number], FacetVerdict>>])[]) {
  const kept = openAnswers(rows.length);
  // Rows come in any order.
  for (const [place, [text, said]] of [...rows.entries()].reverse())
    kept.add({ name: name(text), ...NOTHING, ...said }, place);
  return kept;
}

test('an octet says all that a name answers', () => {
  fc.assert(
    fc.property(answers, answers, (before, after) => {
      const changed = FACETS.filter((facet) => before[facet] !== after[facet]);
      expect(changesBetween(answersOf(before), answersOf(after))).toEqual(
        changed.map((facet) => ({ facet, from: before[facet], to: after[facet] })),
      );
    }),
  );
});

test('changes come in the order of the schedules, and of names that both looks have', () => {
  const before = answersFrom(['one.example', {}], ['two.example', { done: 'met' }], ['gone.example', {}]);
  const after = answersFrom(
    ['two.example', {}],
    ['new.example', { done: 'met' }],
    ['one.example', { sinkholed: 'met' }],
  );
  const { changes } = differenceOf({ answers: before }, after);
  const expected = [
    { name: 'two.example', facet: 'done', from: 'met', to: 'unknown' },
    { name: 'one.example', facet: 'sinkholed', from: 'unknown', to: 'met' },
  ];
  expect([...changes]).toEqual(expected);
  expect([...changes]).toEqual(expected);
});

test('what is compared with is the run before', () => {
  const ended = at('2019-03-18T14:20:00Z');
  const lastRun = { id: 'r', started: ended, ended, names: 1, simulated: false, caseDigest: '', tool: '' };
  const kept = answersFrom(['one.example', {}]);
  expect(differenceOf({ answers: kept, lastRun }, kept).since).toBe(ended);
  expect(differenceOf({ answers: kept }, kept)).not.toHaveProperty('since');
});
