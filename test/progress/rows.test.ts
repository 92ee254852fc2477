// What stands in a name's row besides its findings, what the lists count, and what is told of it or kept quiet.
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/model/case/journal.ts';
import type { CaseRecord } from '../../src/model/judged/record.ts';
import type { Name } from '../../src/model/name.ts';
import type { Observation } from '../../src/model/seen/observation.ts';
import { progressOf } from '../../src/progress/progress.ts';
import {
  AS_OF,
  aCase,
  DELEGATED,
  DS,
  EVIL1,
  KEY,
  NS1,
  order,
  paragraph,
  relief,
  scheduled,
  TRANSFER,
} from '../relief/literals.ts';
import { at, name } from '../support/values.ts';
import { failed, RESOLVED, recordOf, type Scene, saw, sawNothing, scene } from './sightings.ts';

const ONE = name('one.example');
const TWO = name('two.example');
const MOVED: Scene = { rdap: { registrar: { name: 'Evil', ianaId: 9 } }, delegation: { nameServers: [EVIL1] } };
const WITHIN = { within: { count: 3, unit: 'business days' }, of: 'receipt' } as const;

const sighting = (about: Name, changes: Scene = {}) => ({
  name: about,
  observations: scene({ ...changes, name: about }),
});
const sighted = (about: Name, ...observations: readonly Observation[]) => ({ name: about, observations });
const once = (...all: ReturnType<typeof sighted>[]) => recordOf([{ day: 24, sighted: all }]);

function progress(record: CaseRecord, theCase = aCase()) {
  const whole = progressOf({ theCase, record, asOf: AS_OF });
  return { ...whole, row: (about: Name) => whole.names.find((one) => one.name === about) };
}

describe('a row', () => {
  test('has what was seen, by whom it is held and where it leads, as far as that is known', () => {
    expect(progress(once(sighting(ONE, MOVED))).row(ONE)).toMatchObject({
      observedAt: '2019-03-24T14:15:02Z',
      seen: { registered: 'registered', registrar: { ianaId: 9 }, nameServers: [EVIL1] },
    });
    expect(progress(once(sighted(ONE, sawNothing('delegation')))).row(ONE)?.seen).toEqual({ nameServers: [] });
    expect(progress(once(sighted(ONE, sawNothing('rdap-registry')))).row(ONE)?.seen).toEqual({
      registered: 'no-such-object',
    });
    const dark = progress(once(sighted(ONE, failed('rdap-registry', 'timeout')))).row(ONE);
    expect(dark).not.toHaveProperty('seen');
    expect(dark).toHaveProperty('observedAt');
    expect(progress(once()).row(ONE)).not.toHaveProperty('observedAt');
  });

  test('names resolvers only where one of them shows something else', () => {
    const answers = [...scene().slice(0, 6), saw('resolver', RESOLVED), failed('resolver', 'denied', { name: ONE })];
    expect(progress(once(sighting(ONE))).row(ONE)).not.toHaveProperty('resolvers');
    const classes = progress(once(sighted(ONE, ...answers))).row(ONE)?.resolvers;
    expect(classes?.map((one) => one.class)).toEqual(['equal', 'refused']);
  });
});

describe('the counts', () => {
  test('of what is unknown count each word once a name, most names first', () => {
    const dark = (about: Name, registry: 'timeout' | 'denied') =>
      sighted(
        about,
        failed('rdap-registry', registry, { name: about }),
        failed('delegation', 'timeout', { name: about }),
      );
    const { unknowns } = progress(once(dark(ONE, 'denied'), dark(TWO, 'timeout')));
    expect(unknowns).toEqual([
      { word: 'timeout', names: 2 },
      { word: 'denied', names: 1 },
      { word: 'never-checked', names: 1 },
    ]);
  });
});

describe('what is due', () => {
  const theCase = aCase({
    schedules: [{ id: 'appendix-a', file: 'a', names: scheduled('one.example', 'two.example', 'three.example') }],
    orders: [
      order('tro', [
        paragraph('1', [TRANSFER], { due: WITHIN }),
        paragraph('2', [DELEGATED, TRANSFER], { due: { by: at('2019-03-18T00:00:00Z') } }),
      ]),
    ],
  });
  const journal: JournalEntry[] = [{ at: at('2019-03-18T21:00:00Z'), event: 'received', recipient: 'exreg' }];

  test('is open where one requirement is unmet, unknown where none is and one is unknown', () => {
    const half = sighted(ONE, failed('rdap-registry', 'timeout'), ...scene({ ...MOVED, name: ONE }).slice(2));
    const dark = sighted(TWO, failed('rdap-registry', 'timeout'), ...scene({ name: TWO }).slice(2));
    const done = sighting(name('three.example'));
    const { due } = progress({ ...once(half, dark, done), journal }, theCase);
    expect(due.map(({ paragraph: number, names, open, unknown }) => [number, names, open, unknown])).toEqual([
      ['2', 3, 2, 1],
      ['1', 3, 2, 2],
    ]);
  });

  test('is told under the earliest deadline that has passed', () => {
    const late = progress({ ...once(sighting(ONE, MOVED)), journal }, theCase).attention;
    expect(late.find(({ word }) => word === 'overdue')).toEqual({
      word: 'overdue',
      names: [ONE],
      text: 'transfer, redirection due Sun 17 Mar from Example Registry (ordered)',
    });
  });

  test('runs for some names from their own receipt, and for the others from none', () => {
    const own: JournalEntry[] = [
      { at: at('2019-03-18T21:00:00Z'), event: 'received', recipient: 'exreg', names: [ONE] },
    ];
    const { row } = progress({ ...once(sighting(ONE, MOVED), sighting(TWO, MOVED)), journal: own }, theCase);
    const deadlines = (about: Name) => row(about)?.findings.map(({ deadline }) => deadline?.due);
    expect(deadlines(ONE)).toEqual(['2019-03-22T03:59:59Z', '2019-03-18T00:00:00Z', '2019-03-18T00:00:00Z']);
    expect(deadlines(TWO)).toEqual([undefined, '2019-03-18T00:00:00Z', '2019-03-18T00:00:00Z']);
  });
});

