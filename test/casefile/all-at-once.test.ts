// One more problem never hides another: the shipped case with mistakes planted at places that have nothing to do with one
// another, each alone, every two together, and all at once.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/casefile/parse.ts';
import type { SourceText } from '../../src/casefile/source.ts';

const SUPPLEMENT = `
  - id: supplement
    kind: supplemental-order
    entered: 2019-04-02T10:00:00-04:00
    adds:
      - { schedule: appendix-b, to: tro/2(b) }
    releases:
      - { names: [outlook-verify.net], because: a mistake }
    replaces:
      - { paragraph: tro/2(c), by: "3" }
    paragraphs:
      - number: "3"
        text: Hold them.
        directed-to: registrar
        applies-to: [appendix-a, appendix-b]
        due: { by: 2019-04-09T10:00:00-04:00 }
        relief:
          - { kind: held }
          - { kind: epp-status-includes, statuses: [clientHold, clientTransferProhibited] }
`;

/** What a letter needs of a recipient. */
const TO = 'contacts: { address: [1 Example Street], email: legal@registry.example }';

type File = 'case.yaml' | 'recipients.yaml' | 'appendix-a.txt' | 'appendix-b.txt';
type Texts = Readonly<Record<File, string>>;

const SHIPPED = readFileSync(new URL('../../cases/phosphorus/case.yaml', import.meta.url), 'utf8');

