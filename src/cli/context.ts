// Everything impure, made once and handed in: streams, environment, clock, randomness, interruption.

import type { Hide } from '../model/case/sealed-names.ts';
import type { Clock } from '../model/clock.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { machineClock } from './clock.ts';
import { outputTo } from './output.ts';

export interface Output {
  /** Resolves when the stream can take more, so that a large report never piles up in memory. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; absent when piped, and then nothing is cut. */
  readonly columns: number | undefined;
  /** Lines of the terminal; absent when piped, or not known. */
  readonly rows?: number | undefined;
  /** Why nothing written arrives any more. */
  broken?(): NodeJS.ErrnoException | undefined;
}

export interface Context {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly out: Output;
  readonly err: Output;
  readonly input: { readonly isTerminal: boolean; read(): Promise<Uint8Array> };
  readonly clock: Clock;
  readonly random: (count: number) => Uint8Array;
  /** The process, for the lock of a run, and whether another one lives. */
  readonly process: { readonly pid: number; lives(pid: number): boolean };
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly interruption: AbortSignal;
  /** Told by a command that a Ctrl-C ends in the ordinary way: then its own exit code stands. */
  readonly endsOrdinarily?: () => void;
  /** How work is shared with other threads; absent: it is not. */
  readonly sharing?: Sharing;
  /** Where a CI job reads along; see check/ci-log.ts. Absent: it is people who read. */
  readonly ci?: Ci;
}

export interface Ci {
  /** For what goes elsewhere than to the streams. */
  readonly hide: Hide;
  /** Whether there is anything to hide. */
  readonly hides: boolean;
  /** The streams themselves: for what is a command to the CI system, and for octets. */
  readonly out: Output;
  readonly err: Output;
}

export interface Sharing {
  /** Where the second thread begins; others begin beside it: see threads/thread.ts. */
  readonly entry: URL;
  /** Octets of a run: smaller ones are read before a second thread has begun. */
  readonly from: number;
  /** Absent: as many as the machine runs at once. */
  readonly threads?: number;
}

const LARGE_RUN = 32 * 1024 * 1024;

/** `entry` is where a second thread begins. */
export function processContext(interruption: AbortSignal, entry: URL, endsOrdinarily: () => void): Context {
  return {
    args: process.argv.slice(2),
    env: process.env,
    folder: process.cwd(),
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
    input: { isTerminal: process.stdin.isTTY === true, read: readAll },
    clock: machineClock,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    process: { pid: process.pid, lives },
    interruption,
    endsOrdinarily,
    sharing: { entry, from: LARGE_RUN },
  };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Far beyond any list of names that a person pipes in. */
const LARGEST_INPUT = 64 * 1024 * 1024;

async function readAll(): Promise<Uint8Array> {
  const { isOpenFolder } = await import('../store/sources.ts');
  // Node reads a folder as if it were empty.
  if (isOpenFolder(0)) throw unreadable('a folder, and no file');
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > LARGEST_INPUT) throw unreadable('larger than 64 MiB');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unreadable(what: string): TakedownError {
  return new TakedownError('use', { code: 'unreadable-input', message: `Standard input is ${what}.` });
}
