// The built program as a process of its own, for what only a process has: signals, and an end that it did not choose.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce } from './made-once.ts';

/** Built once for all, into a folder of its own, so that a build that is under way elsewhere is not disturbed. Gives back the entry. */
export async function builtProgram(): Promise<string> {
  const around = await madeOnce('program', build);
  return join(around, 'dist', 'main.js');
}

function build(around: string): void {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  // What lies beside dist/ in the package: templates, and the packages that bring fonts.
  for (const folder of ['node_modules', 'templates']) symlinkSync(join(project, folder), join(around, folder));
  const out = join(around, 'dist');
  execFileSync(process.execPath, ['build.js', out], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
}

export interface Child {
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<{
    readonly code: number | null;
    readonly signal: string | null;
    readonly out: string;
    readonly err: string;
  }>;
}

export function startChild(entry: string, folder: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      XDG_CACHE_HOME: join(folder, '.cache'),
      XDG_CONFIG_HOME: join(folder, '.config'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (octets: Buffer) => out.push(octets));
  child.stderr.on('data', (octets: Buffer) => err.push(octets));
  const ended = once(child, 'close').then(() => ({
    code: child.exitCode,
    signal: child.signalCode,
    out: Buffer.concat(out).toString(),
    err: Buffer.concat(err).toString(),
  }));
  return { kill: (signal) => child.kill(signal), ended };
}
