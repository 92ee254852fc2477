// Files created where nothing stood, so that nobody ever sees half of one: written aside, brought to the disk, and then named.
import { closeSync, fsyncSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openAside } from './aside.ts';
import { about, renameNew, writeAll } from './files.ts';

/** False when something stands at `path` already; then nothing is changed. It gets its name when all of it is on the disk. */
export function createFile(path: string, octets: string | Uint8Array, mode?: number): boolean {
  mkdirSync(dirname(path), { recursive: true });
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
  const beside = openAside(path, mode);
  try {
    writeAll(beside.handle, typeof octets === 'string' ? Buffer.from(octets) : octets);
    fsyncSync(beside.handle);
  } catch (error) {
    // A full disk leaves no half of a file.
    rmSync(beside.path, { force: true });
    throw about(path, error);
  } finally {
    closeSync(beside.handle);
  }
  if (renameNew(beside.path, path)) return true;
  rmSync(beside.path);
  return false;
}
