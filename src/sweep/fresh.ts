// What the record knows well enough for `--max-age`: lookups of a name that need not be made again. Pure. A failed observation
// is never fresh, nor is one with a failure inside; and a lookup is only as fresh as what it builds on and what builds on it,
// since two looks at different times do not make one picture.

import type { Lookup } from '../model/asking/lookup.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Sighted } from '../model/judged/record.ts';
import { hadNothingToAsk, LOOKUP_KINDS, type LookupKind, type Observation } from '../model/seen/observation.ts';
import type { Plan } from './plan.ts';

export interface Fresh {
  has(name: string, lookup: LookupKind): boolean;
}

export interface FreshQuestion {
  readonly latest: Iterable<Sighted>;
  /** Older observations are not fresh. */
  readonly since: Instant;
  /** Nor are younger ones, of a clock that was set back since. */
  readonly until: Instant;
  readonly kinds: readonly Pick<Lookup, 'kind' | 'after'>[];
}

/** A number a name, in which each kind of lookup has a bit: a case may have a million. */
type Bits = number;

const bitOf = (kind: LookupKind): Bits => 1 << LOOKUP_KINDS.indexOf(kind);

export function freshIn({ latest, since, until, kinds }: FreshQuestion): Fresh {
  const fresh = new Map<string, Bits>();
  for (const { name, observations } of latest) {
    const bits = together(bitsOf(observations, { since, until }), kinds);
    if (bits !== 0) fresh.set(name, bits);
  }
  return { has: (name, lookup) => ((fresh.get(name) ?? 0) & bitOf(lookup)) !== 0 };
}

/** Of a plan: what need not be asked, and how much is left. */
export function spared(
  { names }: Plan,
  fresh: Fresh,
): { readonly names: number; readonly lookups: number; readonly left: number } {
  let [sparedNames, lookups, left] = [0, 0, 0];
  for (const { name, ask } of names) {
    const known = ask.filter((kind) => fresh.has(name, kind)).length;
    lookups += known;
    left += ask.length - known;
    if (known > 0) sparedNames += 1;
  }
  return { names: sparedNames, lookups, left };
}

function bitsOf(observations: readonly Observation[], { since, until }: Pick<FreshQuestion, 'since' | 'until'>): Bits {
  let [good, bad]: [Bits, Bits] = [0, 0];
  for (const seen of observations) {
    if (isBefore(seen.at, since) || isBefore(until, seen.at) || hasFailed(seen)) bad |= bitOf(seen.lookup);
    else good |= bitOf(seen.lookup);
  }
  return good & ~bad;
}

/** Takes out what builds on, or is built on by, something that has to be asked again; ends, since bits only go. */
function together(bits: Bits, kinds: FreshQuestion['kinds']): Bits {
  let left = bits;
  for (;;) {
    const before = left;
    for (const { kind, after } of kinds) {
      for (const needed of after) {
        if (!kinds.some((one) => one.kind === needed)) continue;
        const both = bitOf(kind) | bitOf(needed);
        if ((left & both) !== both) left &= ~both;
      }
    }
    if (left === before) return left;
  }
}

function hasFailed(seen: Observation): boolean {
  if (seen.outcome === 'failure') return !hadNothingToAsk(seen);
  return seen.outcome === 'facts' && holdsFailure(seen.facts);
}

/** Facts say what they lack in fields of that name: `failure`, `dsFailure`, `keysFailure`. */
function holdsFailure(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => key === 'failure' || key.endsWith('Failure') || holdsFailure(inner),
  );
}
