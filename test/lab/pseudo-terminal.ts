// The built program on a terminal: `script` of the distribution's bsdutils gives it one, the test types and reads the screen.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Session {
  /** Types a line and presses Enter. */
  answer(text: string): void;
  /** Presses keys: `\u0003` is Ctrl-C, `\u001b[B` the arrow down. */
  press(keys: string): void;
  /** Until the screen has said this since the last time; throws after twenty seconds. */
  until(said: string): Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly screen: string }>;
}

export const CTRL_C = '\u0003';
export const DOWN = '\u001b[B';

/** No word of the arguments may need a shell's quotes. */
export function onTerminal(entry: string, folder: string, args: readonly string[]): Session {
  const command = `stty cols 110 rows 50; exec ${process.execPath} ${entry} ${args.join(' ')}`;
  const child = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], TERM: 'xterm', XDG_CACHE_HOME: join(folder, '.cache'), SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let screen = '';
  let seen = 0;
  child.stdout.on('data', (octets: Buffer) => {
    screen += octets.toString();
  });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, screen: plain(screen) }));
  return {
    answer: (text) => child.stdin.write(`${text}\r`),
    press: (keys) => child.stdin.write(keys),
    async until(said) {
      for (let tries = 0; tries < 400; tries += 1) {
        const at = plain(screen).indexOf(said, seen);
        if (at !== -1) {
          seen = at + said.length;
          // The question is drawn before it listens.
          await wait(120);
          return;
        }
        await wait(50);
      }
      child.kill('SIGTERM');
      throw new Error(`"${said}" was not said; the screen has:\n${plain(screen).slice(seen)}`);
    },
    ended,
  };
}

function plain(screen: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys is what is taken out
  return screen.replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b[()][A-Z0-9]|\r/g, '');
}
