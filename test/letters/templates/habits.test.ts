// What word processors, habit and haste put into templates: each is told with its place and in words of a lawyer, before a letter
// is made of it.
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../../src/letters/templates/check-template.ts';
import { examplesFor } from '../../../src/letters/templates/examples.ts';
import { readTemplates } from '../../../src/letters/templates/read-template.ts';
import type { Problem } from '../../../src/model/problem.ts';

const MATTER = [
  '---',
  'title: Test',
  'purpose: remind',
  'role: registry-operator',
  'reach: [ordered, requested]',
  'short: test',
  'subject: "Reminder, {{ case.docket }}"',
  'covers: all',
  '---',
  'Dear Sir or Madam:',
  '',
  '',
].join('\n');
const LINE = 12;
const SEAL = '{% if non_disclosure %}\n> {{ non_disclosure.text }}\n{% endif %}';

async function problemsOf(text: string): Promise<readonly Problem[]> {
  const octets = (one: string) => new TextEncoder().encode(one);
  const set = readTemplates({
    templates: [{ file: 'templates/test.md', octets: octets(text) }],
    partials: [{ file: 'templates/partials/person.md', octets: octets('{{ person.name }}') }],
  });
  const [template] = set.ok ? set.value.templates : [];
  if (!set.ok || template === undefined) return set.problems;
  return checkTemplate(template, set.value, examplesFor(template));
}

const withBody = (body: string) => problemsOf(`${MATTER}${body}\n\n${SEAL}\n`);
const withSubject = (subject: string) =>
  problemsOf(`${MATTER.replace('"Reminder, {{ case.docket }}"', subject)}Thank you.\n\n${SEAL}\n`);

type Habit = readonly [text: string, code: string, line: number, column: number, says: string];

const HABITS: readonly Habit[] = [
  // Pasted out of a word processor.
  ['{% if reach == ‘ordered’ %}x{% endif %}', 'template-syntax', 0, 16, 'curly quotes'],
  ['{{ names.size | plural: “name” }}', 'template-syntax', 0, 25, 'curly quotes'],
  ['{% render “person” %}', 'template-syntax', 0, 11, 'curly quotes'],
  ['{{ case.doc\u200bket }}', 'template-syntax', 0, 12, 'nobody sees'],
  ['{ MERGEFIELD Name }', 'left-to-fill-in', 0, 1, 'replaced'],
  ['Dear {Name}:', 'left-to-fill-in', 0, 6, 'replaced'],
  ['{++added++}', 'left-to-fill-in', 0, 1, 'replaced'],
  ['Dear [Recipient]:', 'left-to-fill-in', 0, 6, 'replaced'],
  ['within ____ days', 'left-to-fill-in', 0, 8, 'blank'],
  // Braces.
  ['No. {{ case.docket } of the court.\n\nMore {{ case.title }}', 'template-syntax', 0, 5, 'not closed with "}}"'],
  ['{% if case.sealed } x {% endif %}', 'template-syntax', 0, 1, 'not closed with "%}"'],
  ['{{{ case.docket }}}', 'template-syntax', 0, 1, 'two signs'],
  ['{# a note to myself #}', 'left-to-fill-in', 0, 1, 'replaced'],
  // Other languages for templates.
  ['{% if case.sealed AND case.rehearsal %}x{% endif %}', 'template-syntax', 0, 19, 'small letters'],
  ['{% if case.sealed && case.rehearsal %}x{% endif %}', 'template-syntax', 0, 19, '"and"'],
  ['{% if case.sealed %}x{% else if case.rehearsal %}y{% endif %}', 'template-syntax', 0, 22, '"elsif"'],
  ['{{ letter.date | date_long: "%B" }}', 'filter-refused', 0, 1, 'nothing behind it'],
  ['{{ names | where: "action", "hold", 3 | size }}', 'filter-refused', 0, 1, 'no more than 2'],
  ['{% assign names = "none" %}', 'template-syntax', 0, 11, 'Choose another word'],
  ['{% for names in names %}x{% endfor %}', 'template-syntax', 0, 8, 'Choose another word'],
  ['{% render "person" %}', 'unknown-value', 1 - LINE, 4, 'at templates/test.md:12'],
  // What no output shows, told where the template has it.
  ['#### Names of {{ recipient.name }}', 'letter-markdown', 0, 1, 'fourth level'],
  ['####### Names', 'unprintable-markdown', 0, 1, 'one to three'],
  ['#Names', 'unprintable-markdown', 0, 1, 'blank in front'],
  ['Thank you.\n\n    four blanks', 'letter-markdown', 2, 5, 'four blanks'],
  ['\tindented by a tab', 'letter-markdown', 0, 2, 'block of code'],
  ['1. a\n   1. b\n      1. c\n         1. d', 'letter-markdown', 3, 10, 'fourth level'],
  ['| a | b |\n|---|---|\n| 1 | 2 | 3 |', 'letter-markdown', 2, 1, 'more cells than the head'],
  ['~~no longer~~', 'unprintable-markdown', 0, 1, 'struck out'],
  // Commands that hide.
  ['You are\nordered to act.', 'commands-requested-party', 0, 1, 'You are'],
  ['You m**us**t act.', 'commands-requested-party', 0, 1, 'must'],
  ['You m\u00adust act.', 'commands-requested-party', 0, 1, 'must'],
  ['You &#109;ust act.', 'commands-requested-party', 0, 1, 'must'],
  ['You {{ "must" | upcase }} act.', 'commands-requested-party', 0, 5, 'MUST'],
  ['{% assign word = "ordered" %}You are {{ word }} to act.', 'commands-requested-party', 0, 38, 'You are ordered'],
  ['| Step | You **sh**all |\n|---|---|\n| 1 | act |', 'commands-requested-party', 0, 8, 'shall'],
  // Too much.
  ['- '.repeat(2000), 'template-too-much', 0, 1, 'More lists'],
  ['>'.repeat(3000), 'template-too-much', 0, 1, 'More lists'],
  ['*a '.repeat(20_000), 'template-too-much', 0, 1, 'without an empty line'],
  [`${'{% if case.sealed %}'.repeat(2000)}x${'{% endif %}'.repeat(2000)}`, 'template-too-much', 0, 401, '20 blocks'],
];

