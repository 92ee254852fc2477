// `takedown lookup` of a name that a sealed case of the workspace has: the seal holds there as in a check.
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { takedown } from '../../support/takedown.ts';
import { CASE, openPractice, type Practice } from '../kill/practice.ts';

interface Looked {
  readonly names: readonly {
    readonly name: string;
    readonly sightings: readonly {
      readonly lookup: string;
      readonly outcome: string;
      readonly failure?: string;
      readonly detail?: string;
    }[];
  }[];
}

let practice: Practice;
let unsealed: string;
const caseFile = () => join(practice.folder, 'cases', CASE, 'case.yaml');
const seal = (until: string, touches: string) =>
  writeFileSync(caseFile(), unsealed.replace('docket:', `seal: { until: ${until}, touches: [${touches}] }\ndocket:`));
const run = (...args: readonly string[]) => takedown(practice.folder, ['lookup', '--network', 'network.yaml', ...args]);

/** Lookups of each name that the seal kept from being asked. */
async function excluded(...names: readonly string[]) {
  const looked = documentOf<Looked>((await run(...names, '--json')).out, 'lookup').names;
  return looked.map(({ sightings }) => [
    ...new Set(sightings.filter(({ failure }) => failure === 'excluded-by-seal').map(({ lookup }) => lookup)),
  ]);
}

beforeAll(async () => {
  practice = await openPractice();
  unsealed = readFileSync(caseFile(), 'utf8');
});
beforeEach(() => seal('2026-02-01', 'registry, tld, sinkhole'));
afterAll(() => practice.close());

test('its case and the end of the seal are told, and whom it excludes is not asked', async () => {
  const told = await run('alpha.test');
  expect(told.code).toBe(21);
  expect(told.err).toContain(`alpha.test: the case ${CASE} is sealed until 2026-02-02T05:00:00Z`);
  expect(told.out).toMatch(/resolver\n.*\n +failed, excluded-by-seal: .*\(the case twelve\.rehearsal is sealed/);
  expect(await excluded('alpha.test')).toEqual([['rdap-registrar', 'whois-registrar', 'resolver']]);
});

test('a host below it has the same servers: its parent is not asked either', async () => {
  expect(await excluded('www.alpha.test')).toEqual([['rdap-registrar', 'whois-registrar', 'delegation', 'resolver']]);
});

test('names of no sealed case are asked as ever, also beside one that is sealed', async () => {
  const [held, free] = await excluded('bravo.zone', 'elsewhere.test');
  expect([held?.includes('resolver'), free]).toEqual([true, []]);
});

test('a seal that has been lifted holds nothing', async () => {
  seal('2026-01-06', 'registry');
  expect(await excluded('alpha.test')).toEqual([[]]);
  expect((await run('alpha.test')).err).toBe('');
});

test('a case that speaks of a seal and cannot be read stops the lookup; one without a seal does not', async () => {
  writeFileSync(caseFile(), `${unsealed}seal: { until: whenever }\n`);
  const ran = await run('elsewhere.test', '--json');
  expect(ran.code).toBe(23);
  expect(errorOf(ran.err)).toMatchObject({ code: 'seal-not-known', hint: `Mend it first: takedown validate ${CASE}` });
  writeFileSync(caseFile(), `# seal: { until: 2026-02-01 }\n${unsealed}nonsense: 1\n`);
  expect(await excluded('alpha.test')).toEqual([[]]);
});

test('a case whose file leads nowhere today stops it as well, since it may be sealed', async () => {
  rmSync(caseFile());
  symlinkSync('/nowhere/at/all', caseFile());
  const ran = await run('elsewhere.test', '--json');
  expect([ran.code, errorOf(ran.err)['code']]).toEqual([23, 'seal-not-known']);
  rmSync(caseFile());
});
