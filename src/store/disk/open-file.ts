// Files opened to be read, and never anything that only looks like one in a listing: a pipe would be waited for without end.
import { closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';
import { isCode } from './files.ts';

/** Throws for what is no file, and ENOENT also for a link that leads nowhere. */
export function openFile(path: string): number {
  const handle = openFileOrFolder(path);
  if (!fstatSync(handle).isDirectory()) return handle;
  closeSync(handle);
  throw notAFile(path, 'a folder');
}

/** Without waiting, which makes no difference to a file. A folder is left to whoever reads on. */
export function openFileOrFolder(path: string): number {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  const there = fstatSync(handle);
  if (there.isFile() || there.isDirectory()) return handle;
  closeSync(handle);
  throw notAFile(path, 'a pipe or a device');
}

/** Of what a listing shows: a link that leads nowhere stands there as well, and is told. */
export function withListed<T>(path: string, use: (handle: number) => T): T {
  try {
    return withFile(path, use);
  } catch (error) {
    const isLink = isCode(error, 'ENOENT') && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    throw isLink ? notAFile(path, 'a link that leads nowhere') : error;
  }
}

/** `what` stands there instead. */
export function notAFile(path: string, what: string): TakedownError {
  return new TakedownError('input', {
    code: 'not-a-file',
    message: `${basename(path)} is no file but ${what}.`,
    hint: `Put the file that belongs there in its place: ${path}`,
  });
}

/** Open for as long as `use` takes. */
export function withFile<T>(path: string, use: (handle: number) => T): T {
  const handle = openFile(path);
  try {
    return use(handle);
  } finally {
    closeSync(handle);
  }
}
