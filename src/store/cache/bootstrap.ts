// The RDAP bootstrap file between runs, in the user's cache folder: the text as fetched, its time the file's own. A cache
// that cannot be read or written is none; it is never a reason to stop.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../model/clock.ts';
import { type Instant, instantAt, isBefore } from '../../model/instant.ts';
import { replaceFile } from '../disk/replace-file.ts';

interface KeptBootstrap {
  read(): { readonly text: string; readonly at: Instant } | undefined;
  write(text: string): void;
}

/** IANA's file has some hundred kilobytes. */
const LARGEST = 4 * 1024 * 1024;

export function bootstrapCacheIn(folder: string, clock: Clock): KeptBootstrap {
  const file = join(folder, 'rdap-dns.json');
  return {
    read() {
      try {
        const { size, mtimeMs } = statSync(file);
        const at = instantAt(Math.floor(mtimeMs));
        return size > LARGEST || isBefore(clock.now(), at) ? undefined : { text: readFileSync(file, 'utf8'), at };
      } catch {
        return undefined;
      }
    },
    write(text) {
      try {
        mkdirSync(folder, { recursive: true });
        replaceFile(file, text);
      } catch {
        // Without a cache the next run fetches the file again.
      }
    },
  };
}
