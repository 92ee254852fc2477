// Where things stand in the drawing of progress over time.
import { describe, expect, it, test } from 'vitest';
import { burnUp } from '../../../src/reports/html/burn-up.ts';
import { chronicle, marksOf, markWords } from '../../../src/reports/html/chronicle.ts';
import type { CasePage } from '../../../src/reports/html/page.ts';
import { apart, levelsOf, scalesOf, ticksOf } from '../../../src/reports/html/scales.ts';
import { caseReport } from '../reports.ts';

const page: CasePage = { report: caseReport(), prefix: '', level: 2 };

const withHistory = (history: Partial<CasePage['report']['history']>): CasePage => ({
  ...page,
  report: { ...page.report, history: { ...page.report.history, ...history } },
});

test('a count and an instant have their places', () => {
  const { x, y } = scalesOf({ left: 10, right: 110, top: 0, bottom: 50 }, { from: 0, to: 1000, most: 100 });
  expect([x(0), x(500), x(1000), y(0), y(50), y(100)]).toEqual([10, 60, 110, 50, 25, 0]);
});

test.each([
  ['2019-03-18T09:00:00Z', '2019-03-18T15:00:00Z', '18 Mar 09:00', '18 Mar 15:00'],
  ['2019-03-15T20:00:00Z', '2019-03-20T21:00:00Z', '16 Mar 2019', '20 Mar'],
  ['2019-03-15T20:00:00Z', '2024-03-20T21:00:00Z', undefined, undefined],
])('dates below the lines from %s to %s', (from, to, first, last) => {
  const ticks = ticksOf({ from: Date.parse(from), to: Date.parse(to) });
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.length).toBeLessThan(10);
  if (first !== undefined) expect([ticks[0]?.words, ticks.at(-1)?.words]).toEqual([first, last]);
  else expect(ticks.every(({ words }) => / \d{4}$/.test(words))).toBe(true);
});

test.each([
  [1, [0, 1]],
  [7, [0, 2, 4, 6, 7]],
  [99, [0, 20, 40, 60, 80, 99]],
  [100_000, undefined],
])('levels up to %i end with it', (most, wanted) => {
  const levels = levelsOf(most);
  if (wanted !== undefined) expect(levels).toEqual(wanted);
  expect(levels.at(-1)).toBe(most);
  expect(levels.length).toBeLessThan(12);
});

test('labels never stand on each other, nor below the floor', () => {
  expect(apart([10, 12, 50], 17, 100)).toEqual([10, 27, 50]);
  expect(apart([90, 95, 100], 17, 100)).toEqual([66, 83, 100]);
});

describe('the drawing', () => {
  it('has a line for each answer, and says in words what it shows', () => {
    const drawn = burnUp(page)?.html ?? '';
    expect(drawn).toContain('transferred from 10 to 76, sinkholed from 20 to 85, done from 8 to 72');
    for (const facet of ['transferred', 'sinkholed', 'done']) expect(drawn).toContain(`<path class="${facet}"`);
  });

  it('is not there for one point', () => {
    expect(burnUp(withHistory({ points: page.report.history.points.slice(0, 1) }))).toBeUndefined();
    expect(burnUp(withHistory({ points: [] }))).toBeUndefined();
  });

  it('leaves out what is far ahead, which the table has', () => {
    const far = { at: '2039-01-01T00:00:00Z', kind: 'order-ends', text: 'permanent injunction (pi)' } as const;
    const ahead = withHistory({ marks: [...page.report.history.marks, far] });
    expect(burnUp(ahead)?.html).not.toContain('>3</text>');
    expect(chronicle(ahead).at(-1)).toMatchObject({ at: far.at });
  });
});

test('what happened at one instant is one mark with all of its names', () => {
  const at = '2019-03-15T21:20:00Z';
  const served = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((text) => ({ at, kind: 'letter-served', text }) as const);
  const [mark, ...others] = marksOf(withHistory({ marks: served }));
  expect(others).toEqual([]);
  expect(mark === undefined ? '' : markWords(mark)).toBe('7 letters served: a, b, c, d, e, f and 1 more');
});
