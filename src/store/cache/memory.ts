// What was read before, in the user's cache folder: one file for each file that is read. It may be deleted at any time. A
// memory that cannot be read or written is none; it is never a reason to stop.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadingMemory } from '../../casefile/remembered.ts';
import { sha256 } from '../../model/sha256.ts';
import { replaceFile } from '../disk/replace-file.ts';

export interface Cache {
  /** The program's own folder among the user's caches. */
  readonly folder: string;
  /** The program and its build. */
  readonly tool: string;
}

/** Some 300,000 names. What a larger one saves was not measured, and it is the user's disk. */
const LARGEST = 8 * 1024 * 1024;

/** `path` is the file that is read; what was kept for an earlier state of it is replaced. */
export function memoryOf(path: string, { folder, tool }: Cache): ReadingMemory {
  const file = join(folder, 'read', `${sha256(path).slice(0, 32)}.json`);
  return {
    tool,
    largest: LARGEST,
    read() {
      try {
        return statSync(file).size > LARGEST ? undefined : readFileSync(file, 'utf8');
      } catch {
        return undefined;
      }
    },
    write(_key, text) {
      if (text.length > LARGEST) return;
      try {
        mkdirSync(join(folder, 'read'), { recursive: true });
        replaceFile(file, text);
      } catch {
        // Without a memory the file is read anew each time.
      }
    },
  };
}
