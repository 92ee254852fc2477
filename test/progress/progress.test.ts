import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/model/case/case.ts';
import type { JournalEntry } from '../../src/model/case/journal.ts';
import type { CaseRecord } from '../../src/model/judged/record.ts';
import { requirementId } from '../../src/model/judged/requirement.ts';
import type { Name } from '../../src/model/name.ts';
import type { Observation } from '../../src/model/seen/observation.ts';
import { progressOf } from '../../src/progress/progress.ts';
import {
  AS_OF,
  aCase,
  addresses,
  DELEGATED,
  DS,
  DS_VALID,
  EVIL1,
  hosts,
  KEY,
  NO_DATA,
  order,
  paragraph,
  RESOLVES,
  relief,
  scheduled,
  TRANSFER,
} from '../relief/literals.ts';
import { at, name, UNREACHED } from '../support/values.ts';
import { DELEGATION, failed, RESOLVED, recordOf, run, type Scene, saw, sawNothing, scene } from './sightings.ts';

const ONE = name('one.example');
const TWO = name('two.example');
const BAD = name('bad.test');
const WITHIN = { within: { count: 3, unit: 'business days' }, of: 'receipt' } as const;
const AWAY = hosts({ apex: { a: addresses('203.0.113.9'), aaaa: NO_DATA } });
/** As the adversary has it. */
const MOVED: Scene = {
  rdap: { registrar: { name: 'Evil', ianaId: 9 } },
  delegation: { nameServers: [EVIL1] },
  answers: { hosts: AWAY },
};

const sighting = (about: Name, changes: Scene = {}) => ({
  name: about,
  observations: scene({ ...changes, name: about }),
});
const sighted = (about: Name, ...observations: Observation[]) => ({ name: about, observations });

function progress(record: CaseRecord, theCase: Case = aCase(), asOf = AS_OF) {
  const whole = progressOf({ theCase, record, asOf });
  const row = (about: Name) => whole.names.find((one) => one.name === about);
  return { ...whole, row, words: whole.attention.map(({ word }) => word) };
}

const once = (...all: { name: Name; observations: readonly Observation[] }[]) => recordOf([{ day: 24, sighted: all }]);
const LISTED = aCase({
  recipients: [
    ...aCase().recipients,
    {
      id: 'testreg',
      name: 'Test Registry',
      role: 'registry-operator',
      reach: 'requested',
      tlds: ['test'],
      ...UNREACHED,
      illustrative: true,
    },
  ],
});

describe('a case that was never checked', () => {
  test('is unknown in every name, and nothing is unmet', () => {
    const { totals, names, lastRun, words } = progress(recordOf([]), LISTED);
    expect(totals).toMatchObject({ ordered: 3, listed: 3, neverChecked: 3, reverted: 0, overdue: 0 });
    for (const facet of ['transferred', 'sinkholed', 'done'] as const) {
      expect(totals[facet]).toEqual({ met: 0, unmet: 0, unknown: 3, notOrdered: 0 });
    }
    expect(names.flatMap(({ findings }) => findings.map(({ word }) => word))).toEqual(Array(12).fill('never-checked'));
    expect(lastRun).toBeUndefined();
    expect(words).toEqual([]);
  });
});

