// Which class each resolver's view of a name falls into (dns.md rule 15): from what it answered, what the servers in authority
// say, and what they said before. An extended error is a hint in the sentence and never the test.

import { type Instant, instantAt, millisecondsOf } from '../model/instant.ts';
import type { Dossier, ResolverView } from '../model/judged/dossier.ts';
import type { ResolverClass, ResolverState } from '../model/judged/resolver-state.ts';
import { endsOf, runOf } from '../model/seen/lifetimes.ts';
import type { HostAnswers, ResolverFacts, SampledQuestion } from '../model/seen/observation.ts';
import { type Authority, type Difference, differencesOf, lifetimeOf } from '../model/seen/resolver-difference.ts';
import { extendedErrorText } from '../model/tables/extended-errors.ts';
import { atTheLatest, momentText } from '../relief/lasting.ts';
import { silentState } from './resolver-silence.ts';

/** What the servers in authority said of the name in an earlier run, newest first; asked only where an answer deviates. */
export type Before = (difference: Difference) => Instant | undefined;

interface StatesNeed {
  readonly dossier: Dossier;
  readonly before: Before;
}

export function resolverStates({ dossier, before }: StatesNeed): readonly ResolverState[] {
  const authority = authorityOf(dossier);
  return dossier.resolvers.map((resolver) => stateOf(resolver, { dossier, authority, before }));
}

interface Comparing extends StatesNeed {
  readonly authority: Authority;
}

function stateOf(resolver: ResolverView, comparing: Comparing): ResolverState {
  const { server, view } = resolver;
  if (!view.known) return silentState(server, view);
  const found = classify({ facts: view.value, heard: resolver.heard }, comparing);
  const state: Draft = { server, class: found.class, citations: view.citations };
  if (found.text !== undefined) state.text = `${server} ${found.text}`;
  if (found.until !== undefined) state.until = found.until;
  return state;
}

/** Most are equal, and made by the hundred thousand: filled in place rather than spread. */
type Draft = { -readonly [K in keyof ResolverState]: ResolverState[K] };

const EQUAL: Found = { class: 'equal' };
const INCOMPARABLE: Found = { class: 'unknown' };

interface Found {
  readonly class: ResolverClass;
  readonly text?: string;
  readonly until?: Instant;
}

interface Answering {
  readonly facts: ResolverFacts;
  readonly heard: ResolverView['heard'] | undefined;
}

function classify(answering: Answering, comparing: Comparing): Found {
  const { facts } = answering;
  if (facts.answersUnchecked === true) return bogus(answering, comparing);
  if (facts.answersUnchecked === false) {
    return { class: 'lame', text: `answers SERVFAIL, with validation and without${hintText(facts)}` };
  }
  const { dossier, authority, before } = comparing;
  const absent = absence(facts, dossier);
  if (absent !== undefined) return absent;
  const differences = differencesOf(facts, authority).filter(({ what }) => what === 'address');
  const [first] = differences;
  if (first === undefined) return isComparable(facts, dossier) ? EQUAL : INCOMPARABLE;
  const since = before(first);
  // A server that did not answer may be the one that gives it.
  if (since === undefined && !authority.absent && dossier.servers.some(({ answers }) => !answers.known)) {
    return { class: 'unknown' };
  }
  return deviation(answering, { differences, first, since });
}

function bogus(answering: Answering, { authority }: Comparing): Found {
  const { facts } = answering;
  const kept = facts.ds?.records ?? [];
  const gone = authority.ds !== undefined && authority.ds.length === 0;
  if (!gone || kept.length === 0) {
    const text = `answers SERVFAIL, and answers with checking disabled: a DNSSEC failure${hintText(facts)}`;
    return { class: 'bogus', text };
  }
  const until = endOf(answering, 'ds');
  const tags = [...new Set(kept.map(({ keyTag }) => keyTag))].join(', ');
  const text = `answers SERVFAIL by DS ${tags}, which the parent zone no longer has, ${untilText(until)}`;
  return { class: 'bogus-cached', text, ...(until === undefined ? {} : { until }) };
}

/** NXDOMAIN, or no address at all, for a name that is delegated and whose servers give one. */
function absence(facts: ResolverFacts, { delegation, servers }: Dossier): Found | undefined {
  const { a, aaaa } = facts.hosts.apex;
  if (!delegation.known || delegation.value === null || a.answer === 'failure' || a.answer === 'addresses')
    return undefined;
  const said = servers.flatMap(({ answers }) => (answers.known ? [answers.value.apex] : []));
  if (said.length === 0 || said.some((apex) => apex.a.answer === a.answer)) return undefined;
  if (a.answer === 'no-such-name') {
    return { class: 'nxdomain', text: `says that the name does not exist (NXDOMAIN)${hintText(facts)}` };
  }
  if (aaaa.answer === 'addresses' || !said.some((apex) => apex.a.answer === 'addresses')) return undefined;
  return { class: 'other-answer', text: `says that the name has no address${hintText(facts)}` };
}

