// What people get wrong in templates, mistake by mistake: which problem it is, where the caret stands, and which word is the
// near one. A mistake stands on line 12 of a template that has none otherwise.
import { describe, expect, it } from 'vitest';
import { fill } from '../../../src/letters/filling/fill.ts';
import { checkTemplate } from '../../../src/letters/templates/check-template.ts';
import { examplesFor, exampleValues } from '../../../src/letters/templates/examples.ts';
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
];
const LINE = MATTER.length + 1;

const octets = (text: string) => new TextEncoder().encode(text);

function read(text: string, partials: Readonly<Record<string, string>> = {}) {
  return readTemplates({
    templates: [{ file: 'templates/test.md', octets: octets(text) }],
    partials: Object.entries({
      seal: '{% if non_disclosure %}\n> {{ non_disclosure.text }}\n{% endif %}',
      ...partials,
    }).map(([name, one]) => ({ file: `templates/partials/${name}.md`, octets: octets(one) })),
  });
}

async function problemsOf(line: string, partials: Readonly<Record<string, string>> = {}): Promise<readonly Problem[]> {
  const set = read([...MATTER, line, '', '{% render "seal" %}'].join('\n'), partials);
  const [template] = set.ok ? set.value.templates : [];
  if (!set.ok || template === undefined) return set.problems;
  return checkTemplate(template, set.value, examplesFor(template));
}

const words = ({ message, hint }: Problem) => `${message} ${hint ?? ''}`;

type Mistake = readonly [line: string, code: string, column: number, says: string];

