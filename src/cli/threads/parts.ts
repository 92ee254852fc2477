// The names of a large record, judged by two threads: each reads the case and the whole run, and makes strings and verdicts of
// its own names only. The answer is the one that a single thread gives, octet by octet, or none.
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { cut } from '../../model/part.ts';
import type { Sharing } from '../context.ts';
import type { PartDone, PartWanted, PartWorked } from './part-work.ts';
import { signalsHeard } from './signals.ts';
import { startThread } from './thread.ts';

export interface Shared extends Omit<PartWorked, 'done' | 'rest'> {
  readonly parts: readonly PartDone[];
}

/** The first thread begins sooner, and has the digest of the run to make and the answer to write. */
const SHARE = 0.47;

interface Means {
  /** Handed in, since it stands in one piece with the work that is loaded in any case. */
  readonly workOn: (wanted: PartWanted) => Promise<PartWorked>;
  readonly sharing: Sharing;
  readonly interruption: AbortSignal;
}

/** `undefined`: interrupted; or one thread is to do it all, since there is one core, or so that it can say what is wrong. */
export async function workInParts(
  wanted: PartWanted,
  { workOn, sharing, interruption }: Means,
): Promise<Shared | undefined> {
  if ((sharing.threads ?? availableParallelism()) < 2) return undefined;
  const [mine, theirs] = cut(SHARE);
  const worker = startThread(sharing, 'part', {
    workerData: { ...wanted, look: { ...wanted.look, part: theirs } } satisfies PartWanted,
    stderr: true,
  });
  const stop = () => void worker.terminate();
  interruption.addEventListener('abort', stop);
  try {
    const answer = answerOf(worker);
    const { done, rest, ...own } = await workOn({ ...wanted, look: { ...wanted.look, part: mine } });
    const other = await answer;
    await signalsHeard();
    if (other === undefined || interruption.aborted || !agree(done, other)) return undefined;
    return { ...own, parts: [done, other, ...rest([done, other])] };
  } finally {
    interruption.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** `undefined` from a thread that ended without an answer, for whatever reason. */
function answerOf(worker: Worker): Promise<PartDone | undefined> {
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}

/** Both have read the same, and neither has met damage that the other has not. */
function agree(own: PartDone, other: PartDone): boolean {
  return own.read === other.read && JSON.stringify(own.gathered.damaged) === JSON.stringify(other.gathered.damaged);
}
