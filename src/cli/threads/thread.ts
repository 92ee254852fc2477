// The one way to start a thread: each begins in a file of its own, which was built beside the others.
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Sharing } from '../context.ts';

/** What begins there stands in the file of that name. */
export type Thread = 'part' | 'reading' | 'stage';

export function startThread({ entry }: Pick<Sharing, 'entry'>, thread: Thread, options: WorkerOptions): Worker {
  return new Worker(new URL(entry.href.replace(/part(?=\.m?js$)/, thread)), options);
}
