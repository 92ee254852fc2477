// Delegation and DS as the servers of the parent zone gave them. One server that answered is enough; two that differ
// decide nothing, since either may be the one that a resolver asks (field rule 9: all parent servers must agree).

import type { Fact, ParentKeeping, ParentView } from '../model/judged/dossier.ts';
import { type Delegation, type DsRecord, sameSet } from '../model/seen/delegation.ts';
import type { DelegationFacts, ObservationOf } from '../model/seen/observation.ts';
import type { Security } from '../model/seen/security.ts';
import { type Failed, failureText, inVain, known, NOT_ASKED, notKnown, type Unknown } from './facts.ts';
import { type Group, MISSING } from './sighting.ts';

interface Statement<T> {
  readonly id: string;
  readonly server: string;
  readonly value: T;
  readonly serial?: number;
}

export function delegationOf(group: Group<'delegation'>): Fact<Delegation | null> {
  const bogus = bogusIn(group, 'no-such-object');
  if (bogus !== undefined) return bogus;
  const statements: Statement<DelegationFacts | null>[] = [];
  const failures = missingOf(group);
  for (const observation of group.observations) {
    const { id, server } = observation;
    if (observation.outcome === 'failure') failures.push(failedAt(observation));
    else if (observation.outcome === 'no-such-object') statements.push({ id, server, value: null });
    else if (observation.facts.nameServers.length === 0) failures.push({ failure: 'contradictory', id, who: server });
    else statements.push({ id, server, value: observation.facts, ...serialOf(observation.facts) });
  }
  return agreed(statements, failures, {
    same: (a, b) => (a === null || b === null ? a === b : sameSet(a.nameServers, b.nameServers)),
    text: (value) => (value === null ? 'not in the zone' : value.nameServers.join(', ')),
  });
}

/** What each server said that has the name. */
export function parentsOf({ observations }: Group<'delegation'>): readonly ParentView[] {
  const parents: ParentView[] = [];
  for (const one of observations) {
    if (one.outcome === 'facts') parents.push({ server: one.server, facts: one.facts, id: one.id });
  }
  return parents;
}

/** What those have of it that do not delegate it. */
export function keepingsOf({ observations }: Group<'delegation'>): readonly ParentKeeping[] {
  const kept: ParentKeeping[] = [];
  for (const one of observations) {
    if (one.outcome !== 'no-such-object' || one.inZone === undefined) continue;
    kept.push({ server: one.server, id: one.id, inZone: one.inZone });
  }
  return kept;
}

/** Only of servers that have the name at all. */
export function dsOf(group: Group<'delegation'>, delegation: Fact<Delegation | null>): Fact<readonly DsRecord[]> {
  if (delegation.known && delegation.value === null) {
    return notKnown('not-delegated', 'not in the parent zone', delegation.citations);
  }
  const bogus = bogusIn(group, 'facts');
  if (bogus !== undefined) return bogus;
  const statements: Statement<readonly DsRecord[]>[] = [];
  const failures = missingOf(group);
  for (const observation of group.observations) {
    const { id, server } = observation;
    const failure = dsFailure(observation);
    if (failure !== undefined) failures.push({ failure, id, who: server });
    else if (observation.outcome === 'facts') {
      statements.push({ id, server, value: observation.facts.ds ?? [], ...serialOf(observation.facts) });
    }
  }
  return agreed(statements, failures, {
    same: (a, b) => sameSet(a.map(dsKey), b.map(dsKey)),
    text: (value) => (value.length === 0 ? 'no DS' : `DS ${value.map(({ keyTag }) => keyTag).join(', ')}`),
  });
}

/** An answer that does not fit what the zone signs is no answer, and whoever gave it may give it to a resolver as well. */
function bogusIn(group: Group<'delegation'>, outcome: 'facts' | 'no-such-object'): Unknown | undefined {
  const seen = group.observations.filter((one) => one.outcome === outcome && securityOf(one)?.state === 'bogus');
  const [first] = seen;
  const security = first && securityOf(first);
  if (security?.state !== 'bogus') return undefined;
  const citations = seen.map(({ id }) => id);
  return notKnown('bogus', `${first?.server}: ${security.reason}`, citations);
}

function securityOf(observation: ObservationOf<'delegation'>): Security | undefined {
  if (observation.outcome === 'facts') return observation.facts.security;
  return observation.outcome === 'no-such-object' ? observation.security : undefined;
}

function failedAt({
  id,
  server,
  failure,
  cause,
}: ObservationOf<'delegation'> & { readonly outcome: 'failure' }): Failed {
  return { failure, id, who: server, ...(cause === undefined ? {} : { cause }) };
}

function dsFailure(observation: ObservationOf<'delegation'>): Failed['failure'] | undefined {
  if (observation.outcome === 'failure') return observation.failure;
  if (observation.outcome === 'no-such-object') return undefined;
  if (observation.facts.ds !== undefined) return undefined;
  return observation.facts.dsFailure ?? 'not-asked';
}

function dsKey({ keyTag, algorithm, digestType, digest }: DsRecord): string {
  return `${keyTag} ${algorithm} ${digestType} ${digest.toLowerCase()}`;
}

interface Comparison<T> {
  readonly same: (a: T, b: T) => boolean;
  readonly text: (value: T) => string;
}

function agreed<T>(
  statements: readonly Statement<T>[],
  failures: readonly Failed[],
  comparison: Comparison<T>,
): Fact<T> {
  const [first] = statements;
  if (first === undefined) return failures.length === 0 ? NOT_ASKED : inVain(failures);
  const other = statements.find(({ value }) => !comparison.same(first.value, value));
  const citations = statements.map(({ id }) => id);
  if (other === undefined) return known(first.value, citations, silentNotes(statements.length, failures));
  const said = `${first.server} says ${comparison.text(first.value)}, ${other.server} says ${comparison.text(other.value)}`;
  return notKnown('parents-disagree', `${said}${serialText(first, other)}`, citations);
}

/** An older copy of the zone tells propagation from inconsistency (RFC 1912 section 2.2 for serials). */
function serialText(first: Statement<unknown>, other: Statement<unknown>): string {
  if (first.serial === undefined || other.serial === undefined) return '';
  if (first.serial === other.serial) return `; both at serial ${first.serial}`;
  const [older, newer] = isOlder(first.serial, other.serial) ? [first, other] : [other, first];
  return `; ${older.server} is at serial ${older.serial} and ${newer.server} at ${newer.serial}, so a change is on its way`;
}

/** Serials wrap around after 2^32 (RFC 1982). */
function isOlder(one: number, other: number): boolean {
  return ((one - other) | 0) < 0;
}

function serialOf(facts: DelegationFacts): { readonly serial?: number } {
  return facts.serial === undefined ? {} : { serial: facts.serial };
}

function silentNotes(answered: number, failures: readonly Failed[]): readonly string[] | undefined {
  if (failures.length === 0) return undefined;
  const of = answered + failures.length;
  return [
    `${failures.length} of ${of} servers of the parent zone gave no usable answer: ${failures.map(failureText).join('; ')}`,
  ];
}

function missingOf(group: Group<'delegation'>): Failed[] {
  if (group.missing === 0) return [];
  return Array.from({ length: group.missing }, () => ({ failure: MISSING, who: 'a server of the parent zone' }));
}
