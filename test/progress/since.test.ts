import { expect, test } from 'vitest';
import type { FacetVerdict, NameProgress } from '../../src/model/judged/progress.ts';
import { openThen } from '../../src/progress/since.ts';
import { PROGRESS } from '../reports/support.ts';

function row(done: FacetVerdict): NameProgress {
  const [first] = PROGRESS.names;
  if (first === undefined) throw new Error('the fixture has no rows');
  return { ...first, transferred: 'met', sinkholed: 'met', done };
}

test.each([
  ['unmet', 'met', 'newly-met'],
  ['unknown', 'met', 'newly-met'],
  ['met', 'unmet', 'reverted'],
  ['unknown', 'unmet', 'newly-unmet'],
  ['met', 'unknown', 'newly-unknown'],
  ['unmet', 'unknown', 'newly-unknown'],
  ['not-ordered', 'unmet', 'newly-ordered'],
  ['not-ordered', 'unknown', 'newly-ordered'],
  ['not-ordered', 'met', 'newly-met'],
  ['met', 'not-ordered', 'no-longer-ordered'],
] as const)('%s and then %s is %s', (from, to, what) => {
  const then = openThen();
  then.add(row(from));
  const now = { ...row(to), doneVerdict: to };
  expect(then.changes(now)).toEqual([{ name: now.name, facet: 'done', from, to, what }]);
});

test('what stayed as it was, or was not there, is no change', () => {
  const then = openThen();
  expect(then.changes({ ...row('met'), doneVerdict: 'met' })).toEqual([]);
  then.add(row('met'));
  expect(then.changes({ ...row('met'), doneVerdict: 'met' })).toEqual([]);
});
