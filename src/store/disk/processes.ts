// Which processes there are, as far as Linux shows them in /proc (proc(5)).
import { existsSync, readFileSync } from 'node:fs';
import { isCode } from './files.ts';

/** Where it is not, nothing is known of any process. */
export function showsProcesses(): boolean {
  return existsSync('/proc/self/stat');
}

/** Field 22 of /proc/PID/stat, absent for a process that has ended and waits to be reaped. The second field may hold blanks and brackets, so it is counted from the last bracket. */
export function beginningOf(pid: number): string | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === 'Z' || state === 'X' ? undefined : fields[18];
}

/** `undefined` where there is none, or none that this user may read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ESRCH') || isCode(error, 'EACCES')) return undefined;
    throw error;
  }
}
