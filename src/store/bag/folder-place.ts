// A bag as a folder. A file in it is closed to whom what it was copied from is closed to, and bears the time of that.
import { closeSync, fsyncSync, futimesSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { about, syncFolder, writeAll } from '../disk/files.ts';
import { type BagPlace, type NewFile, PARTIAL, refuseTaken, type Writing } from './place.ts';

/** The folder above has to be there. */
export function openFolderPlace(path: string, label: string): BagPlace {
  const beside = `${path}${PARTIAL}`;
  mkdirSync(beside);
  let writing: number | undefined;
  const close = () => {
    if (writing !== undefined) closeSync(writing);
    writing = undefined;
  };
  return {
    begin({ place, mode, changed }: NewFile): Writing {
      const file = join(beside, place);
      mkdirSync(dirname(file), { recursive: true });
      const handle = openSync(file, 'wx', mode);
      writing = handle;
      return {
        write: (octets) => told(file, () => writeAll(handle, octets)),
        end() {
          if (changed !== undefined) futimesSync(handle, changed / 1000, changed / 1000);
          told(file, () => fsyncSync(handle));
          close();
        },
      };
    },
    keep() {
      syncFolder(beside);
      // A folder that somebody made meanwhile is replaced only where it is empty.
      refuseTaken(path, label);
      renameSync(beside, path);
      syncFolder(dirname(path));
    },
    drop() {
      close();
      rmSync(beside, { recursive: true, force: true });
    },
  };
}

function told(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw about(file, error);
  }
}
