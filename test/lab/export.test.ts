// A list that goes out as a workbook or as CSV, is opened and saved by LibreOffice, and comes back: the case is the same octets then.
// Needs the package libreoffice-calc-nogui.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '../support/documents.ts';
import { emptyFolder, removeFolder } from '../support/folders.ts';
import { takedown } from '../support/takedown.ts';
import { readersHere } from './readers.ts';

const { asked, missing, reason } = readersHere(['soffice']);

it('the laboratory asks for its programs', () => {
  if (asked) expect(missing).toEqual([]);
});

const NEW = [
  ...['new', 'acme', '--yes', '--title', 'Acme Corp. v. John Does 1-2', '--docket', '1:26-cv-00001'],
  ...['--court', 'United States District Court for the District of Columbia', '--court-short', 'D.D.C.'],
  ...['--petitioner', 'Acme Corp.', '--entered', '2026-01-05T16:00:00-05:00', '--expires', '14 days'],
  ...['--due', '3 business days', '--registrar', 'MarkMonitor Inc.', '--iana-id', '292', '--stated-count', '8'],
  ...['--name-servers', 'ns1.sinkhole.example,ns2.sinkhole.example', '--prefixes', '192.0.2.0/24,2001:db8:5::/48'],
];
/** What spreadsheets like to take for something else: figures, dates, exponents, formulas. */
const SCHEDULE = `# as the clerk sent it
te1egram-acme.example
xn--bcher-acme-9db.example  # page 2
163.example
1e5.example
3-4.example
_dmarc.acme.example
true.example
12.1.acme.example
`;

describe.skipIf(!asked || missing.length > 0)(`an export in real programs (${reason})`, () => {
  let folder = '';
  const run = (args: readonly string[]) => takedown(folder, args, { at: '2026-01-06T15:00:00Z' });
  const schedule = () => readFileSync(join(folder, 'cases/acme/appendix-a.txt'), 'utf8');

  beforeAll(async () => {
    folder = emptyFolder();
    await run(NEW);
    writeFileSync(join(folder, 'cases/acme/appendix-a.txt'), SCHEDULE);
  });
  afterAll(() => removeFolder(folder));

  it.each([
    ['names.xlsx', 'xlsx'],
    ['names.csv', 'csv'],
    ['names.csv', 'xlsx'],
    ['names.xlsx', 'csv'],
  ])(
    '%s, saved again as %s, brings nothing new',
    async (file, saved) => {
      expect((await run(['export', 'acme', '-o', file])).code).toBe(0);
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const words = [profile, '--headless', '--convert-to', saved, '--outdir', 'saved', file];
      execFileSync('soffice', words, { cwd: folder, timeout: 120_000, stdio: 'ignore' });
      const { out, code } = await run([
        'import',
        'acme',
        `saved/names.${saved}`,
        '--accept',
        'sure',
        '--by',
        'J',
        '--json',
      ]);
      const { added, already, check } = documentOf<Record<string, unknown>>(out, 'import');
      // "12.1.acme.example" may be an entry's number, and is there already.
      expect({ added, check, code }).toEqual({ added: [], check: [], code: 0 });
      expect(already).toBe(7);
      expect(schedule()).toBe(SCHEDULE);
    },
    130_000,
  );
});
