// The letters of a case as they stand at an instant: the files that a plan needs, read, and the plan made of them. Every
// command about letters begins here.
import type { Copies } from '../../letters/guards/guards.ts';
import { type PlanQuestion, planLetters } from '../../letters/plan/plan.ts';
import { readTemplates } from '../../letters/templates/read-template.ts';
import type { TemplateSet } from '../../letters/templates/template.ts';
import type { Case } from '../../model/case/case.ts';
import type { IssuedLetter, PlannedLetter } from '../../model/letter/letter.ts';
import { readOrderCopy } from '../../store/case/order-copies.ts';
import { issuedLetters } from '../../store/letters/issued.ts';
import { type TemplateTexts, templatesOf } from '../../store/letters/templates.ts';
import type { CasePaths, Workspace } from '../../store/workspace.ts';
import type { CaseView } from '../view.ts';
import { sound } from '../workspace.ts';
import { stepsQuestion } from './question.ts';
import type { Wanted } from './wanted.ts';

export interface LetterView extends CaseView {
  readonly question: PlanQuestion;
  readonly planned: readonly PlannedLetter[];
  readonly templates: TemplateSet;
  readonly texts: TemplateTexts;
  readonly issued: readonly IssuedLetter[];
}

export interface Where {
  readonly workspace: Workspace;
  /** The working folder, for the names of files in problems. */
  readonly from: string;
}

export function planOf(view: CaseView, { workspace, from }: Where, wanted: Wanted = {}): LetterView {
  const { theCase, paths } = view;
  const texts = templatesOf({ root: workspace.root, from });
  const templates = sound(readTemplates(texts), 'the templates').value;
  const issued = sound(issuedLetters(paths, from), `the letters of ${paths.id}`).value;
  const question: PlanQuestion = {
    ...stepsQuestion(view, issued),
    templates,
    copies: copiesOf(theCase, paths),
    ...wanted,
  };
  return { ...view, question, planned: planLetters(question), templates, texts, issued };
}

function copiesOf({ orders }: Case, paths: CasePaths): Copies {
  const found: Record<string, Copies[string]> = {};
  for (const { copy } of orders) {
    const reading = copy === undefined ? undefined : readOrderCopy(paths, copy);
    if (copy === undefined || reading === undefined) continue;
    if (reading.ok) found[copy.file] = 'as-stated';
    else if (reading.why === 'differs') found[copy.file] = 'differs';
  }
  return found;
}
