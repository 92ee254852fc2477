// Where a file is written before it has its name: beside it, hidden, and under a name of its own for each process that writes,
// so that two that write the same file never write into one another. What a process left that died in between is removed.
import { openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isCode } from './files.ts';
import { beginningOf, showsProcesses } from './processes.ts';

interface Aside {
  readonly path: string;
  readonly handle: number;
}

const LEFT = /^\..+\.(\d+)-\d+\.takedown-new$/s;

/** `mode`: who may read it; absent: as the system has it. A failure is told of `path`. */
export function openAside(path: string, mode?: number): Aside {
  try {
    removeLeft(dirname(path));
    for (let nth = 1; ; nth += 1) {
      const aside = join(dirname(path), `.${basename(path)}.${process.pid}-${nth}.takedown-new`);
      const handle = openNew(aside, mode);
      if (handle !== undefined) return { path: aside, handle };
    }
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

/** `undefined` where this process is writing such a file already. */
function openNew(path: string, mode: number | undefined): number | undefined {
  try {
    return openSync(path, 'wx', mode);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return undefined;
    throw error;
  }
}

/** Where the system does not show its processes, nobody can tell what was left. */
function removeLeft(folder: string): void {
  if (!showsProcesses()) return;
  for (const name of readdirSync(folder)) {
    const pid = LEFT.exec(name)?.[1];
    if (pid !== undefined && beginningOf(Number(pid)) === undefined) rmSync(join(folder, name), { force: true });
  }
}