interface Deviation {
  readonly differences: readonly Difference[];
  readonly first: Difference;
  /** When the servers in authority last gave it, as far as the record knows. */
  readonly since: Instant | undefined;
}

function deviation(answering: Answering, { differences, first, since }: Deviation): Found {
  const { facts } = answering;
  const what = first.what === 'address' ? first.address : '';
  const old = since === undefined ? '' : `, as the name’s servers did on ${since.slice(0, 10)}`;
  const sampled = facts.samples?.find(({ of }) => of === first.of);
  const run = sampled === undefined ? undefined : runOf(sampled);
  if (facts.extendedErrors?.includes(STALE) === true) {
    return {
      class: 'stale-served',
      text: `answers ${what} past its time${old}, since it reaches no delegated server${hintText(facts)}`,
    };
  }
  if (run === 'stays') {
    const text = `answers ${what}${old}, which no delegated server gives; its time to live does not fall${hintText(facts)}`;
    return { class: 'other-answer', text };
  }
  const delegated = differences.find(({ of }) => of.startsWith('random'));
  if (delegated !== undefined) return oldDelegation(answering, { what, old, delegated });
  const ends = sampled === undefined ? undefined : endsOf(sampled);
  const until = latest(differences.map(({ of }) => endOf(answering, of)));
  const spread =
    run === 'several' && ends !== undefined
      ? `; it has several caches, and the first of them lets go at ${momentText(ends.first)}`
      : '';
  const text = `still answers ${what} from its cache${old}, ${untilText(until)}${spread}`;
  return { class: 'old-cached', text, ...(until === undefined ? {} : { until }) };
}

/** RFC 8914 section 4.4. */
const STALE = 3;

/** What it fetches in its last moment with the old delegation lives on for its own time. */
function oldDelegation(
  answering: Answering,
  { what, old, delegated }: { readonly what: string; readonly old: string; readonly delegated: Difference },
): Found {
  const { facts } = answering;
  const names = facts.nameServers?.names ?? [];
  const kept = endOf(answering, 'name-servers');
  const fresh = lifetimeOf(facts, delegated.of) ?? 0;
  const until = kept === undefined ? undefined : instantAt(millisecondsOf(kept) + fresh * 1000);
  const whom = names.length === 0 ? 'the old name servers' : names.join(', ');
  const text = `still goes to ${whom} for the name, ${untilText(kept)}: it answers ${what}${old}, and so for hosts that nobody asked before`;
  return { class: 'old-delegation-cached', text, ...(until === undefined ? {} : { until }) };
}

function endOf({ facts, heard }: Answering, of: SampledQuestion): Instant | undefined {
  const sampled = facts.samples?.find((one) => one.of === of);
  if (sampled !== undefined) return endsOf(sampled)?.last;
  const ttl = lifetimeOf(facts, of);
  return ttl === undefined || heard === undefined
    ? undefined
    : instantAt(millisecondsOf(heard.at) + heard.took + ttl * 1000);
}

function latest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  const ends = instants.flatMap((one) => (one === undefined ? [] : [millisecondsOf(one)]));
  return ends.length === 0 ? undefined : instantAt(Math.max(...ends));
}

function untilText(until: Instant | undefined): string {
  return until === undefined ? 'it is not known until when' : atTheLatest(until);
}

/** The resolver's own word; empty where it says nothing. */
function hintText({ extendedErrors = [] }: ResolverFacts): string {
  return extendedErrors.length === 0 ? '' : `; it says ${extendedErrors.map(extendedErrorText).join(', ')}`;
}

function isComparable({ hosts }: ResolverFacts, { delegation, servers, inParents }: Dossier): boolean {
  if (hosts.apex.a.answer === 'failure') return false;
  if (delegation.known && delegation.value === null) return inParents === undefined;
  return servers.some(({ answers }) => answers.known);
}

/** What a parent zone has of its own for a name that it does not delegate is no old answer; which hosts it has there nobody can list. */
function authorityOf({ delegation, ds, servers, inParents }: Dossier): Authority {
  const delegated = delegation.known ? delegation.value : undefined;
  const hosts: HostAnswers[] = [];
  for (const { answers } of servers) if (answers.known) hosts.push(answers.value);
  const authority: DraftAuthority = { absent: delegated === null && inParents === undefined, hosts };
  if (delegated) authority.nameServers = delegated.nameServers;
  if (ds.known) authority.ds = ds.value;
  return authority;
}

type DraftAuthority = { -readonly [K in keyof Authority]: Authority[K] };
