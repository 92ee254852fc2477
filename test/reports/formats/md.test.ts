// Markdown, read back by a Markdown reader that is not ours: tables stay tables, and text from outside stays text.
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/reports/formats/md.ts';
import type { CaseReport } from '../../../src/reports/report/case-report.ts';
import { ATTACKS, hostileReport, UNPRINTABLE } from '../hostile-report.ts';
import { caseReport, reportsOf } from '../reports.ts';

const printed = (...cases: readonly CaseReport[]) => [...render(reportsOf(...cases))].join('');
const read = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
}

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

const typesIn = (text: string) => new Set(nodesOf(read(text) as Node).map(({ type }) => type));
const tablesIn = (text: string) => nodesOf(read(text) as Node).filter(({ type }) => type === 'table');
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

test('totals, what needs attention, and a row for every name', () => {
  const text = printed(caseReport());
  expect(text).toContain('| transferred | 76 | 10 | 12 | 0 | 0 | 1 | 99 |');
  expect(text).toContain('- **reverted** `microsoft-update.bid`: sinkholed on 17 Mar, now 203.0.113.9');
  expect(text).toContain('**illustrative**');
  expect(text).toContain('3 runs on record: 2 judged again, 1 saw what the run before had seen.');
  expect(text).toContain('Wed 20 Mar 2019 17:00 EDT');
  expect(tablesIn(text).find((table) => textOf(table).includes('name-1.example'))?.children).toHaveLength(99);
});

test('a selection says so, with its totals beside those of the whole', () => {
  const selection = { where: 'verdict=unmet', holds: (row: { doneVerdict: string }) => row.doneVerdict === 'unmet' };
  const text = printed(caseReport({ selection }));
  expect(text).toContain('A selection: 14 of 98 names, where verdict=unmet.');
  expect(text).toContain('| done | 72 | 14 | 12 | 0 | 0 | 1 | 99 |');
  expect(text).toContain('| done | 0 | 14 | 0 | 0 | 0 | 0 | 14 |');
  expect(text).toContain('## Names (14)');
});

test('what changed', () => {
  const changed = [{ name: 'a.example', facet: 'done', from: 'unmet', to: 'met', what: 'newly-met' }] as const;
  const text = printed(caseReport({ changes: { at: '2019-03-17T00:00:00Z', run: null, changed } }));
  expect(text).toContain('## Changed since 17 Mar 2019 00:00 UTC');
  expect(text).toContain('- **newly met** (done: not yet → yes): 1: `a.example`');
});

test('several cases begin with one table of them all', () => {
  const text = printed(caseReport(), { ...caseReport(), case: 'other' });
  expect(tablesIn(text)[0]?.children).toHaveLength(3);
  expect(text.match(/^## Names \(98\)$/gm)).toHaveLength(2);
});

describe('hostile text', () => {
  const text = printed(hostileReport());

  test('makes no HTML, link, picture or further structure', () => {
    const plain = typesIn(printed(caseReport()));
    expect([...typesIn(text)].filter((type) => !plain.has(type))).toEqual([]);
    expect(plain.has('html') || plain.has('link') || plain.has('image')).toBe(false);
  });

  test('tables keep their columns, and a name its row', () => {
    for (const table of tablesIn(text))
      expect(new Set(table.children?.map((row) => row.children?.length)).size).toBe(1);
    const names = tablesIn(text).find((table) => textOf(table).includes('not as ordered, or unknown'));
    expect(names?.children).toHaveLength(ATTACKS.length + 1);
  });

  test('what a dialect would make a link of by itself stands in code', () => {
    const free = nodesOf(read(text) as Node).filter(({ type }) => type === 'text');
    expect(free.filter(({ value = '' }) => /:\/\/|www\.|@/.test(value))).toEqual([]);
  });

  test('is shown as it is', () => {
    const cells = nodesOf(read(text) as Node)
      .filter(({ type }) => type === 'tableCell')
      .map(textOf);
    for (const attack of [
      '"><script>alert(1)</script>',
      '| a | b |',
      '`code` ``two``',
      '`',
      '**bold** _it_ ~~no~~ $x$',
      '\\',
    ])
      expect(cells).toContain(attack);
  });

  test('has no control characters', () => {
    expect(text).not.toMatch(UNPRINTABLE);
  });
});
