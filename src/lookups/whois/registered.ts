// Registered, free, reserved, or not to be told: the three-valued rule that made no false statement in 1385 samples
// (design/field/registration.md). A record needs two signs of life; "free" needs none and the registry's own words.
import type { FailureKind } from '../../model/failure.ts';
import type { Name } from '../../model/name.ts';
import { nameOrNone, topLabel } from '../../model/name.ts';
import type { RegistrationFacts } from '../../model/observation.ts';
import {
  BROKEN,
  DENIED,
  lineWith,
  NOT_FOUND,
  RATE_LIMITED,
  RESERVED,
  soundsRateLimited,
  type Wording,
} from '../wordings.ts';

/** A registry's words come early; further down is small print. Prologues of RIPE layouts have some twenty lines. */
const NEAR_THE_START = 40;

export type Registration =
  | { readonly is: 'registered' }
  | { readonly is: 'free'; readonly said: string }
  | { readonly is: 'reserved'; readonly said: string }
  | { readonly is: 'unknown'; readonly failure: FailureKind; readonly detail: string };

/** A refusal is looked for before "not found": some servers write both into one reply, and then they did not look. */
const REFUSALS: readonly { readonly wordings: readonly Wording[]; readonly failure: FailureKind }[] = [
  { wordings: RATE_LIMITED, failure: 'rate-limited' },
  { wordings: DENIED, failure: 'denied' },
  { wordings: BROKEN, failure: 'server-error' },
];

export interface ReadRecord {
  readonly facts: RegistrationFacts;
  /** Names that the record says it is about. */
  readonly about: readonly Name[];
}

export function registrationIn(lines: readonly string[], { facts, about }: ReadRecord, name: Name): Registration {
  const signs = [facts.registrar, facts.created, facts.expires, facts.nameServers].filter((sign) => sign !== undefined);
  if (signs.length >= 2 || (signs.length === 1 && saysSo(facts, name, about))) return { is: 'registered' };
  if (signs.length === 1) return unknown('unparsable', 'too little of a record to call the name registered');
  if (facts.statuses !== undefined || facts.registrant?.shown === 'stated') {
    return unknown('unparsable', 'a part of a record, and too little of it to call the name registered');
  }
  const early = lines.filter((line) => line !== '').slice(0, NEAR_THE_START);
  for (const { wordings, failure } of REFUSALS) {
    const said = lineWith(early, wordings, name);
    if (said !== undefined) return unknown(failure, said);
  }
  const reserved = lineWith(early, RESERVED, name);
  if (reserved !== undefined) return aboutName(name, { is: 'reserved', said: reserved.trim() });
  const free = lineWith(early, NOT_FOUND, name);
  if (free !== undefined) return aboutName(name, { is: 'free', said: free.trim() });
  const refusal = soundsRateLimited(early);
  if (refusal !== undefined) return unknown('rate-limited', refusal);
  return unknown('unparsable', 'neither a record nor a known way to say that there is none');
}

/** Statuses that only a registration has. Last verified 2026-11: DENIC `connect`, and words of several countries. */
const TAKEN: ReadonlySet<string> = new Set([
  'connect',
  'active',
  'registered',
  'delegated',
  'ok',
  'paid',
  'published',
  'not available',
  'in use',
  'assigned',
]);

/** A record about this very name with such a status: as good as a second sign, and never as good as two. */
function saysSo({ statuses = [], otherStatuses = [] }: RegistrationFacts, name: Name, about: readonly Name[]): boolean {
  if (about.length !== 1 || about[0] !== name) return false;
  return statuses.length > 0 || otherStatuses.some((status) => TAKEN.has(status.toLowerCase()));
}

function unknown(failure: FailureKind, detail: string): Registration {
  return { is: 'unknown', failure, detail: detail.trim().slice(0, 200) };
}

/** A line that names another name of the same top-level label answers another question. */
function aboutName(name: Name, found: Registration & { readonly said: string }): Registration {
  const named = found.said.split(/[\s"'()[\]<>,;]+/).flatMap((word) => nameOrNone(word.replace(/[.:!]+$/, '')) ?? []);
  const rivals = named.filter((other) => topLabel(other) === topLabel(name));
  if (rivals.length === 0 || rivals.includes(name)) return found;
  return unknown('wrong-object', `asked about ${name}: ${found.said}`);
}
