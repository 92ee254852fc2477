// How many files and connections this process may have open at once. Where it is too little for a check, the answers that
// could not be fetched for want of it would stand in the record as if the world had not answered.
import { TakedownError } from '../model/takedown-error.ts';
import { readSource } from '../store/sources.ts';

/** Names under way at once, each with a connection or two, and the sockets of the DNS. */
export const ENOUGH_FILES = 512;

/** The sockets of the DNS in both families, and what the program itself has open. */
const LEAST = 256;
const SOCKETS = 192;
const BY_NAME = 2;

/** `undefined`: the system says it in no file. */
export function openFilesHere(folder: string): number | 'unlimited' | undefined {
  const source = readSource('/proc/self/limits', folder);
  const [, soft] = /^Max open files\s+(\d+|unlimited)/m.exec(new TextDecoder().decode(source?.octets)) ?? [];
  if (soft === undefined || soft === 'unlimited') return soft;
  return Number(soft);
}

/** How many of `most` names may be under way. Throws where not even a few may. */
export function namesAtOnce(most: number, limit: number | 'unlimited' | undefined): number {
  if (typeof limit !== 'number' || limit >= ENOUGH_FILES) return most;
  if (limit >= LEAST) return Math.min(most, Math.floor((limit - SOCKETS) / BY_NAME));
  throw new TakedownError('failed', {
    code: 'open-files',
    message: `This process may have only ${limit} files open at once, and lookups would fail for want of them: nothing was asked.`,
    hint: `Raise the limit first: ulimit -n ${ENOUGH_FILES * 2}; it takes ${LEAST}. See also: takedown doctor`,
  });
}
