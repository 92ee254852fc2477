// Files that get their name when all of them is there.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFile } from '../../../src/store/disk/create-file.ts';
import { openBeside, replaceFile } from '../../../src/store/disk/replace-file.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => removeFolder(folder));

const at = (file: string) => join(folder, file);
const text = (file: string) => readFileSync(at(file), 'utf8');

test('what stands there already stays', () => {
  expect(createFile(at('a'), 'one')).toBe(true);
  expect(createFile(at('a'), 'two')).toBe(false);
  expect([text('a'), readdirSync(folder)]).toEqual(['one', ['a']]);
});

test('a mode is kept, and folders above are made', () => {
  createFile(at('keys/a.pem'), 'secret', 0o600);
  expect(statSync(at('keys/a.pem')).mode & 0o777).toBe(0o600);
});

test('what a process left that died is no file, and is removed by the next one', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(at(`.a.${pid}-1.takedown-new`), 'ha');
  writeFileSync(at(`.b.${pid}-1.takedown-new`), 'ha');
  writeFileSync(at('.a.new'), 'somebody else’s');
  expect(createFile(at('a'), 'half or whole')).toBe(true);
  expect(readdirSync(folder)).toEqual(['.a.new', 'a']);
});

test('what a process is writing that lives is left alone, and two never write into one another', () => {
  const [one, other] = [openBeside(at('a')), openBeside(at('a'))];
  writeFileSync(one.handle, 'one');
  replaceFile(at('a'), 'third');
  writeFileSync(other.handle, 'ot');
  one.keep();
  expect(text('a')).toBe('one');
  writeFileSync(other.handle, 'her');
  other.keep();
  expect([text('a'), readdirSync(folder)]).toEqual(['other', ['a']]);
});

test('a failure is told of the file that was meant', () => {
  writeFileSync(at('a'), 'no folder');
  expect(() => replaceFile(at('gone/b'), 'x')).toThrow(expect.objectContaining({ code: 'ENOENT', path: at('gone/b') }));
});
