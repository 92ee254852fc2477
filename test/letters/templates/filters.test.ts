// The filters: each prints what docs/templates.md says that it prints, and each refuses what it cannot work with.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { engineOf } from '../../../src/letters/filling/engine.ts';
import { foldedText, markdownOf, PUNCTUATION_ESCAPE } from '../../../src/letters/filling/escape.ts';
import { standalone } from '../../../src/letters/filling/standalone.ts';
import { FILTERS } from '../../../src/letters/filters/index.ts';
import { numberWords } from '../../../src/letters/filters/number-words.ts';
import { exampleValues } from '../../../src/letters/templates/examples.ts';

const least = exampleValues({ purpose: 'execute', role: 'registry-operator', reach: 'ordered', amount: 'least' });
const full = exampleValues({ purpose: 'execute', role: 'registry-operator', reach: 'ordered', amount: 'full' });

function print(template: string, values = full): string {
  return engineOf({ partials: {}, writes: 'plain', values }).parseAndRenderSync(template);
}

/** What Liquid collected, with the hints. */
function thrown(run: () => unknown): string {
  try {
    return `nothing but ${run()}`;
  } catch (error) {
    return told(error);
  }
}

function told(error: unknown): string {
  const {
    message,
    hint = '',
    originalError,
    errors = [],
  } = error as {
    message: string;
    hint?: string;
    originalError?: unknown;
    errors?: readonly unknown[];
  };
  const inner = [...errors, ...(originalError === undefined ? [] : [originalError])].map(told);
  return [message, hint, ...inner].join(' ');
}

describe('filters', () => {
  it.each(Object.entries(FILTERS))('%s prints what its example says', (_, { example: [template, prints] }) => {
    const values = template.includes('attention') ? least : full;
    expect(print(template, values)).toBe(prints);
  });

  it.each([
    ['{{ "2019-02-30" | date_long }}', 'a day or an instant'],
    ['{{ "15 March" | date_us }}', 'a day or an instant'],
    ['{{ case.title | date_iso }}', 'a day or an instant'],
    ['{{ letter.date | datetime_utc }}', 'date_long'],
    ['{{ "" | upcase }}', 'takes a text'],
    ['{{ -1 | count_words }}', 'a whole number'],
    ['{{ 1.5 | count_words }}', 'a whole number'],
    ['{{ 1000000 | count_words }}', 'a million'],
    ['{{ case.title | first }}', 'takes a list'],
    ['{{ names | join }}', 'takes a text'],
    ['{{ orders | where }}', 'needs a name'],
    ['{{ target.statuses | map: "x" }}', 'a list of groups'],
    ['{{ "a`b" | code }}', 'even type'],
    ['{{ recipient.attention | default: 3 }}', 'takes a text'],
  ])('%s is refused', (template, says) => {
    const message = thrown(() => print(template, template.includes('default') ? least : full));
    expect(message).toContain(says);
  });

  it('an instant has its day at the court, a day its own', () => {
    const late = { ...full, deadline: { due: '2026-07-05T03:59:59Z' as never, arithmetic: 'x' } };
    expect(print('{{ deadline.due | date_long }}', late)).toBe('4 July 2026');
    expect(print('{{ deadline.due | datetime_court }}', late)).toBe('4 July 2026, 23:59 EDT');
    expect(print('{{ deadline.due | datetime_utc }}', late)).toBe('5 July 2026, 03:59 UTC');
    expect(print('{{ "2026-07-04" | date_us }}', late)).toBe('July 4, 2026');
  });

  it.each([
    [0, 'zero'],
    [13, 'thirteen'],
    [20, 'twenty'],
    [98, 'ninety-eight'],
    [100, 'one hundred'],
    [101, 'one hundred one'],
    [999, 'nine hundred ninety-nine'],
    [5000, 'five thousand'],
    [12_345, 'twelve thousand three hundred forty-five'],
    [999_999, 'nine hundred ninety-nine thousand nine hundred ninety-nine'],
    [1_000_000, undefined],
  ])('%i in words', (count, words) => {
    expect(numberWords(count)).toBe(words);
  });

  it('only the filters of templates are there', () => {
    for (const name of ['date', 'raw', 'escape', 'url_encode', 'constructor', 'toString', '__proto__', 'append']) {
      expect(thrown(() => print(`{{ case.title | ${name} }}`))).toMatch(/undefined filter|expected/);
    }
  });
});

