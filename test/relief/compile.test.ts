import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/model/case/case.ts';
import { requirementId } from '../../src/model/judged/requirement.ts';
import { compile } from '../../src/relief/compile.ts';
import { at, name } from '../support/values.ts';
import { AS_OF, aCase, DELEGATED, order, paragraph, RESOLVES, relief, scheduled, TRANSFER } from './literals.ts';

const ONE = name('one.example');

function ids(theCase: Case, asOf = AS_OF, of = ONE): readonly string[] {
  return compile(theCase, asOf)
    .byName(of)
    .map((requirement) => requirementId(requirement));
}

const tro = order('tro', [paragraph('2(a)', [TRANSFER]), paragraph('2(b)', [DELEGATED])], {
  expires: at('2019-03-29T20:00:00Z'),
});
const LATER = at('2019-04-10T00:00:00Z');
const PI = { kind: 'preliminary-injunction', entered: at('2019-03-28T15:00:00Z') } as const;

describe('one order', () => {
  test('each clause is one requirement for each name, and names share the clauses', () => {
    const compiled = compile(aCase(), AS_OF);
    expect(ids(aCase())).toEqual([
      'tro/2(a)/registrar-of-record/one.example',
      'tro/2(b)/delegated-to/one.example',
      'tro/2(b)/resolves-to/one.example',
      'tro/2(b)/ds-absent-or-valid/one.example',
    ]);
    expect([...compiled.requirements()]).toHaveLength(12);
    expect(compiled.byName(ONE)[0]?.clause).toBe(compiled.byName(name('two.example'))[0]?.clause);
    expect(compiled.clauses).toHaveLength(4);
    expect(compiled.byName(name('else.example'))).toEqual([]);
  });

  test('a second clause of one kind has a number', () => {
    const twice = [
      relief('epp-status-includes', { statuses: ['ok'] }),
      relief('epp-status-includes', { statuses: ['linked'] }),
    ];
    expect(ids(aCase({ orders: [order('tro', [paragraph('1', twice)])] }))).toEqual([
      'tro/1/epp-status-includes/one.example',
      'tro/1/epp-status-includes-2/one.example',
    ]);
  });

  test('before its entry nothing is ordered, and every name still has its row', () => {
    const compiled = compile(aCase(), at('2019-03-15T19:59:59Z'));
    expect(compiled.names).toHaveLength(3);
    expect([...compiled.requirements()]).toEqual([]);
    expect(compiled.accounts.map(({ how }) => how)).toEqual(['not yet entered', 'not yet entered']);
  });
});

describe('an order that ends', () => {
  test('is judged on, marked as lapsed', () => {
    const compiled = compile(aCase({ orders: [tro] }), LATER);
    expect(compiled.inForce).toEqual([]);
    expect(compiled.of(ONE)?.coverage).toMatchObject({ lapsed: true, released: false });
    expect(compiled.byName(ONE)).toHaveLength(2);
    expect(compiled.accounts[0]).toMatchObject({ inForce: false, requirements: 3 });
  });

  test('is in force until the instant of its end, and not at it', () => {
    const theCase = aCase({ orders: [tro] });
    expect(compile(theCase, at('2019-03-29T19:59:59Z')).of(ONE)?.coverage.lapsed).toBe(false);
    expect(compile(theCase, at('2019-03-29T20:00:00Z')).of(ONE)?.coverage.lapsed).toBe(true);
  });

  test('gives way to another one in force over the same name', () => {
    const pi = order('pi', [paragraph('1', [DELEGATED])], { ...PI, action: 'redirect' });
    const compiled = compile(aCase({ orders: [tro, pi] }), LATER);
    expect(compiled.byName(ONE).map((one) => requirementId(one))).toEqual(['pi/1/delegated-to/one.example']);
    expect(compiled.of(ONE)?.coverage).toMatchObject({ lapsed: false, action: 'redirect' });
    expect(compiled.accounts[0]).toMatchObject({ how: 'not in force', requirements: 0 });
  });

  test.each([
    ['further-order' as const, false],
    [at('2019-04-20T00:00:00Z'), false],
    [at('2019-04-05T00:00:00Z'), true],
  ])('extended until %s: lapsed is %s', (until, lapsed) => {
    const pi = order('pi', [], { ...PI, changes: [{ change: 'extends', order: 'tro', until }] });
    expect(compile(aCase({ orders: [pi, tro] }), LATER).of(ONE)?.coverage.lapsed).toBe(lapsed);
  });

  test('an extension that is not entered yet does not extend', () => {
    const pi = order('pi', [], {
      ...PI,
      entered: LATER,
      changes: [{ change: 'extends', order: 'tro', until: 'further-order' }],
    });
    expect(compile(aCase({ orders: [tro, pi] }), at('2019-04-09T00:00:00Z')).of(ONE)?.coverage.lapsed).toBe(true);
  });
});

