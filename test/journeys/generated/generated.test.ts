// A list of generated names, larger than anybody reads: imported by its lines, with the same outcome as the way of every other
// document, and told in figures.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { documentOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const AT = '2026-01-06T15:00:00Z';
const NEW = [
  ...['new', 'acme', '--yes', '--title', 'Acme Corp. v. John Does 1-2', '--docket', '1:26-cv-00001'],
  ...['--court', 'United States District Court for the District of Columbia', '--court-short', 'D.D.C.'],
  ...['--petitioner', 'Acme Corp.', '--entered', '2026-01-05T16:00:00-05:00', '--expires', '14 days'],
  ...['--due', '3 business days', '--registrar', 'MarkMonitor Inc.', '--iana-id', '292', '--stated-count', '30000'],
  ...['--name-servers', 'ns1.sinkhole.example,ns2.sinkhole.example', '--prefixes', '192.0.2.0/24,2001:db8:5::/48'],
];
const ACCEPT = ['--accept', 'sure', '--by', 'Jane Roe'];

const nameOf = (at: number) => `generated-${(at * 7919) % 100_000}-acme.example`;
const LIST = `# names of one day, 30000 of them\n${Array.from({ length: 30_000 }, (_, at) => `${nameOf(at)}\n`).join('')}`;
/** The third again, and the first. */
const REPEATED = `${LIST}${nameOf(2)}\n${nameOf(0)}\n`;

const folders: string[] = [];
let folder = '';
const run = (args: readonly string[]) => takedown(folder, args, { at: AT });
const schedule = () => readFileSync(join(folder, 'cases/acme/appendix-a.txt'), 'utf8');
const imports = () => readFileSync(join(folder, 'cases/acme/imports.yaml'), 'utf8');

beforeEach(async () => {
  folder = emptyFolder();
  folders.push(folder);
  await run(NEW);
  writeFileSync(join(folder, 'list.txt'), REPEATED);
});
afterAll(() => {
  for (const one of folders) removeFolder(one);
});

test('is told in figures, with what stands there twice and on which lines', async () => {
  const { out, code } = await run(['import', 'acme', 'list.txt', ...ACCEPT]);
  expect(code).toBe(0);
  expect(out).toContain('sure        30000   2 repeated');
  expect(out).toContain(`${nameOf(2)}  line 30002, as line 4`);
  expect(out).toContain('the order says 30000 for appendix-a: 30000 sure; that is as many');
  expect(out).toContain('30000 names added to cases/acme/appendix-a.txt, accepted by Jane Roe');
  expect(out.split('\n').length).toBeLessThan(80);
  expect(schedule().endsWith(`${nameOf(29_998)}\n${nameOf(29_999)}\n`)).toBe(true);
  expect(imports()).toContain(`first: ${nameOf(0)}, last: ${nameOf(29_999)}, count: 30000, line: 2`);
});

test.each([
  ['with a blank too many, of which one line is sifted', REPEATED.replace('.example\n', '.example \n')],
  ['with a page break, so that it goes the way of every other document', `${REPEATED}\f`],
])('comes to the same %s', async (_, list) => {
  const quick = await run(['import', 'acme', 'list.txt', '--json', '--dry-run']);
  writeFileSync(join(folder, 'other.txt'), list);
  const thorough = await run(['import', 'acme', 'other.txt', '--json', '--dry-run']);
  const text = thorough.out.replaceAll('other.txt', 'list.txt');
  interface Document {
    readonly sure: readonly unknown[];
    readonly added: readonly string[];
    readonly [key: string]: unknown;
  }
  const [one, other] = [quick.out, text].map((out) => documentOf<Document>(out, 'import'));
  for (const key of ['added', 'repeats', 'repeated', 'already', 'before', 'check', 'refused'])
    expect({ [key]: one?.[key] }).toEqual({ [key]: other?.[key] });
  // Of so many the document has the first ones with their lines.
  expect(one?.sure.slice(0, 60)).toEqual(other?.sure.slice(0, 60));
  expect(one?.added).toHaveLength(30_000);
});

test('leaves alone what is there, and writes nothing the second time', async () => {
  await run(['import', 'acme', 'list.txt', ...ACCEPT]);
  const [before, entries] = [schedule(), imports()];
  const again = await run(['import', 'acme', 'list.txt', ...ACCEPT]);
  expect(again.out).toContain('30000 there already, 2 repeated');
  expect(again.out).toContain('Nothing was added');
  expect([schedule(), imports()]).toEqual([before, entries]);
  appendFileSync(join(folder, 'list.txt'), 'one-more-acme.example\n');
  expect((await run(['import', 'acme', 'list.txt', ...ACCEPT])).code).toBe(0);
  expect(schedule()).toBe(`${before}one-more-acme.example\n`);
  expect(imports()).toContain('first: one-more-acme.example, line: 30004');
});

test('is not written before somebody agreed', async () => {
  const before = schedule();
  const asked = await run(['import', 'acme', 'list.txt']);
  expect(asked.code).toBe(2);
  expect(asked.err).toContain('There is no terminal to ask at; nothing was written. 30000 names could be added.');
  expect(schedule()).toBe(before);
});

test('goes out again as it came', async () => {
  await run(['import', 'acme', 'list.txt', ...ACCEPT]);
  await run(['export', 'acme', '-o', 'again.txt']);
  expect(readFileSync(join(folder, 'again.txt'), 'utf8')).toBe(LIST.replace(/^#.*\n/, ''));
});
