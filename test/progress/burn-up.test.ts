import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/model/case/journal.ts';
import { type Moment, marksOn, sampled, turnsOf } from '../../src/progress/burn-up.ts';
import { CASE, DEADLINE } from '../reports/support.ts';
import { at } from '../support/values.ts';

function day(number: number, facts?: string): Moment {
  const ended = at(`2019-04-${String(number).padStart(2, '0')}T02:00:00Z`);
  return { run: `run-${number}`, ended, ...(facts !== undefined && { facts }) };
}

const runs = (moments: readonly Moment[]) => moments.map(({ run }) => run);

describe('which runs are judged again', () => {
  test('those that saw something else than the run before', () => {
    const found = sampled([day(1, 'a'), day(2, 'a'), day(3, 'b'), day(4, 'b'), day(5, 'a')], [], 10);
    expect(runs(found.judged)).toEqual(['run-1', 'run-3', 'run-5']);
    expect(found).toMatchObject({ equal: 2, leftOut: 0 });
  });

  test('one of which that is not known is taken for another', () => {
    expect(sampled([day(1), day(2), day(3, 'a'), day(4)], [], 10).judged).toHaveLength(4);
  });

  test('one after a turn: an order, an entry of the journal', () => {
    const found = sampled([day(1, 'a'), day(2, 'a'), day(3, 'a')], [at('2019-04-02T12:00:00Z')], 10);
    expect(runs(found.judged)).toEqual(['run-1', 'run-3']);
  });

  test('one a week in any case, since some verdicts change with time alone', () => {
    const found = sampled(
      [1, 4, 7, 8, 12, 15].map((number) => day(number, 'a')),
      [],
      10,
    );
    expect(runs(found.judged)).toEqual(['run-1', 'run-8', 'run-15']);
  });

  test('of too many the first, the last and some between, and it is told how many were left out', () => {
    const found = sampled(
      Array.from({ length: 30 }, (_, place) => day(place + 1)),
      [],
      4,
    );
    expect(runs(found.judged)).toEqual(['run-1', 'run-11', 'run-20', 'run-30']);
    expect(found).toMatchObject({ equal: 0, leftOut: 26 });
  });

  test.each([0, 1])('at most %i', (most) => {
    const { judged, equal, leftOut } = sampled([day(1), day(2, 'a'), day(3, 'a')], [], most);
    expect(judged).toHaveLength(most);
    expect(judged.length + equal + leftOut).toBe(3);
  });
});

test('turns are what orders and people did', () => {
  const journal: readonly JournalEntry[] = [{ at: at('2019-03-16T00:00:00Z'), event: 'confirmed' }];
  expect(turnsOf(CASE, journal)).toEqual(['2019-03-15T20:00:00Z', '2019-03-29T20:00:00Z', '2019-03-16T00:00:00Z']);
});

test('marks: orders, letters that were served and not corrected, and each instant at which something is due once', () => {
  const journal: readonly JournalEntry[] = [
    { at: at('2019-03-16T10:00:00Z'), event: 'served', letter: '2019-03-16-verisign-order' },
    { at: at('2019-03-16T11:00:00Z'), event: 'served', letter: 'mistaken' },
    { at: at('2019-03-16T12:00:00Z'), event: 'note', corrects: at('2019-03-16T11:00:00Z') },
    { at: at('2019-03-17T12:00:00Z'), event: 'received', recipient: 'verisign' },
    { at: at('2019-04-17T12:00:00Z'), event: 'served', recipient: 'verisign' },
  ];
  const item = { recipientName: 'Afilias USA, Inc.', deadline: DEADLINE };
  const due = [item, item, { recipientName: 'VeriSign, Inc.', deadline: DEADLINE }, { recipientName: 'Idle' }];
  const asOf = at('2019-04-01T00:00:00Z');
  expect(marksOn({ theCase: CASE, journal, asOf, due, titleOf: (kind) => kind })).toEqual([
    { at: '2019-03-15T20:00:00Z', kind: 'order-entered', text: 'temporary-restraining-order (tro)' },
    { at: '2019-03-16T10:00:00Z', kind: 'letter-served', text: '2019-03-16-verisign-order' },
    { at: '2019-03-20T21:00:00Z', kind: 'due', text: 'Afilias USA, Inc., VeriSign, Inc.' },
    { at: '2019-03-29T20:00:00Z', kind: 'order-ends', text: 'temporary-restraining-order (tro)' },
  ]);
});
