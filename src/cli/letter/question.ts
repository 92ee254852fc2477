// What the steps and the letters of a case are worked out from: the case as it stands, what was last seen of every name, and
// the letters that were issued.
import type { StepsQuestion } from '../../letters/plan/next-steps.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import type { Name } from '../../model/name.ts';
import { beforeWords } from '../../precheck/before-words.ts';
import { sightsOf } from '../../progress/sights.ts';
import { restorePlanOf } from '../return-looks.ts';
import type { CaseView } from '../view.ts';

export function stepsQuestion(view: CaseView, issued: readonly IssuedLetter[]): StepsQuestion {
  const { theCase, record, progress } = view;
  const { asOf } = progress;
  const before = (name: Name): readonly string[] => {
    const plan = restorePlanOf(view, issued, name);
    return plan === undefined ? [] : beforeWords(plan);
  };
  const { journalAhead } = record;
  const sights = sightsOf({ theCase, record, asOf });
  return {
    theCase,
    progress,
    sights,
    journal: record.journal,
    ...(journalAhead && { journalAhead }),
    issued,
    asOf,
    byClock: !view.asOf.given,
    before,
  };
}
