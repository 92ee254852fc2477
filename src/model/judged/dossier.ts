// All that is known of one name at an instant, fact by fact, after precedence has decided which authority speaks.
// Relief judges this and never learns who fetched it.

import type { JournalEntry } from '../case/journal.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { Registrant, RegistrarOfRecord } from '../registrar.ts';
import type { Delegation, DnsKey, DsRecord } from '../seen/delegation.ts';
import type { EppStatus } from '../seen/epp-status.ts';
import type { FailureCause } from '../seen/failure.ts';
import type { AddressFacts, DelegationFacts, HostAnswers, InParent, ResolverFacts } from '../seen/observation.ts';
import type { Note } from './progress.ts';

/** A fact that an authority stated, or the reason why it is not known. Both cite the observations they rest on. */
export type Fact<T> =
  | {
      readonly known: true;
      readonly value: T;
      readonly citations: readonly string[];
      readonly notes?: readonly string[];
    }
  | { readonly known: false; readonly word: string; readonly reason: string; readonly citations: readonly string[] };

export type Registered = 'registered' | 'no-such-object' | 'reserved';

/** One delegated server at one of its addresses. */
export interface ServerAnswers {
  readonly server: string;
  readonly answers: Fact<HostAnswers>;
  /** Known and empty: the server answered that the zone has no keys. */
  readonly keys: Fact<readonly DnsKey[]>;
  /** All that it said, where it said anything: what is cited is what `answers` cites. */
  readonly facts?: AddressFacts;
  /** In which way it failed. */
  readonly cause?: FailureCause;
}

/** One server of the parent zone. */
export interface ParentView {
  readonly server: string;
  readonly facts: DelegationFacts;
  readonly id: string;
}

/** One server of the parent zone that does not delegate the name, and has something of it. */
export interface ParentKeeping {
  readonly server: string;
  readonly inZone: InParent;
  readonly id: string;
}

export interface ResolverView {
  readonly server: string;
  readonly view: Fact<ResolverFacts>;
  /** When it was asked, and the milliseconds until its last answer had come: lifetimes count from then at the latest. */
  readonly heard?: { readonly at: Instant; readonly took: number };
}

export interface Dossier {
  readonly name: Name;
  /** The registration that the name stands under, where it is not one itself: a host name of somebody else's. */
  readonly under?: Name;
  readonly asOf: Instant;
  /** When the newest observation was made; absent when the name was never looked up. */
  readonly observedAt?: Instant;
  readonly registered: Fact<Registered>;
  readonly registrar: Fact<RegistrarOfRecord>;
  readonly registrant: Fact<Registrant>;
  readonly statuses: Fact<readonly EppStatus[]>;
  readonly expires: Fact<Instant>;
  /** `null`: the parent zone does not have the name. */
  readonly delegation: Fact<Delegation | null>;
  readonly ds: Fact<readonly DsRecord[]>;
  /** What each server of the parent zone said that had the name. Absent: none had. */
  readonly parents?: readonly ParentView[];
  /** What each of those has of the name that says that it does not delegate it. Absent: nothing. */
  readonly inParents?: readonly ParentKeeping[];
  /** Every address of every delegated server; empty when the name is not delegated or that is not known. */
  readonly servers: readonly ServerAnswers[];
  readonly resolvers: readonly ResolverView[];
  /** Journal entries about this name (or about all names of a paragraph), oldest first, none after `asOf`. */
  readonly journal: readonly JournalEntry[];
  /** What showed while it was decided which authority speaks: two of them differ. */
  readonly noticed?: readonly Note[];
}

/** Facts by their name, for `needs` of a kind of relief. `registrant`: the registrar's word of it, where the registry has none. */
export type FactNeed = 'registration' | 'registrant' | 'delegation' | 'addresses' | 'keys' | 'journal';
