// Names of several schedules under several orders: which clauses bind them, once each, and which order speaks last.
import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/model/case/case.ts';
import { requirementId } from '../../src/model/judged/requirement.ts';
import { compile } from '../../src/relief/compile.ts';
import { releasedBy } from '../../src/relief/released-by.ts';
import { sinkholeFinder } from '../../src/relief/sinkholes-of.ts';
import { at, name, prefix } from '../support/values.ts';
import { AS_OF, aCase, DELEGATED, NS1, order, paragraph, RESOLVES, relief, scheduled, TRANSFER } from './literals.ts';

const ONE = name('one.example');
const TWO = name('two.example');
const APRIL = at('2019-04-10T00:00:00Z');

const SCHEDULES = [
  { id: 'appendix-a', file: 'a.txt', names: scheduled('one.example', 'two.example') },
  { id: 'appendix-b', file: 'b.txt', names: scheduled('three.example', 'one.example') },
  { id: 'appendix-c', file: 'c.txt', names: scheduled('one.example', 'four.example') },
];
const over = (...appliesTo: readonly string[]) => ({ appliesTo });
const later = (day: string, action: 'transfer' | 'hold' | 'redirect' = 'transfer') =>
  ({ kind: 'preliminary-injunction', entered: at(`${day}T15:00:00Z`), action }) as const;

function ids(theCase: Case, of = ONE, asOf = AS_OF): readonly string[] {
  return compile(theCase, asOf)
    .byName(of)
    .map((requirement) => requirementId(requirement).split('/').slice(0, 3).join('/'));
}

describe('a name of several schedules', () => {
  const paragraphs = [
    paragraph('1', [TRANSFER], over('appendix-a')),
    paragraph('2', [DELEGATED], over('appendix-b')),
    paragraph('3', [RESOLVES], over('appendix-c')),
  ];
  const theCase = aCase({ schedules: SCHEDULES, orders: [order('tro', paragraphs)] });

  test('is bound by what is ordered over each of them, and has one row, where it stands first', () => {
    expect(ids(theCase)).toEqual(['tro/1/registrar-of-record', 'tro/2/delegated-to', 'tro/3/resolves-to']);
    expect(ids(theCase, TWO)).toEqual(['tro/1/registrar-of-record']);
    expect(ids(theCase, name('three.example'))).toEqual(['tro/2/delegated-to']);
    const { names } = compile(theCase, AS_OF);
    expect(names.map((row) => [row.at, row.name, row.schedule])).toEqual([
      [0, 'one.example', 'appendix-a'],
      [1, 'two.example', 'appendix-a'],
      [2, 'three.example', 'appendix-b'],
      [3, 'four.example', 'appendix-c'],
    ]);
  });

  test('is bound once by a paragraph over two of them', () => {
    const twice = order('tro', [paragraph('1', [TRANSFER], over('appendix-a', 'appendix-b', 'appendix-c'))]);
    const counted = compile(aCase({ schedules: SCHEDULES, orders: [twice] }), AS_OF);
    expect(counted.byName(ONE)).toHaveLength(1);
    expect(counted.accounts).toMatchObject([{ requirements: 4 }]);
  });

  test('listed twice in one schedule has one row', () => {
    const [a] = SCHEDULES;
    const schedules = [{ id: 'appendix-a', file: 'a.txt', names: [...(a?.names ?? []), ...scheduled('one.example')] }];
    expect(compile(aCase({ schedules }), AS_OF).names.map((row) => row.name)).toEqual(['one.example', 'two.example']);
  });
});

