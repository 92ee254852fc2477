// What the way back for a name is shown with.
import type { Case } from '../../model/case/case.ts';
import type { RestorePlan } from '../../model/judged/restore.ts';

export interface RestoreReport {
  readonly theCase: Case;
  readonly plan: RestorePlan;
  /** What was seen was seen on a network that is not the internet. */
  readonly simulated: boolean;
}

export function restoreMarks({ theCase, simulated }: RestoreReport): readonly string[] {
  const marks: string[] = [];
  if (theCase.rehearsal) marks.push('REHEARSAL');
  else if (simulated) marks.push('SIMULATED NETWORK');
  if (theCase.illustrative) marks.push('illustrative');
  return marks;
}
