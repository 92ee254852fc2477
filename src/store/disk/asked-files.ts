// Files that a person names to be written: whole and then renamed, through links to where they lead. What is no file, as a pipe
// or /dev/null, is written into and stays what it is.
import { closeSync, constants, lstatSync, openSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';
import { inBlocks, type Pieces } from './blocks.ts';
import { about, unlessMissing, writeAll } from './files.ts';
import { type Beside, openBeside } from './replace-file.ts';

/** What stood there is replaced. */
export function writeWhole(file: string, from: string, octets: string | Uint8Array): void {
  const place = openAsked(file, from);
  try {
    writeAll(place.handle, typeof octets === 'string' ? Buffer.from(octets) : octets);
    place.keep();
  } catch (error) {
    place.drop();
    throw about(file, error);
  }
}

/** The same of what comes in pieces; whatever breaks off on the way, nothing of it stays. */
export async function writeWholeFrom(file: string, from: string, pieces: Pieces): Promise<void> {
  const place = openAsked(file, from);
  try {
    for await (const block of inBlocks(pieces)) writeAll(place.handle, block);
    place.keep();
  } catch (error) {
    place.drop();
    throw about(file, error);
  }
}

function openAsked(file: string, from: string): Beside {
  const path = resolve(from, file);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory() === true || /[/\\]$/.test(file)) throw refused('EISDIR', file);
  if (there?.isBlockDevice() === true)
    throw new TakedownError('use', {
      code: 'not-a-file',
      message: `${file} is a disk, and nothing is written over one.`,
      hint: 'Name a file.',
    });
  return there === undefined || there.isFile() ? openBeside(endOf(path)) : openStream(path);
}

/** Where links lead, also to what is not there yet. */
export function endOf(path: string): string {
  const real = unlessMissing(() => realpathSync(path));
  if (real !== undefined) return real;
  const link = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return link ? endOf(resolve(dirname(path), readlinkSync(path))) : path;
}

/** A pipe that nobody reads would be waited for without end: the first opening asks and does not wait. */
function openStream(path: string): Beside {
  const asking = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    const handle = openSync(path, constants.O_WRONLY | constants.O_NOCTTY);
    const close = () => closeSync(handle);
    return { handle, keep: close, drop: close };
  } finally {
    closeSync(asking);
  }
}

function refused(code: string, path: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'open', path });
}
