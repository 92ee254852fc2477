// Files and folders that are closed to who runs the program: each is told, none is passed over, and others are shown beside it.
import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtProgram } from '../../support/child.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { inShell, type Shell } from '../../support/shell.ts';

/** The administrator may read everything, and has to give that up first. */
const AS_ANYBODY = process.getuid?.() === 0 ? 'setpriv --bounding-set -dac_override,-dac_read_search' : '';

let entry: string;
let shell: Shell;
beforeAll(async () => {
  entry = await builtProgram();
});
beforeEach(() => {
  shell = { entry, folder: phosphorusWorkspace() };
  cpSync(join(shell.folder, 'cases/phosphorus'), join(shell.folder, 'cases/other'), { recursive: true });
});
afterEach(() => removeFolder(shell.folder));

const said = (words: string) => inShell(shell, `${AS_ANYBODY} '${process.execPath}' '${entry}' ${words}`);
const closed = (file: string, mode = 0) => chmodSync(join(shell.folder, 'cases', file), mode);

test.each(['phosphorus', 'phosphorus/case.yaml', 'phosphorus/appendix-a.txt'])('%s', async (file) => {
  closed(file);
  const status = await said('status phosphorus');
  expect([status.code, status.out]).toEqual([1, '']);
  expect(status.err).toMatch(/cases\/phosphorus\S* cannot be opened or written: this user may not\.\n/);
  expect(status.err).not.toContain('new');
  const list = await said('list --json');
  expect(list.code).toBe(22);
  expect(JSON.parse(list.out).cases.map(({ case: id }: { case: string }) => id)).toEqual(['other', 'phosphorus']);
  closed(file, 0o755);
});

test('a schedule that may only be read is not replaced', async () => {
  closed('phosphorus/appendix-a.txt', 0o444);
  const { code, err } = await inShell(
    shell,
    `echo new.example | ${AS_ANYBODY} '${process.execPath}' '${entry}' import phosphorus - --accept all --by me`,
  );
  expect([code, err]).toEqual([1, expect.stringContaining('appendix-a.txt cannot be opened or written: this user')]);
});

test('a folder that may only be read is told, and not the name of a lock in it', async () => {
  closed('phosphorus', 0o555);
  const { code, err } = await said('record note phosphorus --note x --by me');
  expect([code, err.split('\n')[0]]).toEqual([
    1,
    `${join(shell.folder, 'cases/phosphorus')} cannot be opened or written: this user may not.`,
  ]);
  closed('phosphorus', 0o755);
});

test('a working folder that is gone is told', async () => {
  const { code, err } = await inShell(shell, 'mkdir gone; cd gone; rmdir ../gone; takedown status');
  expect([code, err]).toEqual([1, 'The folder in which this was started is gone.\n  Go to one that is there.\n']);
});
