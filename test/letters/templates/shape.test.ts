// docs/templates.md says what templates may name, and is made from what they may name: values, filters and tags. It is
// written anew by `npx vitest run -u test/letters/templates/shape.test.ts`; look at it before it is committed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TAGS } from '../../../src/letters/filling/tags.ts';
import { FILTERS } from '../../../src/letters/filters/index.ts';
import { checkTemplate } from '../../../src/letters/templates/check-template.ts';
import { exampleValues } from '../../../src/letters/templates/examples.ts';
import { readTemplates } from '../../../src/letters/templates/read-template.ts';
import type { Shape } from '../../../src/letters/values/shape.ts';
import { VALUES } from '../../../src/letters/values/values-shape.ts';
import { textsIn } from '../shipped.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'docs', 'templates.md');

/** The hand-written part ends where the lists begin. */
const LISTS = '<!-- The lists below are made from the program: see test/letters/templates/shape.test.ts. -->';

function valueRows(path: string, shape: Shape): readonly string[] {
  const kinds: Readonly<Record<Shape['kind'], string>> = {
    text: 'text',
    number: 'number',
    truth: 'yes or no',
    date: 'day',
    instant: 'instant',
    group: 'group',
    list: 'list',
  };
  const choices =
    'choices' in shape && shape.choices !== undefined
      ? ` (${shape.choices.map((one) => `\`${one}\``).join(', ')})`
      : '';
  const row = `| \`${path}\` | ${kinds[shape.kind]}${shape.optional === true ? ', not always' : ''} | ${shape.about}${choices} |`;
  if (shape.kind === 'group')
    return [row, ...Object.entries(shape.members).flatMap(([name, one]) => valueRows(`${path}.${name}`, one))];
  if (shape.kind !== 'list' || shape.item.kind !== 'group') return [row];
  return [row, ...Object.entries(shape.item.members).flatMap(([name, one]) => valueRows(`${path}[].${name}`, one))];
}

function lists(): string {
  return [
    LISTS,
    '',
    '## Every value',
    '',
    '`[]` stands for an item of a list: `names[].name` is `name.name` inside `{% for name in names %}`. What is "not always" there needs an `if`.',
    '',
    '| value | kind | what it is |',
    '|---|---|---|',
    ...Object.entries(VALUES.members).flatMap(([name, shape]) => valueRows(name, shape)),
    '',
    '## Every filter',
    '',
    '| filter | what it does | written | prints |',
    '|---|---|---|---|',
    ...Object.entries(FILTERS).map(
      ([
        name,
        {
          about,
          example: [written, prints],
        },
      ]) => {
        const cell = (text: string) => `\`${text.replaceAll('|', '\\|').replaceAll('`', '')}\``;
        return `| \`${name}\` | ${about} | ${cell(written)} | ${cell(prints)} |`;
      },
    ),
    '',
    '## Every tag',
    '',
    `${Object.keys(TAGS)
      .map((tag) => `\`${tag}\``)
      .join(', ')}, with \`elsif\`, \`else\` and \`when\` inside them. No others.`,
    '',
  ].join('\n');
}

test('docs/templates.md lists every value, filter and tag', async () => {
  const [written = ''] = readFileSync(FILE, 'utf8').split(LISTS);
  await expect(`${written}${lists()}`).toMatchFileSnapshot(FILE);
});

test('the made-up letters have every value that there is', () => {
  const purposes = ['execute', 'registry'] as const;
  const all = purposes.flatMap((purpose) =>
    (['registry-operator', 'registrar'] as const).map((role) =>
      exampleValues({ purpose, role, reach: 'ordered', amount: 'full' }),
    ),
  );
  const lacking = (path: string, shape: Shape, values: readonly unknown[]): readonly string[] => {
    const there = values.filter((value) => value !== undefined);
    if (there.length === 0) return [path];
    if (shape.kind === 'list') {
      const items = there.flatMap((value) => (Array.isArray(value) ? value : []));
      return lacking(`${path}[]`, shape.item, items);
    }
    if (shape.kind !== 'group') return [];
    return Object.entries(shape.members).flatMap(([name, one]) =>
      lacking(
        `${path}.${name}`,
        one,
        there.map((value) => Reflect.get(value as object, name)),
      ),
    );
  };
  expect(lacking('', VALUES, all)).toEqual([]);
});

test('the template of the page is one', async () => {
  const text = readFileSync(FILE, 'utf8').match(/```\n(---\n.*?)```/s)?.[1] ?? '';
  const set = readTemplates({
    templates: [{ file: 'page.md', octets: new TextEncoder().encode(text) }],
    partials: textsIn('partials'),
  });
  const [template] = set.ok ? set.value.templates : [];
  if (!set.ok || template === undefined) throw new Error(JSON.stringify(set.problems));
  expect(await checkTemplate(template, set.value, [])).toEqual([]);
});