describe('values in Markdown', () => {
  const tree = (markdown: string) => {
    const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
    return fromMarkdown(markdown, options);
  };
  const shape = (node: unknown): unknown => {
    const { type, children } = node as { type: string; children?: readonly unknown[] };
    return children === undefined ? type : [type, ...children.map(shape)];
  };
  const texts = (node: unknown): string => {
    const { value = '', children = [] } = node as { value?: string; children?: readonly unknown[] };
    return value + children.map(texts).join('');
  };

  const PIECES = [
    ...[
      '# ',
      '- ',
      '* ',
      '1. ',
      '1) ',
      '+ ',
      '> ',
      '    ',
      '\t',
      '\n',
      '\r\n',
      '\n\n',
      '---',
      '***',
      '===',
      '|',
      '||',
      '`',
      '```',
      '~~~',
    ],
    ...[
      '*',
      '**',
      '_',
      '__',
      '[a](b)',
      '[a]: b',
      '![a](b)',
      '<b>',
      '</b>',
      '<!--',
      '<?',
      '<a@b.example>',
      '<https://x.example>',
      '&amp;',
      '&#42;',
    ],
    ...[
      'https://evil.example',
      'www.evil.example',
      'a@b.example',
      '\\',
      '\\\\',
      '{{ x }}',
      '{% if %}',
      ':name',
      '::: x',
      '[^1]',
      '$x$',
      '~x~',
      '"',
      "'",
    ],
    ...[
      '\u0000',
      '\u001b[31m',
      '\u202e',
      '\u200b',
      '\u2028',
      '\ud800',
      '\u00a0',
      'é',
      '例',
      'ا',
      'x',
      ' ',
      '.',
      ':25',
      '=cmd|x',
      '\ufeff',
    ],
  ];
  const hostile = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  );
  const PLACES: readonly (readonly [string, (value: string) => string])[] = [
    ['at the beginning of a paragraph', (value) => `${value} after\n\nnext\n`],
    ['in a sentence', (value) => `before ${value}, after\n`],
    ['alone', (value) => `before\n\n${value}\n\nafter\n`],
    ['in bold', (value) => `before **${value}** after\n`],
    ['in italics', (value) => `before *${value}*, after\n`],
    ['in a list', (value) => `1. ${value}\n2. next\n`],
    ['in a quote', (value) => `> ${value}\n\nafter\n`],
    ['in a heading', (value) => `# ${value}\n\nafter\n`],
    ['in a table', (value) => `| a | b |\n|---|---|\n| ${value} | c |\n`],
    ['below a line of text', (value) => `text\n${value}\nmore\n`],
  ];

  it.each(PLACES)('mean nothing %s', (_, place) => {
    fc.assert(
      fc.property(hostile, (value) => {
        fc.pre(foldedText(value) !== '');
        const [plain, escaped] = [tree(place('word')), tree(place(markdownOf(value)))];
        expect(shape(escaped)).toEqual(shape(plain));
        expect(texts(escaped)).toBe(texts(plain).replace('word', () => foldedText(value)));
      }),
      { numRuns: 400 },
    );
  });

  it('lose only what cannot be seen', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        fc.pre(foldedText(value) !== '');
        expect(markdownOf(value).replace(PUNCTUATION_ESCAPE, '$1')).toBe(foldedText(value));
      }),
    );
  });

  it('a value that looks like Liquid is not run', () => {
    const values = { ...full, costs: '{{ case.title }}{% if true %}' };
    expect(print('{{ costs }}', values)).toBe('{{ case.title }}{% if true %}');
  });
});

describe('a tag alone on its line', () => {
  it('leaves no line behind, and every place as it was', () => {
    const text =
      '| a |\n|---|\n  {% for n in names %}  \n| {{ n.name }} |\n{% endfor %}\nx {% if a %}y{% endif %}\n{% render "p" %}\n';
    const moved = standalone(text);
    expect(moved).toHaveLength(text.length);
    for (const word of ['for n', '{{ n.name', '| {{', 'x {% if', 'y{% endif', '{% render']) {
      expect(moved.indexOf(word)).toBe(text.indexOf(word));
    }
    expect(print(standalone(text.split('\n').slice(0, 5).join('\n')))).toBe(
      '| a |\n|---|\n| first.example |\n| xn--bcher-kva.example |\n| third.example |\n',
    );
  });
});