describe('one run', () => {
  test('answers for each name, in the order of the schedule', () => {
    const { names, totals, row } = progress(once(sighting(TWO, MOVED), sighting(ONE)));
    expect(names.map((one) => one.name)).toEqual([ONE, TWO, BAD]);
    expect(row(ONE)).toMatchObject({ transferred: 'met', sinkholed: 'met', done: 'met', registry: 'exreg' });
    expect(row(TWO)).toMatchObject({ transferred: 'unmet', sinkholed: 'unmet', done: 'unmet' });
    expect(row(BAD)).toMatchObject({ done: 'unknown', registry: '.test' });
    expect(totals.done).toEqual({ met: 1, unmet: 1, unknown: 1, notOrdered: 0 });
  });

  test('a name that is not of the case, and one that comes twice, change nothing', () => {
    const record = once(sighting(ONE), sighting(name('other.example'), MOVED), sighting(ONE, MOVED));
    expect(progress(record).row(ONE)?.done).toBe('met');
    expect(progress(record).names).toHaveLength(3);
  });

  test('each finding names its requirement and cites observations', () => {
    const findings = progress(once(sighting(ONE))).row(ONE)?.findings ?? [];
    expect(findings.map(({ requirement }) => requirementId(requirement))[2]).toBe('tro/2(b)/resolves-to/one.example');
    for (const { citations } of findings) expect(citations).not.toEqual([]);
  });

  test.each([
    ['withheld', {}],
    ['never shown', { rdap: { registrant: { shown: 'absent' } } }],
  ] as const)('a registrant that is %s leaves the transfer as it is, and the name not done', (_, shown) => {
    const orders = [order('tro', [paragraph('1', [TRANSFER, relief('registrant-is', { organisation: 'Acme' })])])];
    expect(progress(once(sighting(ONE, shown)), aCase({ orders })).row(ONE)).toMatchObject({
      transferred: 'met',
      sinkholed: 'not-ordered',
      done: 'unknown',
    });
  });

  test('a withheld registrant alone is no transfer', () => {
    const orders = [order('tro', [paragraph('1', [relief('registrant-is', { organisation: 'Acme' })])])];
    expect(progress(once(sighting(ONE)), aCase({ orders })).row(ONE)?.transferred).toBe('unknown');
  });
});

