// What the steps and the letters of a case are worked out from: the case as it stands, what was last seen of every name, and
// the letters that were issued.
import type { StepsQuestion } from '../letters/next-steps.ts';
import type { IssuedLetter } from '../model/letter.ts';
import { sightsOf } from '../progress/sights.ts';
import type { CaseView } from './view.ts';

export function stepsQuestion({ theCase, record, progress }: CaseView, issued: readonly IssuedLetter[]): StepsQuestion {
  const { asOf } = progress;
  return { theCase, progress, sights: sightsOf({ theCase, record, asOf }), journal: record.journal, issued, asOf };
}
