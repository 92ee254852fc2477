// Files that people write, as octets with the name that people call them by. Nothing is read without a bound, and a file
// named in a case never leads out of the case's folder.
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { SCHEDULE_LIMIT, type SourceText } from '../casefile/source.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { isCode } from './disk/files.ts';
import { notAFile, openFileOrFolder } from './disk/open-file.ts';

/** One octet more than any input may have, so that a larger file is seen to be larger and not read on. */
const LARGEST = SCHEDULE_LIMIT + 1;

/** `undefined` where there is no such file. `from` is the working folder: names are relative to it. */
export function readSource(file: string, from: string): SourceText | undefined {
  const path = resolve(from, file);
  const octets = readBounded(path, openSource);
  return octets === undefined ? undefined : { file: labelOf(path, from), octets };
}

export function isOpenFolder(handle: number): boolean {
  return fstatSync(handle).isDirectory();
}

/** A file of a case's folder; `undefined` also for one that lies elsewhere, or is reached through a link to elsewhere. */
export function readInside(folder: string, file: string, from: string): SourceText | undefined {
  if (!isInside(folder, file)) return undefined;
  const path = join(folder, file);
  const octets = readBounded(path, openFileOrFolder);
  return octets === undefined ? undefined : { file: labelOf(path, from), octets };
}

/**
 * A file that the program looks for by itself: `undefined` only where nothing of that name stands. What stands there and cannot be read
 * as a file is told, since a journal that is passed over would be a journal in which nothing was written down. `folder`: it may not lead out of it.
 */
export function readOwn(path: string, from: string, folder?: string): SourceText | undefined {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  const octets =
    folder === undefined || isInside(folder, relative(folder, path)) ? readBounded(path, openFileOrFolder) : undefined;
  if (octets !== undefined) return { file: labelOf(path, from), octets };
  throw notAFile(path, standsInstead(path) ?? 'one that is gone');
}

/** What stands where a file was not to be had, in words behind "no file but"; `undefined` where nothing stands. */
export function standsInstead(path: string): string | undefined {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return undefined;
  if (there.isSymbolicLink()) return linkWords(path);
  return there.isDirectory() ? 'a folder' : 'one that lies elsewhere';
}

function linkWords(path: string): string {
  try {
    const end = statSync(path, { throwIfNoEntry: false });
    if (end === undefined) return 'a link that leads nowhere';
    return end.isDirectory() ? 'a link to a folder' : 'a link that leads out of its folder';
  } catch (error) {
    if (isMissing(error)) return 'a link that leads in a circle';
    throw error;
  }
}

/** By its name alone: for a file that is still to be made. */
export function namesInside(file: string): boolean {
  return !isAbsolute(file) && !file.split(/[/\\]/).includes('..');
}

/** False also where there is no such file. */
export function isInside(folder: string, file: string): boolean {
  if (!namesInside(file)) return false;
  try {
    return realpathSync(join(folder, file)).startsWith(realpathSync(folder) + sep);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** How people call a file: from their folder, unless it lies far off. */
export function labelOf(path: string, from: string): string {
  const label = relative(from, path);
  return label === '' || label.startsWith(join('..', '..')) ? path : label;
}

/** Also a pipe that a person names. */
function openSource(path: string): number {
  return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
}

function readBounded(path: string, open: (path: string) => number): Uint8Array | undefined {
  let handle: number;
  try {
    handle = open(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    return isOpenFolder(handle) ? undefined : readOn(handle);
  } finally {
    closeSync(handle);
  }
}

/** To the end or to the bound, also where the size is not known before, as of a pipe. */
function readOn(handle: number): Uint8Array {
  const parts: Buffer[] = [];
  let length = 0;
  let size = Math.min(LARGEST, fstatSync(handle).size + 1);
  while (length < LARGEST) {
    const part = Buffer.allocUnsafe(Math.max(1, Math.min(size, LARGEST - length)));
    const count = readNext(handle, part);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
    length += count;
    size = PART;
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}

const PART = 1 << 16;

/** A pipe that nobody writes to must not hold the program up for ever, since nothing else is heard meanwhile. */
const PATIENCE = { tries: 1_500, apart: 20 };

function readNext(handle: number, part: Buffer): number {
  for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
    try {
      return readSync(handle, part, 0, part.length, null);
    } catch (error) {
      if (!isCode(error, 'EAGAIN')) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE.apart);
  }
  throw new TakedownError('failed', {
    code: 'nothing-came',
    message: 'A pipe is open to be read from, and nothing has come for half a minute.',
    hint: 'See whether what writes to it still runs; or give a file.',
  });
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP', 'EINVAL'].some((code) => isCode(error, code));
}
