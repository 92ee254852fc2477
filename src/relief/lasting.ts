// How long what a parent zone gives may live on in the caches of resolvers: the sentences about it, in one place. Upper bounds:
// a resolver may have asked in the last moment before a change.

import { type Instant, instantAt, millisecondsOf } from '../model/instant.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import { count } from '../model/text/phrase.ts';

/** Seconds, of what the servers of the parent zone state: the longest, since any of them may have been asked. */
export function longest({ parents = [] }: Pick<Dossier, 'parents'>, of: 'nameServers' | 'ds'): number | undefined {
  const stated = parents.flatMap(({ facts }) => facts.ttl?.[of] ?? []);
  return stated.length === 0 ? undefined : Math.max(...stated);
}

/** As long as it stands there is no end to tell; after that its lifetime is one. */
export function whileItStands(what: string, seconds: number | undefined): string {
  const after = seconds === undefined ? 'and for its time to live' : `and up to ${lifetimeText(seconds)}`;
  return `as long as the registry publishes ${what}, ${after} after`;
}

/** `until 2019-03-30 21:30:00 UTC at the latest` */
export function atTheLatest(until: Instant): string {
  return `until ${momentText(until)} at the latest`;
}

export function momentText(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

export function after(from: Instant, seconds: number): Instant {
  return instantAt(millisecondsOf(from) + seconds * 1000);
}

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** `2 days`, `1 hour`, `90 minutes`: in the largest unit that divides it. */
export function lifetimeText(seconds: number): string {
  const [size, unit] = UNITS.find(([one]) => seconds >= one && seconds % one === 0) ?? [1, 'second'];
  const many = seconds / size;
  return count(many, unit);
}
