// Broken case files with what is wrong written beside it: exactly that is told, line by line. A comment "# !" names the
// codes of its line.
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/casefile/parse.ts';
import type { SourceText } from '../../src/casefile/source.ts';

function source(file: string, text: string): SourceText {
  return { file, octets: new TextEncoder().encode(text) };
}

const FILES: Readonly<Record<string, string>> = { 'a.txt': 'alpha.com\n', 'b.txt': 'bravo.com\n' };

async function told(text: string): Promise<readonly string[]> {
  const { ok, problems } = await parseCase({
    id: 'acme',
    caseFile: source('case.yaml', text),
    read: (file) => (FILES[file] === undefined ? undefined : source(file, FILES[file])),
  });
  expect(ok).toBe(!problems.some(({ severity }) => severity === 'error'));
  return problems.map(({ code, place }) => `${place?.line} ${code}`).sort();
}

function planted(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.split('# ! ')[1]?.split(' ') ?? []).map((code) => `${index + 1} ${code}`))
    .sort();
}

const HEAD = `case: acme
title: Acme
court: { name: A court, time-zone: America/New_York }
docket: 1:26-cv-1
petitioner: { name: Acme }
`;
const DEFINED = `registrars: { custodian: { name: Registrar Inc., iana-id: 292 } }
sinkholes: { own: { operator: Acme, name-servers: [ns1.example, ns2.example], prefixes: [192.0.2.0/24] } }
schedules: { appendix-a: { file: a.txt }, appendix-b: { file: b.txt } }
`;
const PARAGRAPHS = `    paragraphs:
      - number: "1"
        text: Move them.
        directed-to: registry-operator
        applies-to: [appendix-a, appendix-b]
        relief: [{ kind: registrar-of-record, registrar: custodian }, { kind: delegated-to, sinkhole: own }]
`;

const BROKEN: readonly (readonly [string, string])[] = [
  [
    'orders that lack what they need, and what is wrong with others',
    `${HEAD}${DEFINED}orders:
  - kind: temporary-restraining-ordr # ! missing-key wrong-value
    entered: 2026-13-45 # ! not-an-instant
    expires: { after: 30 days }
    extends:
      - { order: nothing, until: 2026-13-01T10:00:00Z } # ! wrong-value
${PARAGRAPHS}
  - id: pi # ! missing-key
    kind: preliminary-injunction
    replaces:
      - { paragraph: pi/9, by: "9" } # ! unknown-paragraph unknown-paragraph
    releases:
      - { names: [nobody.com, "-"] } # ! unknown-release not-a-name
    paragraphs:
      - number: "1" # ! missing-key
        directed-to: registrar
        applies-to: appendix-c # ! unknown-schedule
        relief:
          - { kind: epp-status-includes, statuses: [serverHold, clientHolt] } # ! server-lock-of-registrar wrong-value
          - { kind: registrar-of-record, registrar: custodia } # ! unknown-registrar
          - { kind: resolves-to } # ! missing-key
          - { kind: unheard-of } # ! wrong-value
`,
  ],
  [
    'every section at once',
    `case: acme
titel: Acme # ! unknown-key
court: { name: A court, time-zone: Mars, holidays: [us-federl] } # ! unknown-time-zone wrong-value
docket: [] # ! wrong-type
petitioner: { nam: Acme } # ! missing-key unknown-key
seal: { until: never, touches: [moon, registry] } # ! not-an-instant wrong-value
registrars:
  custodian: { name: Registrar Inc., iana-id: 292, acount: x } # ! unknown-key
  Spare: { iana-id: zero } # ! wrong-value missing-key wrong-type
sinkholes:
  own: { operator: Acme, name-servers: [ns1.example, ns1.example, "?"], prefixes: [] } # ! duplicate-sinkhole-server not-a-name wrong-value
schedules:
  appendix-a: { file: a.txt, stated-count: 7 } # ! count-mismatch
  appendix-b: { file: b.txt, stated-count: -1 } # ! wrong-value
  appendix-c: { file: c.txt } # ! file-missing
  appendix-d: d.txt # ! wrong-type
orders:
  - id: tro
    kind: temporary-restraining-order
    entered: 2026-01-05T16:00:00-05:00
    expires: 2026-01-04T16:00:00-05:00 # ! impossible-dates
    docket-entry: 0 # ! wrong-value
    paragraphs:
      - number: "1"
        text: "" # ! wrong-value
        directed-to: [registry-operator, everybody] # ! wrong-value
        applies-to: [appendix-a, appendix-b, appendix-c]
        due: { within: soon, of: receipt } # ! wrong-value
        relief: [{ kind: registrar-of-record, registrar: custodian }, { kind: delegated-to, sinkhole: own }]
      - number: "1" # ! duplicate-id no-relief
        text: Nothing.
        directed-to: registrar
        applies-to: appendix-a
        due: { by: 2025-01-05T16:00:00-05:00 } # ! impossible-dates
      - a text # ! wrong-type
  - id: tro # ! duplicate-id
    kind: amended-order
    entered: 2026-01-06T16:00:00-05:00
    releases: [{ names: alpha.com, becaus: x }] # ! unknown-key
`.replace('case: acme\n', 'case: acme # ! missing-key\n'),
  ],
  [
    'YAML that is refused',
    `${HEAD}docket: again # ! yaml-duplicate-key
counsel: &who { name: A } # fine by itself
${DEFINED}orders:
  - id: !x tro # ! yaml-tag
    kind: preliminary-injunction
    entered: *who # ! yaml-alias
    action: no # ! wrong-value
    paragraphs:
      - number: "1"
        text: *who # ! yaml-alias
        directed-to: registry-operator
        applies-to: [appendix-a, *who, appendix-x] # ! yaml-alias unknown-schedule
        relief:
          - { kind: registrar-of-record, registrar: custodia } # ! unknown-registrar
          - *who # ! yaml-alias
          - { kind: delegated-to, sinkhole: onw, <<: *who } # ! yaml-merge-key unknown-sinkhole
`,
  ],
];

