// Whom a release may be sent to about which names: it takes back what a letter told, and tells nobody of another's names.
import { expect, test } from 'vitest';
import { foreignNames } from '../../../src/letters/guards/guards.ts';
import { correspondenceOf } from '../../../src/letters/plan/correspondence.ts';
import { at } from '../../support/values.ts';
import { issued, letterCase, letterTo, ORDER_TO_EXREG, questionOf } from '../desk.ts';

test('a release takes back from a recipient only what a letter told it', () => {
  const [one] = letterTo('exreg').names;
  const [foreign] = letterTo('testreg').names;
  if (one === undefined || foreign === undefined) throw new Error('no names');
  const release = { ...letterTo('exreg'), purpose: 'release' as const };
  const said = (names: readonly (typeof one)[], ...letters: readonly ReturnType<typeof issued>[]) => {
    const correspondence = correspondenceOf(questionOf({ issued: letters, asOf: at('2019-03-25T12:00:00Z') }));
    return foreignNames({ ...release, names }, { theCase: letterCase(), correspondence }).map(({ text }) => text);
  };
  const when = at('2019-03-20T12:00:00Z');
  const itself = issued('2019-03-20-exreg-release', {
    purpose: 'release',
    names: [one.name, foreign.name],
    issued: when,
  });
  const paper = issued('2019-03-20-exreg-call', { purpose: 'call', names: [foreign.name], issued: when });
  expect(said([one], ORDER_TO_EXREG)).toEqual([]);
  expect(said([one, foreign], ORDER_TO_EXREG, itself, paper)).toEqual([`not Example Registry's: ${foreign.name}`]);
  expect(said([one], itself)).toEqual([`not Example Registry's: ${one.name}`]);
});
