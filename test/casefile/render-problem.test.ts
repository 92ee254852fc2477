import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/casefile/problems.ts';
import { renderProblem } from '../../src/casefile/render-problem.ts';
import { readable } from '../../src/casefile/source.ts';

function rendered(line: string, mark: string, width = 60): string[] {
  const text = readable('a.yaml', `first\n${line}\n`);
  const start = 6 + line.indexOf(mark);
  return renderProblem(
    problem('wrong-value', 'It is wrong.', { place: text.place(start, start + mark.length) }),
    width,
  ).split('\n');
}

/** The columns of the caret line and what stands above them; letters of two columns count double. */
function marked(lines: readonly string[]): string {
  const caret = lines[2] ?? '';
  const above = [...(lines[1] ?? '')].flatMap((letter) => (/[\u3041-\uff60]/.test(letter) ? [letter, ''] : [letter]));
  return above.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1).join('');
}

describe('the layout of a problem', () => {
  it('marks the place under the line', () => {
    expect(rendered('name: value # note', 'value')).toEqual([
      'a.yaml:2:7  wrong-value',
      '  2 | name: value # note',
      '    |       ^^^^^',
      '  It is wrong.',
      '  Write one of the possible values.',
      '',
    ]);
  });

  it('marks the same text in long lines, with tabs, wide letters and escapes', () => {
    for (const line of [
      `${'x'.repeat(5_000)} MARK ${'y'.repeat(5_000)}`,
      '\tMARK',
      '日本語の名前 MARK',
      '\u001b[31mred\u202e MARK',
      'MARK',
    ]) {
      const lines = rendered(line, 'MARK');
      expect(marked(lines)).toBe('MARK');
    }
  });

  it('never shows a control character and never grows wider than it may', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.integer({ min: 40, max: 120 }),
        (before, mark, width) => {
          const text = readable('a.yaml', before + mark);
          const lines = renderProblem(problem('wrong-value', 'x', { place: text.place(before.length) }), width).split(
            '\n',
          );
          // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
          for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
        },
      ),
    );
  });
});
