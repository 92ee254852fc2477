// The registrations that the sinkholes stand on: looked at beside the names, counted with none of them.
import { describe, expect, test } from 'vitest';
import { gateCode } from '../../src/cli/check/gate.ts';
import type { EppStatus } from '../../src/model/seen/epp-status.ts';
import type { Observation, RegistrationFacts } from '../../src/model/seen/observation.ts';
import { openProgress, progressOf } from '../../src/progress/progress.ts';
import { AS_OF, aCase } from '../relief/literals.ts';
import { at, name } from '../support/values.ts';
import { failed, REGISTRATION, recordOf, saw, sawNothing, scene } from './sightings.ts';

const ONE = name('one.example');
const OWN = name('sinkhole.example');
const { dcu } = aCase().sinkholes;
if (dcu === undefined) throw new Error('the case of the tests has a sinkhole');
const THE_CASE = aCase({ sinkholes: { dcu: { ...dcu, registered: [OWN] }, second: { ...dcu, registered: [OWN] } } });

function facts(changes: Partial<RegistrationFacts>): Observation {
  return saw('rdap-registry', { ...REGISTRATION, ...changes }, { name: OWN });
}

function looked(...observations: readonly Observation[]) {
  const sighted = [
    { name: ONE, observations: scene({ name: ONE }) },
    { name: OWN, observations },
  ];
  return progressOf({ theCase: THE_CASE, record: recordOf([{ day: 24, sighted }]), asOf: AS_OF });
}

const locked: readonly EppStatus[] = ['clientTransferProhibited'];

describe('a sinkhole’s own domain', () => {
  test('that lasts and is locked is met, and needs no line', () => {
    const { sinkholes, attention, names, totals } = looked(facts({}));
    expect(sinkholes).toMatchObject([{ name: OWN, sinkholes: ['dcu', 'second'], verdict: 'met', troubles: [] }]);
    expect(attention.filter(({ names: about }) => about.includes(OWN))).toEqual([]);
    expect(names.map((row) => row.name)).not.toContain(OWN);
    expect(totals.listed).toBe(3);
  });

  test.each<[string, Partial<RegistrationFacts>, readonly string[]]>([
    ['ends soon', { expires: at('2019-05-31T12:00:00Z') }, ['sinkhole-expiring']],
    ['has ended', { expires: at('2019-03-01T12:00:00Z') }, ['sinkhole-lapsed']],
    ['is being deleted', { statuses: ['redemptionPeriod', ...locked] }, ['sinkhole-lapsed']],
    ['is held', { statuses: ['clientHold', ...locked] }, ['sinkhole-held']],
    ['may not be renewed', { statuses: ['serverRenewProhibited', ...locked] }, ['sinkhole-expiring']],
    ['can be transferred', { statuses: ['ok'] }, ['sinkhole-unlocked']],
    ['is held and unlocked', { statuses: ['serverHold'] }, ['sinkhole-held', 'sinkhole-unlocked']],
  ])('that %s needs attention', (_, changes, words) => {
    const { sinkholes, attention } = looked(facts(changes));
    expect(sinkholes?.map(({ verdict }) => verdict)).toEqual(['unmet']);
    const lines = attention.filter(({ names: about }) => about.includes(OWN));
    expect(lines.map(({ word }) => word)).toEqual(words);
  });

  test('that nobody has registered is the worst of all', () => {
    const { sinkholes, attention } = looked(sawNothing('rdap-registry', { name: OWN }));
    expect(sinkholes).toMatchObject([{ verdict: 'unmet', troubles: [{ word: 'sinkhole-lapsed' }] }]);
    expect(attention[0]).toEqual({ word: 'sinkhole-lapsed', names: [OWN], text: 'not registered' });
  });

  test('that could not be looked up is unknown, and says why', () => {
    const { sinkholes } = looked(failed('rdap-registry', 'rate-limited', { name: OWN }));
    expect(sinkholes).toMatchObject([{ verdict: 'unknown', troubles: [{ word: 'sinkhole-unknown' }] }]);
    expect(sinkholes?.[0]?.troubles[0]?.text).toMatch(/^when it ends: RDAP: /);
  });

  test.each([
    ['was never looked up', undefined],
    ['the seal keeps from being asked about', 'excluded-by-seal'],
  ] as const)('that %s is unknown without a line', (_, failure) => {
    const { sinkholes } = looked(...(failure ? [failed('rdap-registry', failure, { name: OWN })] : []));
    expect(sinkholes).toMatchObject([{ name: OWN, verdict: 'unknown', troubles: [] }]);
  });

  test('is left to its own row where the case lists it', () => {
    const theCase = aCase({ sinkholes: { dcu: { ...dcu, registered: [ONE] } } });
    expect(progressOf({ theCase, record: recordOf([]), asOf: AS_OF }).sinkholes).toBeUndefined();
  });
});

test('the gate "expiring" holds for one that ends or is held, and cannot tell where its end is not known', () => {
  const code = (progress: ReturnType<typeof looked>) => gateCode({ ...progress, totals: NOTHING }, ['expiring']);
  const NOTHING = {
    ...looked(facts({})).totals,
    expiring: 0,
    done: { met: 3, unmet: 0, unknown: 0, notOrdered: 0 },
  };
  expect(code(looked(facts({})))).toBe(0);
  expect(code(looked(facts({ expires: at('2019-05-31T12:00:00Z') })))).toBe(20);
  expect(code(looked(facts({ statuses: ['serverHold'] })))).toBe(20);
  expect(code(looked(facts({ statuses: ['ok'] })))).toBe(0);
  expect(code(looked(failed('rdap-registry', 'timeout', { name: OWN })))).toBe(21);
  expect(gateCode({ ...looked(), totals: NOTHING }, ['reverted', 'overdue'])).toBe(0);
});

test('judged in parts it is found by the part that has it, once', () => {
  const sighted = [{ name: OWN, observations: [facts({ statuses: ['serverHold', ...locked] })] }];
  const open = openProgress({ theCase: THE_CASE, record: recordOf([{ day: 24, sighted }]), asOf: AS_OF });
  const other = openProgress({ theCase: THE_CASE, record: recordOf([]), asOf: AS_OF });
  const parts = [open, other].map(({ gather }) => gather(() => {}));
  expect(open.join(parts).sinkholes).toMatchObject([{ troubles: [{ word: 'sinkhole-held' }] }]);
  expect(open.join(parts).attention.filter(({ word }) => word === 'sinkhole-held')).toHaveLength(1);
});
