// How fast a server is asked, as a part of its usual rate: halved by each refusal or silence, regained little by little with
// each turn that ends without one. A server that refuses is thus left the time it needs, and is not for ever asked slowly.
import type { PaceLimit } from '../model/asking/pace.ts';

export const FULL = 1;

/** Of the usual rate, a turn: a server that refused once is asked as usual again after some twenty answers. */
const REGAINED = 1 / 40;

/** A silent server is mostly a dead one: slowing down spares it, but it must not cost a run an hour. */
const SLOWEST_OF_SILENCE = 1 / 4;

export function refused(rate: number, slowest: number): number {
  return Math.max(slowest, rate / 2);
}

export function silent(rate: number, slowest: number): number {
  return Math.max(Math.min(rate, Math.max(slowest, SLOWEST_OF_SILENCE)), rate / 2);
}

export function recovered(rate: number): number {
  return Math.min(FULL, rate + REGAINED);
}

export function slowed(limit: PaceLimit, rate: number): PaceLimit {
  if (rate >= FULL) return limit;
  return { atOnce: limit.atOnce === 0 ? 0 : Math.max(1, Math.floor(limit.atOnce * rate)), apart: limit.apart / rate };
}
