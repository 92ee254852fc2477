// Whom letters go to: how contacts are written, what a case changes for itself, and where each part stands.
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/casefile/parse.ts';
import { parseRecipients } from '../../src/casefile/recipients.ts';
import type { SourceText } from '../../src/casefile/source.ts';
import type { Checked } from '../../src/model/problem.ts';

function source(file: string, text: string): SourceText {
  return { file, octets: new TextEncoder().encode(text) };
}

function sound<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(checked.problems.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return checked.value;
}

const ENTRY =
  'name: Example Registry Ltd., role: registry-operator, reach: ordered, because: its seat, tlds: [example]';

function contacts(text: string) {
  return parseRecipients(source('recipients.yaml', `recipients:\n  reg: { ${ENTRY}, contacts: { ${text} } }\n`));
}

describe('contacts', () => {
  it('are what was written, in one form', () => {
    const [recipient] = sound(
      contacts(`attention: Legal, address: [1 Example Street], email: Legal@REGISTRY.example, phone: +1 (202) 555-0100 ext. 12,
    registered-agent: Agent Co., general-counsel: { name: J. Doe, email: gc@registry.example },
    pgp: ABCD 1234 abcd 1234 ABCD 1234 ABCD 1234 ABCD 1234,
    form: { url: "https://registry.example/legal?x=1", fields: [{ label: "Your message:", holds: body, longest: 4000 }] }`),
    );
    expect(recipient?.contacts).toEqual({
      attention: 'Legal',
      address: ['1 Example Street'],
      email: ['Legal@registry.example'],
      phone: '+1 (202) 555-0100 ext. 12',
      registeredAgent: 'Agent Co.',
      generalCounsel: { name: 'J. Doe', email: 'gc@registry.example' },
      pgp: 'ABCD1234ABCD1234ABCD1234ABCD1234ABCD1234',
      form: {
        url: 'https://registry.example/legal?x=1',
        fields: [{ label: 'Your message:', holds: 'body', longest: 4000 }],
      },
    });
  });

  it('are empty, never made up, where nothing was written', () => {
    expect(sound(parseRecipients(source('r.yaml', `recipients: { reg: { ${ENTRY} } }\n`)))[0]?.contacts).toEqual({
      address: [],
      email: [],
    });
  });

  it.each([
    ['a name in an address', 'email: Legal <legal@registry.example>', 'mail address'],
    ['two addresses in one text', 'email: "a@registry.example,b@registry.example"', 'mail address'],
    ['a line break in an address', 'email: "a@registry.example\\r\\nBcc: x@y.example"', 'mail address'],
    ['one bad address of two', 'email: [a@registry.example, b@localhost]', 'mail address'],
    ['a line break in a line', 'attention: "Legal\\nBcc: x@y.example"', 'one line'],
    ['a control character in a line', 'attention: "Legal\\e[2J"', 'one line'],
    ['an empty line', 'attention: " "', 'one line'],
    ['words for a number', 'phone: call us', 'telephone'],
    ['a number that does more', 'phone: "+1 202 555 0100;postd=pp22"', 'telephone'],
    ['a short key id', 'pgp: "0xDEADBEEF"', 'fingerprint'],
    ['a form without https', 'form: { url: "http://registry.example/", fields: [{ label: x, holds: body }] }', 'https'],
    [
      'a form with a login',
      'form: { url: "https://u:p@registry.example/", fields: [{ label: x, holds: body }] }',
      'https',
    ],
    ['a script for a form', 'form: { url: "javascript:alert(1)", fields: [{ label: x, holds: body }] }', 'https'],
    ['a form without fields', 'form: { url: "https://registry.example/", fields: [] }', 'nothing in it'],
    [
      'an unknown content of a field',
      'form: { url: "https://r.example/", fields: [{ label: x, holds: boddy }] }',
      'boddy',
    ],
  ])('refuse %s', (_, text, says) => {
    const reading = contacts(text);
    const errors = reading.problems.filter(({ severity }) => severity === 'error');
    expect(reading.ok).toBe(false);
    expect(errors).toMatchObject([{ code: 'wrong-value' }]);
    expect(errors[0]?.message).toContain(says);
  });
});

