// Many waits of a few lengths, with one timer for all. Waits of one length end in the order in which they began, so each
// length has a line of its own and only the head of a line is ever looked at.

export interface Waiting {
  /** Milliseconds. */
  readonly wait: number;
  /** On the monotonic clock; set by `start`. */
  due: number;
}

export interface Waits<T extends Waiting> {
  start(one: T): void;
  stop(one: T): void;
  /** The one that has waited longest of those with this length. */
  oldest(wait: number): T | undefined;
  count(wait: number): number;
  clear(): void;
}

export interface WaitsParts<T> {
  readonly monotonic: () => number;
  readonly onDue: (one: T) => void;
  /** Whether the program is to stay alive for these waits. */
  readonly keepsAlive: boolean;
}

export function openWaits<T extends Waiting>({ monotonic, onDue, keepsAlive }: WaitsParts<T>): Waits<T> {
  const lines = new Map<number, Set<T>>();
  let timer: NodeJS.Timeout | undefined;
  let rings = Number.POSITIVE_INFINITY;

  const ringAt = (due: number): void => {
    if (due >= rings) return;
    clearTimeout(timer);
    rings = due;
    timer = setTimeout(ring, Math.max(1, Math.ceil(due - monotonic())));
    if (!keepsAlive) timer.unref();
  };
  const ring = (): void => {
    rings = Number.POSITIVE_INFINITY;
    const now = monotonic();
    for (const line of lines.values()) {
      for (const one of line) {
        if (one.due > now) break;
        line.delete(one);
        onDue(one);
      }
    }
    for (const line of lines.values()) for (const one of first(line)) ringAt(one.due);
  };
  return {
    start(one) {
      one.due = monotonic() + one.wait;
      const line = lines.get(one.wait);
      if (line === undefined) lines.set(one.wait, new Set([one]));
      else line.add(one);
      ringAt(one.due);
    },
    stop(one) {
      if (!lines.get(one.wait)?.delete(one) || !keepsAlive) return;
      // Nobody is left to wait for: the timer would only keep the program from ending.
      for (const line of lines.values()) if (line.size > 0) return;
      clearTimeout(timer);
      rings = Number.POSITIVE_INFINITY;
    },
    oldest: (wait) => first(lines.get(wait) ?? [])[0],
    count: (wait) => lines.get(wait)?.size ?? 0,
    clear() {
      clearTimeout(timer);
      rings = Number.POSITIVE_INFINITY;
      lines.clear();
    },
  };
}

function first<T>(line: Iterable<T>): readonly T[] {
  for (const one of line) return [one];
  return [];
}
