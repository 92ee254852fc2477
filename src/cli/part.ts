// Where the second thread begins: it works on its part of the names and hands over what came of it. Whatever goes wrong here
// ends the thread, and the first one then does all by itself: see parts.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { memoryOf } from '../reports/row-octets.ts';
import { type PartWanted, workOn } from './part-work.ts';

const { done } = await workOn(workerData as PartWanted);
parentPort?.postMessage(done, done.rows.flatMap(memoryOf));
