// Facts of the registration, from the registry's RDAP and WHOIS by the table in precedence.ts.
import type { Fact, Registered } from '../model/judged/dossier.ts';
import type { Note } from '../model/judged/progress.ts';
import type { Authority, LookupKind, ObservationOf, RegistrationFacts } from '../model/seen/observation.ts';
import { type Failed, failureText, inVain, known, NOT_ASKED, notKnown, type Unknown } from './facts.ts';
import { type DecidedFact, PRECEDENCE } from './precedence.ts';
import type { Parted } from './sighting.ts';

type Answered = Exclude<ObservationOf<'rdap-registry'> | ObservationOf<'whois-registry'>, { outcome: 'failure' }>;

type Service = 'RDAP' | 'WHOIS' | 'RDAP of the registrar' | 'WHOIS of the registrar';

/** What the registry's services said, in order of precedence, and what the registrar's did. */
interface RegistryVoices {
  readonly answers: readonly Answer[];
  /** Records of the registrar of record only: that a registrar knows nothing of a name says nothing of the registration. */
  readonly registrars: readonly Answer[];
  /** Both. */
  readonly all: readonly Answer[];
  readonly failures: readonly Failed[];
}

interface Answer {
  readonly id: string;
  /** The id alone: shared by all the facts that rest on this answer. */
  readonly citations: readonly string[];
  readonly lookup: LookupKind;
  readonly service: Service;
  readonly says: Registered;
  readonly facts?: RegistrationFacts;
}

export function voicesOf(parted: Parted): RegistryVoices {
  const answers: Answer[] = [];
  const failures: Failed[] = [];
  for (const { lookup } of PRECEDENCE.registration.voices) {
    const rdap = lookup === 'rdap-registry';
    const service = rdap ? 'RDAP' : 'WHOIS';
    for (const one of rdap ? parted.rdap.observations : parted.whois.observations) {
      if (one.outcome === 'failure') failures.push({ failure: one.failure, id: one.id, who: service });
      else answers.push(answerOf(one, service));
    }
  }
  const registrars = recordsOf(parted.registrar).filter((one) => isOfRecord(one, answers));
  return { answers, registrars, all: registrars.length === 0 ? answers : [...answers, ...registrars], failures };
}

/** Whoever was registrar in an earlier run, or whom a link leads to, knows the registrant of the registrar of record no better. */
function isOfRecord({ facts }: Answer, answers: readonly Answer[]): boolean {
  const own = facts?.registrar?.ianaId;
  const ofRecord = answers.find((one) => one.facts?.registrar?.ianaId !== undefined)?.facts?.registrar?.ianaId;
  return own === undefined || ofRecord === undefined || own === ofRecord;
}

function recordsOf({ observations }: Parted['registrar']): readonly Answer[] {
  return observations.flatMap((one): readonly Answer[] => {
    if (one.outcome !== 'facts') return [];
    const { id, lookup, facts } = one;
    const service = lookup === 'rdap-registrar' ? 'RDAP of the registrar' : 'WHOIS of the registrar';
    return [{ id, citations: [id], lookup, service, says: 'registered', facts }];
  });
}

function answerOf(one: Answered, service: Service): Answer {
  const { id, lookup } = one;
  const citations = [id];
  if (one.outcome === 'facts') return { id, citations, lookup, service, says: 'registered', facts: one.facts };
  return { id, citations, lookup, service, says: one.reserved === true ? 'reserved' : 'no-such-object' };
}

export function registeredOf({ answers, failures }: RegistryVoices): Fact<Registered> {
  const [first] = answers;
  if (first === undefined) return inVain(failures);
  if (first.says === 'registered') return known(first.says, citing(answers, first), vainNotes(failures, first));
  const record = answers.find(({ says }) => says === 'registered');
  if (record !== undefined) {
    const reason = `${first.service} says that there is no registration, ${record.service} shows one`;
    return notKnown('contradictory', reason, [first.id, record.id]);
  }
  // "Reserved" says more than "no such object", and does not contradict it.
  const told = answers.find(({ says }) => says === 'reserved') ?? first;
  return known(told.says, citing(answers, told), vainNotes(failures, told));
}

