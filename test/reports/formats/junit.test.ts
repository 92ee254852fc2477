// The report for whoever keeps test results: a suite a case, and an error for one that could not be read.
import { expect, test } from 'vitest';
import { render } from '../../../src/reports/formats/junit.ts';
import { junitIn } from '../../support/junit-file.ts';
import { hostileReport } from '../hostile-report.ts';
import { caseReport, reportsOf } from '../reports.ts';

const textOf = (...args: Parameters<typeof render>) => [...render(...args)].join('');

test('a case is a suite, a name and piece of relief a test, and no name gets lost', () => {
  const report = caseReport();
  const { suite, tests } = junitIn(textOf(reportsOf(report)));
  expect(suite.attributes['name']).toBe(report.case);
  expect(suite.attributes['timestamp']).toBe(report.lastRun?.ended);
  const names = new Set(tests.map(({ attributes }) => attributes['name']?.split(': ')[0]));
  expect(names.size).toBe(report.names.length);
});

test('text from outside breaks out of nothing', () => {
  const text = textOf(reportsOf(hostileReport()));
  const known = /^<[/?]?(?:xml|testsuites?|properties|property|testcase|failure|skipped|error|system-out)[\s>/]/;
  expect([...text.matchAll(/<[^>]{0,20}./g)].filter(([tag]) => !known.test(tag))).toEqual([]);
});

test('several cases are several suites, counted together, and one that could not be read is an error', () => {
  const report = caseReport();
  const unread = [{ case: 'acme', problems: [{ code: 'yaml', severity: 'error' as const, message: 'line 3 <b>' }] }];
  const text = textOf({ toolVersion: '1', cases: [report, report], all: true, unread });
  expect([...text.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    report.case,
    report.case,
    'acme',
  ]);
  const { tests } = junitIn(textOf(reportsOf(report)));
  expect(text).toContain(`<testsuites name="takedown" tests="${tests.length * 2 + 1}"`);
  expect(text).toContain('errors="1"');
  expect(text).toContain('<error message="line 3 &lt;b&gt;" type="yaml">');
});
