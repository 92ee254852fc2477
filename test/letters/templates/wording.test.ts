// What a filled letter must not say, and what it has to say, whoever wrote the template.
import { describe, expect, it, vi } from 'vitest';
import { fill } from '../../../src/letters/filling/fill.ts';
import { exampleValues } from '../../../src/letters/templates/examples.ts';
import { readTemplates } from '../../../src/letters/templates/read-template.ts';
import type { LetterValues } from '../../../src/letters/values/values.ts';
import type { Reach } from '../../../src/model/case/party.ts';
import type { Purpose } from '../../../src/model/letter/letter.ts';

const octets = (text: string) => new TextEncoder().encode(text);

interface Trial {
  readonly body: string;
  readonly partials?: Readonly<Record<string, string>>;
  readonly purpose?: Purpose;
  readonly reach?: Reach;
  readonly subject?: string;
  readonly values?: Partial<LetterValues>;
}

async function tried({
  body,
  partials = {},
  purpose = 'remind',
  reach = 'requested',
  subject = 'Re',
  values = {},
}: Trial) {
  const matter = [
    '---',
    'title: T',
    `purpose: ${purpose}`,
    'role: registrar',
    'reach: [ordered, requested]',
    'short: t',
  ];
  const set = readTemplates({
    templates: [
      { file: 't.md', octets: octets([...matter, `subject: "${subject}"`, 'covers: all', '---', body].join('\n')) },
    ],
    partials: Object.entries(partials).map(([name, text]) => ({ file: `partials/${name}.md`, octets: octets(text) })),
  });
  const [template] = set.ok ? set.value.templates : [];
  if (!set.ok || template === undefined) throw new Error(JSON.stringify(set.problems));
  return fill(template, set.value, {
    ...exampleValues({ purpose, role: 'registrar', reach, amount: 'least' }),
    ...values,
  });
}