describe('habits', () => {
  it.each(HABITS)('%.60s', async (text, code, line, column, says) => {
    const problems = await withBody(text);
    expect(problems.map((one) => [one.code, one.place?.line, one.place?.column])).toContainEqual([
      code,
      LINE + line,
      column,
    ]);
    expect(problems.map(({ message, hint }) => `${message} ${hint}`).join(' ')).toContain(says);
  });

  it.each([
    '{{\u00a0case.docket\u00a0}}',
    '{% if\u00a0reach == "ordered" %}x{% endif %}',
    '{{ "it’s" }}',
    '{% if case.sealed and reach != "ordered" %}x{% endif %}',
    '{% for letter in earlier %}{{ letter.letter }}{% else %}none{% endfor %}',
    '| a | b |\n|---|---|\n| 1 |',
    'The ticket is #4711.',
  ])('%s is none', async (text) => {
    expect(await withBody(text)).toEqual([]);
  });

  it('a fault between braces is told once', async () => {
    for (const text of [
      '{% if reach == ‘ordered’ %}x{% endif %}',
      '{% if case.sealed %}x{% else if reach %}y{% endif %}',
    ])
      expect(await withBody(text)).toHaveLength(1);
  });
});

describe('subjects', () => {
  it.each([
    ['“Reminder, {{ case.docket }}”', 'template-syntax', 10, 'curly quotes'],
    ['{{ case.docket }}', 'template-front-matter', 1, 'straight quotes'],
    ['Reminder: {{ case.docket }}', 'template-front-matter', 10, 'straight quotes'],
    ['"**Reminder**"', 'unprintable-markdown', 11, 'plain text'],
  ])('%s', async (subject, code, column, says) => {
    const problems = await withSubject(subject);
    expect(problems[0]).toMatchObject({ code, place: { line: 7, column }, message: expect.stringContaining(says) });
  });
});
