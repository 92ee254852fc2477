// What a check waits for, in the words of its line of progress; told again now and then, since while a server keeps everybody
// waiting nothing else happens.
import type { Queue } from '../../lookups/pace.ts';
import type { SweepProgress } from '../../sweep/flight.ts';

/** Often enough for tenths of a second to be read. */
const EVERY_MS = 250;

interface Telling {
  tell(progress: SweepProgress): void;
  close(): void;
}

export function openTelling(show: (progress: SweepProgress) => void): Telling {
  let last: SweepProgress | undefined;
  const timer = setInterval(() => last && show(last), EVERY_MS);
  timer.unref();
  return {
    tell(progress) {
      last = progress;
      show(progress);
    },
    close: () => clearInterval(timer),
  };
}

/** `undefined`: nobody waits for a turn. */
export function waitingText(queue: Queue | undefined): string | undefined {
  if (queue === undefined) return undefined;
  const { server, waiting, next } = queue;
  const host = server.replace(/^[a-z]+:\/\//, '');
  const soon = next > 0 ? `, next in ${(next / 1000).toFixed(1)} s` : '';
  return `waiting for ${host}: ${waiting}${soon}`;
}
