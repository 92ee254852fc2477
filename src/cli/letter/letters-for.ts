// The letters that the cases of a workspace are due, as a template that fits them would be given them: to try templates on.
import { localTime } from '../../calendar/zone.ts';
import { planLetters } from '../../letters/plan/plan.ts';
import { fits } from '../../letters/templates/choose.ts';
import type { Template, TemplateSet } from '../../letters/templates/template.ts';
import { valuesOf } from '../../letters/values/make-values.ts';
import type { LetterValues } from '../../letters/values/values.ts';
import type { PlannedLetter } from '../../model/letter/letter.ts';
import { issuedLetters } from '../../store/letters/issued.ts';
import { caseIds, casePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { whyUnread } from '../unread.ts';
import { type CaseView, viewIn } from '../view.ts';
import { sound, workspaceOf } from '../workspace.ts';
import { stepsQuestion } from './question.ts';

interface PlannedOfCase {
  readonly planned: PlannedLetter;
  values(planned: PlannedLetter, template: Template): LetterValues;
}

interface PlannedLetters {
  readonly planned: readonly PlannedOfCase[];
  /** Cases whose own files have problems. */
  readonly notTried: readonly string[];
}

export async function plannedLetters(call: Call, templates: TemplateSet): Promise<PlannedLetters> {
  const workspace = workspaceOf(call);
  const planned: PlannedOfCase[] = [];
  const notTried: string[] = [];
  for (const id of caseIds(workspace)) {
    const paths = casePaths(workspace, id);
    if (paths === undefined) continue;
    try {
      planned.push(...plannedIn(await viewIn(call, paths), { templates, from: call.context.folder }));
    } catch (error) {
      if (whyUnread(error) === undefined) throw error;
      notTried.push(id);
    }
  }
  return { planned, notTried };
}

function plannedIn(
  view: CaseView,
  { templates, from }: { readonly templates: TemplateSet; readonly from: string },
): readonly PlannedOfCase[] {
  const { paths } = view;
  const issued = sound(issuedLetters(paths, from), `the letters of ${paths.id}`).value;
  const question = stepsQuestion(view, issued);
  const { theCase, asOf, journal } = question;
  const date = localTime(asOf, theCase.court.timeZone).date;
  const values = (one: PlannedLetter, template: Template) => {
    const letterId = `${date}-${one.recipient.id}-${template.short}`;
    return valuesOf(one, { theCase, asOf, letterId, date, journal, issued, template });
  };
  return planLetters({ ...question, templates, copies: {} }).map((one) => ({ planned: one, values }));
}

/** A form to confirm on goes along with the first letter, and is filled with what that letter says. */
export function lettersFor(template: Template, letters: readonly PlannedOfCase[]): readonly LetterValues[] {
  return letters.flatMap(({ planned, values }) => {
    const purpose = template.purpose === 'confirm' && planned.purpose === 'execute' ? 'confirm' : planned.purpose;
    const { role, reach } = planned.recipient;
    const relief = [...new Set(planned.clauses.flatMap((clause) => clause.relief))];
    if (!fits(template, { purpose, role, reach, language: template.language, relief })) return [];
    return [values({ ...planned, purpose }, template)];
  });
}