function replaced(text: string, [from, to]: readonly [string, string]): string {
  const at = text.indexOf(from);
  if (at === -1) throw new Error(`nothing like ${from} is there`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

/** Comments keep lines free for what is planted later, so that no line moves. */
const SOUND: Texts = {
  'case.yaml':
    [
      ['illustrative: true\n', 'illustrative: true\n# free\n'],
      ['registrars:\n', 'registrars:\n  # another registrar\n'],
      ['sinkholes:\n', 'sinkholes:\n  # another sinkhole\n'],
      ['schedules:\n', 'schedules:\n  # another schedule\n  appendix-b: { file: appendix-b.txt }\n'],
      ['stated-count: 99', 'stated-count: 2'],
      // A paragraph that no mistake renames.
      ['paragraph: tro/2(d)', 'paragraph: tro/2(b)'],
    ].reduce((text, [from = '', to = '']) => replaced(text, [from, to]), SHIPPED) + SUPPLEMENT,
  'recipients.yaml': `recipients:
  verisign: { name: VeriSign Inc., role: registry-operator, reach: ordered, because: in reach, tlds: [com, net], ${TO} }
  pir: { name: PIR, role: registry-operator, reach: ordered, because: in reach, tlds: [org], ${TO} }
  aruba: { name: Aruba, role: registry-operator, reach: requested, because: in Italy, tlds: [cloud], ${TO} }
`,
  'appendix-a.txt': 'outlook-verify.net\n# free\nmicrosoft-upgrade.org\n',
  'appendix-b.txt': 'acme-login.com\nacme-mail.com\n# free\n',
};

interface Mistake {
  readonly file?: File;
  readonly from: string;
  readonly to: string;
  /** What it is told as. */
  readonly codes: readonly string[];
  /** What cannot be told beside it, since what could not be read may be what is missed. */
  readonly blurs?: string;
}

const UNUSED = 'unused-definition';
const ORDER_TRO = 'entered: 2019-03-15T16:00:00-04:00';
const ATTESTED =
  'relief:\n          - { kind: attested, what: "preservation of the records of the registration, and no disclosure while the case is sealed" }';

const MISTAKES: readonly Mistake[] = [
  { from: 'docket: ', to: 'dokcet: ', codes: ['missing-key', 'unknown-key'] },
  { from: 'title: Microsoft Corporation v. John Does 1-2', to: 'title: []', codes: ['wrong-type'] },
  { from: '# free', to: 'illustrative: false', codes: ['yaml-duplicate-key'] },
  { from: 'America/New_York', to: 'America/Newyork', codes: ['unknown-time-zone'] },
  { from: 'us-dc]', to: 'us-dcc]', codes: ['wrong-value'] },
  { from: 'email: counsel', to: 'e-mail: counsel', codes: ['unknown-key'] },
  { from: 'until: 2019-03-27', to: 'until: 2019-13-27', codes: ['not-an-instant'] },
  { from: 'touches: [registry, tld', to: 'touches: [registry, tdl', codes: ['wrong-value'] },
  { from: 'iana-id: 292', to: 'iana-id: many', codes: ['wrong-type'] },
  { from: '# another registrar', to: 'spare: { name: Spare Inc., iana-id: 1 }', codes: ['unused-definition'] },
  {
    from: '# another sinkhole',
    to: 'spare: { operator: A, name-servers: [ns1.example], prefixes: [192.0.2.0/33] }',
    codes: ['sinkhole-of-one', 'unused-definition', 'wrong-value'],
  },
  { from: 'operator: Illustrative sinkhole of the petitioner', to: 'operator: *who', codes: ['yaml-alias'] },
  {
    from: '[ns1.sinkhole.example, ns2',
    to: '[ns1.sinkhole.example, ns1',
    codes: ['duplicate-sinkhole-server'],
  },
  { from: '192.0.2.0/24', to: '192.0.2.0/33', codes: ['wrong-value'] },
  { from: '# another schedule', to: 'generated: { file: generated.txt }', codes: ['unused-schedule'] },
  { from: 'stated-count: 2', to: 'stated-count: none', codes: ['wrong-type'] },
  { from: ORDER_TRO, to: 'entered: 2019-13-45', codes: ['not-an-instant'] },
  { from: 'after: 14 days', to: 'after: two weeks', codes: ['wrong-value'] },
  { from: 'of: receipt', to: 'of: reciept', codes: ['wrong-value'] },
  { from: 'registrar: custodian }', to: 'registrar: custodia }', codes: ['unknown-registrar'] },
  { from: '[serverTransferProhibited', to: '[serverTransferProhibitted', codes: ['wrong-value'] },
  {
    from: 'directed-to: [registry-operator]\n        applies-to: appendix-a\n',
    to: 'directed-to: [registry-operater]\n        applies-to: apendix-a\n',
    codes: ['unknown-schedule', 'wrong-value'],
  },
  { from: 'delegated-to, sinkhole: dcu', to: 'delegated-to, sinkhole: duc', codes: ['unknown-sinkhole'] },
  { from: 'kind: resolves-to, sinkhole', to: 'kind: resolves, sinkhole', codes: ['wrong-value'], blurs: UNUSED },
  { from: '- number: "2(c)"', to: '- nubmer: "2(c)"', codes: ['missing-key', 'unknown-key'] },
  { from: '- { kind: stays-registered }', to: '- stays-registered', codes: ['wrong-type'], blurs: UNUSED },
  { from: '- number: "2(d)"', to: '- number: "2(a)"', codes: ['duplicate-id'] },
  { from: ATTESTED, to: 'relief: []\n', codes: ['no-relief'] },
  { from: 'kind: preliminary-injunction', to: 'kind: preliminary-injuction', codes: ['wrong-value'] },
  { from: 'entered: 2019-03-28', to: 'entred: 2019-03-28', codes: ['missing-key', 'unknown-key'] },
  {
    from: 'order: tro, until: further-order',
    to: 'order: tor, until: later',
    codes: ['unknown-order', 'wrong-value'],
  },
  { from: 'schedule: appendix-b, to', to: 'schedule: apendix-b, to', codes: ['unknown-schedule'] },
  {
    from: 'names: [outlook-verify.net]',
    to: 'names: [outlook-verfy.net, "-"]',
    codes: ['not-a-name', 'unknown-release'],
  },
  { from: 'by: "3"', to: 'by: "4"', codes: ['unknown-paragraph'] },
  { from: 'by: 2019-04-09', to: 'by: 2018-04-09', codes: ['impossible-dates'] },
  { from: '[clientHold', to: '[serverHold', codes: ['server-lock-of-registrar'] },
  { file: 'appendix-a.txt', from: '# free', to: 'not a name', codes: ['not-a-name'] },
  { file: 'appendix-b.txt', from: '# free', to: 'acme-mail.com', codes: ['duplicate-name'] },
  { file: 'appendix-b.txt', from: 'acme-login.com', to: 'acme-login.dev', codes: ['unlisted-registry'] },
  { file: 'recipients.yaml', from: 'reach: ordered', to: 'reach: orderd', codes: ['wrong-value'] },
  { file: 'recipients.yaml', from: 'because: in Italy, ', to: '', codes: ['recipient-incomplete'] },
  { file: 'recipients.yaml', from: 'tlds: [org]', to: 'tlds: [org, com]', codes: ['duplicate-tld'] },
];

function planted(mistakes: readonly Mistake[]): Texts {
  return mistakes.reduce(
    (texts, { file = 'case.yaml', from, to }) => Object.assign(texts, { [file]: replaced(texts[file], [from, to]) }),
    { ...SOUND },
  );
}

function source(file: string, text: string): SourceText {
  return { file, octets: new TextEncoder().encode(text) };
}

async function findings(mistakes: readonly Mistake[]): Promise<readonly string[]> {
  const texts = planted(mistakes);
  const { problems } = await parseCase({
    id: 'phosphorus',
    caseFile: source('case.yaml', texts['case.yaml']),
    recipients: source('recipients.yaml', texts['recipients.yaml']),
    read: (file) => source(file, file in texts ? texts[file as File] : 'acme-generated.com\n'),
  });
  return problems.map(({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`).sort();
}

function codeOf(finding: string): string {
  return finding.slice(finding.indexOf(' ') + 1);
}

describe('mistakes at places that have nothing to do with one another', async () => {
  const alone = await Promise.all(MISTAKES.map(async (one) => ({ one, found: await findings([one]) })));
  const union = (all: typeof alone) => {
    const blurred = all.flatMap(({ one }) => one.blurs ?? []);
    const told = all.flatMap(({ found }) => found).filter((text) => !blurred.includes(codeOf(text)));
    return [...new Set(told)].sort();
  };

  it('are none in the sound case', async () => {
    expect(await findings([])).toEqual([]);
  });

  it.each(alone)('$one.to', ({ one, found }) => {
    expect(found.map(codeOf).sort()).toEqual([...one.codes].sort());
  });

  it('are told as they are alone, every two of them', async () => {
    const hidden: string[] = [];
    for (const [index, first] of alone.entries()) {
      for (const second of alone.slice(index + 1)) {
        const both = await findings([first.one, second.one]);
        const expected = union([first, second]);
        if (both.join() !== expected.join()) hidden.push(`${first.one.to} + ${second.one.to}: ${both} not ${expected}`);
      }
    }
    expect(hidden).toEqual([]);
  }, 60_000);

  it('are told as they are alone, all of them', async () => {
    expect(await findings(MISTAKES)).toEqual(union(alone));
  });
});

it('an order that lacks what every order needs hides nothing of what else is wrong with it', async () => {
  const order = `
  - kind: supplemental-ordr
    entred: 2019-04-02T10:00:00-04:00
    paragraphs:
      - text: Hold them.
        directed-to: registrar
        applies-to: apendix-a
        relief:
          - { kind: delegated-to, sinkhole: duc }
          - { kind: epp-status-includes, statuses: [serverHold], forever: true }
      - { number: "2", directed-to: nobody, applies-to: appendix-a }
`;
  const { problems } = await parseCase({
    id: 'phosphorus',
    caseFile: source('case.yaml', SHIPPED + order),
    read: (file) => source(file, 'outlook-verify.net\n'),
    quick: true,
  });
  expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    ...['missing-key', 'missing-key', 'wrong-value', 'unknown-key', 'missing-key', 'unknown-schedule'],
    ...['unknown-sinkhole', 'server-lock-of-registrar', 'unknown-key', 'missing-key', 'no-relief', 'wrong-value'],
  ]);
});
