// Rows that are kept as numbers and read back, against the document made of the same values: equal to the octet, in the same order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NameProgress } from '../../../src/model/judged/progress.ts';
import { openKeeper } from '../../../src/reports/kept/keep.ts';
import { type KeptRows, memoryOfKept } from '../../../src/reports/kept/kept.ts';
import { readNameRows } from '../../../src/reports/kept/read.ts';
import { reportRows } from '../../../src/reports/report/report-rows.ts';
import { nameRow } from '../../../src/reports/rows.ts';
import { at, name } from '../../support/values.ts';
import { ROWS } from '../reports.ts';

const TITLES = new Map([['verisign', 'VeriSign, Inc.']]);
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\u001b]0;x\u0007',
    '\u202e',
    '\ud800',
    'ÿ',
    '#',
    '#1',
    'run#01',
    'run#0',
    'run#1234567890',
    'a#b#3',
  ),
);

const [FIRST] = ROWS;
if (FIRST === undefined) throw new Error('the fixture has no rows');
const first = FIRST;

function rowFrom(texts: readonly string[], wish: Partial<NameProgress> = {}): NameProgress {
  const [word = '', reason = '', citation = '', unicode = '', id = '', note = ''] = texts;
  const findings = first.findings.map((finding) => ({
    ...finding,
    word,
    reason,
    citations: [citation, 'run#1', note],
    requirement: {
      ...finding.requirement,
      clause: { ...finding.requirement.clause, id, paragraph: note, order: reason },
    },
  }));
  const seen = {
    registered: 'reserved',
    registrar: { name: reason, ianaId: unicode.length },
    nameServers: [name('a.example')],
  } as const;
  return {
    ...first,
    unicode,
    registry: id,
    schedule: word,
    findings,
    notes: [{ word, text: note, citations: [id] }],
    seen,
    ...wish,
  };
}

/** What the published document says of a row. */
function wanted(row: NameProgress): string {
  const { registered = null, registrar, nameServers = null } = row.seen ?? {};
  const due = row.findings.flatMap(({ verdict, deadline }) => (verdict === 'met' ? [] : (deadline?.due ?? []))).sort();
  return JSON.stringify({
    ...nameRow(row),
    registered,
    registrar: registrar === undefined ? null : { name: registrar.name ?? null, ianaId: registrar.ianaId ?? null },
    nameServers,
    registryName: TITLES.get(row.registry) ?? row.registry,
    due: due[0] ?? null,
  });
}

/** In three parts and from the last to the first, as threads may do it. */
function keptIn(rows: readonly NameProgress[]): readonly KeptRows[] {
  const keepers = [openKeeper(rows.length), openKeeper(rows.length), openKeeper(rows.length)];
  for (const [place, row] of [...rows.entries()].toReversed()) keepers[(place * 7) % 3]?.add(row, place);
  return keepers.map((keeper) => keeper.kept());
}

function readBack(rows: readonly NameProgress[]): readonly string[] {
  return [...reportRows({ parts: keptIn(rows), titles: TITLES })].map((row) => JSON.stringify(row));
}

test('a row comes back as it was, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(hostile, { minLength: 6, maxLength: 6 }), { maxLength: 3 }), (all) => {
      const rows = [...all.map((texts) => rowFrom(texts)), ...ROWS.slice(0, 2), ...ROWS.slice(-2)];
      expect(readBack(rows)).toEqual(rows.map(wanted));
    }),
  );
});

test('the same rows come back as those of `status --json`', () => {
  const state = { server: '9.9.9.9', class: 'old-cached', citations: ['run#3'] } as const;
  const rows = [{ ...first, resolvers: [state] }, ...ROWS];
  const read = [...readNameRows(keptIn(rows))].map((row) => JSON.stringify(row));
  expect(read).toEqual(rows.map((row) => JSON.stringify(nameRow(row))));
});

test('each answer and flag comes back by itself, and so does what is not known', () => {
  const answers = ['met', 'unmet', 'unknown', 'not-ordered'] as const;
  const flags = ['released', 'reverted', 'overdue', 'expiring'] as const;
  const { observedAt: _, seen: __, ...bare } = first;
  const rows: readonly NameProgress[] = [
    ...(['transferred', 'sinkholed', 'done'] as const).flatMap((facet) =>
      answers.map((answer) => ({ ...first, [facet]: answer })),
    ),
    ...flags.map((flag) => ({ ...first, [flag]: true })),
    { ...bare, findings: [] },
    { ...first, expires: at('2035-02-03T04:05:06Z'), seen: { registered: 'no-such-object', nameServers: [] } },
    { ...first, seen: { registrar: { ianaId: 2 ** 40 + 1 } } },
  ];
  expect(readBack(rows)).toEqual(rows.map(wanted));
});

test('what resolvers show stands in its place, with and without an end', () => {
  const state = { server: '9.9.9.9', class: 'old-cached', citations: ['run#3'] } as const;
  const until = at('2019-03-18T15:00:00Z');
  const rows = [{ ...first, resolvers: [state] }, first, { ...first, resolvers: [{ ...state, until }] }];
  const read = readBack(rows);
  expect(read).toEqual(rows.map(wanted));
  expect(read[2]).toContain(`"resolversBy":"${until}"`);
});

test('texts without end are kept where they stand, and a row that is larger than a block comes whole', () => {
  const many = Array.from({ length: 3000 }, (_, place) =>
    rowFrom(Array.from({ length: 6 }, (_, of) => `text ${of} of row ${place}, which no other row has`)),
  );
  const long = rowFrom(['w', '☃'.repeat(3_000_000), 'c', 'u', 'i', 'n']);
  const rows = [long, ...many, ...many.slice(0, 100), long];
  expect(readBack(rows).every((text, place) => text === wanted(rows[place] ?? first))).toBe(true);
  const texts = keptIn(rows).map((part) => part.texts);
  expect(Math.max(...texts.flat().map(({ length }) => length))).toBeLessThan(1000);
});

test('texts that rows have in common cost a row next to nothing', () => {
  const rows = Array.from({ length: 2000 }, (_, place) => ({
    ...first,
    name: name(`name-${place}.example`),
    line: place,
  }));
  const keeper = openKeeper(rows.length);
  for (const [place, row] of rows.entries()) keeper.add(row, place);
  const { start, texts } = keeper.kept();
  expect(texts.length).toBeLessThan(20);
  expect(4 * ((start[1999] ?? 0) - (start[1998] ?? 0))).toBeLessThan(JSON.stringify(nameRow(first)).length / 4);
});

test('parts may come from another thread, with their memory', () => {
  const rows = ROWS.map((row, place) => ({ ...row, line: place }));
  const parts = keptIn(rows);
  const sent = structuredClone(parts, { transfer: parts.flatMap(memoryOfKept) });
  expect(parts.every(({ start }) => start.length === 0)).toBe(true);
  expect([...reportRows({ parts: sent, titles: TITLES })].map((row) => JSON.stringify(row))).toEqual(rows.map(wanted));
});
