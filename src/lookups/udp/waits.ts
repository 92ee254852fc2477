// Many waits of a few lengths, with one timer for all. Waits of one length end in the order in which they began, so each
// length has a line of its own and only the head of a line is ever looked at.
import { type Line, openLine, type Standing } from '../bulk/line.ts';

export interface Waiting<T> extends Standing<T> {
  /** Milliseconds; not to be changed while it waits. */
  wait: number;
  /** On the monotonic clock; set by `start`. */
  due: number;
}

interface Waits<T> {
  start(one: T): void;
  stop(one: T): void;
  /** The one that has waited longest, once so many of this length are waiting. */
  beyond(wait: number, most: number): T | undefined;
  clear(): void;
}

interface WaitsParts<T> {
  readonly monotonic: () => number;
  readonly onDue: (one: T) => void;
  /** Whether the program is to stay alive for these waits. */
  readonly keepsAlive: boolean;
}

export function openWaits<T extends Waiting<T>>({ monotonic, onDue, keepsAlive }: WaitsParts<T>): Waits<T> {
  const lines = new Map<number, Line<T>>();
  let timer: NodeJS.Timeout | undefined;
  let rings = Number.POSITIVE_INFINITY;
  let waiting = 0;

  const silence = (): void => {
    clearTimeout(timer);
    rings = Number.POSITIVE_INFINITY;
  };
  const ringAt = (due: number): void => {
    if (due >= rings) return;
    clearTimeout(timer);
    rings = due;
    timer = setTimeout(ring, Math.max(1, Math.ceil(due - monotonic())));
    if (!keepsAlive) timer.unref();
  };
  let latest: { readonly wait: number; readonly line: Line<T> } | undefined;
  /** Nearly all waits are of one length, and its line is at hand. */
  const lineOf = (wait: number): Line<T> => {
    if (latest?.wait === wait) return latest.line;
    const line = lines.get(wait) ?? openLine<T>();
    lines.set(wait, line);
    latest = { wait, line };
    return line;
  };
  const leave = (one: T): boolean => {
    const left = lineOf(one.wait).leave(one);
    if (left) waiting -= 1;
    return left;
  };
  const ring = (): void => {
    rings = Number.POSITIVE_INFINITY;
    const now = monotonic();
    for (const line of lines.values()) {
      for (let one = line.head(); one !== undefined && one.due <= now; one = line.head()) {
        leave(one);
        onDue(one);
      }
    }
    for (const line of lines.values()) ringAt(line.head()?.due ?? Number.POSITIVE_INFINITY);
  };
  return {
    start(one) {
      // In whole milliseconds, which take no memory of their own.
      one.due = Math.ceil(monotonic()) + one.wait;
      lineOf(one.wait).join(one);
      waiting += 1;
      ringAt(one.due);
    },
    stop(one) {
      // With nobody left to wait for, the timer would only keep the program from ending.
      if (leave(one) && waiting === 0 && keepsAlive) silence();
    },
    beyond: (wait, most) => (lineOf(wait).length() > most ? lineOf(wait).head() : undefined),
    clear() {
      silence();
      lines.clear();
      latest = undefined;
      waiting = 0;
    },
  };
}
