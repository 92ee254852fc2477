// A list goes out to whoever compares it with the order, and comes back: nothing in the case is different then.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const AT = '2026-01-06T15:00:00Z';
const NEW = [
  ...['new', 'acme', '--yes', '--title', 'Acme Corp. v. John Does 1-2', '--docket', '1:26-cv-00001'],
  ...['--court', 'United States District Court for the District of Columbia', '--court-short', 'D.D.C.'],
  ...['--petitioner', 'Acme Corp.', '--entered', '2026-01-05T16:00:00-05:00', '--expires', '14 days'],
  ...['--due', '3 business days', '--registrar', 'MarkMonitor Inc.', '--iana-id', '292', '--stated-count', '5'],
  ...['--name-servers', 'ns1.sinkhole.example,ns2.sinkhole.example', '--prefixes', '192.0.2.0/24,2001:db8:5::/48'],
];
const SCHEDULE = `# Appendix A, as the clerk sent it
te1egram-acme.example
bücher-acme.example   # page 2
login.acme.zzux.com

faß.example
a-1.example`;

let folder: string;
const run = (args: readonly string[]) => takedown(folder, args, { at: AT });
const schedule = () => readFileSync(join(folder, 'cases/acme/appendix-a.txt'), 'utf8');

beforeAll(async () => {
  folder = emptyFolder();
  await run(NEW);
  writeFileSync(join(folder, 'cases/acme/appendix-a.txt'), SCHEDULE);
});
afterAll(() => removeFolder(folder));

test('is a name a line, in the order of the schedule and in the form that counts', async () => {
  const { out, code } = await run(['export', 'acme']);
  expect(code).toBe(0);
  expect(out).toBe(
    'te1egram-acme.example\nxn--bcher-acme-9db.example\nlogin.acme.zzux.com\nxn--fa-hia.example\na-1.example\n',
  );
});

test('shows people what a name is displayed as', async () => {
  const { out } = await run(['export', 'acme', '--csv']);
  expect(out.startsWith('\ufeffname,displayed as\r\n')).toBe(true);
  expect(out).toContain('xn--fa-hia.example,faß.example\r\n');
  expect(out).toContain('a-1.example,\r\n');
});

test('tells scripts where each name stands and whose service it is', async () => {
  const { out } = await run(['export', 'acme', '--json']);
  const { names, count } = documentOf<{ names: readonly { name: string }[]; count: number }>(out, 'export');
  expect(count).toBe(5);
  expect(names.find(({ name }) => name === 'login.acme.zzux.com')).toEqual({
    name: 'login.acme.zzux.com',
    unicode: 'login.acme.zzux.com',
    registrable: 'zzux.com',
    line: 4,
    services: [{ kind: 'dynamic-dns', operator: 'ChangeIP', domain: 'zzux.com' }],
  });
});

test.each(['names.txt', 'names.csv'])('importing %s again changes nothing', async (file) => {
  expect((await run(['export', 'acme', '-o', file])).code).toBe(0);
  const { out } = await run(['import', 'acme', file, '--json']);
  expect(documentOf<{ added: readonly string[] }>(out, 'import').added).toEqual([]);
  expect(schedule()).toBe(SCHEDULE);
});

test('writes a workbook, the same octets each time', async () => {
  await run(['export', 'acme', '-o', 'one.xlsx']);
  await run(['export', 'acme', '-o', 'two.xlsx']);
  const [one, two] = ['one.xlsx', 'two.xlsx'].map((file) => readFileSync(join(folder, file)));
  expect(one?.subarray(0, 2).toString()).toBe('PK');
  expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
});

test('says which endings there are', async () => {
  const { code, err } = await run(['export', 'acme', '-o', 'names.pdf']);
  expect(code).toBe(2);
  expect(err).toContain('Endings: .txt, .csv, .xlsx, .json.');
  expect(existsSync(join(folder, 'names.pdf'))).toBe(false);
  const asked = await run(['export', 'acme', '--schedule', 'b', '--json']);
  expect(errorOf(asked.err).code).toBe('which-schedule');
});
