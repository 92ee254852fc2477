// Registered, free, reserved, or not to be told: the three-valued rule that made no false statement in 1385 samples
// (design/field/registration.md). A record needs two signs of life; "free" needs none and the registry's own words.
import type { Name } from '../../model/name.ts';
import { nameOrNone, topLabel } from '../../model/name.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { RegistrationFacts } from '../../model/seen/observation.ts';
import type { Field } from '../facts.ts';
import { keptBack } from '../kept-back.ts';
import { lineWith, RESERVED, type Wording } from '../wordings.ts';
import { NOT_FOUND } from '../wordings-free.ts';
import { BROKEN, DENIED, excuses, RATE_LIMITED, soundsRateLimited } from '../wordings-refused.ts';
import { has } from './quirks.ts';
import type { Reading } from './read.ts';
import { otherRegistry } from './subject.ts';

/** A registry's words come early; further down is small print. Comments in front of them may be longer, as in .eu. */
const NEAR_THE_START = 40;
const NEAR_THE_START_WITH_COMMENTS = 150;

type Registration =
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

/** The signs of a registration; each is a statement of its own. */
const SIGNS = ['registrar', 'created', 'expires', 'nameServers'] as const satisfies readonly Field[];

export function registrationIn(lines: readonly string[], record: Reading, name: Name): Registration {
  const { facts } = record;
  const signs = SIGNS.filter((sign) => facts[sign] !== undefined || record.hints.includes(sign)).length;
  const kept = keptBack(facts);
  if (signs > 0 && kept !== undefined) return unknown('unparsable', `a record that is no registration's: "${kept}"`);
  if (signs > 0 && lacksStatus(facts, name))
    return unknown('incomplete', 'a record without the status that it should have');
  // A record that names nobody, below the answer that there is none, as who joins replies makes it.
  const denied = record.about.length === 0 ? lineWith(nearTheStart(lines), NOT_FOUND, name) : undefined;
  if (signs > 0 && denied !== undefined) return unknown('contradictory', `a record stands beside "${denied.trim()}"`);
  const second = signs === 1 || has('statusOnly', topLabel(name));
  if (signs >= 2 || (second && secondSign(record, name))) return { is: 'registered' };
  if (signs === 1) return unknown('unparsable', 'too little of a record to call the name registered');
  const torn = SIGNS.some((sign) => record.contradictory.includes(sign)) || record.cutStatuses === true;
  if (torn || facts.statuses !== undefined || facts.registrant?.shown === 'stated') {
    return unknown('unparsable', 'a part of a record, and too little of it to call the name registered');
  }
  return withoutRecord(lines, name);
}

function withoutRecord(lines: readonly string[], name: Name): Registration {
  const early = nearTheStart(lines);
  for (const { wordings, failure } of REFUSALS) {
    const said = lineWith(early, wordings, name);
    if (said !== undefined) return unknown(failure, said);
  }
  const reserved = lineWith(early, RESERVED, name);
  if (reserved !== undefined) return aboutName(name, { is: 'reserved', said: reserved.trim() });
  const free = lineWith(early, NOT_FOUND, name);
  if (free !== undefined && excuses(free, early, name)) {
    return unknown('server-error', `says that it has nothing and why it did not look: ${free.trim()}`);
  }
  const elsewhere = free === undefined ? undefined : otherRegistry(lines, name);
  if (elsewhere !== undefined) return unknown('wrong-object', `asked about ${name}: ${elsewhere}`);
  if (free !== undefined) return aboutName(name, { is: 'free', said: free.trim() });
  const refusal = soundsRateLimited(early);
  if (refusal !== undefined) return unknown('rate-limited', refusal);
  return unknown('unparsable', 'neither a record nor a known way to say that there is none');
}

function nearTheStart(lines: readonly string[]): readonly string[] {
  let plain = 0;
  return lines
    .filter((line) => line !== '')
    .slice(0, NEAR_THE_START_WITH_COMMENTS)
    .filter((line, at) => {
      if (/^\s*[%#;]/.test(line)) return at < NEAR_THE_START;
      plain += 1;
      return plain <= NEAR_THE_START;
    });
}

/** Words for a status that only a registration has; of a name in the making or kept back none is here. Last verified 2026-11. */
const TAKEN: Readonly<Record<string, string>> = {
  connect: 'DENIC .de: delegated',
  failed: 'DENIC .de: registered, and its servers do not answer',
  active: 'several',
  activo: '.uy .ve',
  taken: '.aq',
  registered: 'several',
  delegated: 'several',
  paid: 'several',
  published: 'registro.br',
  quarantine: 'DNS Belgium .be: deleted, and its holder may have it back for forty days',
};

/**
 * Of a record about this very name that shows one of the four: when the registration was changed, who holds it, a status
 * that only a registration has, or a layout that is known to hold no more than the name and a date.
 */
function secondSign(record: Reading, name: Name): boolean {
  const { facts, about } = record;
  if (about.length !== 1 || about[0] !== name) return false;
  const dated = facts.created !== undefined || facts.expires !== undefined;
  if (dated && has('shortRecord', topLabel(name))) return true;
  const { statuses = [], otherStatuses = [] } = facts;
  if (statuses.includes('pendingCreate')) return false;
  if (facts.updated !== undefined) return true;
  if (record.hints.includes('registrant')) return true;
  return statuses.length > 0 || otherStatuses.some((status) => Object.hasOwn(TAKEN, beforeDash(status)));
}

/** A reply that ends above its status may be about a name that is reserved. */
function lacksStatus({ statuses, otherStatuses }: RegistrationFacts, name: Name): boolean {
  if (!has('statusAlways', topLabel(name)) || /\.(?:ac|gov)\.uk$/.test(name)) return false;
  return statuses === undefined && otherStatuses === undefined;
}

/** `Active - LOCKED` in older .ie is active all the same. */
function beforeDash(status: string): string {
  return status.toLowerCase().replace(/\s+-\s.*$/, '');
}

function unknown(failure: FailureKind, detail: string): Registration {
  return { is: 'unknown', failure, detail: detail.trim().slice(0, 200) };
}

function isBelow(label: string, word: string): boolean {
  return word.length > label.length + 1 && word.endsWith(`.${label}`) && !/[/@]/.test(word);
}

const SAID_BACK = /\b(?:for|domain(?: name)?|query|object)\b[:\s"'[(]*([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i;

/** A line that names another name of the same top-level label answers another question. */
function aboutName(name: Name, found: Registration & { readonly said: string }): Registration {
  const words = found.said.split(/[\s"'()[\]<>,;]+/).map((word) => word.replace(/[.:!]+$/, '').toLowerCase());
  // A word of the same label that can be no name, `?--.com`, is another question all the same; an address of a site is none.
  const names = words.map((word) => nameOrNone(word) ?? word);
  // And so is another name right where the question is said back, as a server writes that lost the last label.
  const asked = nameOrNone(SAID_BACK.exec(found.said)?.[1] ?? '') ?? name;
  const rivals = [...names.filter((word) => isBelow(topLabel(name), word)), ...(asked === name ? [] : [asked])];
  if (rivals.length === 0 || names.includes(name)) return found;
  return unknown('wrong-object', `asked about ${name}: ${found.said}`);
}