describe('what needs attention', () => {
  test('a stale DS: what breaks, and whom to ask for what', () => {
    const stale = { delegation: { ds: [DS] }, answers: { keys: [{ ...KEY, keyTag: 1 }] } };
    expect(progress(once(sighting(ONE, stale)), LISTED).attention[0]).toEqual({
      word: 'stale-ds',
      names: [ONE],
      text: 'validating resolvers get SERVFAIL as long as the registry publishes DS 4711, and for its time to live after: no key at ns1.sinkhole.example 192.0.2.53 matches it; ask Example Registry to remove DS 4711',
    });
  });

  test('one line a name where it is held, however many requirements that breaks', () => {
    const held = scene({ rdap: { statuses: ['serverHold'] } }).slice(0, 2);
    const record = once(sighted(ONE, ...held, sawNothing('delegation')));
    expect(progress(record, LISTED).attention.filter(({ word }) => word === 'held')).toEqual([
      {
        word: 'held',
        names: [ONE],
        text: 'on hold (serverHold), so not in the zone; ask Example Registry to lift serverHold',
      },
    ]);
  });

  test('many names of one word become one line with all of them', () => {
    const names = scheduled('a.example', 'b.example', 'c.example', 'd.example');
    const theCase = aCase({ schedules: [{ id: 'appendix-a', file: 'a', names }] });
    const record = once(
      ...names.map((one) => sighted(one.name, failed('rdap-registry', 'rate-limited', { name: one.name }))),
    );
    expect(progress(record, theCase).attention.filter(({ word }) => word === 'rate-limited')).toEqual([
      { word: 'rate-limited', names: names.map((one) => one.name), text: 'the server asks to come back later' },
    ]);
  });

  test('what the order states and the schedule lacks, an order that ends, a run that was not finished', () => {
    const theCase = aCase({
      schedules: [{ id: 'appendix-a', file: 'a', names: scheduled('one.example'), statedCount: 2 }],
      orders: [order('tro', [paragraph('1', [TRANSFER])], { expires: at('2019-03-29T20:00:00Z') })],
    });
    const record = { ...once(sighting(ONE)), unfinished: [{ ...run(24), id: 'torn' }] };
    const { attention, totals } = progress(record, theCase);
    expect(totals).toMatchObject({ ordered: 2, listed: 1 });
    expect(attention.map(({ word, text }) => `${word}: ${text}`)).toEqual([
      'order-expiring: order tro ends on Fri 29 Mar',
      'not-listed: the order states 2 names for appendix-a, which lists 1',
      'unfinished-run: run torn: finish it with takedown check acme --resume',
    ]);
  });

  test('a rehearsal that was broken off is begun anew: its servers are gone', () => {
    const theCase = aCase({ id: 'acme.rehearsal', rehearsal: true });
    const record = { ...once(sighting(ONE)), unfinished: [{ ...run(24), id: 'torn' }] };
    const told = progress(record, theCase).attention.filter(({ word }) => word === 'unfinished-run');
    expect(told.map(({ text }) => text)).toEqual([
      'run torn: its rehearsal was broken off; begin anew with takedown rehearse acme',
    ]);
  });

  test('a schedule that lists more than the order states is told apart from one that lists less', () => {
    const theCase = aCase({
      schedules: [
        { id: 'a', file: 'a', names: scheduled('one.example'), statedCount: 2 },
        { id: 'b', file: 'b', names: scheduled('two.example', 'bad.test'), statedCount: 1 },
      ],
    });
    const { attention } = progress(once(), theCase);
    expect(attention.flatMap(({ word, text }) => (word === 'never-checked' ? [] : [`${word}: ${text}`]))).toEqual([
      'not-listed: the order states 2 names for a, which lists 1',
      'more-than-stated: the order states 1 names for b, which lists 2',
    ]);
  });

  test.each([
    ['2019-04-08T12:00:00Z', 1],
    ['2019-04-08T12:00:01Z', 0],
  ])('an order that ends at %s, fourteen days on: %d lines', (end, lines) => {
    const orders = [order('tro', [paragraph('1', [TRANSFER])], { expires: at(end) })];
    const { attention } = progress(once(sighting(ONE)), aCase({ orders }));
    expect(attention.filter(({ word }) => word === 'order-expiring')).toHaveLength(lines);
  });

  test('names are judged on when every order over them has ended, and that is said', () => {
    const orders = [order('tro', [paragraph('1', [TRANSFER])], { expires: at('2019-03-20T20:00:00Z') })];
    const { attention, totals } = progress(once(sighting(ONE)), aCase({ orders }));
    expect(totals.transferred.met).toBe(1);
    expect(attention[0]).toMatchObject({ word: 'order-lapsed', names: [BAD, ONE, TWO] });
    expect(attention[0]?.text).toContain('tro on Wed 20 Mar');
  });

  test('a warm cache is a note once the servers answer as ordered, and not before', () => {
    const cached = saw('resolver', { ...RESOLVED, hosts: AWAY }, { name: ONE });
    const record = once(sighted(ONE, ...scene().slice(0, 6), cached));
    expect(progress(record).row(ONE)?.notes).toEqual([
      {
        word: 'cached-old-answer',
        text: '203.0.113.53 still answers 203.0.113.9 from its cache, until 2019-03-24 14:16:02 UTC at the latest',
        citations: [cached.id],
      },
    ]);
    expect(progress(record).row(ONE)?.done).toBe('met');
    expect(progress(record).words).toContain('cached-old-answer');
    expect(progress(once(sighted(ONE, ...scene(MOVED).slice(0, 6), cached))).row(ONE)?.notes).toEqual([]);
  });

  test('a refusal that names no paragraph decides nothing, and is told while the name is open', () => {
    const refusal: JournalEntry = {
      at: at('2019-03-17T09:30:00Z'),
      event: 'refused',
      names: [ONE],
      recipient: 'exreg',
      note: 'wants another court',
    };
    const refused = (changes: Scene) => progress({ ...once(sighting(ONE, changes)), journal: [refusal] }).row(ONE);
    expect(refused(MOVED)?.notes).toEqual([
      {
        word: 'refused-by-party',
        text: 'refused by exreg: wants another court',
        citations: ['journal 2019-03-17T09:30:00Z'],
      },
    ]);
    expect(refused({})?.notes).toEqual([]);
    const confirmed: JournalEntry = { at: at('2019-03-18T09:30:00Z'), event: 'confirmed', paragraph: 'tro/2(a)' };
    const after = progress({ ...once(sighting(ONE, MOVED)), journal: [refusal, confirmed] });
    expect(after.words).toContain('refused-by-party');
  });

  test('what the seal excludes, and what a settled question lacks, is no line of its own', () => {
    const moved = scene(MOVED);
    const silent = ['timeout', 'excluded-by-seal'] as const;
    for (const failure of silent) {
      const answers = failed('addresses', failure, { server: `${EVIL1} 203.0.113.7` });
      const { words, row } = progress(once(sighted(ONE, ...moved.slice(0, 4), answers)));
      expect(row(ONE)?.findings.map(({ word }) => word)).toContain(failure);
      expect(words).not.toContain(failure);
    }
  });

  test('a lame sinkhole server is told; what the former servers answer is not', () => {
    const lame = failed('addresses', 'lame', { server: 'ns2.sinkhole.example 192.0.2.54', of: 2 });
    const [ns1] = scene().slice(4, 5);
    const there = progress(once(sighted(ONE, ...scene().slice(0, 4), ...(ns1 === undefined ? [] : [ns1]), lame)));
    expect(there.words).toContain('lame');
    const former = failed('addresses', 'lame', { server: `${EVIL1} 203.0.113.7` });
    const elsewhere = progress(once(sighted(ONE, ...scene(MOVED).slice(0, 4), former)));
    expect(elsewhere.row(ONE)?.findings.map(({ word }) => word)).toContain('lame');
    expect(elsewhere.words).not.toContain('lame');
  });

  test('a registration that ends soon is watched, whoever has it', () => {
    const { row, attention } = progress(once(sighting(ONE, { rdap: { expires: at('2019-05-01T00:00:00Z') } })), LISTED);
    expect(row(ONE)).toMatchObject({ expiring: true, expires: '2019-05-01T00:00:00Z', done: 'met' });
    expect(attention).toContainEqual({ word: 'expiring', names: [ONE], text: 'the registration ends on 2019-05-01' });
  });

  test('names of a registry that nobody is listed for', () => {
    expect(progress(once(sighting(BAD))).attention).toContainEqual({
      word: 'unlisted-registry',
      names: [BAD],
      text: 'no recipient is listed for .test',
    });
  });
});

