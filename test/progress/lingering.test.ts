// What caches may still have: until the lifetime of what was there before has run out after the change.
import { expect, test } from 'vitest';
import type { Observation } from '../../src/model/seen/observation.ts';
import { lingering } from '../../src/progress/lingering.ts';
import { addresses, DS, EVIL1, hosts, NO_DATA, NS1, NS2 } from '../relief/literals.ts';
import { at, name } from '../support/values.ts';
import { ANSWERS, DELEGATION, run, saw } from './sightings.ts';

const TWO_DAYS = 172_800;
const DAY = 86_400;
const OLD_HOSTS = hosts({ apex: { a: { ...addresses('203.0.113.9'), ttl: DAY } as never, aaaa: NO_DATA } });

const OLD = [
  saw('delegation', { ...DELEGATION, nameServers: [EVIL1], ds: [DS], ttl: { nameServers: TWO_DAYS, ds: DAY } }),
  saw('addresses', { ...ANSWERS, nameServer: EVIL1, hosts: OLD_HOSTS }),
];
const NEW = [saw('delegation', { ...DELEGATION, ttl: { nameServers: TWO_DAYS } }), saw('addresses', ANSWERS)];

function seen(observations: readonly Observation[], day: number) {
  return { name: name('one.example'), observations: observations.map((one) => ({ ...one, at: run(day).started })) };
}

/** The run of `changed` is the first that saw the new state; the newest one came four days after the old one. */
const past = (changed: number) => ({
  latest: seen(NEW, 24),
  earlier: [{ ...seen(OLD, 20), run: run(20), next: () => run(changed) }],
});

test('each thing until its own lifetime is over, and all of it by when the last fetch of an old server is', () => {
  const found = lingering({ ...past(24), asOf: at('2019-03-24T15:00:00Z') });
  expect(found?.what).toEqual([
    { of: 'delegation', former: [EVIL1], until: '2019-03-26T14:16:02Z' },
    { of: 'ds', former: ['4711'], until: '2019-03-25T14:16:02Z' },
    { of: 'addresses', former: ['203.0.113.9'], until: '2019-03-25T14:16:02Z' },
  ]);
  expect(found?.by).toBe('2019-03-27T14:16:02Z');
});

test('counts from the first run that saw the change, and not from the newest', () => {
  const found = lingering({ ...past(22), asOf: at('2019-03-24T10:00:00Z') });
  expect(found?.what).toEqual([{ of: 'delegation', former: [EVIL1], until: '2019-03-24T14:16:02Z' }]);
});

test('a look that saw nothing of a thing is passed over, and the look behind it counts', () => {
  const dark = { name: name('one.example'), observations: [] };
  const { latest, earlier } = past(24);
  const asOf = at('2019-03-24T15:00:00Z');
  expect(lingering({ latest, earlier: [dark, ...earlier], asOf })?.what).toHaveLength(3);
  expect(lingering({ latest: dark, earlier, asOf })).toBeUndefined();
});

test('of servers that state different lifetimes the longest counts, up to a week, and name servers are a set', () => {
  const parent = (nameServers: number, names = [EVIL1, NS1]) =>
    saw('delegation', { ...DELEGATION, nameServers: names, ttl: { nameServers } });
  const asOf = at('2019-03-24T15:00:00Z');
  const gone = (...then: readonly Observation[]) =>
    lingering({ latest: seen(NEW, 24), earlier: [{ ...seen(then, 23), next: () => run(24) }], asOf })?.what;
  expect(gone(parent(3600), parent(DAY), parent(60))).toEqual([
    { of: 'delegation', former: [EVIL1], until: '2019-03-25T14:16:02Z' },
  ]);
  expect(gone(parent(30 * DAY))).toMatchObject([{ until: '2019-03-31T14:16:02Z' }]);
  expect(gone(parent(DAY, [NS2, NS1]))).toBeUndefined();
});

test('what came beside what was there is no change that lingers', () => {
  const before = [saw('delegation', { ...DELEGATION, nameServers: [NS1], ttl: { nameServers: TWO_DAYS } })];
  const asOf = at('2019-03-24T15:00:00Z');
  expect(lingering({ latest: seen(NEW, 24), earlier: [seen(before, 23)], asOf })).toBeUndefined();
});

test('nothing where all of it is over, where nothing changed, or where nothing is known of before', () => {
  expect(lingering({ ...past(21), asOf: at('2019-03-24T15:00:00Z') })).toBeUndefined();
  const asOf = at('2019-03-24T15:00:00Z');
  expect(lingering({ latest: seen(NEW, 24), earlier: [{ ...seen(NEW, 23) }], asOf })).toBeUndefined();
  expect(lingering({ latest: seen(NEW, 24), earlier: [], asOf })).toBeUndefined();
});
