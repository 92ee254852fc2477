// Files written so that nobody ever sees half of one: whole, beside the old one, and then renamed.
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { dirname } from 'node:path';
import { openAside } from './aside.ts';
import { about, isCode, syncFolder, writeAll } from './files.ts';

/** Replaces `path` at once; a reader sees the old text or the new one. Who may read it, and whose it is, stays as it was. */
export function replaceFile(path: string, octets: string | Uint8Array): void {
  const beside = openBeside(path);
  try {
    writeAll(beside.handle, typeof octets === 'string' ? Buffer.from(octets) : octets);
    beside.keep();
  } catch (error) {
    beside.drop();
    throw about(path, error);
  }
}

export interface Beside {
  readonly handle: number;
  /** What was written becomes the file. */
  keep(): void;
  drop(): void;
}

/** A new file beside one that it is to replace. */
export function openBeside(path: string): Beside {
  const before = lstatSync(path, { throwIfNoEntry: false });
  // Whom a file is closed to, it is closed to, although its folder would let it be replaced.
  if (before?.isFile() === true) accessSync(path, constants.W_OK);
  const { path: beside, handle } = openAside(path, before?.isFile() === true ? before.mode & 0o777 : undefined);
  let open = true;
  const close = () => {
    if (open) closeSync(handle);
    open = false;
  };
  return {
    handle,
    keep() {
      if (before?.isFile() === true) likenTo(handle, before);
      fsyncSync(handle);
      close();
      intoPlace(beside, path);
    },
    drop() {
      close();
      rmSync(beside, { force: true });
    },
  };
}

/** The owner first, since a change of owner takes rights away. */
function likenTo(handle: number, { mode, uid, gid }: Stats): void {
  const now = fstatSync(handle);
  try {
    if (now.uid !== uid || now.gid !== gid) fchownSync(handle, uid, gid);
  } catch (error) {
    // Only the administrator gives files away.
    if (!isCode(error, 'EPERM')) throw error;
  }
  // Some file systems know no rights.
  if ((now.mode & 0o777) !== (mode & 0o777)) fchmodSync(handle, mode & 0o777);
}

/** Where a folder stands in the way, nothing stays beside it. */
function intoPlace(beside: string, path: string): void {
  try {
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}
