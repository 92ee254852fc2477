// Where the second thread begins: it works on its part of the names and hands over what came of it. Whatever goes wrong here
// ends the thread, and the first one then does all by itself: see parts.ts. The work is loaded in the one piece in which the
// first thread loads it, since a smaller one for this thread would cut that into more pieces.
import { parentPort, workerData } from 'node:worker_threads';
import type { PartWanted } from './part-work.ts';

async function work(): Promise<void> {
  const { memoryIn, workOn } = await import('../work/index.ts');
  const { done } = await workOn(workerData as PartWanted);
  parentPort?.postMessage(done, memoryIn(done));
}

void work();