describe('what most names have before anything is ordered', () => {
  const theCase = aCase({
    schedules: [{ id: 'appendix-a', file: 'a', names: scheduled('one.example') }],
    orders: [order('tro', [paragraph('1', [TRANSFER, relief('epp-status-excludes', { statuses: ['clientHold'] })])])],
  });
  const slippedFrom = (then: Scene) =>
    progress(
      recordOf(
        [{ ...then, rdap: { ...then.rdap, statuses: ['clientHold'] as const } }, then].map((one, back) => ({
          day: 24 - back,
          sighted: [sighting(ONE, one)],
        })),
      ),
      theCase,
    ).row(ONE);

  test('slips back only where all else had been brought about', () => {
    expect(slippedFrom({})).toMatchObject({
      reverted: true,
      slipped: [{ noun: 'lifting of statuses', metAt: '2019-03-23T14:16:02Z' }],
    });
    expect(slippedFrom(MOVED)).toMatchObject({ reverted: false, done: 'unmet' });
  });

  test('does not slip back where one of the two, transfer and redirection, had not been brought about', () => {
    const both = aCase({
      schedules: [{ id: 'appendix-a', file: 'a', names: scheduled('one.example') }],
      orders: [
        order('tro', [
          paragraph('1', [TRANSFER, DELEGATED, relief('epp-status-excludes', { statuses: ['clientHold'] })]),
        ]),
      ],
    });
    const half: Scene = { delegation: { nameServers: [EVIL1] } };
    const days = [{ ...half, rdap: { statuses: ['clientHold'] as const } }, half];
    const record = recordOf(days.map((one, back) => ({ day: 24 - back, sighted: [sighting(ONE, one)] })));
    expect(progress(record, both).row(ONE)).toMatchObject({ reverted: false, transferred: 'met', sinkholed: 'unmet' });
  });
});

describe('lines', () => {
  test('a DS that breaks the name is told once, not again by the resolver that fails', () => {
    const stale = scene({ delegation: { ds: [DS] }, answers: { keys: [{ ...KEY, keyTag: 1 }] } }).slice(0, 6);
    const fails = saw('resolver', { ...RESOLVED, answersUnchecked: true }, { name: ONE });
    const words = (observations: readonly Observation[]) =>
      progress(once(sighted(ONE, ...observations, fails))).attention.map(({ word }) => word);
    expect(words(stale)).toContain('stale-ds');
    expect(words(stale)).not.toContain('fails-at-resolver');
    expect(words(scene().slice(0, 6))).toContain('fails-at-resolver');
  });

  test('of a general refusal and a general confirmation the later one counts', () => {
    const said = (event: 'refused' | 'confirmed', day: number): JournalEntry => {
      return { at: at(`2019-03-${day}T09:30:00Z`), event, recipient: 'exreg' };
    };
    const noted = (...journal: readonly JournalEntry[]) =>
      progress({ ...once(sighting(ONE, MOVED)), journal })
        .row(ONE)
        ?.notes.map(({ text }) => text);
    expect(noted(said('refused', 17), said('confirmed', 18))).toEqual([]);
    expect(noted(said('confirmed', 17), said('refused', 18))).toEqual(['refused by exreg']);
    const { recipient: _, ...nobody } = said('refused', 18);
    expect(noted(nobody)).toEqual(['refused by the directed party']);
  });

  test('a damaged file of the record is told, once a file', () => {
    const damage = { file: 'runs/r.yaml', text: 'line 3 was changed' };
    const record = { ...once(sighting(ONE)), damaged: [damage, { ...damage }] } as unknown as CaseRecord;
    const { attention } = progress(record);
    expect(attention.filter(({ word }) => word === 'damaged-record')).toHaveLength(1);
    expect(progress(once(sighting(ONE))).attention.some(({ word }) => word === 'damaged-record')).toBe(false);
  });

  test('a run that was begun after the instant that is looked at was not begun yet', () => {
    const begun = (started: string) =>
      ({ ...once(sighting(ONE)), unfinished: [{ id: 'torn', started: at(started), simulated: false }] }) as CaseRecord;
    const told = (started: string) => progress(begun(started)).attention.some(({ word }) => word === 'unfinished-run');
    expect(told('2019-03-25T12:00:00Z')).toBe(true);
    expect(told('2019-03-25T12:00:01Z')).toBe(false);
  });
});

test('glue that the own zone of a sinkhole’s server contradicts is noticed, with what each says', () => {
  const glue = { [NS1]: ['192.0.2.53', '192.0.2.99'] } as never;
  const own = ['192.0.2.53'] as never;
  const notes = progress(once(sighting(ONE, { delegation: { glue }, answers: { ownAddresses: own } }))).row(ONE)?.notes;
  expect(notes?.map(({ word, text }) => `${word}: ${text}`)).toEqual([
    'glue-differs: a.example 192.0.2.1 gives 192.0.2.99 for ns1.sinkhole.example, whose own zone says 192.0.2.53',
  ]);
});
