// The steps of the ladder for those who are late: loaded only where somebody is, since it reads the letters that went out.
import { nextStepsOf } from '../letters/next-steps.ts';
import type { NextStep } from '../model/letter.ts';
import type { Problem } from '../model/problem.ts';
import { sightsOf } from '../progress/sights.ts';
import { lettersIn } from '../store/letters.ts';
import type { CaseView } from './view.ts';

export interface Ladder {
  /** Absent: a letter is damaged, and which one went out is not known. */
  readonly steps?: readonly NextStep[];
  readonly problems: readonly Problem[];
}

export function ladderOf({ theCase, record, progress, paths }: CaseView, from: string): Ladder {
  const { letters: issued, problems } = lettersIn(paths, from);
  if (problems.length > 0) return { problems };
  const { asOf } = progress;
  const sights = sightsOf({ theCase, record, asOf });
  return { steps: nextStepsOf({ theCase, progress, sights, journal: record.journal, issued, asOf }), problems };
}
