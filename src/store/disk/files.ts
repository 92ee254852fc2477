// The steps that every writing and reading is made of.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

/** Renames, but never onto another file that stands there already. */
export function renameNew(from: string, to: string): boolean {
  try {
    linkSync(from, to);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return isLinkOf(from, to) && removed(from);
    if (!isCode(error, 'EPERM') && !isCode(error, 'ENOTSUP')) throw error;
    // A file system without links: the look and the rename are two steps there.
    if (existsSync(to)) return false;
    renameSync(from, to);
    return true;
  }
  return removed(from);
}

/** What a crash between the link and the removal leaves: one file with two names. */
function isLinkOf(from: string, to: string): boolean {
  const [one, other] = [statSync(from), statSync(to)];
  return one.ino === other.ino && one.dev === other.dev;
}

function removed(path: string): true {
  rmSync(path);
  return true;
}

/** What fails on an open file does not say which file that is. */
export function about(path: string, error: unknown): unknown {
  return error instanceof Error && !('path' in error) ? Object.assign(error, { path }) : error;
}

/** A write may take less than it was given. `offset` absent: where the file stands. */
export function writeAll(handle: number, octets: Uint8Array, offset?: number): void {
  let done = 0;
  while (done < octets.length) {
    const place = offset === undefined ? null : offset + done;
    done += writeSync(handle, octets, done, octets.length - done, place);
  }
}

/** Fewer octets come back where the file ends sooner. */
export function readPart(handle: number, offset: number, length: number): Buffer {
  return fill(handle, offset, Buffer.allocUnsafe(length));
}

/** Into a buffer that is used again and again; what comes back is a part of it. */
export function fill(handle: number, offset: number, scratch: Buffer): Buffer {
  let done = 0;
  while (done < scratch.length) {
    const count = readSync(handle, scratch, done, scratch.length - done, offset + done);
    if (count === 0) break;
    done += count;
  }
  return scratch.subarray(0, done);
}

/** So that a rename is on the disk, and not only in the memory of the machine. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!isCode(error, 'EINVAL') && !isCode(error, 'EPERM')) throw error;
  } finally {
    closeSync(handle);
  }
}

/** What `read` finds, or `undefined` where there is no such file. */
export function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** What stands there is not for this user. */
export function isClosed(error: unknown): boolean {
  return isCode(error, 'EACCES') || isCode(error, 'EPERM');
}

/** To a file that others add to as well, at its end. */
export function addToFile(path: string, text: string): void {
  const handle = openSync(path, 'a');
  try {
    writeAll(handle, Buffer.from(text));
  } finally {
    closeSync(handle);
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