/** The text, the code, the caret's column, and what the message or the hint has to name. */
const MISTAKES: readonly Mistake[] = [
  // Values that do not exist.
  ['Docket {{ case.dockett }}', 'unknown-value', 16, '"case.docket"'],
  ['Docket {{ docket }}', 'unknown-value', 11, '"case.docket"'],
  ['By {{ return_date }}', 'unknown-value', 7, '"letter.date"'],
  ['To {{ recipent.name }}', 'unknown-value', 7, '"recipient"'],
  ['To {{ recipient.Name }}', 'unknown-value', 17, '"recipient.name"'],
  ['To {{ recipient.name.first_name }}', 'unknown-value', 22, 'Nothing stands below'],
  ['{{ names.first.nmae }}', 'unknown-value', 16, 'name'],
  ['{% for n in nmaes %}{{ n.name }}{% endfor %}', 'unknown-value', 13, '"names"'],
  ['{% for n in names %}{{ n.domain }}{% endfor %}', 'unknown-value', 26, '"domain"'],
  ['{% for n in names %}x{% endfor %}{{ n.name }}', 'unknown-value', 37, '"n"'],
  ['{% if recipient.pgp %}x{% endif %}', 'unknown-value', 17, '"pgp"'],
  ['{% unless cases.sealed %}x{% endunless %}', 'unknown-value', 11, '"case"'],
  ['{% case reachh %}{% when "ordered" %}x{% endcase %}', 'unknown-value', 9, '"reach"'],
  ['{% assign d = case.dockt %}{{ d }}', 'unknown-value', 20, '"case.docket"'],
  ['{{ names | map: "nmae" | and_list }}', 'unknown-value', 17, '"name"'],
  ['{{ names | where: "acton", "hold" | size }}', 'unknown-value', 19, '"action"'],
  ['{{ clauses | sort: "paragrph" | map: "ref" | and_list }}', 'unknown-value', 20, '"paragraph"'],
  ['{{ constructor }}', 'unknown-value', 4, '"constructor"'],
  ['{{ case.__proto__ }}', 'unknown-value', 9, '"__proto__"'],
  ['{{ forloop.index }}', 'unknown-value', 4, '"forloop"'],
  ['{% for n in names %}{{ forloop.idnex }}{% endfor %}', 'unknown-value', 32, '"forloop.index"'],
  // Filters.
  ['{{ letter.date | date: "%B" }}', 'unknown-filter', 18, '"date" is not a filter'],
  ['{{ letter.date | date_lnog }}', 'unknown-filter', 18, '"date_long"'],
  ['{{ case.title | raw }}', 'unknown-filter', 17, '"raw" is not a filter'],
  ['{{ case.title | constructor }}', 'unknown-filter', 17, '"constructor" is not a filter'],
  ['{% assign x = names | frist %}', 'unknown-filter', 23, '"first"'],
  ['{{ case.title | }}', 'template-syntax', 15, 'without a filter'],
  ['{{ case.title | | upcase }}', 'template-syntax', 15, 'without a filter'],
  ['{{ case.title | date_long }}', 'filter-refused', 1, 'a day or an instant'],
  ['{{ letter.date | datetime_court }}', 'filter-refused', 1, 'date_long'],
  ['{{ case.title | count_words }}', 'filter-refused', 1, 'a whole number'],
  ['{{ names.size | plural }}', 'filter-refused', 1, 'needs a word'],
  ['{{ case.title | and_list }}', 'filter-refused', 1, 'takes a list'],
  ['{{ names | and_list }}', 'filter-refused', 1, 'takes a text'],
  ['{{ names | map | and_list }}', 'filter-refused', 1, 'needs a name in quotes'],
  // Tags.
  ['{% fore n in names %}x{% endfore %}', 'unknown-tag', 4, '"for"'],
  ['{% include "seal" %}', 'unknown-tag', 4, '"include"'],
  ['{% layout "seal" %}', 'unknown-tag', 4, '"layout"'],
  ['{% capture x %}y{% endcapture %}', 'unknown-tag', 4, '"capture"'],
  ['{% raw %}{{ case.title }}{% endraw %}', 'unknown-tag', 4, '"raw"'],
  ['{% constructor %}', 'unknown-tag', 4, '"constructor"'],
  ['{% if case.sealed %}x', 'template-syntax', 1, 'endif'],
  ['{% if case.sealed %}x{% endfor %}{% endif %}', 'template-syntax', 25, 'endif'],
  ['{% for n in names %}{% if n.held %}x{% endfor %}', 'template-syntax', 21, 'endif'],
  ['x{% endif %}', 'template-syntax', 5, 'closes nothing'],
  ['x{% else %}', 'template-syntax', 5, 'no block'],
  ['{% for n in names %}{% elsif n.held %}{% endfor %}', 'template-syntax', 24, 'no place in "for"'],
  ['{% case reach %}{% when %}x{% endcase %}', 'template-syntax', 20, 'nothing to compare'],
  ['{% if %}x{% endif %}', 'template-syntax', 6, 'no value'],
  ['{% if case.sealed = true %}x{% endif %}', 'template-syntax', 20, '"=="'],
  ['{% for n of names %}x{% endfor %}', 'template-syntax', 1, '{% for name in names %}'],
  ['{% for n in (1..9) %}x{% endfor %}', 'template-syntax', 13, 'row of numbers'],
  ['{% assign x %}', 'template-syntax', 12, '{% assign word = value %}'],
  ['{% render seal %}', 'template-syntax', 1, 'in quotes'],
  ['{% render "sael" %}', 'unknown-partial', 12, '"seal"'],
  ['{% render "../seal" %}', 'template-syntax', 1, 'in quotes'],
  // Braces.
  ['To {{ recipient.name', 'template-syntax', 4, 'never closed'],
  ['{{ case.title }}}', 'template-syntax', 17, 'closes or opens nothing'],
  ['{ { case.title }}', 'template-syntax', 1, 'closes or opens nothing'],
  ['{{ }}', 'template-syntax', 4, 'no value'],
  ['{{ case title }}', 'template-syntax', 9, 'More than one value'],
  ['{{ case..title }}', 'template-syntax', 9, 'not understood'],
  // What is printed or compared.
  ['{{ names }}', 'unprintable-value', 1, 'a list'],
  ['{{ case }}', 'unprintable-value', 1, 'a group'],
  ['{{ case.sealed }}', 'unprintable-value', 1, 'if'],
  ['Dated {{ letter.date }}', 'unprintable-value', 7, 'date_long'],
  ['{{ orders.first.entered }}', 'unprintable-value', 1, 'datetime_court'],
  ['{% for n in case.title %}x{% endfor %}', 'unprintable-value', 13, 'no list'],
  ["{% if reach == 'orderd' %}x{% endif %}", 'impossible-comparison', 16, '"ordered"'],
  ["{% if recipient.role == 'registry-operator' %}x{% endif %}", 'impossible-comparison', 25, '"registry operator"'],
  ['{% case letter.purpose %}{% when "reminder" %}x{% endcase %}', 'impossible-comparison', 34, 'remind'],
  ['{% if names > 3 %}x{% endif %}', 'impossible-comparison', 7, '"names.size"'],
  ["{% if case.sealed == 'true' %}x{% endif %}", 'impossible-comparison', 22, 'never one'],
  // What a letter needs and this one does not have.
  ['Judge {{ case.judge }}', 'missing-value', 10, '"case.judge"'],
  ['{{ preservation.period }}', 'missing-value', 4, '"preservation"'],
  ['{{ earlier.first.letter }}', 'missing-value', 4, '"earlier.first'],
  ['{{ target.name_servers | first }}', 'missing-value', 1, 'comes to nothing'],
  ['{{ nil }}', 'unprintable-value', 1, 'a word of conditions'],
  ['{{ target.name_servers | join }}', 'filter-refused', 1, 'empty list'],
  // Words that no letter may have.
  ['See https://evil.example/x for more', 'live-link', 5, 'link'],
  ['See [here](somewhere)', 'live-link', 10, 'link'],
  ['Write to mailto:a@b.example', 'live-link', 10, 'link'],
  ['<b>Now</b>', 'unprintable-markdown', 1, 'HTML'],
  ['![x](y.png)', 'unprintable-markdown', 1, 'picture'],
  ['```', 'unprintable-markdown', 1, 'code'],
  ['Name `{{ case.id }}`', 'unprintable-markdown', 7, '| code }}'],
  ['Dear [INSERT NAME]', 'left-to-fill-in', 6, 'replaced'],
  ['TODO: ask Pat', 'left-to-fill-in', 1, 'replaced'],
  ['Dear «Name»', 'left-to-fill-in', 6, 'replaced'],
  ['You are hereby ordered to act.', 'commands-requested-party', 1, 'You are hereby ordered'],
  ['You SHALL act.', 'commands-requested-party', 5, 'SHALL'],
  ['> You must comply with this.', 'commands-requested-party', 7, 'must comply'],
];

