// XML, read by somebody else's parser where there is one on the machine, and by its rules everywhere.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { render } from '../../../src/reports/formats/xml.ts';
import type { CaseReport } from '../../../src/reports/report/case-report.ts';
import { hostileReport, UNPRINTABLE } from '../hostile-report.ts';
import { caseReport, reportsOf } from '../reports.ts';

const printed = (...cases: readonly CaseReport[]) => [...render(reportsOf(...cases))].join('');
const hasPython = spawnSync('python3', ['-c', 'import xml.etree.ElementTree']).status === 0;

test('an element a field; what is not known says so', () => {
  const text = printed(caseReport());
  expect(text).toContain(' <asOf>2019-03-18T14:20:00Z</asOf>');
  expect(text).toContain('  <done>72</done>');
  expect(text.match(/^ {3}<name>name-/gm)).toHaveLength(98);
  expect(text).toContain('<registrar xsi:nil="true"/>');
  expect(text).toContain('<marks>\n  <entry>illustrative</entry>\n </marks>');
});

/** Every tag that is opened is closed in its turn; what stands between tags has no markup. */
function isWellFormed(text: string): boolean {
  const open: string[] = [];
  let roots = 0;
  const body = text.replace(/^<\?xml [^?]*\?>\n/, '');
  const rest = body.replace(
    /<(\/?)([A-Za-z][\w.-]*)((?: [\w:-]+="[^"<]*")*)(\/?)>/g,
    (_, end: string, name: string, __, empty: string) => {
      if (end === '' && open.length === 0) roots += 1;
      if (end !== '') return open.pop() === name ? '' : '<';
      if (empty === '') open.push(name);
      return '';
    },
  );
  return roots === 1 && open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(rest);
}

test('hostile text stays text, without control characters', () => {
  const text = printed(hostileReport(), caseReport());
  expect(isWellFormed(text)).toBe(true);
  expect(isWellFormed(text.replace('&lt;script', '<script'))).toBe(false);
  expect(text).not.toMatch(UNPRINTABLE);
});

test('cases that could not be read, and none at all', () => {
  const unread = [{ case: 'broken', problems: [{ code: 'x', severity: 'error', message: '<m>' }] }] as const;
  const text = [...render({ ...reportsOf(), unread })].join('');
  expect(isWellFormed(text)).toBe(true);
  expect(text).toContain('<message>&lt;m&gt;</message>');
});

test.runIf(hasPython)("somebody else's parser reads it", () => {
  const read =
    'import sys,xml.etree.ElementTree as e;print(len(e.fromstring(sys.stdin.buffer.read()).findall(".//{*}names/{*}entry")))';
  const found = spawnSync('python3', ['-c', read], { input: printed(hostileReport()), encoding: 'utf8' });
  expect(found).toMatchObject({ status: 0, stderr: '' });
  expect(Number(found.stdout)).toBe([...hostileReport().names].length);
});
