// Where the thread begins that reads a document of strangers: it is given the octets, hands over what it read, and is ended from
// outside when that takes too long.
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '../../intake/index.ts';
import type { DocumentSource } from '../../intake/placed.ts';

async function read(): Promise<void> {
  parentPort?.postMessage(await readDocument(workerData as DocumentSource));
}

void read();
