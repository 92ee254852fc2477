// Many questions waiting on one signal. Node looks through all listeners of a signal to add one (and warns on stderr from the
// eleventh on), and `AbortSignal.any` keeps what it made for as long as its sources live (Node 20): so there is one listener
// for each signal here, and a set behind it.

export interface Linked {
  readonly signal: AbortSignal;
  /** To be called when nobody listens any more. */
  release(): void;
}

export interface AbortHub {
  /** A signal that is aborted as soon as one of these is. */
  either(one: AbortSignal, other: AbortSignal): Linked;
}

interface Source {
  readonly waiting: Set<() => void>;
  readonly listener: () => void;
}

export function openAbortHub(): AbortHub {
  const sources = new Map<AbortSignal, Source>();
  return {
    either(one, other) {
      const controller = new AbortController();
      const abort = () => controller.abort();
      for (const signal of [one, other]) {
        if (signal.aborted) abort();
        else listen(sources, signal).waiting.add(abort);
      }
      return {
        signal: controller.signal,
        release() {
          for (const signal of [one, other]) leave(sources, signal, abort);
        },
      };
    },
  };
}

function listen(sources: Map<AbortSignal, Source>, signal: AbortSignal): Source {
  const known = sources.get(signal);
  if (known !== undefined) return known;
  const waiting = new Set<() => void>();
  const listener = () => {
    for (const abort of waiting) abort();
  };
  signal.addEventListener('abort', listener, { once: true });
  const source = { waiting, listener };
  sources.set(signal, source);
  return source;
}

/** A signal that nobody waits for any more is let go. */
function leave(sources: Map<AbortSignal, Source>, signal: AbortSignal, abort: () => void): void {
  const source = sources.get(signal);
  source?.waiting.delete(abort);
  if (source === undefined || source.waiting.size > 0) return;
  signal.removeEventListener('abort', source.listener);
  sources.delete(signal);
}
