// What the disk refuses is no bug: full, read-only, not this user's. Told in a sentence with the file that it was about.

import { TakedownError } from '../model/takedown-error.ts';
import { show } from '../model/text/harmless.ts';

export const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a file stands where a folder belongs',
  EISDIR: 'a folder has that name',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may not have more on the disk',
  EFBIG: 'no file may be that large',
  EIO: 'the disk failed',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'links lead in a circle there',
  ENXIO: 'nobody reads there',
  EPIPE: 'nobody reads there any more',
  EBADF: 'it is not open for writing',
  EMFILE: 'this process may not have more files open',
  ENFILE: 'the machine may not have more files open',
  EBUSY: 'something else uses it',
  ESTALE: 'the file server knows it no more',
  ERR_FS_EISDIR: 'a folder has that name',
};

/** Steps of the network have a word of their own for what fails. */
const OF_NETWORK = new Set(['connect', 'bind', 'listen', 'accept', 'getaddrinfo']);

/** What a connection lacks just as a file does. */
const OF_PROCESS = new Set(['EMFILE', 'ENFILE']);

/**
 * `undefined`: something else, perhaps a bug. A file that is not there is looked for by name, and its absence told there; a folder that cannot
 * be made for want of one stands behind a link that leads nowhere.
 */
export function diskStop(error: unknown): TakedownError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path }: Readonly<Record<string, unknown>> = { ...error };
  if (typeof code !== 'string' || typeof syscall !== 'string') return undefined;
  if (OF_NETWORK.has(syscall) && !OF_PROCESS.has(code)) return undefined;
  const isSought = code === 'ENOENT' && syscall !== 'mkdir';
  const why = isSought || !Object.hasOwn(WHY_NOT, code) ? undefined : WHY_NOT[code];
  if (why === undefined) return undefined;
  const what = typeof path === 'string' ? `${show(path)} cannot be opened or written` : 'A file cannot be written';
  return new TakedownError('failed', {
    code: 'disk',
    message: `${what}: ${why}.`,
    hint: 'What was there before is as it was. See to it, and run the command again.',
    cause: error,
  });
}