describe('what is planted in a broken case file', () => {
  it.each(BROKEN)('is told, and nothing else: %s', async (_, text) => {
    expect(await told(text)).toEqual(planted(text));
  });
});

/** Each says one thing wrong; what else might be said would follow from it only. */
const ALONE: readonly (readonly [string, string])[] = [
  [
    'an id that cannot be read may be the one that is extended',
    `${DEFINED}orders:
  - id: The order # ! wrong-value
    kind: temporary-restraining-order
    entered: 2026-01-05T16:00:00-05:00
    expires: { after: 30 days }
${PARAGRAPHS}
  - { id: pi, kind: preliminary-injunction, entered: 2026-01-18T16:00:00Z, extends: [{ order: the-order, until: further-order }] }
`,
  ],
  [
    'a number that cannot be read may be the one that is replaced',
    `${DEFINED}orders:
  - id: tro
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00-05:00
${PARAGRAPHS.replace('number: "1"', 'number: [] # ! wrong-type')}
  - id: amended
    kind: amended-order
    entered: 2026-02-05T16:00:00-05:00
    replaces: [{ paragraph: tro/1, by: "1" }]
${PARAGRAPHS}`,
  ],
  [
    'a key that cannot be used may be the one that is named',
    `${DEFINED.replace('custodian: {', 'Custodian: {').replace(' } }\n', ' } } # ! wrong-value\n')}orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00-05:00
${PARAGRAPHS}`,
  ],
  [
    'an unknown key may be any that is missing',
    `${DEFINED}orders:
  - id: tro
    kind: temporary-restraining-order
    entered: 2026-01-05T16:00:00-05:00
    valid: 14 days # ! unknown-key
${PARAGRAPHS.replace('relief: [', 'measures: [').replace(' }]\n', ' }] # ! unknown-key\n')}`,
  ],
  [
    'a section that is misspelt may have all that is named',
    `${DEFINED.replace('registrars: {', 'registars: {').replace(' } }\n', ' } } # ! unknown-key\n')}orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00-05:00
${PARAGRAPHS}`,
  ],
  [
    'an expiry that cannot be read is none that is missing, and a schedule that fails is used',
    `${DEFINED}orders:
  - id: tro
    kind: temporary-restraining-order
    entered: 2026-01-05T16:00:00-05:00
    expires: soon # ! not-an-instant
${PARAGRAPHS.replace('appendix-b]', 'Appendix B] # ! wrong-value')}`,
  ],
  [
    'a name may stand in a schedule that is not there',
    `${DEFINED.replace('a.txt', 'c.txt').replace(/\n$/, ' # ! file-missing\n')}orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00-05:00
    releases: [{ names: alpha.com }]
${PARAGRAPHS}`,
  ],
  [
    'the first order that is left is not the first',
    `seal: { until: 2026-01-10, touches: [registry] }
${DEFINED}orders:
  - tro # ! wrong-type
  - id: pi
    kind: preliminary-injunction
    entered: 2026-02-05T16:00:00-05:00
${PARAGRAPHS}`,
  ],
  [
    'an order whose only change cannot be read has one, and lists with nothing left in them are not empty',
    `${DEFINED}orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00-05:00
${PARAGRAPHS.replace('registry-operator', '[everybody] # ! wrong-value')}
  - id: last
    kind: amended-order
    entered: 2026-02-05T16:00:00-05:00
    releases: [{ names: ["-"] }] # ! not-a-name
`,
  ],
];

describe('what follows from a mistake only', () => {
  it.each(ALONE)('is not told: %s', async (_, text) => {
    expect(await told(HEAD + text)).toEqual(planted(HEAD + text));
  });
});
