// One deadline for a whole exchange, joined with the caller's own signal. An idle time-out is not one: a server that
// drips a byte now and then would hold it open for ever.
import type { ExchangeEnd } from '../model/seen/exchange.ts';

export interface Deadline {
  /** Fires when the time is over and when the caller gives up. */
  readonly signal: AbortSignal;
  /** Which of the two it was; only meaningful once the signal has fired. */
  reason(): ExchangeEnd & ('deadline' | 'aborted');
  /** To be called when the exchange is over. */
  clear(): void;
}

export function startDeadline(milliseconds: number, outer: AbortSignal): Deadline {
  const controller = new AbortController();
  let timedOut = false;
  const stop = () => controller.abort();
  const timer = setTimeout(() => {
    timedOut = !outer.aborted;
    controller.abort(timedOut ? new DOMException('the time is over', 'TimeoutError') : undefined);
  }, milliseconds);
  outer.addEventListener('abort', stop, { once: true });
  if (outer.aborted) stop();
  return {
    signal: controller.signal,
    reason: () => (timedOut ? 'deadline' : 'aborted'),
    clear() {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
}
