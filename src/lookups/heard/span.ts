// When the asking behind an observation began and how long it took, from its exchanges: waiting for a turn is not counted.
import type { Clock } from '../../model/clock.ts';
import { type Instant, instantAt, millisecondsOf } from '../../model/instant.ts';
import type { Exchange } from '../../model/seen/exchange.ts';

interface Span {
  readonly at: Instant;
  /** Milliseconds from the first packet to the end of the last exchange, also where others waited in between. */
  readonly took: number;
}

/** Without an exchange nothing was sent, and the observation is of this moment. */
export function spanOf(exchanges: readonly Exchange[], clock: Clock): Span {
  if (exchanges.length === 0) return { at: clock.now(), took: 0 };
  let began = Number.POSITIVE_INFINITY;
  let ended = 0;
  for (const { at, took } of exchanges) {
    const start = millisecondsOf(at);
    began = Math.min(began, start);
    ended = Math.max(ended, start + took);
  }
  return { at: instantAt(began), took: ended - began };
}
