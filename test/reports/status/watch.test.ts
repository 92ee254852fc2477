// When a watch has nothing left to look for, and when a look in which nobody answered is told as that.
import { expect, test } from 'vitest';
import { progressOf } from '../../../src/progress/progress.ts';
import { isDeaf, waitingLines, waitingOf } from '../../../src/reports/status/watch.ts';
import { failed, recordOf, type Scene, scene } from '../../progress/sightings.ts';
import { AS_OF, aCase, DELEGATED, order, paragraph, relief, scheduled } from '../../relief/literals.ts';
import { name } from '../../support/values.ts';

const ONE = name('one.example');
const ATTESTED = relief('attested', { what: 'records preserved' });
const CASE = aCase({
  schedules: [{ id: 'appendix-a', file: 'a.txt', names: scheduled(ONE) }],
  orders: [order('tro', [paragraph('2(b)', [DELEGATED]), paragraph('2(d)', [ATTESTED])])],
});
const seen = (changes: Scene = {}) => ({ name: ONE, observations: scene({ ...changes, name: ONE }) });
const silent = (...kinds: readonly ('timeout' | 'excluded-by-seal')[]) => ({
  name: ONE,
  observations: kinds.map((failure) => failed('delegation', failure, { name: ONE })),
});
const progress = (...days: Parameters<typeof recordOf>[0][number]['sighted'][]) =>
  progressOf({
    theCase: CASE,
    record: recordOf(days.map((sighted, at) => ({ day: 24 - at, sighted }))),
    asOf: AS_OF,
  });

test('what is left waits for a person where nothing but an attestation is missing, and says for which', () => {
  const waiting = waitingOf(progress([seen()]));
  expect(waiting).toEqual([{ order: 'tro', paragraph: '2(d)', names: 1 }]);
  expect([...waitingLines('acme', waiting ?? [])]).toEqual([
    'All that can be looked up is done. tro/2(d) waits for a person, for 1 name.',
    '  When it is known: takedown record confirmed acme --paragraph "tro/2(d)"',
  ]);
});

test('nobody is waited for while a look can still bring something, nor where all is done', () => {
  expect(waitingOf(progress([seen({ delegation: { nameServers: [name('ns1.evil.example')] } })]))).toBeUndefined();
  expect(waitingOf(progress([silent('timeout')]))).toBeUndefined();
  expect(waitingOf({ ...progress([seen()]), names: [] })).toBeUndefined();
});

test('a look in which nobody answered is one, also the first ever', () => {
  const names = [{ name: ONE }];
  const never = progressOf({ theCase: CASE, record: recordOf([]), asOf: AS_OF });
  expect(isDeaf({ names, before: progress([seen()]), after: progress([silent('timeout')]) })).toBe(true);
  expect(isDeaf({ names, before: never, after: progress([silent('timeout')]) })).toBe(true);
  expect(isDeaf({ names, before: never, after: progress([seen()]) })).toBe(false);
});

test('what the seal keeps from being asked is nobody’s silence', () => {
  const never = progressOf({ theCase: CASE, record: recordOf([]), asOf: AS_OF });
  expect(isDeaf({ names: [{ name: ONE }], before: never, after: progress([silent('excluded-by-seal')]) })).toBe(false);
});
