// The steps of the ladder for those who are late: loaded only where somebody is, since it reads the letters that went out.
import { nextStepsOf } from '../../letters/plan/next-steps.ts';
import type { NextStep } from '../../model/letter/letter.ts';
import type { Problem } from '../../model/problem.ts';
import { lettersIn } from '../../store/letters/issued.ts';
import type { CaseView } from '../view.ts';
import { stepsQuestion } from './question.ts';

interface Ladder {
  /** Absent: a letter is damaged, and which one went out is not known. */
  readonly steps?: readonly NextStep[];
  readonly problems: readonly Problem[];
}

export function ladderOf(view: CaseView, from: string): Ladder {
  const { letters: issued, problems } = lettersIn(view.paths, from);
  if (problems.length > 0) return { problems };
  return { steps: nextStepsOf(stepsQuestion(view, issued)), problems };
}
