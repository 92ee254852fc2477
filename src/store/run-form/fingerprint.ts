// What a name's observations came to, as sixteen hexadecimal digits: equal when two runs saw the same. Left out is what
// differs from one asking to the next without meaning a change: instants, durations, ways, words of failures, TTLs, serials,
// and how lifetimes ran at a resolver.
import { hash } from 'node:crypto';
import { byCodeUnit } from '../../model/name.ts';
import type { Sighting } from '../../model/seen/observation.ts';
import { canonicalJson } from '../disk/json-text.ts';

/** Keys of facts that count down or up by themselves, which key signed until when, and words about a failure. */
const RESTLESS = new Set(['ttl', 'serial', 'detail', 'reason', 'signed', 'signsUntil', 'samples']);

/** Of one observation. */
export function fingerprintOf(sighting: Sighting): string {
  const { lookup, authority, server, outcome } = sighting;
  return digest(`${lookup} ${authority} ${JSON.stringify(server)} ${outcome} ${substanceOf(sighting)}`);
}

/** Of several, in whatever order they came: of a lookup's observations, of a name's lookups. */
export function fingerprintOfAll(fingerprints: readonly string[]): string {
  return digest([...fingerprints].sort(byCodeUnit).join(' '));
}

function substanceOf(sighting: Sighting): string {
  switch (sighting.outcome) {
    case 'facts':
      return canonicalJson(sighting.facts, RESTLESS);
    case 'no-such-object':
      return absence(sighting);
    case 'failure':
      return sighting.failure;
  }
}

function absence({ reserved, security, inZone }: Extract<Sighting, { readonly outcome: 'no-such-object' }>): string {
  const kept = inZone === undefined ? '' : ` ${canonicalJson(inZone, RESTLESS)}`;
  const stated = `${reserved ?? false}${kept}`;
  return security === undefined ? stated : `${stated} ${canonicalJson(security, RESTLESS)}`;
}

function digest(text: string): string {
  // A text of its own: a slice would keep the whole digest alive, five for each name of a run.
  return hash('sha256', text, 'buffer').toString('hex', 0, 8);
}