describe('orders one after the other', () => {
  const until = (text: string) => ({ expires: at(text) });
  const tro = order('tro', [paragraph('1', [TRANSFER, RESOLVES])], until('2019-03-29T20:00:00Z'));
  const pi = order('pi', [paragraph('1', [DELEGATED])], {
    ...later('2019-03-20', 'hold'),
    ...until('2019-04-01T20:00:00Z'),
  });

  test('where all have ended, the one that ended last speaks on, with its action', () => {
    for (const orders of [
      [tro, pi],
      [pi, tro],
    ]) {
      const compiled = compile(aCase({ orders }), APRIL);
      expect(compiled.byName(ONE).map((one) => one.clause.order)).toEqual(['pi']);
      expect(compiled.of(ONE)?.coverage).toMatchObject({ lapsed: true, action: 'hold' });
    }
  });

  test('where two are in force, both bind, and the action is that of the later one', () => {
    const theCase = aCase({ orders: [pi, tro] });
    expect(ids(theCase)).toEqual(['tro/1/registrar-of-record', 'tro/1/resolves-to', 'pi/1/delegated-to']);
    expect(compile(theCase, AS_OF).of(ONE)?.coverage.action).toBe('hold');
  });

  test('a name that no order covers has the action of the first order', () => {
    const theCase = aCase({
      schedules: SCHEDULES,
      orders: [
        { ...pi, paragraphs: [paragraph('1', [DELEGATED], over('appendix-b'))] },
        { ...tro, paragraphs: [] },
      ],
    });
    expect(compile(theCase, AS_OF).of(TWO)?.coverage).toMatchObject({ action: 'hold', lapsed: false, released: false });
  });

  test('a registration has to last as long as the order, extensions counted', () => {
    const lasts = order('tro', [paragraph('1', [relief('stays-registered')])], until('2019-03-29T20:00:00Z'));
    const needed = (...more: ReturnType<typeof order>[]) => {
      const [requirement] = compile(aCase({ orders: [lasts, ...more] }), AS_OF).byName(ONE);
      const expected = requirement?.clause.expected as { readonly neededUntil: (asOf: typeof AS_OF) => string };
      return expected.neededUntil(AS_OF);
    };
    expect(needed()).toBe('2019-03-29T20:00:00Z');
    const extends_ = { change: 'extends', order: 'tro', until: at('2019-05-01T00:00:00Z') } as const;
    expect(needed(order('ext', [], { ...later('2019-03-24'), changes: [extends_] }))).toBe('2019-05-01T00:00:00Z');
  });

  test('what is added to a paragraph of an order that is yet to come waits for it', () => {
    const changes = [{ change: 'adds', schedule: 'appendix-c', to: ['pi/1'] }] as const;
    const theCase = aCase({
      schedules: SCHEDULES,
      orders: [
        tro,
        order('su', [], { ...later('2019-03-18'), changes }),
        { ...pi, entered: at('2019-03-28T00:00:00Z') },
      ],
    });
    expect(ids(theCase, name('four.example'))).toEqual([]);
    expect(ids(theCase, name('four.example'), at('2019-03-28T00:00:00Z'))).toEqual(['pi/1/delegated-to']);
  });

  test('a paragraph that is replaced twice leads to the last one', () => {
    const replaces = (paragraphRef: `${string}/${string}`, by: string) =>
      [{ change: 'replaces', paragraph: paragraphRef, by }] as const;
    const second = order('second', [paragraph('1', [DELEGATED])], {
      ...later('2019-03-18'),
      changes: replaces('tro/1', '1'),
    });
    const third = order('third', [paragraph('1', [RESOLVES])], {
      ...later('2019-03-20'),
      changes: [...replaces('second/1', 'third/1'), { change: 'adds', schedule: 'appendix-c', to: ['tro/1'] }],
    });
    const theCase = aCase({ schedules: SCHEDULES, orders: [tro, second, third] });
    expect(ids(theCase)).toEqual(['third/1/resolves-to']);
    expect(ids(theCase, name('four.example'))).toEqual(['third/1/resolves-to']);
    expect(compile(theCase, AS_OF).accounts.map(({ how }) => how)).toEqual([
      'replaced by second/1',
      'replaced by third/1',
      'compiled',
    ]);
  });

  test('an order that is yet to come is accounted for, in force for nobody', () => {
    const mixed = paragraph('2', [TRANSFER, relief('attested', { what: 'records preserved' })]);
    const theCase = aCase({ orders: [order('tro', [mixed]), { ...pi, entered: APRIL }] });
    expect(compile(theCase, AS_OF).accounts).toEqual([
      { order: 'tro', paragraph: '2', inForce: true, requirements: 6, how: 'compiled' },
      { order: 'pi', paragraph: '1', inForce: false, requirements: 0, how: 'not yet entered' },
    ]);
  });
});

describe('released names', () => {
  const release = (id: string, day: string, ...names: readonly string[]) =>
    order(id, [], { ...later(day), changes: [{ change: 'releases', names: names.map(name) }] });
  const [tro, first, second] = [
    order('tro', [paragraph('1', [TRANSFER])]),
    release('first', '2019-03-18', 'one.example', 'two.example'),
    release('second', '2019-03-20', 'one.example'),
  ];
  const theCase = aCase({ orders: [second, first, tro] });

  test('were released by the last order that says so, and by none that came later', () => {
    expect(releasedBy(theCase, ONE, AS_OF)?.id).toBe('second');
    expect(releasedBy(theCase, ONE, at('2019-03-19T00:00:00Z'))?.id).toBe('first');
    expect(releasedBy(theCase, TWO, AS_OF)?.id).toBe('first');
    expect(releasedBy(theCase, name('bad.test'), AS_OF)).toBeUndefined();
    expect(releasedBy(aCase({ orders: [{ ...first, changes: [] }] }), ONE, AS_OF)).toBeUndefined();
  });

  test('are ordered again by a later order, and then no longer count as released', () => {
    const again = order('again', [paragraph('1', [DELEGATED])], later('2019-03-22'));
    const compiled = compile({ ...theCase, orders: [...theCase.orders, again] }, AS_OF);
    expect(compiled.of(ONE)?.coverage.released).toBe(false);
    expect(compiled.released).toEqual([]);
    expect(compile(theCase, AS_OF).released).toEqual([ONE, TWO]);
  });
});

test('a name is led to the sinkholes that its own clauses name, and to no other', () => {
  const sinkhole = (operator: string) => ({ operator, nameServers: [NS1], prefixes: [prefix('192.0.2.0/24')] });
  const theCase = aCase({
    schedules: SCHEDULES,
    sinkholes: { dcu: sinkhole('Acme'), else: sinkhole('Else'), third: sinkhole('Third') },
    orders: [
      order('tro', [
        paragraph('1', [TRANSFER, DELEGATED], over('appendix-a')),
        paragraph('2', [relief('delegated-to', { sinkhole: 'else' })], over('appendix-b')),
      ]),
      order(
        'pi',
        [paragraph('1', [relief('resolves-to', { sinkhole: 'third' })], over('appendix-c'))],
        later('2019-03-20'),
      ),
    ],
  });
  const compiled = compile(theCase, AS_OF);
  const sinkholesOf = sinkholeFinder(theCase);
  const operators = (of: string) => {
    const row = compiled.of(name(of));
    return row === undefined ? [] : sinkholesOf(row.coverage).map(({ operator }) => operator);
  };
  expect(operators('two.example')).toEqual(['Acme']);
  expect(operators('three.example')).toEqual(['Else']);
  expect(operators('four.example')).toEqual(['Third']);
  expect(operators('one.example')).toEqual(['Acme', 'Else', 'Third']);
});
