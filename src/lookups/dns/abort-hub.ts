// Many questions waiting on one signal. Node looks through all listeners of a signal to add one (and warns on stderr from the
// eleventh on), and a controller for each question costs more than the question: so there is one listener for each signal
// here, and a set behind it.

export interface AbortHub {
  /** Calls `stop` once the signal is aborted, at once if it is already. What comes back is for when nobody waits any more. */
  watch(signal: AbortSignal, stop: () => void): () => void;
  /** As if every signal were aborted. */
  stopAll(): void;
}

interface Source {
  readonly waiting: Set<() => void>;
  readonly listener: () => void;
}

export function openAbortHub(): AbortHub {
  const sources = new Map<AbortSignal, Source>();
  return {
    watch(signal, stop) {
      if (signal.aborted) {
        stop();
        return () => {};
      }
      const source = listen(sources, signal);
      source.waiting.add(stop);
      return () => {
        source.waiting.delete(stop);
        if (source.waiting.size === 0) letGo(sources, signal, source);
      };
    },
    stopAll() {
      for (const { listener } of [...sources.values()]) listener();
    },
  };
}

function listen(sources: Map<AbortSignal, Source>, signal: AbortSignal): Source {
  const known = sources.get(signal);
  if (known !== undefined) return known;
  const waiting = new Set<() => void>();
  const listener = () => {
    for (const stop of [...waiting]) stop();
  };
  signal.addEventListener('abort', listener, { once: true });
  const source = { waiting, listener };
  sources.set(signal, source);
  return source;
}

/** A signal that nobody waits for any more is let go. */
function letGo(sources: Map<AbortSignal, Source>, signal: AbortSignal, source: Source): void {
  if (sources.get(signal) !== source) return;
  signal.removeEventListener('abort', source.listener);
  sources.delete(signal);
}
