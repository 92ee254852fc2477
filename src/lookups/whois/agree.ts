// Two readings of one WHOIS text made one: ours first, the second reader's where ours is silent, nothing where the two
// disagree. The rule for every change: a wrong value may never come in, whatever goes missing.

import { type Name, topLabel } from '../../model/name.ts';
import type { RegistrarOfRecord } from '../../model/registrar.ts';
import { sameSet } from '../../model/seen/delegation.ts';
import type { RegistrationFacts } from '../../model/seen/observation.ts';
import { type Draft, type Field, plainWords, put } from '../facts.ts';
import { has } from './quirks.ts';
import type { Reading } from './read.ts';

/** Fields that the second reader may give, in the order in which they are named. */
const SHARED = [
  'created',
  'expires',
  'nameServers',
  'otherStatuses',
  'registrant',
  'registrar',
  'signed',
  'statuses',
  'updated',
] as const;

type Shared = (typeof SHARED)[number];

/** Asked only when both state the field. Words that EPP does not know decide nothing, so they are not compared. */
const SAME: Readonly<Record<Shared, (ours: RegistrationFacts, theirs: RegistrationFacts) => boolean>> = {
  created: (ours, theirs) => ours.created === theirs.created,
  expires: (ours, theirs) => ours.expires === theirs.expires,
  nameServers: (ours, theirs) => sameSet(ours.nameServers ?? [], theirs.nameServers ?? []),
  otherStatuses: () => true,
  registrant: (ours, theirs) => registrantKey(ours) === registrantKey(theirs),
  registrar: (ours, theirs) => sameRegistrar(ours.registrar, theirs.registrar),
  signed: (ours, theirs) => ours.signed === theirs.signed,
  statuses: (ours, theirs) => sameSet(ours.statuses ?? [], theirs.statuses ?? []),
  updated: (ours, theirs) => ours.updated === theirs.updated,
};

const JOINED = SHARED.filter((field) => field !== 'registrant');

/** Ours in ICANN's layout first, the one for registries' own where that is silent: of one text, stated twice and differently. */
export function joined(strict: Reading, layout: Reading, name: Name): Reading {
  const contradictory = new Set<Field>(strict.contradictory);
  const draft: Draft = { ...strict.facts };
  if (has('registrarIsHandle', topLabel(name))) {
    delete draft.registrar;
    contradictory.delete('registrar');
  }
  if (has('contactsHaveStatus', topLabel(name)) && layout.facts.statuses !== undefined) delete draft.statuses;
  for (const field of JOINED) {
    if (contradictory.has(field)) continue;
    if (draft[field] === undefined) {
      if (layout.contradictory.includes(field)) contradictory.add(field);
      else put(draft, field, layout.facts[field]);
    } else if (
      layout.contradictory.includes(field) ||
      (layout.facts[field] !== undefined && !SAME[field](draft, layout.facts))
    ) {
      delete draft[field];
      contradictory.add(field);
    }
  }
  // A number alone, where the name stands behind a label of the layout's own, as in CentralNic's before 2014.
  if (draft.registrar !== undefined) put(draft, 'registrar', { ...layout.facts.registrar, ...draft.registrar });
  takeOwnStatuses(draft, layout, contradictory);
  const about = [...new Set([...strict.about, ...layout.about])];
  const { cutStatuses = false } = layout;
  return {
    facts: draft,
    contradictory: [...contradictory],
    about,
    hints: [...strict.hints, ...layout.hints],
    cutStatuses,
  };
}

/** In layouts of objects contacts have a status too, as in .ua: only the second reading knows which is the registration's. */
function takeOwnStatuses(
  draft: Draft,
  { facts: { statuses, otherStatuses } }: Reading,
  contradictory: Set<Field>,
): void {
  if (statuses === undefined && otherStatuses === undefined) return;
  if (statuses === undefined && draft.statuses !== undefined) {
    delete draft.statuses;
    contradictory.add('statuses');
  }
  delete draft.otherStatuses;
  put(draft, 'otherStatuses', otherStatuses);
}

const LISTS: ReadonlySet<Shared> = new Set<Shared>(['nameServers', 'statuses', 'otherStatuses']);

export function agreed(strict: Reading, second: RegistrationFacts): RegistrationFacts {
  const draft: Draft = { ...strict.facts };
  const added: Shared[] = [];
  for (const field of SHARED) {
    if (second[field] === undefined || strict.contradictory.includes(field)) continue;
    // A list that goes on in a line without a label: the second reader takes its first line for all of it.
    if (LISTS.has(field) && strict.hints.includes(field)) continue;
    if (strict.facts[field] === undefined) {
      put(draft, field, second[field]);
      added.push(field);
    } else if (!SAME[field](strict.facts, second)) delete draft[field];
  }
  return added.length === 0 ? draft : { ...draft, secondReader: added };
}

function registrantKey({ registrant }: RegistrationFacts): string {
  return registrant?.shown === 'stated' ? plainWords(registrant.organisation ?? '') : (registrant?.shown ?? '');
}

/** The ID is the identity; without one on both sides, one name may hold the other. */
function sameRegistrar(ours: RegistrarOfRecord = {}, theirs: RegistrarOfRecord = {}): boolean {
  if (ours.ianaId !== undefined && theirs.ianaId !== undefined && ours.ianaId !== theirs.ianaId) return false;
  if (ours.name === undefined || theirs.name === undefined) return true;
  const [a, b] = [plainWords(ours.name), plainWords(theirs.name)];
  return a.includes(b) || b.includes(a);
}
