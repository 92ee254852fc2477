// The built program as a shell starts it: with streams that are closed, full or left by their reader, and limits on what it may take.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Shell {
  /** Of the built program. */
  readonly entry: string;
  readonly folder: string;
}

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** In `script`, `takedown` is the program; a pipe that fails is seen. Not waited for: servers of the test answer meanwhile. */
export async function inShell({ entry, folder }: Shell, script: string): Promise<Said> {
  const start = `set -o pipefail; takedown() { '${process.execPath}' '${entry}' "$@"; }; `;
  const child = spawn('bash', ['-c', `${start}${script}`], {
    cwd: folder,
    env: { PATH: process.env['PATH'], XDG_CACHE_HOME: join(folder, '.cache'), HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (octets: Buffer) => out.push(octets));
  child.stderr.on('data', (octets: Buffer) => err.push(octets));
  await once(child, 'close');
  return { code: child.exitCode, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}
