import { expect, test } from 'vitest';
import { sightsOf } from '../../src/progress/sights.ts';
import { AS_OF, aCase, EVIL1, NS1, NS2 } from '../relief/literals.ts';
import { name } from '../support/values.ts';
import { failed, recordOf, type Scene, sawNothing, scene } from './sightings.ts';

const ONE = name('one.example');
const seen = (changes: Scene = {}) => ({ name: ONE, observations: scene({ ...changes, name: ONE }) });
const failing = {
  name: ONE,
  observations: [
    failed('rdap-registry', 'rate-limited', { name: ONE }),
    failed('whois-registry', 'timeout', { name: ONE }),
  ].map((one) => ({ ...one, at: '2019-03-24T14:15:02Z' as typeof one.at })),
};
const gone = { name: ONE, observations: [sawNothing('rdap-registry', { name: ONE })] };
const sights = (...days: readonly (typeof failing | ReturnType<typeof seen> | typeof gone)[]) => {
  const record = recordOf(days.map((sighted, at) => ({ day: 24 - at, sighted: [sighted] })));
  return sightsOf({ theCase: aCase(), record, asOf: AS_OF });
};

test('what was last seen of a name', () => {
  const looked = sights(seen({ delegation: { nameServers: [EVIL1], ds: [] } })).get(ONE);
  expect(looked).toEqual({
    at: '2019-03-24T14:15:02Z',
    registrar: { name: 'MarkMonitor Inc.', ianaId: 292 },
    statuses: ['serverDeleteProhibited', 'serverTransferProhibited', 'serverUpdateProhibited'],
    nameServers: [EVIL1],
    ds: [],
  });
});

test('a look whose parts lie more than an hour apart is as old as its oldest part that a letter rests on', () => {
  const [registry, ...others] = scene();
  const at = (text: string) => text as NonNullable<typeof registry>['at'];
  const looked = (oldest: string) => {
    const observations = registry === undefined ? [] : [{ ...registry, at: at(oldest) }, ...others];
    return sights({ name: ONE, observations }).get(ONE)?.at;
  };
  expect(looked('2019-03-24T13:15:02Z')).toBe('2019-03-24T14:15:02Z');
  expect(looked('2019-03-24T13:15:01Z')).toBe('2019-03-24T13:15:01Z');
  const resolver = scene().map((one) => (one.lookup === 'resolver' ? { ...one, at: at('2019-03-01T00:00:00Z') } : one));
  expect(sights({ name: ONE, observations: resolver }).get(ONE)?.at).toBe('2019-03-24T14:15:02Z');
});

test('a name that was never looked up is not there, nor one that the case does not list', () => {
  expect(sights().size).toBe(0);
  const stray = { name: name('stray.example'), observations: scene({ name: name('stray.example') }) };
  const record = recordOf([{ day: 24, sighted: [stray] }]);
  expect(sightsOf({ theCase: aCase(), record, asOf: AS_OF }).size).toBe(0);
});

test('the registrar is the one that was seen last, when the newest look was in vain; the date is the older one', () => {
  const older = seen({ rdap: { registrar: { name: 'Old', ianaId: 7 } } });
  const early = {
    ...older,
    observations: older.observations.map((one) => ({ ...one, at: '2019-03-20T00:00:00Z' as typeof one.at })),
  };
  expect(sights(failing, early).get(ONE)).toEqual({
    at: '2019-03-20T00:00:00Z',
    registrar: { name: 'Old', ianaId: 7 },
  });
  expect(sights(failing).get(ONE)).toEqual({ at: '2019-03-24T14:15:02Z' });
});

test('no such object is an answer: an earlier registrar is past', () => {
  expect(sights(gone, seen()).get(ONE)).toMatchObject({ absent: true });
  expect(sights(gone, seen()).get(ONE)?.registrar).toBeUndefined();
  expect(sights(failing, gone, seen()).get(ONE)?.registrar).toBeUndefined();
});

test('name servers are the parent zone’s', () => {
  expect(sights(seen()).get(ONE)?.nameServers).toEqual([NS1, NS2]);
});

test('the abuse desk at the registrar comes with its source, RDAP before WHOIS', () => {
  const abuse = { email: 'abuse@old.example', phone: '+1.5550100' };
  const { observations } = seen({ rdap: { abuse } });
  const desk = { ...abuse, source: 'RDAP of https://rdap.example/', at: '2019-03-24T14:15:02Z' };
  expect(sights({ name: ONE, observations }).get(ONE)?.abuseDesk).toEqual(desk);
  const byWhois = observations.filter(({ lookup }) => lookup !== 'rdap-registry');
  expect(sights({ name: ONE, observations: byWhois }).get(ONE)?.abuseDesk?.source).toBe('WHOIS of whois.example');
});
