// Counting answers: how many names are met, unmet, unknown or not ordered under one question.
import type { FacetVerdict, Tally } from '../model/judged/progress.ts';

export type Counting = { -readonly [K in keyof Tally]: number };

export function noneYet(): Counting {
  return { met: 0, unmet: 0, unknown: 0, notOrdered: 0 };
}

export function addVerdict(tally: Counting, verdict: FacetVerdict): void {
  tally[verdict === 'not-ordered' ? 'notOrdered' : verdict] += 1;
}

export function addTally(tally: Counting, other: Tally): void {
  tally.met += other.met;
  tally.unmet += other.unmet;
  tally.unknown += other.unknown;
  tally.notOrdered += other.notOrdered;
}
