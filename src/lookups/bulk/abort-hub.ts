// Many questions waiting on one signal. Node looks through all listeners of a signal to add one (and warns on stderr from the
// eleventh on), and a controller for each question costs more than the question: so there is one listener for each signal
// here, and a line behind it.
import { type Line, openLine, type Standing } from './line.ts';

export interface AbortHub<T> {
  /** Stops `one` when the signal is aborted, at once if it is already. */
  watch(signal: AbortSignal, one: T): void;
  /** `one` waits no more. */
  release(signal: AbortSignal, one: T): void;
  /** As if every signal were aborted. */
  stopAll(): void;
}

interface Source<T extends Standing<T>> {
  readonly waiting: Line<T>;
  readonly listener: () => void;
}

export function openAbortHub<T extends Standing<T>>(stop: (one: T) => void): AbortHub<T> {
  const sources = new Map<AbortSignal, Source<T>>();
  const listen = (signal: AbortSignal): Source<T> => {
    const waiting = openLine<T>();
    const listener = () => {
      for (let one = waiting.head(); one !== undefined; one = waiting.head()) {
        waiting.leave(one);
        stop(one);
      }
      letGo(signal);
    };
    signal.addEventListener('abort', listener, { once: true });
    const source = { waiting, listener };
    sources.set(signal, source);
    return source;
  };
  /** A signal that nobody waits for any more is let go. */
  const letGo = (signal: AbortSignal): void => {
    const source = sources.get(signal);
    if (source === undefined || source.waiting.length() > 0) return;
    signal.removeEventListener('abort', source.listener);
    sources.delete(signal);
  };
  return {
    watch(signal, one) {
      if (signal.aborted) stop(one);
      else (sources.get(signal) ?? listen(signal)).waiting.join(one);
    },
    release(signal, one) {
      sources.get(signal)?.waiting.leave(one);
      letGo(signal);
    },
    stopAll() {
      for (const { listener } of [...sources.values()]) listener();
    },
  };
}