describe('what is due', () => {
  const theCase = aCase({
    orders: [
      order('tro', [
        paragraph('2(a)', [TRANSFER], { due: WITHIN }),
        paragraph('2(b)', [DELEGATED, RESOLVES], { due: WITHIN }),
      ]),
    ],
  });
  const journal: JournalEntry[] = [{ at: at('2019-03-15T21:00:00Z'), event: 'received', recipient: 'exreg' }];
  const record = { ...once(sighting(ONE), sighting(TWO, MOVED), sighting(BAD, MOVED)), journal };

  test('unmet after its deadline is overdue; met, or without a receipt, is not', () => {
    const { row, totals } = progress(record, theCase);
    expect([ONE, TWO, BAD].map((about) => row(about)?.overdue)).toEqual([false, true, false]);
    expect(totals.overdue).toBe(1);
    expect(row(TWO)?.findings[0]?.deadline?.due).toBe('2019-03-21T03:59:59Z');
  });

  test('unknown is not overdue', () => {
    const dark = { ...once(sighted(TWO, failed('rdap-registry', 'timeout', { name: TWO }))), journal };
    const { row, due } = progress(dark, theCase);
    expect(row(TWO)?.overdue).toBe(false);
    expect(due.map(({ open, unknown }) => [open, unknown])).toEqual(due.map(({ names }) => [names, names]));
  });

  test('names of one recipient are late in one line, whatever each lacks', () => {
    const half: Scene = { delegation: { nameServers: [EVIL1] }, answers: { hosts: AWAY } };
    const both = { ...once(sighting(ONE, half), sighting(TWO, MOVED)), journal };
    expect(progress(both, theCase).attention.filter(({ word }) => word === 'overdue')).toEqual([
      {
        word: 'overdue',
        names: [ONE, TWO],
        text: 'transfer, redirection due Wed 20 Mar from Example Registry (ordered)',
      },
    ]);
  });

  test('one line for a recipient, with what is due and since when', () => {
    expect(progress(record, theCase).attention[0]).toEqual({
      word: 'overdue',
      names: [TWO],
      text: 'transfer, redirection due Wed 20 Mar from Example Registry (ordered)',
    });
  });

  test('the work list counts what is open for each recipient and paragraph', () => {
    expect(
      progress(record, theCase).due.map(({ recipient, paragraph: number, open, names, deadline }) => [
        recipient,
        number,
        open,
        names,
        deadline?.due,
      ]),
    ).toEqual([
      ['exreg', '2(a)', 1, 2, '2019-03-21T03:59:59Z'],
      ['exreg', '2(b)', 1, 2, '2019-03-21T03:59:59Z'],
    ]);
  });
});

