// A case over its months: restraining order, injunction that extends it, supplemental order with more names, a replaced
// paragraph, a release. On each day: which letters there are, about what, and which are refused.
import { describe, expect, test } from 'vitest';
import { orderRefusals } from '../../../src/letters/guards/order-guard.ts';
import type { Case } from '../../../src/model/case/case.ts';
import type { Instant } from '../../../src/model/instant.ts';
import { isSettled } from '../../../src/model/letter/letter.ts';
import { order, paragraph, scheduled, TRANSFER } from '../../relief/literals.ts';
import { at, name } from '../../support/values.ts';
import {
  EXREG,
  issued,
  LOSING,
  letterCase,
  lookedAt,
  namesIn,
  ONE,
  plan,
  SERVED,
  served,
  TRO,
  TWO,
  UNTOUCHED,
  words,
} from '../desk.ts';

const THREE = name('three.example');
const EXTENSION = at('2019-03-28T15:00:00Z');
const SUPPLEMENT = at('2019-05-02T15:00:00Z');
const REPLACEMENT = at('2019-06-03T15:00:00Z');
const RELEASE = at('2019-07-01T15:00:00Z');

const WITHIN = { within: { count: 2, unit: 'business days' }, of: 'receipt' } as const;
const copied = { docketEntry: 20, copy: { file: 'orders/x.pdf', pages: 2, sha256: 'cd'.repeat(32) } };

const CHAIN: Case = letterCase({
  schedules: [
    { id: 'appendix-a', file: 'a.txt', names: scheduled('one.example', 'two.example') },
    { id: 'appendix-b', file: 'b.txt', names: scheduled('three.example') },
  ],
  orders: [
    TRO,
    order('pi', [], {
      ...copied,
      kind: 'preliminary-injunction',
      entered: EXTENSION,
      changes: [{ change: 'extends', order: 'tro', until: 'further-order' }],
    }),
    order('supplement', [], {
      ...copied,
      kind: 'supplemental-order',
      entered: SUPPLEMENT,
      changes: [{ change: 'adds', schedule: 'appendix-b', to: ['tro/2(a)', 'tro/2(b)'] }],
    }),
    order('amended', [paragraph('1', [TRANSFER], { appliesTo: ['appendix-a', 'appendix-b'], due: WITHIN })], {
      ...copied,
      kind: 'amended-order',
      entered: REPLACEMENT,
      changes: [{ change: 'replaces', paragraph: 'tro/2(a)', by: '1' }],
    }),
    order('release', [], {
      ...copied,
      kind: 'amended-order',
      entered: RELEASE,
      changes: [{ change: 'releases', names: [TWO], because: 'an innocent owner' }],
    }),
  ],
  recipients: [EXREG, LOSING],
});

const FIRST = issued('2019-03-15-exreg-execute');
const SCENES = { [ONE]: UNTOUCHED, [TWO]: UNTOUCHED, [THREE]: UNTOUCHED };
const SENT = { issued: [FIRST], journal: [served(FIRST.id)] };

/** Letters to the registry operator that are due, with their names, paragraphs and refusals. */
function dueAt(asOf: Instant, asked: Pick<Parameters<typeof plan>[0] & object, 'issued' | 'journal'> = {}) {
  return plan({ theCase: CHAIN, asOf, looked: lookedAt(asOf, SCENES), ...asked })
    .filter((one) => one.recipient.id === 'exreg' && !isSettled(one))
    .map((one) => [one.purpose, namesIn(one), one.clauses.map(({ ref }) => ref), words(one)]);
}

