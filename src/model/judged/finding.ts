// A requirement, its verdict, the reason and the citations.
import type { Requirement } from './requirement.ts';

export type Verdict = 'met' | 'unmet' | 'unknown';

/** What a kind of relief says of one dossier. */
export interface Judgement {
  readonly verdict: Verdict;
  /** One word of a closed list, for sorting and counting: `stale-ds`, `rate-limited`. See relief/words.ts. */
  readonly word: string;
  /** One sentence in plain words, without a full stop at its end. May hold text from outside. */
  readonly reason: string;
  /** Ids of observations, such as `20190318T141502Z-7f3a#12`, or `journal 2019-03-18T09:02:00Z`. */
  readonly citations: readonly string[];
  readonly notes?: readonly string[];
  /** What is there instead of what was ordered, in few words: `203.0.113.9`. May hold text from outside. */
  readonly now?: string;
  /** What to ask of the directed party, as the end of "ask VeriSign, Inc. …": `to remove DS 4711`. */
  readonly ask?: string;
}

export interface Finding extends Judgement {
  readonly requirement: Requirement;
}
