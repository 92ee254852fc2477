// The process's own streams. One that breaks (a full disk, a reader that went away) takes the words that were meant for it, and
// nothing else: the work goes on, is saved, and ends with the exit code that it has earned.
import { TakedownError } from '../model/takedown-error.ts';
import type { Output } from './context.ts';
import { WHY_NOT } from './disk.ts';
import { EXIT, EXIT_OF_STOP } from './exit.ts';

export function outputTo(stream: NodeJS.WriteStream): Output {
  let broken: NodeJS.ErrnoException | undefined;
  stream.on('error', (error) => {
    broken ??= error;
  });
  return {
    write(text) {
      if (broken !== undefined) return Promise.resolve();
      // Not its `drain`, which never comes where it broke.
      return new Promise((resolve) => {
        stream.write(text, (error) => {
          broken ??= error ?? undefined;
          resolve();
        });
      });
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true ? stream.columns || 80 : undefined;
    },
    get rows() {
      return stream.isTTY === true ? stream.rows || undefined : undefined;
    },
    broken: () => broken,
  };
}

/** A reader that goes away (`takedown status | head`) has seen enough; anything else has lost what somebody waits for. */
export function lostOutput(out: Output): TakedownError | undefined {
  const error = out.broken?.();
  if (error === undefined || error.code === 'EPIPE') return undefined;
  const why = Object.hasOwn(WHY_NOT, error.code ?? '') ? WHY_NOT[error.code ?? ''] : error.message;
  return new TakedownError('failed', {
    code: 'output-lost',
    message: `Standard output cannot be written: ${why}. Not all of it arrived.`,
    hint: 'What the command does beside its words was done all the same.',
    cause: error,
  });
}

/** What a command came to is no success where nobody got its words; any other outcome stands. */
export function codeAfterOutput(code: number, lost: TakedownError | undefined): number {
  return lost !== undefined && code === EXIT.done ? EXIT_OF_STOP[lost.kind] : code;
}
