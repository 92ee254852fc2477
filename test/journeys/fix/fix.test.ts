// A list comes as people type it; `validate --fix` sets right what has one right answer, after it was shown.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseFile } from '../../support/case-file.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const LIST = `# Appendix A, as the motion has it
ACME-login.example.   # page 3
  acme-pay.example
acme-mail.example\r
acme-pay.example
münchen-acme.example
`;
const FIXED = `# Appendix A, as the motion has it
acme-login.example   # page 3
acme-pay.example
acme-mail.example
münchen-acme.example
`;

let folder: string;
const list = () => readFileSync(join(folder, 'cases/acme/names.txt'), 'utf8');
const run = (...args: readonly string[]) => takedown(folder, args, { at: '2026-01-06T15:00:00Z' });

beforeEach(() => {
  folder = emptyFolder();
  const text = caseFile({ id: 'acme' }).replace('rehearsal: true\n', '').replace('ns1.sinkhole', 'NS1.sinkhole');
  writeFiles(folder, { 'cases/acme/case.yaml': `# Ours.\n${text}`, 'cases/acme/names.txt': LIST });
});
afterEach(() => removeFolder(folder));

test('shows a diff and writes nothing with --dry-run', async () => {
  const looked = await run('validate', 'acme', '--fix', '--dry-run');
  expect(looked).toMatchObject({ code: 22, err: '' });
  await expect(looked.out).toMatchFileSnapshot('golden/dry-run.txt');
  expect(list()).toBe(LIST);
});

test('writes with --yes, and finds nothing a second time', async () => {
  const fixed = await run('validate', 'acme', '--fix', '--yes');
  expect(fixed).toMatchObject({ code: 0, err: '' });
  expect(list()).toBe(FIXED);
  const text = readFileSync(join(folder, 'cases/acme/case.yaml'), 'utf8');
  expect(text).toContain('# Ours.\n');
  expect(text).toContain('[ns1.sinkhole.example, ns2.sinkhole.example]');
  const again = await run('validate', 'acme', '--fix', '--yes');
  expect(again.out).toContain('Nothing to fix.');
  expect(again.out).not.toContain('@@');
  expect(list()).toBe(FIXED);
});

test('writes nothing without a yes, where nobody can be asked', async () => {
  const refused = await run('validate', 'acme', '--fix');
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('Give --yes to write them without a question.');
  expect(list()).toBe(LIST);
});

test('tells a script of every line', async () => {
  const told = await run('validate', 'acme', '--fix', '--dry-run', '--json');
  const { fixed, fixes = [] } = documentOf<{ fixed: boolean; fixes: { line: number; after: string | null }[] }>(
    told.out,
    'validate',
  );
  expect(fixed).toBe(false);
  expect(fixes.map(({ line, after }) => [line, after?.trim() ?? null])).toEqual([
    [8, expect.stringContaining('ns1.sinkhole.example')],
    [2, 'acme-login.example   # page 3'],
    [3, 'acme-pay.example'],
    [4, 'acme-mail.example'],
    [5, null],
  ]);
});

test('leaves a file alone that is no UTF-8, and says of plain flags what they are for', async () => {
  writeFileSync(join(folder, 'cases/acme/names.txt'), Buffer.from('ACME.example\nm\xfcnchen.example\n', 'latin1'));
  const octets = readFileSync(join(folder, 'cases/acme/names.txt'));
  expect((await run('validate', 'acme', '--fix', '--yes')).code).toBe(22);
  expect(readFileSync(join(folder, 'cases/acme/names.txt'))).toEqual(octets);
  const alone = await run('validate', 'acme', '--yes', '--json');
  expect([alone.code, errorOf(alone.err).message]).toEqual([2, '--yes is for --fix.']);
});
