import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/reports/formats/html.ts';
import type { CaseReport } from '../../../src/reports/report/case-report.ts';
import { HOSTILE } from '../../letters/hostile.ts';
import { caseReport, ROWS, reportsOf } from '../reports.ts';

const pageOf = (...cases: readonly CaseReport[]) => [...render(reportsOf(...cases))].join('');
const page = pageOf(caseReport());
const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
const [, script = ''] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
const body = page.slice(page.indexOf('<body>'), page.indexOf('<script>'));

/** What a reader sees, without the marks of HTML. */
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the page', () => {
  it('says the totals of the report, and rows that add up', () => {
    for (const [facet, numbers] of Object.entries({
      transferred: [76, 10, 12, 0, 0, 1, 99],
      sinkholed: [85, 9, 4, 0, 0, 1, 99],
      done: [72, 14, 12, 0, 0, 1, 99],
    })) {
      expect(plain(body)).toContain(`${facet} ${numbers.join(' ')}`);
    }
  });

  it('has a row and an article for every name', () => {
    const names = [...caseReport().names].map(({ name }) => name);
    expect(names).toHaveLength(98);
    for (const name of names) {
      expect(body.split(`<a href="#n-${name}">`).length, name).toBeGreaterThan(1);
      expect(body.split(`<article id="n-${name}"`), name).toHaveLength(2);
    }
  });

  it('carries the marks of its case', () => {
    expect(body).toContain('<li>ILLUSTRATIVE</li>');
    const marked = { ...caseReport(), marks: ['SIMULATED NETWORK', 'illustrative'] };
    expect(pageOf(marked)).toContain('<li>SIMULATED NETWORK</li><li>ILLUSTRATIVE</li>');
    expect(pageOf(marked, caseReport())).toContain('<li>SIMULATED NETWORK</li>');
  });

  it('leads from each statement to the line of the run, and says the command that shows it', () => {
    expect(body.replace(/<[^>]*>/g, '')).toContain(
      "takedown evidence show phosphorus '20190318T141502Z-7f3a#2', and so #3",
    );
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...body.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('leads to the command of each run where a name rests on several, and has one in sight where it is the only one', () => {
    const [first, ...rest] = ROWS;
    const [finding] = first?.findings ?? [];
    if (first === undefined || finding === undefined) throw new Error('the fixture has no rows');
    const older = { ...finding, citations: ['20190301T000000Z-0001#7', '20190318T141502Z-7f3a#2'] };
    const [several = '', one = ''] = pageOf(caseReport({}, [{ ...first, findings: [older] }, ...rest]))
      .split('<article ')
      .slice(1);
    const ways = [...several.matchAll(/<a href="#(e[0-9]+)">#[0-9]+<\/a>/g)].map(([, id]) => id);
    expect(ways).toHaveLength(2);
    for (const id of ways) expect(several).toContain(`<p id="${id}"><code>takedown evidence show`);
    expect(one).toContain('<small>[#4]</small>');
    expect(one).not.toContain('href=');
  });

  it('loads nothing: no address, no source, and a policy that names what stands in it', () => {
    expect(page).not.toMatch(/https?:|\ssrc=|<link|<img|@import|<iframe|<object|\sstyle=|\son\w+=/);
    expect(style).not.toContain('url(');
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`,
    );
  });

  it('is smaller than 300 kB for a hundred names, and the same each time', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(300_000);
    expect(pageOf(caseReport())).toBe(page);
  });

  it('shows unknown as unknown where nothing was ever looked up', () => {
    const { lastRun: _, ...report } = caseReport();
    expect(pageOf({ ...report, lastRun: null })).toContain('Nothing has been looked up yet');
  });

  it('shows every case of a workspace, with anchors of their own, and those that could not be read', () => {
    const problems = [{ code: 'x', severity: 'error', message: 'It has <no> order.' }] as const;
    const reports = { ...reportsOf(caseReport(), caseReport()), unread: [{ case: 'broken', problems }] };
    const several = [...render(reports)].join('');
    const ids = [...several.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(several.split('<article ')).toHaveLength(2 * 98 + 1);
    expect(several).toContain('It has &lt;no&gt; order.');
    expect([...render(reportsOf())].join('')).toContain('<h1>Every case</h1>');
  });
});

/**
 * Tags and the names of their attributes: what a text could change only by breaking out of its place. A long name may be
 * broken, and that is all.
 */
const skeleton = (html: string) =>
  (
    html
      .replaceAll('<wbr>', '')
      .replace(/"[^"]*"/g, '""')
      .match(/<[^>]*>?/g) ?? []
  ).join('\n');

/** What decides which parts the page has; all else is text. */
const DECIDES = new Set(['verdict', 'transferred', 'sinkholed', 'doneVerdict', 'reach', 'facet', 'from', 'to', 'what']);
const DECIDES_TOO = new Set([
  'kind',
  'registered',
  'action',
  'why',
  'timeZone',
  'citations',
  'word',
  'unicode',
  'name',
]);
const INSTANT = /^\d{4}-\d\d-\d\dT/;

function withTexts(value: unknown, text: () => string, key = ''): unknown {
  if (typeof value === 'string') {
    return DECIDES.has(key) || DECIDES_TOO.has(key) || INSTANT.test(value) ? value : text();
  }
  if (Array.isArray(value)) return value.map((one) => withTexts(one, text, key));
  if (typeof value !== 'object' || value === null) return value;
  if (key === 'names') return [...(value as Iterable<unknown>)].map((one) => withTexts(one, text));
  return Object.fromEntries(Object.entries(value).map(([at, one]) => [at, withTexts(one, text, at)]));
}

function hostileReport(text: () => string): CaseReport {
  const report = caseReport();
  const rows = [...report.names].slice(0, 3).map((row) => {
    const changed = withTexts(row, text) as typeof row;
    return { ...changed, registrar: { name: text(), ianaId: 1 }, unicode: `${text()}!` };
  });
  return { ...(withTexts({ ...report, names: [] }, text) as CaseReport), names: rows, marks: [text()] };
}

describe('nothing from outside breaks out of its place', () => {
  const benign = skeleton(pageOf(hostileReport(() => 'text')));
  const fragments = fc.constantFrom(
    ...HOSTILE,
    '<',
    '>',
    '"',
    "'",
    '`',
    '&',
    '<!--',
    '-->',
    '</script>',
    '</style>',
    '</title>',
    '<svg onload=x>',
    '" onclick="x',
    "' autofocus onfocus='x",
    'javascript:x',
    '\u2028',
    '\u0000',
    '&lt;',
    ']]>',
  );
  const texts = fc.array(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 12 })), {
    minLength: 1,
    maxLength: 6,
  });

  it('whatever it is', () => {
    expect(benign).toContain('<article');
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 40 }), (given) => {
        let at = 0;
        const next = () => (given[at++ % given.length] ?? []).join('');
        expect(skeleton(pageOf(hostileReport(next)))).toBe(benign);
      }),
      { numRuns: 60 },
    );
  });

  it('and it is shown as it was written', () => {
    const hostile = pageOf(hostileReport(() => '"><img src=x onerror=alert(1)>\u202e'));
    expect(hostile).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(hostile).not.toContain('\u202e');
  });
});
