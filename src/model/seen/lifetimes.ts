// How the lifetime of an answer runs from one asking to the next, and when it is over: what tells a cache from an answer that
// is made up each time, and one cache from several behind one address. Pure.
import { type Instant, instantAt, millisecondsOf } from '../instant.ts';
import type { Sampled } from './observation.ts';

/**
 * `falls`: as in one cache. `several`: rises, or falls faster than the clock, as where several caches answer. `stays`: no
 * cache keeps it. `over`: the last time there was no such answer any more.
 */
type LifetimeRun = 'falls' | 'several' | 'stays' | 'over';

/** Seconds between the fall of a lifetime and the clock: rounded on both sides, and the packet was under way. */
const GRACE = 3;

export function runOf({ seen }: Sampled): LifetimeRun {
  let stayed = true;
  for (let next = 1; next < seen.length; next += 1) {
    const before = seen[next - 1];
    const here = seen[next];
    if (before?.ttl === undefined || here === undefined) continue;
    const passed = (millisecondsOf(here.at) - millisecondsOf(before.at)) / 1000;
    // Gone long before its time: another cache has answered, which never had it or has lost it.
    if (here.ttl === undefined && before.ttl > passed + GRACE) return 'several';
    if (here.ttl === undefined) continue;
    const fallen = before.ttl - here.ttl;
    if (fallen < 0 || fallen > passed + GRACE) return 'several';
    if (fallen > 0) stayed = false;
  }
  if (seen.at(-1)?.ttl === undefined) return 'over';
  return stayed ? 'stays' : 'falls';
}

/** When the last of what was seen runs out, and when the first of it does. Absent: no answer had a lifetime. */
export function endsOf({ seen }: Sampled): { readonly first: Instant; readonly last: Instant } | undefined {
  const ends = seen.flatMap(({ at, ttl }) => (ttl === undefined ? [] : [millisecondsOf(at) + ttl * 1000]));
  if (ends.length === 0) return undefined;
  return { first: instantAt(Math.min(...ends)), last: instantAt(Math.max(...ends)) };
}
