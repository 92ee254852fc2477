// What is found when evidence is examined: what is no longer as it was written, what today's readers read otherwise, and what
// cannot be read again. Each says where it stands and what it belongs to.
import type { Exchange } from './exchange.ts';
import type { LookupKind, Observation } from './observation.ts';

/**
 * `damaged`: octets are not those that were written. `disagrees`: a stored fact is not what the octets say to today's reader.
 * `verdict`: judged by what the octets say, a verdict is another one. `not-reread`: the octets are sound, and do not hold all
 * that today's reader wants. `edited`: a file that people may change is not the one that the newest run was made with. `not-kept`: there
 * is a digest of it and no copy. `untrusted`: a time stamp is sound, and nobody who was given as trusted vouches for who signed it.
 */
export const FINDING_KINDS = [
  'damaged',
  'disagrees',
  'verdict',
  'untrusted',
  'not-reread',
  'edited',
  'not-kept',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

export interface EvidenceFinding {
  readonly kind: FindingKind;
  /** In the case's folder. */
  readonly file: string;
  /** Of the file, the first one is 1. */
  readonly line?: number;
  /** Of the file, where the record or the changed octet stands. */
  readonly octet?: number;
  /** `RUN#12` */
  readonly observation?: string;
  readonly name?: string;
  readonly lookup?: LookupKind;
  /** `tro/2(b)/resolves-to`, where it is about a verdict. */
  readonly requirement?: string;
  /** Of the facts, with dots: `glue.ns1.example`. */
  readonly field?: string;
  readonly stored?: unknown;
  readonly now?: unknown;
  /** One sentence, without names of servers' own words. */
  readonly what: string;
}

/** An observation whose octets are those that were written. */
export interface SoundObservation {
  readonly observation: Observation;
  readonly exchanges: readonly Exchange[];
  readonly file: string;
  readonly line: number;
}

/** Of one run. */
export interface EvidenceCounts {
  readonly observations: number;
  /** Exchanges of octets behind them. */
  readonly exchanges: number;
  /** Observations that were read again. */
  readonly reread: number;
  readonly damaged: number;
  readonly disagrees: number;
  readonly notReread: number;
}

/** Verdicts that were judged again. */
export interface VerdictCounts {
  readonly verdicts: number;
  /** Of them, those that rest on something which could not be read again. */
  readonly asTheyWere: number;
  /** Observations that read otherwise and were too many to be judged by. */
  readonly leftOut: number;
}
