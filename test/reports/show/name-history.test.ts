// Under which run the newest look at a name is told, where its observations come from several.
import { expect, test } from 'vitest';
import { latestRun } from '../../../src/reports/show/name-history.ts';
import { REGISTRATION, RUN, run, saw } from '../../progress/sightings.ts';
import { at, name } from '../../support/values.ts';

const seen = (id: string, when: string) => ({ ...saw('rdap-registry', REGISTRATION), id, at: at(when) });
const told = (...observations: ReturnType<typeof seen>[]) =>
  latestRun({ name: name('one.example'), observations }, { ...run(24), simulated: true });

test('it is the run of the newest observation, within one second too', () => {
  const early = seen('20190320T141502Z-aaaa#1', '2019-03-20T14:15:02Z');
  const late = seen('20190320T141502Z-bbbb#1', '2019-03-20T14:15:02.250Z');
  expect(told(early, late)?.id).toBe('20190320T141502Z-bbbb');
  expect(told(late, early)).toMatchObject({ id: '20190320T141502Z-bbbb', started: late.at, simulated: true });
});

test('it is the last run itself where that saw it, and none where nothing was seen', () => {
  const own = seen(`${RUN}#7`, '2019-03-24T14:15:09Z');
  expect(told(own)).toMatchObject({ id: run(24).id, started: run(24).started, ended: run(24).ended });
  expect(told()).toBeUndefined();
});
