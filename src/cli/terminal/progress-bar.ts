// One line on standard error that moves while work is done. Off a terminal it says nothing at all.
import type { Output } from '../context.ts';
import type { Terminal } from './terminal.ts';

interface ProgressBar {
  /** `done` of `total`, and what is going on, in a few words. */
  show(done: number, total: number, what: string): void;
  /** Takes the line away. */
  clear(): void;
}

const CELLS = 24;
/** Where what is going on needs the room. */
const FEWEST_CELLS = 8;
/** Ten frames a second are enough for an eye. */
const FRAME_MS = 100;

export function progressBar(err: Output, terminal: Terminal, monotonic: () => number): ProgressBar {
  if (!terminal.moves) return { show: () => undefined, clear: () => undefined };
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    show(done, total, what) {
      const now = monotonic();
      if (done < total && now - drawn < FRAME_MS) return;
      drawn = now;
      void err.write(`\r${line(done, total, what, err.columns ?? 80)}\u001b[K`);
    },
    clear() {
      if (drawn !== Number.NEGATIVE_INFINITY) void err.write('\r\u001b[K');
    },
  };
}

function line(done: number, total: number, what: string, columns: number): string {
  const words = `  ${done} of ${total}  ${what}`;
  const cells = Math.max(FEWEST_CELLS, Math.min(CELLS, columns - 3 - words.length));
  const filled = total === 0 ? 0 : Math.min(cells, Math.round((cells * done) / total));
  const text = `  ${'█'.repeat(filled)}${'░'.repeat(cells - filled)}${words}`;
  return text.length < columns ? text : `${text.slice(0, columns - 2)}…`;
}