describe('what slipped back', () => {
  const ALONE = aCase({ schedules: [{ id: 'appendix-a', file: 'a', names: scheduled('one.example') }] });
  const back = (...days: Scene[]) => recordOf(days.map((one, at) => ({ day: 24 - at, sighted: [sighting(ONE, one)] })));

  test('met in an earlier run, unmet now: when it was last met and what is there now', () => {
    const { row, totals, attention } = progress(back(MOVED, MOVED, {}, {}), ALONE);
    expect(row(ONE)).toMatchObject({ reverted: true, sinkholed: 'unmet' });
    expect(totals.reverted).toBe(1);
    expect(attention.map(({ word, text }) => `${word}: ${text}`)).toEqual([
      'reverted: sinkholed on 22 Mar, now 203.0.113.9',
    ]);
  });

  test('never met is not yet, and met again is met', () => {
    expect(progress(back(MOVED, MOVED)).row(ONE)?.reverted).toBe(false);
    expect(progress(back({}, MOVED, {})).row(ONE)?.reverted).toBe(false);
  });

  test('unknown now is not reverted', () => {
    const dark = { day: 24, sighted: [sighted(ONE, failed('rdap-registry', 'timeout'))] };
    expect(progress(recordOf([dark, { day: 23, sighted: [sighting(ONE)] }])).row(ONE)?.reverted).toBe(false);
  });

  test('a stale DS that the move itself left is a fault of its own; one that comes back later is a reversion', () => {
    const stale: Scene = { delegation: { ds: [DS] }, answers: { keys: [] } };
    const signed: Scene = {
      ...MOVED,
      delegation: { nameServers: [EVIL1], ds: [DS] },
      answers: { hosts: AWAY, keys: [KEY] },
    };
    expect(progress(back(stale, signed), ALONE)).toMatchObject({ words: ['stale-ds'], totals: { reverted: 0 } });
    expect(progress(back(stale, {}), ALONE)).toMatchObject({
      words: ['reverted', 'stale-ds'],
      totals: { reverted: 1 },
    });
  });

  test('the passing of time is no reversion', () => {
    const orders = [order('tro', [paragraph('1', [TRANSFER, relief('stays-registered')])])];
    const short: Scene = { rdap: { expires: at('2019-06-22T00:00:00Z') } };
    const { row } = progress(back(short, short), aCase({ orders }));
    expect(row(ONE)).toMatchObject({ reverted: false, done: 'unmet' });
  });

  test('the past of names without an unmet finding is not read', () => {
    const record: CaseRecord = {
      ...back({}, {}),
      earlier: () => {
        throw new Error('read without need');
      },
    };
    expect(progress(record).row(ONE)?.done).toBe('met');
  });
});

describe('released names', () => {
  test('keep their row and count as released, in no tally', () => {
    const pi = order('pi', [], {
      entered: at('2019-03-20T00:00:00Z'),
      changes: [{ change: 'releases', names: [TWO] }],
    });
    const theCase = { ...LISTED, orders: [...LISTED.orders, pi] };
    const { totals, row, registries, words } = progress(once(sighting(ONE), sighting(TWO, MOVED)), theCase);
    expect(row(TWO)).toMatchObject({ released: true, findings: [], done: 'not-ordered', overdue: false });
    expect(totals).toMatchObject({ listed: 3, released: 1, done: { met: 1, unmet: 0, unknown: 1, notOrdered: 0 } });
    expect(registries.map(({ registry, names }) => [registry, names])).toEqual([
      ['exreg', 1],
      ['testreg', 1],
    ]);
    expect(words).toEqual(['never-checked']);
  });
});

describe('by registry', () => {
  test('ordered before requested before unlisted, then by names', () => {
    const { registries } = progress(once(sighting(ONE)), {
      ...LISTED,
      schedules: [{ id: 'appendix-a', file: 'a', names: scheduled('a.info', 'b.info', 'bad.test', 'one.example') }],
    });
    expect(registries.map(({ registry, title, reach, names }) => [registry, title, reach, names])).toEqual([
      ['exreg', 'Example Registry', 'ordered', 1],
      ['testreg', 'Test Registry', 'requested', 1],
      ['.info', '.info', 'unlisted', 2],
    ]);
  });
});

test('a DS that the parent’s servers disagree on is a doubt, not a fault', () => {
  const orders = [order('tro', [paragraph('1', [DS_VALID])])];
  const record = once(
    sighted(
      ONE,
      saw('delegation', { ...DELEGATION, ds: [DS] }, { server: 'a', of: 2 }),
      saw('delegation', DELEGATION, { server: 'b', of: 2 }),
    ),
  );
  expect(progress(record, aCase({ orders })).row(ONE)?.findings[0]).toMatchObject({
    verdict: 'unknown',
    word: 'parents-disagree',
  });
});