describe('mistakes in templates', () => {
  it.each(MISTAKES)('%s', async (line, code, column, says) => {
    const problems = await problemsOf(line);
    const found = problems.filter((one) => one.code === code && one.place?.line === LINE);
    if (found.length === 0) expect(problems).toEqual([]);
    expect(found.map(({ place }) => place?.column)).toContain(column);
    expect(found.map(words).join(' ')).toContain(says);
    expect(found[0]?.place?.file).toBe('templates/test.md');
    expect(found[0]?.place?.excerpt).toBe(line);
  });

  it('has none in the template that the mistakes are put into', async () => {
    expect(await problemsOf('Thank you.')).toEqual([]);
  });

  it('tells all of them at once, in the order of the lines', async () => {
    const problems = await problemsOf('{{ a }}\n{{ b | c }}\n<i>\n{{ names }}\n{% render "nope" %}');
    expect(problems.map(({ code, place }) => `${code} ${(place?.line ?? 0) - LINE}`)).toEqual([
      'unknown-value 0',
      'unknown-value 1',
      'unknown-filter 1',
      'unprintable-markdown 2',
      'unprintable-value 3',
      'unknown-partial 4',
    ]);
  });

  it('names the file of a piece, and the line in it', async () => {
    const problems = await problemsOf('{% render "piece", clause: clauses.first %}', {
      piece: 'One.\n{{ clause.txet }} {{ person.name }}\n',
    });
    expect(problems.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
      ['unknown-value', 'templates/partials/piece.md', 2, 11],
      ['unknown-value', 'templates/partials/piece.md', 2, 22],
    ]);
  });

  it('names the piece also for what only a letter shows', async () => {
    const problems = await problemsOf('{% render "piece" %}', { piece: 'A\n\n  {{ case.judge }}' });
    expect(problems.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
      ['missing-value', 'templates/partials/piece.md', 3, 6],
    ]);
  });

  it('a piece that takes itself in never runs', async () => {
    const problems = await problemsOf('{% render "a" %}', { a: '{% render "b" %}', b: 'x {% render "a" %}' });
    expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([
      ['template-too-much', 'templates/partials/b.md'],
    ]);
  });

  it('marks a mistake in the subject where it stands in the front matter', async () => {
    const set = read([...MATTER, 'x'].join('\n').replace('case.docket', 'case.dcket'));
    const [template] = set.ok ? set.value.templates : [];
    if (!set.ok || template === undefined) throw new Error('not read');
    const [first] = await checkTemplate(template, set.value, []);
    expect(first).toMatchObject({ code: 'unknown-value', place: { line: 7, column: 29, length: 5 } });
  });
});