describe('the letters of a case over its orders', () => {
  test('before anything is entered there is nothing to write', () => {
    expect(dueAt(at('2019-03-15T19:59:59Z'))).toEqual([]);
  });

  test('from the hour of entry the first order', () => {
    expect(dueAt(at('2019-03-15T20:00:00Z'))).toEqual([
      ['execute', [ONE, TWO], ['tro/2(a)', 'tro/2(b)', 'tro/2(d)'], []],
    ]);
  });

  test('an extension by itself sends no new letter to whoever was served', () => {
    expect(dueAt(at('2019-04-10T12:00:00Z'), SENT)).toEqual([]);
  });

  test('without the extension the order has lapsed after fourteen days, to the minute', () => {
    const [tro] = CHAIN.orders;
    const theCase = { ...CHAIN, orders: tro === undefined ? [] : [tro] };
    const found = (asOf: Instant) =>
      plan({ theCase, asOf, looked: lookedAt(asOf, SCENES) }).flatMap(({ refusals }) =>
        refusals.map(({ text }) => text),
      );
    expect(found(at('2019-03-29T19:59:59Z'))).toEqual([]);
    expect(new Set(found(at('2019-03-29T20:00:00Z')))).toEqual(
      new Set(['order tro ended on Fri 29 Mar 2019 16:00 EDT']),
    );
  });

  test('names that a later order adds get a letter of their own', () => {
    expect(dueAt(at('2019-05-03T12:00:00Z'), SENT)).toEqual([['execute', [THREE], ['tro/2(a)', 'tro/2(b)'], []]]);
    expect(dueAt(at('2019-05-02T14:59:59Z'), SENT)).toEqual([]);
  });

  test('a service before the addition did not carry it', () => {
    const journal = [{ at: SERVED, event: 'served', recipient: 'exreg' } as const];
    expect(dueAt(at('2019-05-03T12:00:00Z'), { journal })).toEqual([
      ['execute', [THREE], ['tro/2(a)', 'tro/2(b)'], []],
    ]);
  });

  test('a paragraph in the place of another one is served anew, on everybody it covers', () => {
    const [first] = dueAt(at('2019-06-04T12:00:00Z'), SENT);
    expect(first).toEqual(['execute', [ONE, TWO, THREE], ['tro/2(b)', 'amended/1'], []]);
  });

  test('a released name is taken back from whoever was told of it, and from nobody else', () => {
    const second = issued('2019-06-04-exreg-execute', {
      names: [ONE, TWO, THREE],
      paragraphs: ['tro/2(b)', 'amended/1'],
      issued: at('2019-06-04T12:00:00Z'),
    });
    const went = {
      issued: [FIRST, second],
      journal: [served(FIRST.id), served(second.id, at('2019-06-04T13:00:00Z'))],
    };
    const release = ['release', [TWO], ['tro/2(a)', 'tro/2(b)', 'tro/2(d)', 'amended/1'], []];
    expect(dueAt(at('2019-07-02T12:00:00Z'), went)).toEqual([release]);
    const purposes = plan({
      theCase: CHAIN,
      asOf: at('2019-07-02T12:00:00Z'),
      looked: lookedAt(at('2019-07-02T11:00:00Z'), SCENES),
      ...went,
    });
    expect(purposes.filter((one) => one.purpose === 'release').map(({ recipient: { id } }) => id)).toEqual(['exreg']);
    const told = issued('2019-07-02-exreg-release', {
      purpose: 'release',
      names: [TWO],
      issued: at('2019-07-02T13:00:00Z'),
    });
    const after = {
      issued: [...went.issued, told],
      journal: [...went.journal, served(told.id, at('2019-07-02T14:00:00Z'))],
    };
    expect(dueAt(at('2019-07-03T12:00:00Z'), after)).toEqual([]);
    expect(dueAt(at('2019-07-03T12:00:00Z'), { ...after, journal: went.journal })).toEqual([]);
  });

  test('a name that was released before anybody was told of it is in no letter', () => {
    const [letter, ...others] = dueAt(at('2019-07-02T12:00:00Z'));
    expect(others).toEqual([]);
    expect(letter?.[1]).toEqual([ONE, THREE]);
  });
});

describe('the guard on orders, asked of any letter on any day', () => {
  const clauses = (...refs: readonly `${string}/${string}`[]) =>
    refs.map((ref) => ({
      ref,
      order: ref.slice(0, ref.indexOf('/')),
      paragraph: ref.slice(ref.indexOf('/') + 1),
      text: '',
      relief: [],
    }));
  const asked = (asOf: Instant, ...refs: readonly `${string}/${string}`[]) =>
    orderRefusals({ clauses: clauses(...refs), purpose: 'execute' }, { theCase: CHAIN, asOf }).map(({ text }) => text);

  test.each([
    ['2019-03-15T19:59:59Z', 'tro/2(a)', ['order tro is entered only on Fri 15 Mar 2019 16:00 EDT']],
    ['2019-03-15T20:00:00Z', 'tro/2(a)', []],
    ['2019-03-28T14:59:59Z', 'tro/2(a)', []],
    ['2019-12-31T00:00:00Z', 'tro/2(b)', []],
    ['2019-06-03T14:59:59Z', 'tro/2(a)', []],
    ['2019-06-03T15:00:00Z', 'tro/2(a)', ['paragraph tro/2(a) was replaced by amended/1']],
    ['2019-06-03T14:59:59Z', 'amended/1', ['order amended is entered only on Mon 3 Jun 2019 11:00 EDT']],
    ['2019-06-03T15:00:00Z', 'amended/1', []],
  ] as const)('at %s of %s: %j', (when, ref, texts) => {
    expect(asked(at(when), ref)).toEqual(texts);
  });

  test('each reason is said once', () => {
    expect(asked(at('2019-03-01T00:00:00Z'), 'tro/2(a)', 'tro/2(b)')).toHaveLength(1);
  });
});
