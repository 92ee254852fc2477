// The whole program in this process, with its streams, clock and environment in the test's hands.
import { randomBytes } from 'node:crypto';
import { clockFrom, machineClock } from '../../src/cli/clock.ts';
import type { Context, Output, Sharing } from '../../src/cli/context.ts';
import { run } from '../../src/cli/run.ts';
import type { Clock } from '../../src/model/clock.ts';
import { parseInstant } from '../../src/model/instant.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Columns of a terminal on standard output; absent: piped. */
  readonly columns?: number;
  /** The same of standard error. */
  readonly errColumns?: number;
  /** The instant at which the clock starts. */
  readonly at?: string;
  /** In place of one that runs on from there. */
  readonly clock?: Clock;
  /** Asks for an orderly end, as the first Ctrl-C does. */
  readonly interruption?: AbortSignal;
  /** Absent: one thread does everything. */
  readonly sharing?: Sharing;
}

export async function takedown(
  folder: string,
  args: readonly string[],
  circumstances: Circumstances = {},
): Promise<Ran> {
  const [out, err] = [collector(circumstances.columns), collector(circumstances.errColumns)];
  const start = circumstances.at === undefined ? undefined : parseInstant(circumstances.at);
  const context: Context = {
    args,
    env: { XDG_CACHE_HOME: `${folder}/.cache`, ...circumstances.env },
    folder,
    out,
    err,
    input: { isTerminal: false, read: () => Promise.resolve(Buffer.from(circumstances.input ?? '')) },
    clock: circumstances.clock ?? (start === undefined ? machineClock : clockFrom(start)),
    random: (count) => randomBytes(count),
    process: { pid: process.pid, lives },
    interruption: circumstances.interruption ?? new AbortController().signal,
    ...(circumstances.sharing && { sharing: circumstances.sharing }),
  };
  const code = await run(context);
  return { code, out: out.text(), err: err.text() };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function collector(columns: number | undefined): Output & { text(): string } {
  const parts: string[] = [];
  return {
    write: (text) => {
      parts.push(typeof text === 'string' ? text : Buffer.from(text).toString());
      return Promise.resolve();
    },
    isTerminal: columns !== undefined,
    columns,
    text: () => parts.join(''),
  };
}
