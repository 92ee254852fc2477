import { describe, expect, test } from 'vitest';
import type { Progress } from '../../../src/model/judged/progress.ts';
import type { StatusDocument } from '../../../src/reports/documents.ts';
import { statusDocument, statusJson } from '../../../src/reports/status/json.ts';
import { at } from '../../support/values.ts';
import { expectDocument } from '../documents.ts';
import { CASE, PROGRESS, UNCHECKED } from '../support.ts';

const envelope = {
  toolVersion: '0.1.0',
  generatedAt: at('2019-03-18T14:20:00Z'),
  problems: [
    {
      code: 'count-differs',
      severity: 'warning',
      message: 'The order states 99 names, the schedule has 98.',
      hint: 'Compare them.',
      place: { file: 'case.yaml', line: 4, column: 3, length: 2, excerpt: '  99' },
    },
  ],
} as const;

const printed = (progress: Progress): string => [...statusJson({ theCase: CASE, progress }, envelope)].join('');

describe('the document', () => {
  test('is the published one', () => {
    const document = expectDocument('status', printed(PROGRESS)) as StatusDocument;
    expect(document).toEqual(
      JSON.parse(JSON.stringify(statusDocument({ theCase: CASE, progress: PROGRESS }, envelope))),
    );
    expect(document.totals).toMatchObject({ ordered: 99, listed: 98, done: 72, reverted: 1, overdue: 5 });
    expect(document.totals.transferred).toEqual({ met: 76, unmet: 10, unknown: 12, notOrdered: 0 });
    expect(document.complete).toBe(true);
  });

  test('has one row a name, in order, whatever became of it', () => {
    const document = expectDocument('status', printed(PROGRESS)) as StatusDocument;
    expect(document.names.map((row) => row.name)).toEqual(PROGRESS.names.map((row) => row.name));
    expect(document.names[0]).toMatchObject({ done: true, doneVerdict: 'met', expires: null });
    expect(document.names[81]?.findings[1]).toEqual({
      requirement: 'tro/2(b)/resolves-to/name-82.example',
      order: 'tro',
      paragraph: '2(b)',
      relief: 'resolves-to',
      verdict: 'unmet',
      word: 'outside-sinkhole',
      reason: '203.0.113.9 is outside 192.0.2.0/24',
      due: '2019-03-20T21:00:00Z',
      citations: ['20190318T141502Z-7f3a#165'],
    });
  });

  test('of a case that was never checked', () => {
    const document = expectDocument('status', printed(UNCHECKED)) as StatusDocument;
    expect(document).toMatchObject({ complete: false, lastRun: null });
  });

  test('of a case with no names and nothing to say', () => {
    const empty = { ...UNCHECKED, names: [], registries: [], due: [], expiries: [], paragraphs: [] };
    expect(expectDocument('status', printed(empty))).toMatchObject({ names: [], due: [] });
  });

  test('is not complete while a run is unfinished', () => {
    const unfinished = [{ id: 'r', started: at('2019-03-18T14:20:00Z'), simulated: false }];
    expect(statusDocument({ theCase: CASE, progress: { ...PROGRESS, unfinished } }, envelope).complete).toBe(false);
  });

  test('deadlines say whether they have passed', () => {
    const late = { ...PROGRESS, asOf: at('2019-03-20T21:00:01Z') };
    const overdue = statusDocument({ theCase: CASE, progress: late }, envelope).due.map((row) => row.overdue);
    expect(overdue).toEqual([true, true, false, false]);
  });
});

test('control characters are escaped, everything else is as it came', () => {
  const evil = '\u001b]0;x\u0007\u202e';
  const text = printed({ ...PROGRESS, attention: [{ word: 'held', names: [], text: evil }] });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect((JSON.parse(text) as StatusDocument).attention[0]?.text).toBe(evil);
});

test('a hundred thousand names come in pieces of bounded size, made as they are read', () => {
  const names = Array.from({ length: 100_000 }, () => PROGRESS.names[0]);
  let made = 0;
  const lazy = {
    *[Symbol.iterator]() {
      for (const row of names) {
        made += 1;
        yield row;
      }
    },
  };
  const progress = { ...PROGRESS, names: lazy } as object as Progress;
  let [largest, pieces, length] = [0, 0, 0];
  for (const piece of statusJson({ theCase: CASE, progress }, envelope)) {
    if (pieces === 0) expect(made).toBeLessThan(1000);
    pieces += 1;
    length += piece.length;
    largest = Math.max(largest, piece.length);
  }
  expect(made).toBe(100_000);
  expect(length).toBeGreaterThan(50_000_000);
  expect(largest).toBeLessThan(80_000);
});
