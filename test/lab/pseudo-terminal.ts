// The built program on a terminal: `script` of the distribution's bsdutils gives it one, the test types and reads the screen.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Session {
  /** Types a line and presses Enter. */
  answer(text: string): void;
  /** Presses keys: `\u0003` is Ctrl-C, `\u001b[B` the arrow down. */
  press(keys: string): void;
  /** Until the screen has said this since the last time; throws after twenty seconds. */
  until(said: string): Promise<void>;
  /** To the program, which is the shell's only child. */
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  readonly code: number | null;
  readonly screen: string;
  /** Lines are edited and echoed as at the start, Ctrl-C is a signal, and the cursor is seen. */
  readonly restored: boolean;
}

export const CTRL_C = '\u0003';
export const DOWN = '\u001b[B';

/** No word of the arguments may need a shell's quotes. */
export function onTerminal(entry: string, folder: string, args: readonly string[]): Session {
  const program = `${process.execPath} ${entry} ${args.join(' ')}`;
  // What the terminal is like afterwards is asked of it, and the program's own end handed on.
  const command = `stty cols 110 rows 50; ${program}; code=$?; echo; echo "${AFTERWARDS} $(stty -a)"; exit $code`;
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
  const ended = once(child, 'close').then(() => {
    const [own = '', after = ''] = screen.split(AFTERWARDS);
    return { code: child.exitCode, screen: plain(own), restored: isOrdinary(after) && seesCursor(own) };
  });
  return {
    answer: (text) => child.stdin.write(`${text}\r`),
    press: (keys) => child.stdin.write(keys),
    signal(name) {
      const [shell] = childrenOf(child.pid);
      for (const program of childrenOf(shell)) process.kill(program, name);
    },
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

function childrenOf(parent: number | undefined): readonly number[] {
  const text = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8');
  return text.split(' ').flatMap((one) => (one.trim() === '' ? [] : [Number(one)]));
}

const AFTERWARDS = '= afterwards:';

function isOrdinary(stty: string): boolean {
  return ['icanon', 'echo', 'isig', 'icrnl', 'opost'].every((flag) => new RegExp(`(?<![-\\w])${flag}\\b`).test(stty));
}

/** The last that was said of it. */
function seesCursor(screen: string): boolean {
  const hidden = screen.lastIndexOf('\u001b[?25l');
  return hidden === -1 || screen.lastIndexOf('\u001b[?25h') > hidden;
}

function plain(screen: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys is what is taken out
  return screen.replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b[()][A-Z0-9]|\r/g, '');
}
