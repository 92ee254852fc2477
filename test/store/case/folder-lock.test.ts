// A case's folder is in the hands of one process at a time; one that was killed keeps nobody out.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { takeFolder } from '../../../src/store/case/folder-lock.ts';
import { MACHINE, tempPaths } from '../support/made.ts';

const DEAD_PID = spawnSync(process.execPath, ['-e', '']).pid;

test('a folder that another process makes is left alone, and free again when that has ended', () => {
  const folder = join(tempPaths().folder, 'not-there', 'acme.rehearsal');
  const lock = takeFolder(folder, MACHINE);
  expect(() => takeFolder(folder, MACHINE)).toThrow('Another process is making the folder of acme.rehearsal');
  lock.release();
  expect(existsSync(folder)).toBe(false);
  writeFileSync(join(dirname(folder), '.acme.rehearsal.lock'), JSON.stringify({ ...MACHINE.self, pid: DEAD_PID }));
  takeFolder(folder, MACHINE).release();
  expect(readdirSync(dirname(folder))).toEqual([]);
});
