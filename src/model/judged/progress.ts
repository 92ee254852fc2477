// All findings of a case at an instant, with totals and the work list. Computed, shown, never stored.

import type { Action } from '../case/order.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { RegistrarOfRecord } from '../registrar.ts';
import type { EppStatus } from '../seen/epp-status.ts';
import type { Deadline, DueItem, Expiry } from './deadline.ts';
import type { Registered } from './dossier.ts';
import type { Finding, Verdict } from './finding.ts';
import type { Ahead, DamagedFile, RunSummary, UnfinishedRun } from './record.ts';
import type { ResolverState } from './resolver-state.ts';

/** `not-ordered`: no order in force asks this of the name, so it counts neither way. */
export type FacetVerdict = Verdict | 'not-ordered';

export interface DatedFinding extends Finding {
  /** The earliest deadline among the directed recipients of this name; absent when none runs. */
  readonly deadline?: Deadline;
}

export interface NameProgress {
  readonly name: Name;
  readonly unicode: string;
  /** Id of the registry operator in recipients.yaml, or the top-level label with a dot where none is listed: `.info`. */
  readonly registry: string;
  readonly schedule: string;
  readonly line: number;
  /** The latest order's that covers the name. */
  readonly action: Action;
  /** In force for this name; a released name has no requirements and is counted as released, not as done. */
  readonly released: boolean;
  readonly transferred: FacetVerdict;
  readonly sinkholed: FacetVerdict;
  /** Met: every requirement. Unmet: at least one is unmet. Unknown: none is unmet and not all are met. */
  readonly done: FacetVerdict;
  /** Met in an earlier run, unmet now. */
  readonly reverted: boolean;
  /** What of it, and when the run had ended in which that was last seen met. Absent: nothing. */
  readonly slipped?: readonly Slip[];
  /** Unmet, and a deadline that runs for it has passed. */
  readonly overdue: boolean;
  /** The registration ends within the watch window or is on its way out. */
  readonly expiring: boolean;
  readonly expires?: Instant;
  readonly observedAt?: Instant;
  /** What was last seen of it, for reports; no verdict rests on this. Absent: nothing of it is known. */
  readonly seen?: SeenOf;
  readonly findings: readonly DatedFinding[];
  /** What was noticed that decides no requirement: a warm cache, registry and WHOIS disagree. */
  readonly notes: readonly Note[];
  /** What every resolver shows; absent where each of them gives what the servers in authority give, or none was asked. */
  readonly resolvers?: readonly ResolverState[];
}

export interface Slip {
  /** What somebody had brought about: `transfer`, `redirection`, `locks`. */
  readonly noun: string;
  readonly metAt: Instant;
}

/** Each absent where it is not known. */
export interface SeenOf {
  readonly registered?: Registered;
  readonly registrar?: RegistrarOfRecord;
  /** As the parent zone has it; empty: it does not delegate the name. */
  readonly nameServers?: readonly Name[];
}

export interface Note {
  /** One word of a closed list, see relief/words.ts. */
  readonly word: string;
  readonly text: string;
  readonly citations: readonly string[];
}

/** Adds up: met + unmet + unknown + notOrdered = the names listed and not released. */
export interface Tally {
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly notOrdered: number;
}

export interface Totals {
  /** The order's own count where the case file states it, otherwise the names listed. */
  readonly ordered: number;
  readonly listed: number;
  readonly released: number;
  readonly transferred: Tally;
  readonly sinkholed: Tally;
  readonly done: Tally;
  readonly reverted: number;
  readonly overdue: number;
  readonly expiring: number;
  /** Names never looked up. */
  readonly neverChecked: number;
}

/** One line of "needs attention". */
export interface Attention {
  /** `reverted`, `overdue`, `stale-ds`, `held`, `rate-limited`, … in order of urgency. */
  readonly word: string;
  readonly names: readonly Name[];
  readonly text: string;
}

export interface RegistryRow {
  readonly registry: string;
  /** The registry operator's name, or the top-level label where no recipient is listed. */
  readonly title: string;
  readonly reach: 'ordered' | 'requested' | 'unlisted';
  readonly names: number;
  readonly transferred: Tally;
  readonly sinkholed: Tally;
  readonly done: Tally;
}

/** A paragraph and what became of it: compiled into requirements, or left to a person's attestation. */
export interface ParagraphAccount {
  readonly order: string;
  readonly paragraph: string;
  readonly inForce: boolean;
  readonly requirements: number;
  /** `compiled`, `attested by a person`, `replaced by pi/2(b)`, `not in force`. */
  readonly how: string;
}

/** The registration of a domain that a sinkhole's name servers stand under. */
export interface SinkholeState {
  readonly name: Name;
  /** Keys of the sinkholes in the case file. */
  readonly sinkholes: readonly string[];
  /** Met: it lasts, is not held and not free to be moved. Unknown: nothing is wrong with it as far as is known. */
  readonly verdict: Verdict;
  readonly expires?: Instant;
  readonly statuses?: readonly EppStatus[];
  readonly observedAt?: Instant;
  /** What is wrong, and what could not be found out. */
  readonly troubles: readonly SinkholeTrouble[];
}

export interface SinkholeTrouble {
  /** See relief/sinkhole-words.ts. */
  readonly word: 'sinkhole-lapsed' | 'sinkhole-held' | 'sinkhole-expiring' | 'sinkhole-unlocked' | 'sinkhole-unknown';
  readonly text: string;
  /** The end that it is about. */
  readonly ends?: Instant;
}

/** In how many names, not released, a finding is unknown with this word. */
export interface WordCount {
  readonly word: string;
  readonly names: number;
}

/** What is said of a case as a whole: everything but its rows. */
export interface Summary {
  readonly caseId: string;
  readonly asOf: Instant;
  /** The run that the newest observations come from; absent when nothing was checked by then. */
  readonly lastRun?: RunSummary;
  /** As `CaseRecord` has it. */
  readonly ahead?: Ahead;
  readonly unfinished: readonly UnfinishedRun[];
  /** Files of the record that are not as they were written: what they say counts for nothing. Absent: none was met. */
  readonly damaged?: readonly DamagedFile[];
  readonly totals: Totals;
  /** Why the unknown ones are unknown, most names first. */
  readonly unknowns: readonly WordCount[];
  readonly attention: readonly Attention[];
  readonly registries: readonly RegistryRow[];
  /** Next first. */
  readonly due: readonly DueItem[];
  readonly expiries: readonly Expiry[];
  readonly paragraphs: readonly ParagraphAccount[];
  /** Absent: no sinkhole of the case stands on a registration of its own. */
  readonly sinkholes?: readonly SinkholeState[];
}

export interface Progress extends Summary {
  /** One row a name of the schedules, in their order, always. */
  readonly names: readonly NameProgress[];
}
