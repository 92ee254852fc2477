// Files opened to be read, and never anything that only looks like one in a listing: a pipe would be waited for without end.
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';

/** Without waiting, which makes no difference to a file. A folder is left to whoever reads on. */
export function openFile(path: string): number {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  const there = fstatSync(handle);
  if (there.isFile() || there.isDirectory()) return handle;
  closeSync(handle);
  throw new TakedownError('input', {
    code: 'not-a-file',
    message: `${basename(path)} is no file but a pipe or a device.`,
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
