// Streams that are full, closed or left by their reader: what was asked is done, the exit code is the work's, nobody sees a stack.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram } from '../../support/child.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { inShell, type Shell } from '../../support/shell.ts';

let shell: Shell;
beforeAll(async () => {
  shell = { entry: await builtProgram(), folder: phosphorusWorkspace() };
});
afterAll(() => removeFolder(shell.folder));

const said = (script: string) => inShell(shell, script);

test.each(['status phosphorus', '--help'])('%s onto a full disk fails with a sentence', async (words) => {
  const { code, err } = await said(`takedown ${words} >/dev/full`);
  expect(code).toBe(1);
  expect(err).toBe(
    'Standard output cannot be written: the disk is full. Not all of it arrived.\n' +
      '  What the command does beside its words was done all the same.\n',
  );
});

test('the same with --json is one object', async () => {
  const { code, err } = await said('takedown status phosphorus --json >/dev/full');
  expect([code, JSON.parse(err)]).toMatchObject([1, { code: 'output-lost', kind: 'failed' }]);
});

test('a version that nobody can be told is no success', async () => {
  expect(await said('takedown --version >/dev/full')).toEqual({ code: 1, out: '', err: '' });
});

test('a reader that leaves early does not turn a gate that holds into a success', async () => {
  const asked = 'takedown status phosphorus --fail-on unknown';
  expect((await said(`${asked} >/dev/null`)).code).toBe(21);
  expect(await said(`${asked} | true`)).toEqual({ code: 21, out: '', err: '' });
  expect(await said('takedown status phosphorus --json | head -c 1')).toEqual({ code: 0, out: '{', err: '' });
});

test.each(['2>/dev/full', '2>&-', '2> >(true)'])('with %s an error keeps its exit code', async (where) => {
  expect((await said(`takedown status nobody ${where}`)).code).toBe(2);
});

test('a folder in the place of an input is told as one', async () => {
  const piped = await said('takedown import phosphorus - --dry-run <cases');
  expect([piped.code, piped.err]).toEqual([2, 'Standard input is a folder, and no file.\n']);
  const named = await said('takedown import phosphorus cases --dry-run');
  expect([named.code, named.err]).toEqual([2, 'cases is a folder.\n']);
});

test('what is to be written is written where nobody can be told', async () => {
  expect((await said('takedown record note phosphorus --note heard >/dev/full 2>/dev/full')).code).toBe(1);
  expect(readFileSync(join(shell.folder, 'cases/phosphorus/journal.yaml'), 'utf8')).toContain('heard');
});

test('without any stream a report is written', async () => {
  expect((await said('takedown report phosphorus -o a.md <&- >&- 2>&-')).code).toBe(0);
  expect(existsSync(join(shell.folder, 'a.md'))).toBe(true);
});
