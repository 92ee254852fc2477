// The report as the summary of a step: what GitHub shows of it, how much at most, and what of it can be markup.
import { expect, test } from 'vitest';
import { render } from '../../../src/reports/formats/github.ts';
import { hostileReport } from '../hostile-report.ts';
import { caseReport, reportsOf } from '../reports.ts';

const textOf = (...args: Parameters<typeof render>) => [...render(...args)].join('');
const LARGEST = 1024 * 1024;

test('says the case, its marks and its totals, and the names that are not done', () => {
  const report = caseReport();
  const text = textOf(reportsOf(report));
  expect(text.startsWith(`## ${report.case}: `)).toBe(true);
  for (const mark of report.marks) expect(text).toContain(`**${mark}**`);
  const open = [...report.names].filter(({ doneVerdict, released }) => doneVerdict !== 'met' && !released);
  for (const { name } of open) expect(text).toContain(`| \`${name}\` |`);
});

test('stays under what GitHub shows, however many cases and names there are', () => {
  const report = caseReport();
  const [row] = [...report.names].filter(({ doneVerdict }) => doneVerdict !== 'met');
  if (row === undefined) throw new Error('no name is left');
  const names = Array.from({ length: 20_000 }, (_, at) => ({ ...row, name: `name-${at}.example` }));
  const large = { ...report, names };
  for (const cases of [[large], [large, large, large]]) {
    const text = textOf({ toolVersion: '1', cases, all: true, unread: [] });
    expect(Buffer.byteLength(text)).toBeLessThan(LARGEST);
    expect(text).toMatch(/And \d+ more names/);
  }
});

test('what is from outside is neither markup nor a link, and a case that cannot be read is told', () => {
  const unread = [{ case: 'acme', problems: [{ code: 'x', severity: 'error' as const, message: '<b>[x](y)' }] }];
  const text = textOf({ ...reportsOf(hostileReport()), unread });
  expect(text).not.toMatch(/<(?!br>)|\]\(/);
  expect(text).toContain('It could not be read: &#60;b&#62;');
});
