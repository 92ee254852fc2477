// A document is read in a thread of its own, within bounds of time and memory: some formats are read by libraries, and whoever
// made the file chose every octet of it.
import type { Worker } from 'node:worker_threads';
import { readDocument } from '../../intake/index.ts';
import { kindOf } from '../../intake/kind.ts';
import type { DocumentSource, DocumentText } from '../../intake/placed.ts';
import type { Checked } from '../../model/problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { Context } from '../context.ts';
import { startThread } from './thread.ts';

interface Bounds {
  readonly seconds: number;
  /** By how much the whole program may grow meanwhile, in MiB: what is unpacked lies outside of a thread's own heap. */
  readonly growth: number;
  /** Of the thread's heap, in MiB. */
  readonly heap: number;
}

/** An order of 300 pages takes some ten seconds and 300 MiB on a slow machine. */
export const BOUNDS: Bounds = { seconds: 120, growth: 640, heap: 768 };
const LOOKED_AT_EVERY = 100;
const MEBIBYTE = 1_048_576;
/** Read by code that passes once over what it is given. */
const PLAIN = ['text', 'csv'];

type Reading = Checked<DocumentText>;

export async function readApart(
  source: DocumentSource,
  { sharing, interruption }: Pick<Context, 'sharing' | 'interruption'>,
  bounds = BOUNDS,
): Promise<Reading> {
  const kind = kindOf(source.octets, source.file);
  if (sharing === undefined || 'foreign' in kind || PLAIN.includes(kind.format)) return readDocument(source);
  const worker = startThread(sharing, 'reading', {
    workerData: source,
    // No environment, nothing on standard streams: a library's warnings are about its own affairs.
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: bounds.heap },
  });
  try {
    return await endOf(worker, { source, interruption, bounds });
  } finally {
    await worker.terminate();
  }
}

interface Watched {
  readonly source: DocumentSource;
  readonly interruption: AbortSignal;
  readonly bounds: Bounds;
}

function endOf(worker: Worker, { source: { file }, interruption, bounds }: Watched): Promise<Reading> {
  const before = process.memoryUsage.rss();
  return new Promise<Reading>((resolve, reject) => {
    const looking = setInterval(() => {
      if (process.memoryUsage.rss() - before > bounds.growth * MEBIBYTE) end(() => resolve(tooHard(file, 'memory')));
    }, LOOKED_AT_EVERY);
    const late = setTimeout(() => end(() => resolve(tooHard(file, 'time'))), bounds.seconds * 1_000);
    const stop = () => end(() => reject(interrupted(file)));
    const end = (then: () => void) => {
      clearInterval(looking);
      clearTimeout(late);
      interruption.removeEventListener('abort', stop);
      then();
    };
    interruption.addEventListener('abort', stop);
    worker.once('message', (reading: Reading) => end(() => resolve(reading)));
    worker.once('error', (error) => end(() => (isMemory(error) ? resolve(tooHard(file, 'memory')) : reject(error))));
    worker.once('exit', () => end(() => resolve(tooHard(file, 'memory'))));
    if (interruption.aborted) stop();
  });
}

function isMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooHard(file: string, what: 'time' | 'memory'): Reading {
  const message = `Reading ${file} took more ${what} than any honest document does, so it was given up.`;
  const hint = 'Ask for the list by itself, as text or CSV.';
  return { ok: false, problems: [{ code: 'document-too-hard', severity: 'error', message, hint }] };
}

function interrupted(file: string): TakedownError {
  return new TakedownError('interrupted', {
    code: 'interrupted',
    message: `Reading ${file} was interrupted; nothing was written.`,
  });
}
