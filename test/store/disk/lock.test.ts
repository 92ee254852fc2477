import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Machine, takeLock } from '../../../src/store/disk/lock.ts';
import { MACHINE } from '../support/made.ts';

function lockFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'takedown-lock-')), 'run.lock');
}

function leftBy(over: object): string {
  const file = lockFile();
  writeFileSync(file, JSON.stringify({ ...MACHINE.self, ...over }));
  return file;
}

const DEAD_PID = spawnSync(process.execPath, ['-e', '']).pid;

test('a lock is held until it is released', () => {
  const file = lockFile();
  const lock = takeLock(file, MACHINE);
  expect(takeLock(file, MACHINE)).toMatchObject({ held: true, file, holder: { pid: process.pid } });
  if (!lock.held) lock.release();
  expect(takeLock(file, MACHINE).held).toBe(false);
  expect(readdirSync(join(file, '..'))).toEqual(['run.lock']);
});

test('the lock of a dead process is taken over', () => {
  const file = leftBy({ pid: DEAD_PID });
  expect(takeLock(file, MACHINE).held).toBe(false);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(MACHINE.self);
});

test('the lock of a dead process whose number another one has got is taken over', () => {
  expect(takeLock(leftBy({ began: '1' }), MACHINE).held).toBe(false);
});

test('a lock of another host is live, since nobody can look there', () => {
  const file = leftBy({ host: 'elsewhere.example', pid: DEAD_PID });
  expect(takeLock(file, MACHINE)).toMatchObject({ held: true, holder: { host: 'elsewhere.example' } });
});

test('a lock file that cannot be read is held by nobody knows whom', () => {
  const file = lockFile();
  writeFileSync(file, 'rubbish');
  expect(takeLock(file, MACHINE)).toEqual({ held: true, file });
});

test('a lock that is no file is not waited for', () => {
  for (const put of [
    (file: string) => execFileSync('mkfifo', [file]),
    (file: string) => symlinkSync('/dev/zero', file),
    (file: string) => mkdirSync(file),
  ]) {
    const file = lockFile();
    put(file);
    expect(takeLock(file, MACHINE)).toEqual({ held: true, file });
  }
});

test('of two that find a dead lock, the one that comes to replace it second gets none', () => {
  const file = leftBy({ pid: DEAD_PID });
  writeFileSync(`${file}.lock`, JSON.stringify({ ...MACHINE.self }));
  expect(takeLock(file, MACHINE)).toMatchObject({ held: true, file: `${file}.lock` });
});

test('whoever died while replacing a dead lock keeps nobody out, and leaves nothing', () => {
  const file = leftBy({ pid: DEAD_PID });
  const dead = JSON.stringify({ ...MACHINE.self, pid: DEAD_PID });
  for (const guard of [`${file}.lock`, `${file}.lock.lock`]) writeFileSync(guard, dead);
  writeFileSync(`${file}.lock.${DEAD_PID}.lock`, dead);
  expect(takeLock(file, MACHINE).held).toBe(false);
  expect(readdirSync(join(file, '..'))).toEqual(['run.lock']);
});

test('a lock on the lock that was left beside no lock is removed; one in use stays', () => {
  const file = lockFile();
  writeFileSync(`${file}.lock`, JSON.stringify({ ...MACHINE.self, pid: DEAD_PID }));
  expect(takeLock(file, MACHINE).held).toBe(false);
  expect(readdirSync(join(file, '..'))).toEqual(['run.lock']);
  const other = lockFile();
  writeFileSync(`${other}.lock`, JSON.stringify(MACHINE.self));
  expect(takeLock(other, MACHINE).held).toBe(false);
  expect(readdirSync(join(other, '..')).sort()).toEqual(['run.lock', 'run.lock.lock']);
});

test('where the system shows no processes, it is asked', () => {
  const other: Machine = { self: { ...MACHINE.self, began: '' }, hasProcess: (pid) => pid === 4711 };
  expect(takeLock(leftBy({ pid: 4711, began: '' }), other).held).toBe(true);
  expect(takeLock(leftBy({ pid: 4712, began: '' }), other).held).toBe(false);
});

test('what a process left that died before its lock stood is removed; that of a live one stays', () => {
  const file = lockFile();
  writeFileSync(`${file}.${DEAD_PID}.lock`, '');
  writeFileSync(`${file}.${process.ppid}.lock`, '');
  expect(takeLock(file, MACHINE).held).toBe(false);
  expect(readdirSync(join(file, '..')).sort()).toEqual(['run.lock', `run.lock.${process.ppid}.lock`]);
});
