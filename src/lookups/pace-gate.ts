// The gate of one server, as the pace keeps it: who waits, how many are inside, how fast it opens.

import type { PaceBook, PaceLimit } from '../model/asking/pace.ts';
import type { Clock } from '../model/clock.ts';
import type { AbortHub } from './bulk/abort-hub.ts';
import type { Standing } from './bulk/line.ts';
import type { PaceLimits } from './pace.ts';
import { FULL } from './pace-rate.ts';

export interface Turn extends Standing<Turn> {
  readonly gate: Gate;
  readonly signal: AbortSignal;
  readonly begin: (leave: () => void) => void;
  readonly refuse: (reason: Error) => void;
  begun: boolean;
}

/** A start that the book has granted, on the monotonic clock. */
interface Grant {
  readonly at: number;
  readonly leave: () => void;
}

export interface Gate {
  readonly server: string;
  readonly limit: PaceLimit;
  readonly queue: Turn[];
  readonly grants: Grant[];
  running: number;
  /** Part of the usual rate. */
  rate: number;
  /** Nothing starts before this, on the monotonic clock. */
  opensAt: number;
  timer: NodeJS.Timeout | undefined;
}

export interface Means {
  readonly limits: PaceLimits;
  readonly clock: Clock;
  readonly book: PaceBook | undefined;
  /** Of those who wait: a listener for each would cost more than its question. */
  readonly hub: AbortHub<Turn>;
}

export function openGate(server: string, limit: PaceLimit): Gate {
  return { server, limit, queue: [], grants: [], running: 0, rate: FULL, opensAt: 0, timer: undefined };
}
