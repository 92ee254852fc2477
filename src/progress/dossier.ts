// All that is known of one name at an instant: each fact made from the observations that may speak of it (precedence.ts).
// Nothing here judges; nothing here remembers.

import type { JournalEntry } from '../model/case/journal.ts';
import type { Instant } from '../model/instant.ts';
import type { Dossier, ResolverView } from '../model/judged/dossier.ts';
import type { Note } from '../model/judged/progress.ts';
import type { Name } from '../model/name.ts';
import type { Registrant, RegistrarOfRecord } from '../model/registrar.ts';
import { sameSet } from '../model/seen/delegation.ts';
import type { Observation, RegistrationFacts } from '../model/seen/observation.ts';
import { delegationOf, dsOf, keepingsOf, parentsOf } from './delegation-facts.ts';
import { inVain, known, NEVER_CHECKED, NOT_ASKED, NOT_YET_CHECKED, type Unknown } from './facts.ts';
import { absenceNote, type FieldReading, fieldOf, registeredOf, voicesOf } from './registration-facts.ts';
import { serversOf } from './server-facts.ts';
import { type Group, type Parted, part } from './sighting.ts';

interface DossierQuestion {
  readonly name: Name;
  /** The registration that a host name stands under; absent for a name that is one itself. */
  readonly under?: Name;
  /** Any order; of one lookup those of one run only. */
  readonly observations: readonly Observation[];
  /** Entries about this name, oldest first, with whole paragraph references: see journal.ts. */
  readonly journal: readonly JournalEntry[];
  readonly asOf: Instant;
  /** There are runs of a clock that was ahead, so that no look may be counted, and one be there. */
  readonly ahead?: boolean;
}

export function dossierOf(question: DossierQuestion): Dossier {
  const { name, journal, asOf, under, observations } = question;
  if (observations.length === 0) {
    const nothing = question.ahead === true ? NOTHING_YET : NOTHING_KNOWN;
    return { name, asOf, journal, ...(under === undefined ? {} : { under }), ...nothing };
  }
  const parted = part(observations);
  const delegation = delegationOf(parted.delegation);
  const registration = registrationOf(parted);
  const dossier: Draft = {
    name,
    asOf,
    journal,
    registered: registration.registered,
    registrar: registration.registrar.fact,
    registrant: registration.registrant.fact,
    statuses: registration.statuses.fact,
    expires: registration.expires.fact,
    delegation,
    ds: dsOf(parted.delegation, delegation),
    servers: serversOf(parted.addresses, delegation),
    resolvers: resolversOf(parted.resolver),
  };
  const parents = parentsOf(parted.delegation);
  if (parents.length > 0) dossier.parents = parents;
  const keepings = keepingsOf(parted.delegation);
  if (keepings.length > 0) dossier.inParents = keepings;
  if (under !== undefined) dossier.under = under;
  if (parted.newest !== undefined) dossier.observedAt = parted.newest;
  const noticed = noticedIn(registration);
  if (noticed.length > 0) dossier.noticed = noticed;
  return dossier;
}

/** Made by the hundred thousand: filled in place, since spreading objects would cost more than all judging. */
type Draft = { -readonly [K in keyof Dossier]: Dossier[K] };

const nothingKnown = (why: Unknown) => ({
  registered: why,
  registrar: why,
  registrant: why,
  statuses: why,
  expires: why,
  delegation: why,
  ds: why,
  servers: [],
  resolvers: [],
});

const NOTHING_KNOWN = nothingKnown(NEVER_CHECKED);
const NOTHING_YET = nothingKnown(NOT_YET_CHECKED);

const REGISTRAR: FieldReading<RegistrarOfRecord> = {
  fact: 'registrar',
  field: 'registrar',
  pick: ({ registrar }) => registrar,
  agree: (a, b) => a.ianaId === undefined || b.ianaId === undefined || a.ianaId === b.ianaId,
};

const REGISTRANT: FieldReading<Registrant> = {
  fact: 'registrant',
  field: 'registrant',
  // A thin registry's RDAP shows none, which is no statement; that it withholds one is.
  pick: ({ registrant }) => (registrant?.shown === 'absent' ? undefined : registrant),
  agree: (a, b) => a.shown !== 'stated' || b.shown !== 'stated' || a.organisation === b.organisation,
  gives: (registry, registrar) => registry.shown !== 'stated' && registrar.shown === 'stated',
};

const STATUSES: FieldReading<NonNullable<RegistrationFacts['statuses']>> = {
  fact: 'statuses',
  field: 'statuses',
  // A registration always has one, if only `ok` (RFC 5731 section 2.3): an empty list is no statement.
  pick: ({ statuses }) => (statuses?.length === 0 ? undefined : statuses),
  agree: sameSet,
};

const EXPIRES: FieldReading<Instant> = {
  fact: 'expires',
  field: 'expiry date',
  pick: ({ expires }) => expires,
  agree: (a, b) => a.slice(0, 10) === b.slice(0, 10),
};

function registrationOf(parted: Parted) {
  const voices = voicesOf(parted);
  const asked = voices.answers.length + voices.failures.length > 0;
  const registered = asked ? registeredOf(voices) : NOT_ASKED;
  return {
    registered,
    absence: absenceNote(voices, registered),
    registrar: fieldOf(voices, registered, REGISTRAR),
    registrant: fieldOf(voices, registered, REGISTRANT),
    statuses: fieldOf(voices, registered, STATUSES),
    expires: fieldOf(voices, registered, EXPIRES),
  };
}

function noticedIn(registration: ReturnType<typeof registrationOf>): readonly Note[] {
  const { absence, registrar, registrant, statuses, expires } = registration;
  const notes = [absence, registrar.note, registrant.note, statuses.note, expires.note];
  return notes.filter((note): note is Note => note !== undefined);
}

function resolversOf({ observations }: Group<'resolver'>): readonly ResolverView[] {
  return observations.map((observation): ResolverView => {
    const { id, server, at, took } = observation;
    if (observation.outcome === 'facts') {
      return { server, view: known(observation.facts, [id]), heard: { at, took } };
    }
    const failure = observation.outcome === 'failure' ? observation.failure : 'contradictory';
    return { server, view: inVain([{ failure, id, who: server }]) };
  });
}
