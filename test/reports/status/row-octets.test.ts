// Rows that are written as soon as they are made, and the document made of them, against the document made of values.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatedFinding, NameProgress, Progress } from '../../../src/model/judged/progress.ts';
import { harmlessJson } from '../../../src/model/text/harmless.ts';
import { nameRow } from '../../../src/reports/rows.ts';
import { statusDocument, statusJson } from '../../../src/reports/status/json.ts';
import { statusJsonOf } from '../../../src/reports/status/kept.ts';
import { openRowBook, type RowOctets } from '../../../src/reports/status/row-octets.ts';
import { rowPieces } from '../../../src/reports/status/row-pieces.ts';
import { at } from '../../support/values.ts';
import { CASE, PROGRESS } from '../support.ts';

const envelope = { toolVersion: '0.1.0', generatedAt: at('2019-03-18T14:20:00Z'), problems: [] };
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\u001b]0;x\u0007', '\u202e', '\ud800', '"\\', '\u0085', 'Ünïcode ☃ 𝄞'),
);

function rowFrom(texts: readonly string[]): NameProgress {
  const row = PROGRESS.names[85];
  if (row === undefined) throw new Error('the fixture has no such row');
  const [word = '', reason = '', citation = '', unicode = '', id = '', note = ''] = texts;
  const findings = row.findings.map((finding) => ({
    ...finding,
    word,
    reason,
    citations: [citation, 'run#1'],
    requirement: {
      ...finding.requirement,
      clause: { ...finding.requirement.clause, id, paragraph: note, order: reason },
    },
  }));
  return { ...row, unicode, schedule: word, findings, notes: [{ word: 'warm-cache', text: note, citations: [id] }] };
}

const whole = (row: NameProgress) => harmlessJson(JSON.stringify(nameRow(row)));

function kept(rows: readonly NameProgress[]): string {
  const book = openRowBook(rows.length);
  for (const [at, row] of rows.entries()) book.add(row, at);
  return printed(rowPieces([book.octets()], '\n'));
}

test('the text of a row is what JSON makes of it, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(hostile, { minLength: 6, maxLength: 6 }), { maxLength: 3 }), (all) => {
      const rows = [...all.map(rowFrom), ...PROGRESS.names.slice(0, 2)];
      expect(kept(rows)).toBe(rows.map(whole).join('\n'));
    }),
  );
});

test('what resolvers show stands at the end', () => {
  const [row] = PROGRESS.names;
  if (row === undefined) throw new Error('the fixture has no rows');
  const state = {
    server: '9.9.9.9',
    class: 'old-cached',
    until: at('2019-03-18T15:00:00Z'),
    citations: ['run#3'],
  } as const;
  const behind: NameProgress = { ...row, resolvers: [state] };
  expect(kept([behind])).toBe(whole(behind));
  expect(JSON.parse(kept([behind]))).toMatchObject({ resolvers: [state], resolversBy: state.until });
});

test('of more clauses than there are stand-ins, each stands in its rows', () => {
  const rows = Array.from({ length: 700 }, (_, at) => rowFrom([`${at}`, 'r', 'c', 'u', `clause-${at}`, 'n']));
  expect(kept(rows) === rows.map(whole).join('\n')).toBe(true);
});

test('of one clause, findings that differ in one thing alone are told apart', () => {
  const [row] = PROGRESS.names;
  const [first] = row?.findings ?? [];
  if (row === undefined || first === undefined) throw new Error('the fixture has no such row');
  const from = { at: at('2019-03-15T20:00:00Z'), what: 'receipt' };
  const deadline = { due: at('2019-03-20T04:00:00Z'), from, arithmetic: 'counted' };
  const kinds: readonly Partial<DatedFinding>[] = [
    {},
    { word: 'other' },
    { verdict: 'unknown' },
    { deadline },
    { deadline: { ...deadline, due: at('2019-03-21T04:00:00Z') } },
    { citations: ['run#7', 'run#8'] },
    { citations: [] },
    ...Array.from({ length: 300 }, (_, at) => ({ reason: `until day ${at}` })),
  ];
  const rows = [...kinds, ...kinds.toReversed()].map((kind) => ({ ...row, findings: [first, { ...first, ...kind }] }));
  expect(kept(rows)).toBe(rows.map(whole).join('\n'));
});

test('a row takes little more than half of its text', () => {
  const book = openRowBook(1);
  const [row] = PROGRESS.names;
  if (row === undefined) throw new Error('the fixture has no rows');
  book.add(row, 0);
  expect(book.octets().length[0]).toBeLessThan(whole(row).length * 0.75);
});

function booksOf({ names }: Progress, turn: (at: number) => number): readonly RowOctets[] {
  const books = [openRowBook(names.length), openRowBook(names.length), openRowBook(names.length)];
  for (const [at, row] of [...names.entries()].toReversed()) books[turn(at)]?.add(row, at);
  return books.map((book) => book.octets());
}

/** Each piece is used before the next one is asked for. */
function printed(pieces: Iterable<string | Uint8Array>): string {
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
  return text;
}

test.each([0, 1, 98])('a document of %i rows, written apart and in any order, is the one made of values', (count) => {
  const report = { theCase: CASE, progress: { ...PROGRESS, names: PROGRESS.names.slice(0, count) } };
  const text = printed(
    statusJsonOf(
      report,
      envelope,
      booksOf(report.progress, (at) => (at * 7) % 3),
    ),
  );
  expect(text).toBe(printed(statusJson(report, envelope)));
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(statusDocument(report, envelope))));
});

test('rows that are larger than a piece of memory come whole', () => {
  const long = rowFrom(['w', 'ä☃'.repeat(1_500_000), '', '', '', '']);
  const names = [long, ...PROGRESS.names.slice(1, 3), long];
  const report = { theCase: CASE, progress: { ...PROGRESS, names } };
  const text = printed(
    statusJsonOf(
      report,
      envelope,
      booksOf(report.progress, () => 1),
    ),
  );
  expect(text === printed(statusJson(report, envelope))).toBe(true);
});