describe('mistakes in front matter', () => {
  const replaced = (from: string, to: string) => read([...MATTER, 'x'].join('\n').replace(from, to));
  it.each([
    ['no front matter', '---\ntitle', 'title', 'template-front-matter', 1],
    ['never closed', 'covers: all\n---\n', 'covers: all\n', 'template-front-matter', 1],
    ['an unknown key', 'title:', 'titel:', 'unknown-key', 2],
    ['a key twice', 'short: test', 'short: test\nshort: tset', 'yaml-duplicate-key', 7],
    ['a purpose that is none', 'remind', 'reminder', 'wrong-value', 3],
    ['a role that is none', 'role: registry-operator', 'role: registry', 'wrong-value', 4],
    ['a reach that is none', '[ordered, requested]', '[orderd]', 'wrong-value', 5],
    ['no short name', 'short: test\n', '', 'missing-key', 2],
    ['a short name with blanks', 'short: test', 'short: a b', 'wrong-value', 6],
    ['a subject over two values', 'subject: "Reminder, {{ case.docket }}"', 'subject: [a, b]', 'wrong-type', 7],
    ['a kind of relief that is none', 'covers: all', 'covers: [delegated]', 'wrong-value', 8],
    ['a tab', 'title: Test', 'title: Test\n\tx: y', 'yaml-tab', 3],
    ['an alias', 'title: Test', 'title: *x', 'yaml-alias', 2],
    ['a tag', 'title: Test', 'title: !!js/function x', 'yaml-tag', 2],
    ['code in front matter', '---\ntitle', '---js\ntitle', 'template-front-matter', 1],
  ])('%s', (_, from, to, code, line) => {
    const set = replaced(from, to);
    expect(set.ok).toBe(false);
    expect(set.problems.map((one) => [one.code, one.place?.line])).toContainEqual([code, line]);
  });

  it('names the nearest key and value', () => {
    expect(replaced('title:', 'titel:').problems.map(words).join(' ')).toContain('"title"');
    expect(replaced('remind', 'remnid').problems.map(words).join(' ')).toContain('"remind"');
  });

  it('reads a byte order mark and line ends of other systems', async () => {
    const text = [...MATTER, 'x {{ nope }}'].join('\r\n');
    const set = read(`\ufeff${text}`);
    const [template] = set.ok ? set.value.templates : [];
    if (!set.ok || template === undefined) throw new Error('not read');
    const [first] = await checkTemplate(template, set.value, []);
    expect(first?.place).toMatchObject({ line: LINE, column: 6, length: 4 });
  });

  it.each([
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0]), 'wrong-encoding'],
    ['Latin-1', new Uint8Array([...octets('---\ntitle: caf'), 0xe9, 0x0a]), 'wrong-encoding'],
    ['a NUL', octets('---\n\0'), 'nul-character'],
    ['a body that is empty', octets(MATTER.slice(0, 9).join('\n')), 'empty-file'],
    ['more than a letter needs', octets(`${MATTER.join('\n')}${'x'.repeat(260 * 1024)}`), 'file-too-large'],
  ])('refuses %s', (_, text, code) => {
    const set = readTemplates({ templates: [{ file: 't.md', octets: text }], partials: [] });
    expect(set.problems.map((one) => one.code)).toContain(code);
    expect(set.ok).toBe(false);
  });
});

describe('lists that carry the letter', () => {
  const fillWith = async (body: string, change: object) => {
    const set = read([...MATTER, body].join('\n'));
    const [template] = set.ok ? set.value.templates : [];
    if (!set.ok || template === undefined) throw new Error('not read');
    const values = exampleValues({ purpose: 'remind', role: 'registry-operator', reach: 'ordered', amount: 'least' });
    return fill(template, set.value, { ...values, ...change });
  };

  it.each(['names', 'clauses', 'orders'])('an empty list of %s stops the letter', async (list) => {
    const filled = await fillWith(`{% for one in ${list} %}x{% endfor %}`, { [list]: [] });
    expect(filled.problems.map(({ code }) => code)).toEqual(['nothing-to-list']);
  });

  it('unless the template says what stands in its place', async () => {
    const filled = await fillWith('{% for one in names %}x{% else %}None.{% endfor %}', { names: [] });
    expect(filled).toMatchObject({ ok: true, value: { markdown: 'Dear Sir or Madam:\n\nNone.\n' } });
  });

  it('null is never a blank', async () => {
    const filled = await fillWith('A{{ costs }}B', { costs: null });
    expect(filled.problems.map(({ code }) => code)).toEqual(['missing-value']);
  });
});
