// What the plan of letters shows: the letters, what comes next, and the names that nobody is written to about.
import type { NextStep, PlannedLetter } from '../../model/letter/letter.ts';
import type { Name } from '../../model/name.ts';
import type { Report } from '../report.ts';

export interface LetterPlan extends Report {
  readonly planned: readonly PlannedLetter[];
  /** Steps of the ladder, due and yet to come. */
  readonly steps: readonly NextStep[];
  /** Names that no paragraph in force directs anybody about. */
  readonly withoutLetter: readonly Name[];
}
