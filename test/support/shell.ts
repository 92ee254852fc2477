// The built program as a shell starts it: with streams that are closed, full or left by their reader, and limits on what it may take.
import { spawnSync } from 'node:child_process';
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

/** In `script`, `takedown` is the program; a pipe that fails is seen. */
export function inShell({ entry, folder }: Shell, script: string, env: Readonly<Record<string, string>> = {}): Said {
  const start = `set -o pipefail; takedown() { '${process.execPath}' '${entry}' "$@"; }; `;
  const ran = spawnSync('bash', ['-c', `${start}${script}`], {
    cwd: folder,
    env: { PATH: process.env['PATH'], XDG_CACHE_HOME: join(folder, '.cache'), HOME: folder, ...env },
    encoding: 'utf8',
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
