// What is known of a case before its order is served: a row a name, with what speaks against serving it as it stands, and how
// ready the sinkholes are. Computed from a run, shown, and signed off by counsel.

import type { Action } from '../case/order.ts';
import type { Reach } from '../case/party.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { RegistrarOfRecord } from '../registrar.ts';
import type { Fact, Registered } from './dossier.ts';
import type { SinkholeState } from './progress.ts';
import type { RunSummary } from './record.ts';

/** `stop`: as it stands the order would do nothing, or harm. `look`: a person decides. `note`: good to know. */
export const PRECHECK_SEVERITIES = ['stop', 'look', 'note'] as const;
export type PrecheckSeverity = (typeof PRECHECK_SEVERITIES)[number];

/** Of a name: the gravest of its findings; `go` where there is none, or only notes. */
export const PRECHECK_ANSWERS = ['stop', 'look', 'go'] as const;
export type PrecheckAnswer = (typeof PRECHECK_ANSWERS)[number];

export interface PrecheckFinding {
  /** One word of a closed list, see precheck/words.ts. */
  readonly word: string;
  readonly severity: PrecheckSeverity;
  /** One sentence without a full stop. May hold text from outside. */
  readonly text: string;
  readonly citations: readonly string[];
}

/** Somebody who can act on a name, and whether the order binds him. `unlisted`: nobody is listed in recipients.yaml. */
export interface PrecheckParty {
  readonly title: string;
  readonly reach: Reach | 'unlisted';
  readonly jurisdiction?: string;
}

/** Whether traffic would arrive if the name were delegated as ordered. `not-ordered`: no order leads it to a sinkhole. */
export const READINESSES = ['ready', 'not-ready', 'unknown', 'not-asked', 'not-ordered'] as const;
export type Readiness = (typeof READINESSES)[number];

export interface PrecheckRow {
  readonly name: Name;
  readonly unicode: string;
  readonly schedule: string;
  readonly line: number;
  readonly action: Action;
  /** A later order let it go: nothing is served for it, and it counts by itself. */
  readonly released: boolean;
  readonly answer: PrecheckAnswer;
  /** The gravest first. */
  readonly findings: readonly PrecheckFinding[];
  readonly registered: Fact<Registered>;
  readonly registrar?: RegistrarOfRecord;
  readonly created?: Instant;
  readonly expires?: Instant;
  readonly registryOperator?: PrecheckParty;
  /** The registrar of record as a recipient, or the provider of a host name. */
  readonly sponsor?: PrecheckParty;
  readonly sinkhole: Readiness;
}

/** One address of one server of a sinkhole, over all names that it was asked about. */
export interface SinkholeServer {
  readonly server: string;
  readonly asked: number;
  readonly answered: number;
  /** Of those that did not answer for the zone, by the kind of failure. */
  readonly failures: Readonly<Record<string, number>>;
  /** Names for which the SOA came over TCP too. */
  readonly overTcp: number;
  /** Milliseconds until the first answer about a name: half of the names took no longer. */
  readonly median?: number;
  readonly slowest?: number;
}

export interface PrecheckTotals {
  readonly listed: number;
  readonly go: number;
  readonly look: number;
  readonly stop: number;
  readonly released: number;
  /** Names of which something is not known that decides: they are among those to look at, or to stop. */
  readonly unknown: number;
}

export interface Precheck {
  readonly caseId: string;
  readonly caseDigest: string;
  /** The end of the run that it rests on. */
  readonly asOf: Instant;
  /** The order whose terms count, where none had been entered by then. */
  readonly before?: string;
  readonly run: RunSummary;
  /** Of the case as a whole. */
  readonly findings: readonly PrecheckFinding[];
  /** The registrations that the sinkholes stand on. */
  readonly domains: readonly SinkholeState[];
  readonly servers: readonly SinkholeServer[];
  /** How many of the names that a sinkhole is ordered for were asked there. */
  readonly readied: { readonly asked: number; readonly of: number };
  readonly totals: PrecheckTotals;
  /** One a name of the schedules, in their order. */
  readonly names: readonly PrecheckRow[];
}
