import { expect, test } from 'vitest';
import { sealInForce } from '../../../src/model/case/seal.ts';
import { at, name } from '../../support/values.ts';
import { caseReport, ROWS } from '../reports.ts';
import { CASE, PROGRESS, tally } from '../support.ts';

test('every name that went in comes out, in the order of the schedules, each time it is asked', () => {
  const { names } = caseReport();
  expect(names.length).toBe(98);
  for (let time = 0; time < 2; time += 1)
    expect([...names].map((row) => row.name)).toEqual(PROGRESS.names.map((row) => row.name));
});

test('a row says what was seen, and when what is not done is due', () => {
  const rows = [...caseReport().names];
  expect(rows[0]).toMatchObject({
    registryName: 'VeriSign, Inc.',
    registered: 'registered',
    registrar: { name: 'MarkMonitor Inc.', ianaId: 292 },
    nameServers: ['ns1.sinkhole.example'],
    due: null,
  });
  expect(rows[80]).toMatchObject({ registrar: { ianaId: 82 }, due: '2019-03-20T21:00:00Z' });
  expect(rows[97]).toMatchObject({ registered: null, registrar: null, nameServers: null });
});

test('names by registrar add up to the names that are not released', () => {
  const [first, ...rest] = ROWS;
  if (first === undefined) throw new Error('the fixture has no rows');
  const gone = { ...first, seen: { registered: 'no-such-object' } } as const;
  const { registrars } = caseReport({}, [gone, { ...first, name: name('released.example'), released: true }, ...rest]);
  expect(registrars.map(({ registrar, why, names }) => [registrar?.ianaId ?? why, names])).toEqual([
    [292, 75],
    [82, 10],
    ['not-known', 12],
    ['not-registered', 1],
  ]);
  expect(registrars[0]).toMatchObject({ transferred: tally(75, 0, 0), done: tally(71, 4, 0) });
});

test('registrars without an IANA ID are told apart by their names', () => {
  const named = (text: string) => ({ registered: 'registered', registrar: { name: text } }) as const;
  const rows = ROWS.slice(0, 3).map((row, place) => ({ ...row, seen: named(place === 0 ? 'A' : 'B') }));
  expect(caseReport({}, rows).registrars.map(({ registrar, names }) => [registrar?.name, names])).toEqual([
    ['B', 2],
    ['A', 1],
  ]);
});

test('a selection shows some names, and keeps the totals of the whole beside them', () => {
  const selection = { where: 'verdict=unmet', holds: (row: { doneVerdict: string }) => row.doneVerdict === 'unmet' };
  const report = caseReport({ selection });
  expect(report.names.length).toBe(14);
  expect([...report.names].every(({ doneVerdict }) => doneVerdict === 'unmet')).toBe(true);
  expect(report.totals).toMatchObject({ ordered: 99, listed: 98, done: 72 });
  expect(report.selection).toMatchObject({
    where: 'verdict=unmet',
    names: 14,
    totals: { ordered: 14, listed: 14, done: 0, doneTally: tally(0, 14, 0), overdue: 5 },
  });
  expect(report.registrars.reduce((sum, { names }) => sum + names, 0)).toBe(98);
});

test('orders with their ends, parties, and the seal while it holds', () => {
  const sealed = { ...CASE, seal: { until: at('2019-03-27T04:00:00Z'), touches: [] } };
  const report = caseReport({ report: { theCase: sealed, progress: PROGRESS } });
  expect(report.orders).toEqual([
    {
      id: 'tro',
      kind: 'temporary-restraining-order',
      title: 'temporary restraining order',
      docketEntry: null,
      entered: '2019-03-15T20:00:00Z',
      expires: '2019-03-29T20:00:00Z',
      inForce: true,
      paragraphs: 0,
    },
  ]);
  expect(report.parties.petitioner.name).toBe('Microsoft Corporation');
  expect(report.seal).toEqual({ until: '2019-03-27T04:00:00Z' });
  const later = { ...PROGRESS, asOf: at('2019-03-30T00:00:00Z') };
  expect(sealInForce(sealed, later.asOf)).toBeUndefined();
  const lifted = caseReport({ report: { theCase: sealed, progress: later } });
  expect(lifted).toMatchObject({ seal: null, orders: [{ inForce: false }] });
});

test('marks come with the report', () => {
  expect(caseReport().marks).toEqual(['illustrative']);
});