/** A record outweighs an absence, but the absence is worth a note. */
export function absenceNote({ answers }: RegistryVoices, registered: Fact<Registered>): Note | undefined {
  if (!registered.known || registered.value !== 'registered') return undefined;
  const absent = answers.find(({ says }) => says !== 'registered');
  if (absent === undefined) return undefined;
  const text = `${absent.service} says that there is no registration; the record was believed`;
  return { word: 'sources-disagree', text, citations: [...registered.citations, absent.id] };
}

function citing(answers: readonly Answer[], told: Answer): readonly string[] {
  const ids: string[] = [];
  for (const { says, id } of answers) if (says === told.says) ids.push(id);
  return ids;
}

/** A service of lower authority decides only because those above it failed or are silent: worth a note. */
function vainNotes(failures: readonly Failed[], told: Answer): readonly string[] | undefined {
  if (told.service === 'RDAP') return undefined;
  if (told.service !== 'WHOIS') return [`the registry does not state it; ${told.service} decides`];
  const above = failures.filter(({ who }) => who === 'RDAP');
  return above.length === 0 ? undefined : [`${above.map(failureText).join('; ')}; ${told.service} decides`];
}

export interface FieldReading<T> {
  /** Its row of the table of precedence. */
  readonly fact: DecidedFact;
  /** What people call it. */
  readonly field: string;
  readonly pick: (facts: RegistrationFacts) => T | undefined;
  /** False only where both state something and it is not the same. */
  readonly agree: (a: T, b: T) => boolean;
  /** True where what the registry gives is no more than a place for what the registrar states. */
  readonly gives?: (registry: T, registrar: T) => boolean;
}

/** One field of the registration, and a note where another service states another value. */
export function fieldOf<T>(
  voices: RegistryVoices,
  registered: Fact<Registered>,
  reading: FieldReading<T>,
): { readonly fact: Fact<T>; readonly note?: Note } {
  const none = withoutRecord(registered);
  if (none !== undefined) return { fact: none };
  const { pick, agree, field, fact: row, gives } = reading;
  let told: Stated<T> | undefined;
  let other: Stated<T> | undefined;
  for (const one of statedBy(voices, row, pick)) {
    if (told === undefined) told = one;
    else if (one.authority === 'registrar' && gives?.(told.value, one.value) === true) told = one;
    else if (other === undefined && !agree(told.value, one.value)) other = one;
  }
  if (told === undefined) return { fact: notStated(voices, field) };
  const fact = known(told.value, told.answer.citations, vainNotes(voices.failures, told.answer));
  return other === undefined ? { fact } : { fact, note: differing(told.answer, other.answer, field) };
}

interface Stated<T> {
  readonly answer: Answer;
  readonly authority: Authority;
  readonly value: T;
}

/** What the answers state of a field, in the order of its row: whoever stands first is believed. */
function* statedBy<T>({ all }: RegistryVoices, row: DecidedFact, pick: FieldReading<T>['pick']): Generator<Stated<T>> {
  for (const { lookup, authority } of PRECEDENCE[row].voices) {
    for (const answer of all) {
      const value = answer.lookup === lookup && answer.facts !== undefined ? pick(answer.facts) : undefined;
      if (value !== undefined) yield { answer, authority, value };
    }
  }
}

function differing(told: Answer, other: Answer, field: string): Note {
  const text = `${told.service} and ${other.service} state different ${field}; ${told.service} was believed`;
  return { word: 'sources-disagree', text, citations: [told.id, other.id] };
}

function withoutRecord(registered: Fact<Registered>): Unknown | undefined {
  if (!registered.known) return registered;
  if (registered.value === 'registered') return undefined;
  return notKnown('not-registered', 'not registered', registered.citations);
}

function notStated({ answers, failures }: RegistryVoices, field: string): Unknown {
  if (answers.length === 0) return failures.length === 0 ? NOT_ASKED : inVain(failures);
  const silent = answers.map(({ service }) => service).join(' and ');
  const vain = failures.length === 0 ? '' : `; ${failures.map(failureText).join('; ')}`;
  return notKnown(
    'not-stated',
    `${silent} ${answers.length > 1 ? 'do' : 'does'} not state the ${field}${vain}`,
    answers.map(({ id }) => id),
  );
}
