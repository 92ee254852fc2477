// A case file with many mistakes beside a sound one: all are told at once, and the other case goes on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { phosphorusWorkspace, removeFolder, writeFiles } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const AT = { at: '2026-01-06T15:00:00Z' };
const BROKEN = `case: acme
titel: Acme Corp. v. John Does 1-2
court: { name: A court, time-zone: America/Newyork, holidays: [us-federal] }
docket: 1:26-cv-00001
petitioner: { name: Acme Corp., address: [] }
seal: { until: tomorrow, touches: [registry] }
registrars:
  custodian: { name: MarkMonitor Inc., iana-id: many }
schedules:
  appendix-a: { file: appendix-a.txt, stated-count: 3 }
orders:
  - id: tro
    kind: temporary-restraining-order
    entered: 2026-01-05T16:00:00-05:00
    expires: { after: 30 days }
    paragraphs:
      - number: "1"
        text: Move them.
        directed-to: [registry-operator]
        applies-to: apendix-a
        relief:
          - { kind: registrar-of-record, registrar: custodia }
          - { kind: epp-status-includes, statuses: [serverTransferProhibitted] }
  - kind: preliminary-injunction
    entered: 2026-13-45
    paragraphs:
      - text: Lock them.
        directed-to: registrar
        applies-to: appendix-a
        relief: [{ kind: epp-status-includes, statuses: [serverHold] }]
`;

let folder: string;

beforeAll(() => {
  folder = phosphorusWorkspace();
  writeFiles(folder, {
    'cases/acme/case.yaml': BROKEN,
    'cases/acme/appendix-a.txt': 'acme-login.example\nnot a name\nco.uk\nacme-login.example\n',
  });
});
afterAll(() => removeFolder(folder));

test.each(['status', 'validate', 'check', 'show', 'due'])(
  '%s tells every problem with its place, and ends with 22',
  async (command) => {
    const ran = await takedown(folder, [command, 'acme'], AT);
    expect(ran.code).toBe(22);
    const told = command === 'validate' ? ran.out : ran.err;
    expect(command === 'validate' ? ran.err : ran.out).toBe('');
    if (command === 'status' || command === 'validate') await expect(told).toMatchFileSnapshot(`golden/${command}.txt`);
    const carets = told.split('\n').filter((line) => /^ +\| +\^+$/.test(line));
    expect(carets.length).toBeGreaterThanOrEqual(15);
  },
);

test('as JSON, the problems stand in the one object', async () => {
  const ran = await takedown(folder, ['status', 'acme', '--json'], AT);
  expect(ran).toMatchObject({ code: 22, out: '' });
  const { code, problems } = errorOf(ran.err);
  expect(code).toBe('problems');
  expect(problems.length).toBeGreaterThanOrEqual(15);
  expect(problems.every(({ place }) => place !== undefined)).toBe(true);
});

test('list keeps the row of the case that cannot be read, beside the sound one', async () => {
  const ran = await takedown(folder, ['list'], AT);
  expect(ran.code).toBe(22);
  await expect(ran.out).toMatchFileSnapshot('golden/list.txt');
  const asJson = await takedown(folder, ['list', '--json'], AT);
  expect(asJson.code).toBe(22);
  const { cases } = documentOf<{ readonly cases: readonly { readonly case: string; readonly readable: boolean }[] }>(
    asJson.out,
    'list',
  );
  expect(cases.map((one) => [one.case, one.readable])).toEqual([
    ['acme', false],
    ['phosphorus', true],
  ]);
});

test('a sound case beside it is not held back', async () => {
  expect((await takedown(folder, ['status', 'phosphorus'], AT)).code).toBe(0);
});
