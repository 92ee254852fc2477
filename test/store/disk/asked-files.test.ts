// Files that a person names: through links, with the rights that they had, and never in the place of a pipe or a device.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole, writeWholeFrom } from '../../../src/store/disk/asked-files.ts';
import { replaceFile } from '../../../src/store/disk/replace-file.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => removeFolder(folder));

const at = (file: string) => join(folder, file);

test.each([0o600, 0o640, 0o666])('who may read a file stays as it was (%o)', (mode) => {
  writeFileSync(at('a'), 'before');
  chmodSync(at('a'), mode);
  replaceFile(at('a'), 'after');
  expect([statSync(at('a')).mode & 0o777, readFileSync(at('a'), 'utf8')]).toEqual([mode, 'after']);
});

test('whose a file is stays as it was', () => {
  writeFileSync(at('a'), 'before');
  // Only the administrator can make the difference.
  if (process.getuid?.() === 0) execFileSync('chown', ['65534:65534', at('a')]);
  const before = statSync(at('a'));
  replaceFile(at('a'), 'after');
  const { uid, gid } = statSync(at('a'));
  expect([uid, gid]).toEqual([before.uid, before.gid]);
});

test('a link stays one, also to what is not there yet', async () => {
  mkdirSync(at('shared'));
  symlinkSync('shared/a.md', at('a.md'));
  writeWhole('a.md', folder, 'one');
  expect([readlinkSync(at('a.md')), readFileSync(at('shared/a.md'), 'utf8')]).toEqual(['shared/a.md', 'one']);
  await writeWholeFrom('a.md', folder, [Buffer.from('two')]);
  expect([readlinkSync(at('a.md')), readFileSync(at('shared/a.md'), 'utf8')]).toEqual(['shared/a.md', 'two']);
  expect(readdirSync(at('shared'))).toEqual(['a.md']);
});

test('links in a circle, a folder and a name of a folder are refused', () => {
  symlinkSync('a.md', at('a.md'));
  mkdirSync(at('b.md'));
  expect(() => writeWhole('a.md', folder, 'x')).toThrow('ELOOP');
  expect(() => writeWhole('b.md', folder, 'x')).toThrow('EISDIR');
  expect(() => writeWhole('c/', folder, 'x')).toThrow('EISDIR');
  expect(readdirSync(folder)).toEqual(['a.md', 'b.md']);
});

test('a pipe is written into, and one that nobody reads is not waited for', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  expect(() => writeWhole('pipe', folder, 'x')).toThrow('ENXIO');
  const reader = spawn('cat', [at('pipe')], { stdio: ['ignore', 'pipe', 'ignore'] });
  const heard: Buffer[] = [];
  reader.stdout.on('data', (octets: Buffer) => heard.push(octets));
  const ended = once(reader, 'close');
  for (let tries = 0; ; tries += 1) {
    try {
      writeWhole('pipe', folder, 'said');
      break;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  await ended;
  expect(Buffer.concat(heard).toString()).toBe('said');
  expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
});

test('a device stays one', () => {
  symlinkSync('/dev/full', at('full'));
  expect(() => writeWhole('full', folder, 'x')).toThrow('ENOSPC');
  expect(statSync(at('full')).isCharacterDevice()).toBe(true);
});
