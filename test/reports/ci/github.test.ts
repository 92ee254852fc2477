// Annotations, outputs and the summary of a step, made of literals: counts and limits, and text that tries to be more than text.
import { expect, test } from 'vitest';
import type { NameProgress } from '../../../src/model/judged/progress.ts';
import { annotationLine, annotationsOf, outputsText } from '../../../src/reports/ci/github.ts';
import { aboutOf, githubSummary } from '../../../src/reports/ci/github-summary.ts';
import { nameRow } from '../../../src/reports/rows.ts';
import { name } from '../../support/values.ts';
import { CASE, PROGRESS } from '../support.ts';

const [FIRST] = PROGRESS.names;
if (FIRST === undefined) throw new Error('no row');
const row = (over: Partial<NameProgress>) =>
  nameRow({ ...FIRST, reverted: false, overdue: false, expiring: false, ...over });
const annotate = (rows: readonly ReturnType<typeof row>[], marks: readonly string[] = []) =>
  annotationsOf({ rows, file: (id) => `cases/phosphorus/${id}.txt`, marks });

test('one a name, at its line, by what is the matter with it', () => {
  const kinds = (over: Partial<NameProgress>) => annotate([row(over)]).map(({ kind, title }) => `${kind} ${title}`);
  expect(kinds({ done: 'unmet', reverted: true, overdue: true })).toEqual(['error reverted']);
  expect(kinds({ done: 'unmet', overdue: true })).toEqual(['error overdue']);
  expect(kinds({ done: 'met', expiring: true })).toEqual(['warning expiring']);
  expect(kinds({ done: 'unknown' })).toEqual(['warning unknown']);
  expect(kinds({ done: 'unmet' })).toEqual(['notice not yet']);
  expect(kinds({ done: 'met' })).toEqual([]);
  expect(annotate([row({ done: 'unmet', line: 17 })])[0]).toMatchObject({ line: 17 });
});

test('ten a kind at most, and the tenth says how many more there are', () => {
  const rows = Array.from({ length: 13 }, (_, i) => row({ name: name(`n${i}.example`), done: 'unmet', overdue: true }));
  const found = annotate([...rows, row({ done: 'unknown' })], ['SIMULATED NETWORK']);
  expect(found.filter(({ kind }) => kind === 'error')).toHaveLength(10);
  expect(found[9]?.message).toBe('SIMULATED NETWORK: 4 more names; the step summary has them');
  expect(annotate(rows.slice(0, 10))).toHaveLength(10);
  expect(annotate(rows.slice(0, 10))[9]?.title).toBe('overdue');
});

test('a text can neither end its command nor begin another', () => {
  const line = annotationLine({
    kind: 'error',
    file: 'a,b:c\n::set-output::x.txt',
    line: 3,
    title: '100%,\r\n::error::x',
    message: 'x\n::add-path::/bad\r##[add-path]/bad %0A \u001b[0m',
  });
  expect(line.split('\n')).toHaveLength(2);
  expect(line).not.toMatch(/\r/);
  expect(line.startsWith('::error file=a%2Cb%3Ac')).toBe(true);
  expect(line.slice(2).split('::')[0]).not.toContain('%0A::');
  expect(line).toContain('%250A');
});

test('a value can neither end itself nor set another output', () => {
  const text = outputsText({ case: 'a\ntakedown-0\nevil<<x', run: '' }, 'takedown-0123');
  expect(text).toBe('case<<takedown-0123\na⏎takedown-0⏎evil<<x\ntakedown-0123\nrun<<takedown-0123\n\ntakedown-0123\n');
});

test('the summary has the counts, and its size an end', () => {
  const small = githubSummary({
    about: aboutOf({ theCase: CASE, progress: PROGRESS }),
    rows: PROGRESS.names.map(nameRow),
  });
  expect(small).toContain('**illustrative**');
  const { transferred } = PROGRESS.totals;
  expect(small).toContain(`| transferred | ${transferred.met} | ${transferred.unmet} | ${transferred.unknown} |`);
  const many = Array.from({ length: 40_000 }, (_, i) => row({ name: name(`n${i}.example`), done: 'unmet' }));
  const large = githubSummary({ about: aboutOf({ theCase: CASE, progress: PROGRESS }), rows: many });
  expect(Buffer.byteLength(large)).toBeLessThan(1024 * 1024);
  const shown = large.split('\n').filter((line) => line.startsWith('| `n')).length;
  expect(shown).toBeLessThan(40_000);
  expect(large.includes(`And ${40_000 - shown} more names`)).toBe(true);
});

test('text from outside is no markup in the summary', () => {
  const hostile = '](x)<script>|a|`b`**c** [d](https://evil.example) www.evil.example @me ~~e~~ <img src=x>\n# f';
  const [finding] = FIRST.findings;
  if (finding === undefined) throw new Error('no finding');
  const rows = [row({ done: 'unknown', findings: [{ ...finding, verdict: 'unknown', reason: hostile }] })];
  const progress = { ...PROGRESS, attention: [{ word: 'x', names: [], text: hostile }] };
  const text = githubSummary({ about: aboutOf({ theCase: { ...CASE, title: hostile }, progress }), rows });
  for (const mark of ['<script', '<img', '](', '**c**', '`b`', '|a|', '://', 'www.', '@me', '~~'])
    expect(text.includes(mark), mark).toBe(false);
});
