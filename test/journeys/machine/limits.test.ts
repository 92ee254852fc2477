// What a process may not have: room for its run, open files. Nothing half made stays, and what was kept is told.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtProgram } from '../../support/child.ts';
import { inShell, type Shell } from '../../support/shell.ts';
import { CASE, openPractice, type Practice } from '../kill/practice.ts';

let shell: Shell;
let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
  shell = { entry: await builtProgram(), folder: practice.folder };
}, 120_000);
afterAll(() => practice?.close());
beforeEach(() => rmSync(practice.paths.runs, { recursive: true, force: true }));

const CHECK = `takedown check ${CASE} --network network.yaml --quiet --fail-on never`;

test('where too few files may be open, nothing is asked and no run is made', async () => {
  const { code, err } = await inShell(shell, `ulimit -n 128; ${CHECK}`);
  expect(code).toBe(1);
  expect(err).toContain('This process may have only 128 files open at once');
  expect(existsSync(practice.paths.runs) ? readdirSync(practice.paths.runs) : []).toEqual([]);
});

test('a check that the disk stops tells the run that it leaves, and how to go on', async () => {
  const { code, err } = await inShell(shell, `trap '' XFSZ; (ulimit -f 40; ${CHECK})`);
  expect(code).toBe(1);
  expect(err).toMatch(/no file may be that large\. What was observed until then is kept in the unfinished run \S+\.\n/);
  expect(err).toContain(`takedown check ${CASE} --resume`);
  expect(await inShell(shell, `${CHECK} --resume`)).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(practice.paths.runs).filter((file) => !/^\S+Z-\w+\.(?:yaml|warc\.gz)$/.test(file))).toEqual([]);
});

test('a run that has no room for its head leaves nothing', async () => {
  const { code, err } = await inShell(shell, `trap '' XFSZ; (ulimit -f 0; ${CHECK})`);
  expect([code, err]).toEqual([1, expect.stringContaining('no file may be that large')]);
  expect(readdirSync(join(practice.paths.runs))).toEqual([]);
});