const at = ({ problems }: Awaited<ReturnType<typeof tried>>) =>
  problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}:${place?.column}`);

describe('words of command', () => {
  it.each([
    'You shall act.',
    'Recipients must act.',
    'You are ordered to act.',
    'It is hereby ordered that names move.',
    'You are directed to act.',
    'The Court has ordered what is set out below.',
    'You are among those whom the order directs.',
    'The registrar is required to act.',
    'The Court has ordered you to act.',
    'You are obliged to act.',
    'You are bound to act.',
    'You are commanded, by this letter, to act.',
    'Failure to comply has consequences.',
    'This may be contempt of court.',
    'We demand that you act.',
    'YOU MUST\nCOMPLY WITH it.',
    'You **must** act.',
  ])('%s', async (body) => {
    expect(at(await tried({ body })).join(' ')).toContain('commands-requested-party t.md:10:');
    expect(at(await tried({ body, reach: 'ordered' }))).toEqual([]);
  });

  it.each([
    'We respectfully request that you act.',
    'The Court has entered an order.',
    'We do not say that the order binds you.',
    'Mustard and marshalls are no commands.',
    '> {{ clauses.first.text }}',
    '1. The order:\n\n   > {{ clauses.first.text }}',
    "{% if reach == 'ordered' %}You shall act.{% endif %}",
    "{% case reach %}{% when 'ordered' %}You must act.{% when 'requested' %}Please act.{% endcase %}",
  ])('%s is none', async (body) => {
    expect(at(await tried({ body }))).toEqual([]);
  });

  it('are told where the letter has them from, and not where it would have had them', async () => {
    const body = "{% if reach == 'ordered' %}You shall act.{% endif %}\nFor you shall act.\n{% render 'p' %}";
    expect(at(await tried({ body, partials: { p: 'One.\n\nYou must act.' } }))).toEqual([
      'commands-requested-party t.md:11:9',
      'commands-requested-party partials/p.md:3:5',
    ]);
  });

  it('in the subject', async () => {
    expect(at(await tried({ body: 'x', subject: 'You must act' }))).toEqual(['commands-requested-party t.md:7:15']);
  });

  it('that a value brings into prose', async () => {
    const values = { costs: 'You must pay.' };
    const filled = await tried({ body: 'x {{ costs }}', values });
    expect(at(filled)).toEqual(['commands-requested-party t.md:10:3']);
    expect(filled.problems[0]?.message).toContain('from the value "costs"');
  });

  it('dressed up as a quote', async () => {
    expect(at(await tried({ body: 'x\n\n> You shall act.' }))).toEqual(['commands-requested-party t.md:12:7']);
  });
});

describe('addresses', () => {
  const values = { costs: 'See https://evil.example/pay for it.' };

  it('that a value brings into prose, where it is printed', async () => {
    const body = '{{ case.title }} and {{ costs }}';
    expect(at(await tried({ body, values }))).toEqual(['live-link t.md:10:22']);
  });

  it('are harmless with defang, and in a quote of what somebody else wrote', async () => {
    const filled = await tried({ body: '{{ costs | defang }}\n\n> {{ costs }}', values });
    expect(filled.ok && filled.value.markdown).toBe(
      'See hxxps\\[\\:\\]\\/\\/evil\\[\\.\\]example\\/pay for it\\.\n\n> See https\\:\\/\\/evil\\.example\\/pay for it\\.\n',
    );
  });
});

describe('what a letter has to say', () => {
  it('under seal, the words against disclosure', async () => {
    const sealed = exampleValues({ purpose: 'remind', role: 'registrar', reach: 'ordered', amount: 'full' });
    expect(at(await tried({ body: 'x', values: { ...sealed, reach: 'ordered' } }))).toEqual([
      'template-leaves-out t.md:10:1',
    ]);
    const open = { ...sealed, case: { ...sealed.case, sealed: false } };
    expect(at(await tried({ body: 'x', values: open }))).toEqual([]);
  });

  it('the paragraphs of the order in its own words', async () => {
    expect(at(await tried({ body: 'x', purpose: 'execute' }))).toEqual(['template-leaves-out t.md:10:1']);
    expect(at(await tried({ body: '> {{ clauses.first.text }}', purpose: 'execute' }))).toEqual([]);
  });

  it.each(['complain', 'enforce'] as const)('%s needs proof of a first contact', async (purpose) => {
    const { problems } = await tried({ body: 'x', purpose, reach: 'ordered', values: { earlier: [] } });
    expect(problems.map(({ code }) => code)).toEqual(['nothing-to-list']);
  });
});

describe('the filled letter', () => {
  it('has one subject of one line, and no traces of tags', async () => {
    const filled = await tried({
      body: 'A\n\n{% if case.sealed %}\nB\n{% endif %}\n\n{% comment %}\nnot for print {{ nope }}\n{% endcomment %}\nC',
      subject: '{{ case.title }}, {{ costs }}',
      values: { costs: 'two\r\nBcc: x@evil.example' },
    });
    expect(filled.ok && filled.value).toEqual({
      subject: 'Acme Corporation v. John Does 1-2, two Bcc: x@evil.example',
      markdown: 'A\n\nC\n',
    });
  });

  it('takes five thousand names at once', async () => {
    const { names } = exampleValues({ purpose: 'remind', role: 'registrar', reach: 'ordered', amount: 'full' });
    const many = Array.from({ length: 5000 }, (_, n) => ({
      ...names[n % 3],
      name: `name-${n}.example`,
    })) as typeof names;
    const filled = await tried({
      body: '{% for name in names %}\n1. {{ name.name | code }} ({{ name.unicode }}, {{ name.line }})\n{% endfor %}',
      values: { names: many },
    });
    expect(filled.ok && filled.value.markdown.split('\n')).toHaveLength(5001);
  }, 60_000);

  it('work without end is stopped', async () => {
    const loop =
      '{% for a in names %}{% for b in names %}{% for c in names %}{% for d in names %}x{% endfor %}{% endfor %}{% endfor %}{% endfor %}';
    const { names } = exampleValues({ purpose: 'remind', role: 'registrar', reach: 'ordered', amount: 'least' });
    const many = Array.from({ length: 3000 }, () => names).flat();
    // Its bound is one of time, which passes twenty times as fast here.
    const [begun, now] = [performance.now(), performance.now.bind(performance)];
    const hasty = vi.spyOn(performance, 'now').mockImplementation(() => begun + (now() - begun) * 20);
    const { problems } = await tried({ body: loop, values: { names: many } });
    hasty.mockRestore();
    expect(problems.map(({ code }) => code)).toEqual(['template-too-much']);
  }, 60_000);
});
