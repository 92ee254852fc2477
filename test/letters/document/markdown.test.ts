import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/letters/document/markdown.ts';

function blocks(markdown: string) {
  const read = blocksOf(markdown);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value;
}

describe('what a letter is written in', () => {
  it('knows paragraphs, headings, quotes, rules and emphasis', () => {
    expect(blocks('## Head\n\nA **b** *c* `xn--a`\n\n> said\n\n***')).toEqual([
      { kind: 'heading', level: 2, children: [{ kind: 'text', text: 'Head' }] },
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'A ' },
          { kind: 'strong', children: [{ kind: 'text', text: 'b' }] },
          { kind: 'text', text: ' ' },
          { kind: 'emphasis', children: [{ kind: 'text', text: 'c' }] },
          { kind: 'text', text: ' ' },
          { kind: 'code', text: 'xn--a' },
        ],
      },
      { kind: 'quote', children: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'said' }] }] },
      { kind: 'rule' },
    ]);
  });

  it('keeps the number a list starts with, and lists in lists', () => {
    const [list] = blocks('3. three\n   1. inner\n4. four');
    expect(list).toMatchObject({ kind: 'list', ordered: true, start: 3 });
    expect(list?.kind === 'list' && list.items[0]?.[1]).toMatchObject({ kind: 'list', ordered: true, start: 1 });
  });

  it('fills up short rows of a table', () => {
    const [table] = blocks('| a | b |\n|---|---|\n| 1 |');
    expect(table).toMatchObject({ kind: 'table', rows: [[[{ kind: 'text', text: '1' }], []]] });
  });

  it('closes a quote after emphasised words', () => {
    expect(blocks('"*so*" it is')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: '“' },
          { kind: 'emphasis', children: [{ kind: 'text', text: 'so' }] },
          { kind: 'text', text: '” it is' },
        ],
      },
    ]);
  });

  it('takes controls away that came in as entities', () => {
    expect(blocks('a&#x202e;b &lt;script&gt;')).toEqual([
      { kind: 'paragraph', children: [{ kind: 'text', text: 'ab <script>' }] },
    ]);
  });
});

describe('what no output can show is refused with its line', () => {
  it.each([
    ['HTML', 'one\n\n<b>two</b>', 3],
    ['a block of HTML', 'one\n\n<div>\nx\n</div>', 3],
    ['a comment', '<!-- x -->', 1],
    ['a link', 'one\ntwo [x](https://a.example)', 2],
    ['a link in angles', '<https://a.example>', 1],
    ['a picture', '\n![x](y.png)', 2],
    ['a link by reference', '[x][y]\n\n[y]: /z', 1],
    ['indented code', 'one\n\n    two', 3],
    ['fenced code', '```\nx\n```', 1],
    ['a deep heading', '#### x', 1],
    ['a list of the fourth level', '1. a\n   1. b\n      1. c\n         1. d', 4],
  ])('%s', (_, markdown, line) => {
    const { ok, problems } = blocksOf(markdown);
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ code: 'letter-markdown', place: { file: 'letter.md', line } });
  });

  it('says all of it at once', () => {
    expect(blocksOf('<b>\n\n![x](y)\n\n#### z').problems).toHaveLength(3);
  });
});
