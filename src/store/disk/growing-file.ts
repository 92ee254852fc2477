// A file that only grows: every write goes to its end at once, and its digest grows along.
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { about, writeAll } from './files.ts';
import { piecesOf } from './pieces.ts';

export interface GrowingFile {
  length(): number;
  append(octets: Uint8Array): void;
  /** SHA-256 of all octets so far, hexadecimal. */
  digest(): string;
  sync(): void;
  /** A second time it does nothing: a run that could not be finished is left after that. */
  close(): void;
}

/** Throws EEXIST where a file stands already. */
export function createGrowing(path: string): GrowingFile {
  return growing({ path, handle: openSync(path, 'wx+') }, 0);
}

/** Goes on behind the first `length` octets; what lies beyond, the torn end, is cut off. */
export function continueGrowing(path: string, length: number): GrowingFile {
  const handle = openSync(path, 'r+');
  if (fstatSync(handle).size > length) ftruncateSync(handle, length);
  return growing({ path, handle }, length);
}

interface Opened {
  readonly path: string;
  readonly handle: number;
}

function growing({ path, handle }: Opened, from: number): GrowingFile {
  const hash = createHash('sha256');
  for (const piece of piecesOf(handle, from)) hash.update(piece);
  let length = from;
  let open = true;
  return {
    length: () => length,
    append(octets) {
      try {
        writeAll(handle, octets, length);
      } catch (error) {
        throw about(path, error);
      }
      hash.update(octets);
      length += octets.length;
    },
    digest: () => hash.copy().digest('hex'),
    sync: () => fsyncSync(handle),
    close() {
      if (open) closeSync(handle);
      open = false;
    },
  };
}
