// One signal for two reasons to stop. `AbortSignal.any` would keep what it made alive for as long as its sources live
// (Node 20), which here is a whole run with a signal for each question.
import { setMaxListeners } from 'node:events';

export interface EitherSignal {
  readonly signal: AbortSignal;
  /** To be called when nobody listens any more. */
  release(): void;
}

export function eitherSignal(one: AbortSignal, other: AbortSignal): EitherSignal {
  // A run has many questions on their way at once; Node takes more than ten listeners for a leak and says so on stderr.
  setMaxListeners(0, one, other);
  const controller = new AbortController();
  const abort = () => controller.abort();
  one.addEventListener('abort', abort);
  other.addEventListener('abort', abort);
  if (one.aborted || other.aborted) abort();
  return {
    signal: controller.signal,
    release() {
      one.removeEventListener('abort', abort);
      other.removeEventListener('abort', abort);
    },
  };
}
