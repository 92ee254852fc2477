import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineChange } from '../../../src/reports/files/diff-text.ts';
import { lineChanges } from '../../../src/reports/files/line-changes.ts';

function applied(before: string, changes: readonly LineChange[]): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let line = 1;
  for (const change of changes) {
    out.push(...lines.slice(line - 1, change.line - 1));
    line = change.line;
    if (change.before !== undefined) {
      expect(lines[line - 1]).toBe(change.before);
      line += 1;
    }
    if (change.after !== undefined) out.push(change.after);
  }
  return out.join('') + lines.slice(line - 1).join('');
}

const TEXT = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n'), { maxLength: 12 })
  .chain((lines) => fc.constantFrom(lines.join(''), `${lines.join('')}d`));

test('the changes make one text the other', () => {
  fc.assert(
    fc.property(TEXT, TEXT, (before, after) => {
      expect(applied(before, lineChanges(before, after))).toBe(after);
    }),
  );
});

test('what is the same stays', () => {
  expect(lineChanges('a\nb\n', 'a\nb\n')).toEqual([]);
  expect(lineChanges('a\nb\nc\n', 'a\nx\nb\nc\ny\n')).toEqual([
    { line: 2, after: 'x\n' },
    { line: 4, after: 'y\n' },
  ]);
});