describe('a later order', () => {
  test('releases a name: its row stays, without requirements', () => {
    const pi = order('pi', [], { ...PI, changes: [{ change: 'releases', names: [ONE] }] });
    const compiled = compile(aCase({ orders: [tro, pi] }), PI.entered);
    expect(compiled.released).toEqual([ONE]);
    expect(compiled.byName(ONE)).toEqual([]);
    expect(compiled.names).toHaveLength(3);
    expect(ids(aCase({ orders: [tro, pi] }), PI.entered, name('two.example'))).toHaveLength(2);
  });

  test('that releases a name and restates the schedule releases it all the same', () => {
    const pi = order('pi', [paragraph('1', [DELEGATED])], { ...PI, changes: [{ change: 'releases', names: [ONE] }] });
    expect(compile(aCase({ orders: [tro, pi] }), PI.entered).of(ONE)?.coverage.released).toBe(true);
  });

  test('may order a released name again', () => {
    const release = order('am', [], { ...PI, changes: [{ change: 'releases', names: [ONE] }] });
    const again = order('pi', [paragraph('1', [DELEGATED])], { ...PI, entered: at('2019-04-01T00:00:00Z') });
    expect(ids(aCase({ orders: [tro, release, again] }), LATER)).toEqual(['pi/1/delegated-to/one.example']);
  });

  test('replaces a paragraph', () => {
    const pi = order('pi', [paragraph('1(b)', [RESOLVES])], {
      ...PI,
      changes: [{ change: 'replaces', paragraph: 'tro/2(b)', by: '1(b)' }],
    });
    const theCase = aCase({ orders: [tro, pi] });
    expect(ids(theCase, PI.entered)).toEqual([
      'tro/2(a)/registrar-of-record/one.example',
      'pi/1(b)/resolves-to/one.example',
    ]);
    expect(compile(theCase, PI.entered).accounts[1]).toMatchObject({ how: 'replaced by pi/1(b)', inForce: false });
  });

  test('adds a schedule: its names count from the later entry', () => {
    const schedules = [
      ...aCase().schedules,
      { id: 'appendix-b', file: 'b.txt', names: scheduled('new.example', 'one.example') },
    ];
    const changes = [{ change: 'adds', schedule: 'appendix-b', to: ['tro/2(a)'] }] as const;
    const theCase = aCase({ schedules, orders: [tro, order('su', [], { ...PI, changes })] });
    const added = compile(theCase, PI.entered).byName(name('new.example'));
    expect(added.map((one) => requirementId(one))).toEqual(['tro/2(a)/registrar-of-record/new.example']);
    expect(added[0]?.clause.entered).toBe(PI.entered);
    expect(compile(theCase, PI.entered).names).toHaveLength(4);
    expect(compile(theCase, PI.entered).byName(ONE)[0]?.clause.entered).toBe(tro.entered);
    expect(compile(theCase, AS_OF).byName(name('new.example'))).toEqual([]);
  });

  test('adds to a replaced paragraph: the one in its place has the names', () => {
    const schedules = [...aCase().schedules, { id: 'appendix-b', file: 'b.txt', names: scheduled('new.example') }];
    const pi = order('pi', [paragraph('1(b)', [RESOLVES])], {
      ...PI,
      changes: [
        { change: 'replaces', paragraph: 'tro/2(b)', by: 'pi/1(b)' },
        { change: 'adds', schedule: 'appendix-b', to: ['tro/2(b)'] },
      ],
    });
    expect(ids(aCase({ schedules, orders: [tro, pi] }), PI.entered, name('new.example'))).toEqual([
      'pi/1(b)/resolves-to/new.example',
    ]);
  });
});

describe('accounts', () => {
  test('a host name gets no relief on registrations, and the account says so', () => {
    const host = {
      name: name('a.host.example'),
      unicode: 'a.host.example',
      registrable: name('host.example'),
      line: 4,
    };
    const [schedule] = aCase().schedules;
    const schedules = [{ id: 'appendix-a', file: 'a.txt', names: [...(schedule?.names ?? []), host] }];
    const compiled = compile(aCase({ schedules }), AS_OF);
    expect(compiled.byName(host.name).map(({ clause }) => clause.relief)).toEqual(['resolves-to']);
    expect(compiled.accounts.map(({ how, requirements }) => [requirements, how])).toEqual([
      [3, 'compiled; relief on registrations left out for a host name under another registration'],
      [10, 'compiled; relief on registrations left out for a host name under another registration'],
    ]);
  });

  test('every paragraph is accounted for, whatever became of it', () => {
    const orders = [
      order('tro', [
        paragraph('1', []),
        paragraph('2', [relief('attested', { what: 'records preserved' })]),
        paragraph('3', [TRANSFER], { appliesTo: [] }),
        paragraph('4', [TRANSFER]),
      ]),
      order('pi', [paragraph('1', [TRANSFER])], { ...PI, entered: LATER }),
    ];
    expect(
      compile(aCase({ orders }), AS_OF).accounts.map(
        ({ order: id, paragraph: number, how }) => `${id}/${number}: ${how}`,
      ),
    ).toEqual([
      'tro/1: without relief',
      'tro/2: attested by a person',
      'tro/3: applies to no name',
      'tro/4: compiled',
      'pi/1: not yet entered',
    ]);
  });
});
