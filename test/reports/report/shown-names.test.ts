import { expect, test } from 'vitest';
import { render } from '../../../src/reports/formats/html.ts';
import { shownNames } from '../../../src/reports/report/shown-names.ts';
import { caseReport, reportsOf } from '../reports.ts';

const rows = [...caseReport().names];
const late = rows.filter(({ reverted, overdue, expiring }) => reverted || overdue || expiring);

test('all of them, where a browser can take them', () => {
  expect(shownNames(rows)).toEqual({ rows, leftOut: 0 });
});

test('of too many those first that somebody has to do something about, in the order of the schedules', () => {
  const shown = shownNames(rows, late.length + 3);
  expect(shown.leftOut).toBe(rows.length - late.length - 3);
  for (const row of late) expect(shown.rows).toContain(row);
  expect(shown.rows.filter(({ doneVerdict }) => doneVerdict === 'unmet').length).toBeGreaterThan(late.length - 1);
  const places = shown.rows.map(({ line }) => line);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('the page of a large case says what it leaves out, and where that is', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    rows.map((row) => ({ ...row, name: `x${at}-${row.name}` })),
  ).flat();
  const page = [...render(reportsOf({ ...caseReport(), names: many }))].join('');
  expect(page.split('<article ')).toHaveLength(1001);
  expect(page).toContain('1,000 of 2,940 names stand here');
  expect(page).toContain('The other 1,940 are in every count above');
  expect(page).toContain('<code>-o names.xlsx</code>');
});
