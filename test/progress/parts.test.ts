// Names that are judged in parts come to what they come to together, wherever the whole is cut and however it is joined.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NameProgress } from '../../src/model/judged/progress.ts';
import type { CaseRecord, Sighted } from '../../src/model/judged/record.ts';
import type { Name } from '../../src/model/name.ts';
import { holds, type Part, WHOLE } from '../../src/model/part.ts';
import { openProgress, type PartGathered, progressOf, type Receive, summaryOf } from '../../src/progress/progress.ts';
import {
  AS_OF,
  aCase,
  addresses,
  DELEGATED,
  DS_VALID,
  EVIL1,
  hosts,
  NO_DATA,
  order,
  paragraph,
  RESOLVES,
  relief,
  scheduled,
  TRANSFER,
} from '../relief/literals.ts';
import { at, name, UNREACHED } from '../support/values.ts';
import { failed, recordOf, type Scene, scene } from './sightings.ts';

const NAMES = Array.from({ length: 9 }, (_, i) => `name-${i}.${['example', 'test', 'invalid'][i % 3]}`);
const WITHIN = { within: { count: 3, unit: 'business days' }, of: 'receipt' } as const;

const THE_CASE = aCase({
  schedules: [{ id: 'appendix-a', file: 'a.txt', names: scheduled(...NAMES), statedCount: 11 }],
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
  orders: [
    order('tro', [
      paragraph('1', [TRANSFER], { due: WITHIN }),
      paragraph('2', [DELEGATED, RESOLVES, DS_VALID, relief('attested', { what: 'records preserved' })]),
    ]),
    order('pi', [], {
      entered: at('2019-03-20T00:00:00Z'),
      changes: [{ change: 'releases', names: [name(NAMES[4] ?? '')] }],
    }),
  ],
});

const AWAY = hosts({ apex: { a: addresses('203.0.113.9'), aaaa: NO_DATA } });
const SCENES: readonly Scene[] = [
  {},
  { rdap: { registrar: { name: 'Evil', ianaId: 9 } } },
  { delegation: { nameServers: [EVIL1] }, answers: { hosts: AWAY } },
  { rdap: { expires: at('2019-04-01T00:00:00Z') } },
];

/** What a run saw of a name: one of the scenes, a registry that is silent, or nothing at all. */
function sightedAs(about: Name, seen: number): readonly Sighted[] {
  if (seen === SCENES.length + 1) return [];
  if (seen === SCENES.length)
    return [{ name: about, observations: [failed('rdap-registry', 'rate-limited', { name: about })] }];
  return [{ name: about, observations: scene({ ...SCENES[seen], name: about }) }];
}

const day = fc
  .array(fc.nat(SCENES.length + 1), { minLength: NAMES.length, maxLength: NAMES.length })
  .chain((seen) =>
    fc.shuffledSubarray([...NAMES.keys()], { minLength: NAMES.length }).map((order) => ({ seen, order })),
  )
  .map(({ seen, order }) => order.flatMap((at) => sightedAs(name(NAMES[at] ?? ''), seen[at] ?? 0)));

const journal: CaseRecord['journal'] = [
  { event: 'received', at: at('2019-03-18T13:00:00Z'), recipient: 'testreg', paragraph: 'tro/1' },
  { event: 'received', at: at('2019-03-19T13:00:00Z'), recipient: 'testreg', names: [name(NAMES[1] ?? '')] },
];

const record = fc.tuple(day, day).map(
  ([newest, older]): CaseRecord => ({
    ...recordOf([
      { day: 24, sighted: newest },
      { day: 21, sighted: older },
    ]),
    journal,
  }),
);

/** Two to five parts, in any order. */
const parts = fc
  .uniqueArray(fc.integer({ min: 1, max: WHOLE.to - 1 }), { minLength: 1, maxLength: 4 })
  .map((cuts) => [WHOLE.from, ...cuts.sort((a, b) => a - b), WHOLE.to])
  .map((ends) => ends.slice(1).map((to, at): Part => ({ from: ends[at] ?? 0, to })))
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

/** The record as it is opened for a part. */
function partOf(whole: CaseRecord, part: Part): CaseRecord {
  return { ...whole, latest: () => [...whole.latest()].filter((one) => holds(part, one.name)) };
}

test('parts that are the whole together equal it, joined in any order', () => {
  fc.assert(
    fc.property(record, parts, (seen, cuts) => {
      const question = { theCase: THE_CASE, record: seen, asOf: AS_OF };
      const { names, ...summary } = progressOf(question);
      const rows: NameProgress[] = [];
      const receive: Receive = (row, at) => {
        expect(rows[at]).toBeUndefined();
        rows[at] = row;
      };
      // Each part is opened by itself, as another thread does it; what it hands over is plain data.
      const gathered = cuts.map(
        (part): PartGathered =>
          structuredClone(openProgress({ ...question, record: partOf(seen, part) }).gather(receive)),
      );
      const opened = openProgress(question);
      const rest = opened.rest(gathered, receive);
      expect(rest).toHaveLength(summary.totals.neverChecked === 0 ? 0 : 1);
      expect(opened.join([...rest, ...gathered])).toEqual(summary);
      // As text, since what a clause expects may hold functions, which are made anew each time.
      expect(JSON.stringify(rows)).toBe(JSON.stringify(names));
    }),
    { numRuns: 150 },
  );
});

test('the whole without its rows is the whole', () => {
  fc.assert(
    fc.property(record, (seen) => {
      const question = { theCase: THE_CASE, record: seen, asOf: AS_OF };
      const { names, ...summary } = progressOf(question);
      expect(summaryOf(question)).toEqual(summary);
      expect(names.map((row) => row.name)).toEqual(NAMES);
      expect(summary.totals.neverChecked).toBe(NAMES.length - [...seen.latest()].length);
    }),
    { numRuns: 30 },
  );
});

test('a file that two parts found damaged is told once', () => {
  const question = { theCase: THE_CASE, record: recordOf([]), asOf: AS_OF };
  const opened = openProgress(question);
  const file = '20190324T141502Z-7f3a.yaml';
  const damaged = [{ file, reason: 'the text differs from its digest' }];
  const parts = opened.all(() => {}).map((part) => ({ ...part, damaged }));
  expect(parts).toHaveLength(2);
  const joined = opened.join(parts);
  expect(joined.damaged).toEqual(damaged);
  expect(joined.attention.filter(({ word }) => word === 'damaged-record')).toHaveLength(1);
});
