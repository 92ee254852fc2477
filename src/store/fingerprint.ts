// What a name's observations came to, as sixteen hexadecimal digits: equal when two runs saw the same. Left out is what
// differs from one asking to the next without meaning a change: instants, durations, ways, words of failures, TTLs, serials.
import { createHash } from 'node:crypto';
import { byCodeUnit } from '../model/name.ts';
import type { Sighting } from '../model/observation.ts';
import { canonicalJson, isRecord } from './json-text.ts';

/** Keys of facts that count down or up by themselves. */
const RESTLESS = new Set(['ttl', 'serial']);

/** Of one observation. */
export function fingerprintOf(sighting: Sighting): string {
  return digest(canonicalJson(substanceOf(sighting)));
}

/** Of several, in whatever order they came: of a lookup's observations, of a name's lookups. */
export function fingerprintOfAll(fingerprints: readonly string[]): string {
  return digest([...fingerprints].sort(byCodeUnit).join(' '));
}

function substanceOf(sighting: Sighting): unknown {
  const { lookup, authority, server, outcome } = sighting;
  const asked = { lookup, authority, server, outcome };
  switch (sighting.outcome) {
    case 'facts':
      return { ...asked, facts: settled(sighting.facts) };
    case 'no-such-object':
      return { ...asked, reserved: sighting.reserved };
    case 'failure':
      return { ...asked, failure: sighting.failure };
  }
}

function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (!isRecord(value)) return value;
  const kept: [string, unknown][] = [];
  for (const [key, part] of Object.entries(value)) {
    if (!RESTLESS.has(key) && key !== 'detail') kept.push([key, settled(part)]);
  }
  return Object.fromEntries(kept);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