const CASE = `case: acme
title: Acme v. Does
court: { name: A court, time-zone: America/New_York }
docket: "1"
petitioner: { name: Acme }
schedules: { names: { file: names.txt } }
orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00-05:00
    paragraphs:
      - number: "1"
        text: Keep them.
        directed-to: [registry-operator]
        applies-to: names
        relief: [{ kind: attested, what: that they are kept }]
`;

const SHARED = `illustrative: true
recipients:
  reg:
    ${ENTRY.replaceAll(', ', '\n    ').replace('\n    tlds', '\n    tlds')}
    contacts: { address: [1 Example Street], email: legal@registry.example, phone: +1 202 555 0100 }
`;

function caseWith(own: string) {
  return parseCase({
    id: 'acme',
    caseFile: source('case.yaml', `${CASE}${own}`),
    recipients: source('recipients.yaml', SHARED),
    read: (file) => (file === 'names.txt' ? source(file, 'a.example\n') : undefined),
  });
}

describe('what a case says of recipients', () => {
  it('changes single parts and leaves the others', async () => {
    const { recipients } = sound(
      await caseWith(
        'recipients:\n  reg: { reach: requested, because: its seat moved, contacts: { email: [a@b.example] } }\n',
      ),
    );
    expect(recipients).toEqual([
      {
        id: 'reg',
        name: 'Example Registry Ltd.',
        role: 'registry-operator',
        reach: 'requested',
        because: 'its seat moved',
        tlds: ['example'],
        hosts: [],
        contacts: { address: ['1 Example Street'], email: ['a@b.example'], phone: '+1 202 555 0100' },
        illustrative: true,
      },
    ]);
  });

  it('adds whole entries of its own, which are no more illustrative than the case', async () => {
    const { recipients } = sound(
      await caseWith(`recipients:
  dyn: { name: Dyn Inc., role: provider, reach: ordered, because: its seat, hosts: [Dyn.Example], language: PT-br, contacts: { address: [x], email: [a@dyn.example] } }
`),
    );
    expect(recipients.map(({ id, illustrative }) => [id, illustrative])).toEqual([
      ['reg', true],
      ['dyn', false],
    ]);
    expect(recipients[1]).toMatchObject({ hosts: ['dyn.example'], language: 'pt-BR' });
  });

  it.each([
    [
      'the case’s own part',
      'reg: { tlds: [example, other] }',
      'dup: { name: D, role: registry-operator, reach: ordered, tlds: [other] }',
      'case.yaml',
    ],
    ['the shared part', 'dup: { name: D, role: registry-operator, reach: ordered, tlds: [example] }', '', 'case.yaml'],
  ])('is told at its own place: %s', async (_, one, other, file) => {
    const reading = await caseWith(`recipients:\n  ${one}\n${other === '' ? '' : `  ${other}\n`}`);
    const found = reading.problems.find(({ code }) => code === 'duplicate-tld');
    expect(found?.place?.file).toBe(file);
    expect(found?.place?.excerpt.slice((found.place.column ?? 1) - 1)).toMatch(/^(?:other|example)\b/);
  });

  it('tells what a shared entry lacks at the shared entry, even where the case changes it', async () => {
    const reading = await caseWith('recipients: { reg: { role: provider } }\n');
    const found = reading.problems.filter(({ code }) => code === 'recipient-incomplete' || code === 'not-of-its-role');
    expect(found.map(({ place }) => [place?.file, place?.excerpt.trim()])).toEqual([
      ['recipients.yaml', 'reg:'],
      ['recipients.yaml', 'tlds: [example]'],
    ]);
  });

  it('has no half entry of somebody unknown, and no second problem because of it', async () => {
    const reading = await caseWith('recipients: { rag: { reach: requested } }\n');
    expect(reading.problems.map(({ code, hint }) => [code, hint])).toEqual([
      ['unknown-recipient', 'Did you mean "reg"?'],
    ]);
  });

  it('takes no public suffix for a provider’s domain, and the domain of one who shares it', async () => {
    const own = (host: string) =>
      `recipients: { dyn: { name: D, role: provider, reach: ordered, because: x, hosts: [${host}], contacts: { address: [x], email: [a@dyn.example] } } }\n`;
    expect((await caseWith(own('co.uk'))).problems).toMatchObject([
      { code: 'public-suffix', place: { file: 'case.yaml' } },
    ]);
    expect((await caseWith(own('ddns.net'))).problems).toEqual([]);
  });
});
