// What an issued letter would be made of if it were issued at the instant that a view shows, most often now: by the same steps
// as when it was, from the case, record, recipients and templates as they lie there, and as if it had not been issued yet.
import { madeOf } from '../../letters/leaving/made.ts';
import { planLetters } from '../../letters/plan/plan.ts';
import { confirmationOf } from '../../letters/templates/confirmation.ts';
import { valuesOf } from '../../letters/values/make-values.ts';
import type { IssuedLetter, PlannedLetter, Refusal } from '../../model/letter/letter.ts';
import type { CaseView } from '../view.ts';
import { planOf, type Where } from './planning.ts';

interface MadeToday {
  /** Absent: such a letter is not due any more, or its template is gone. */
  readonly made?: IssuedLetter['made'];
  readonly templateGone: boolean;
  /** What would stand in its way today, with the reason that it was given: an order that has ended, lookups too old. */
  readonly refusals: readonly Refusal[];
}

/** `counts`: which of the other letters there are at the instant that is looked at. */
export function lookAgain(
  view: CaseView,
  where: Where,
  letter: IssuedLetter,
  counts: (other: IssuedLetter) => boolean = () => true,
): MadeToday {
  const { recipient, purpose, reason } = letter;
  const wanted = { to: [recipient], purpose, ...(reason === undefined ? {} : { reason }) };
  const { templates, texts, question, theCase } = planOf(view, where, wanted);
  const issued = question.issued.filter((one) => one.id !== letter.id && counts(one));
  const journal = question.journal.filter((entry) => entry.letter !== letter.id);
  const template = templates.templates.find(({ id }) => id === letter.template);
  const again = closest(planLetters({ ...question, issued, journal }), letter);
  if (template === undefined || again === undefined) return { templateGone: template === undefined, refusals: [] };
  const { id: letterId, dated: date } = letter;
  const values = valuesOf(again, { theCase, asOf: question.asOf, letterId, date, journal, issued, template });
  const form = confirmationOf({ planned: again, template, templates });
  const made = madeOf({
    theCase,
    planned: again,
    templates: form ? [template, form] : [template],
    house: texts.house,
    values,
  });
  return { made, templateGone: false, refusals: again.refusals };
}

/** To the same party, about the same one; of several, the one that shares most names. */
function closest(planned: readonly PlannedLetter[], letter: IssuedLetter): PlannedLetter | undefined {
  const names = new Set<string>(letter.names);
  const shared = (one: PlannedLetter) => one.names.filter(({ name }) => names.has(name)).length;
  return planned
    .filter((one) => one.recipient.id === letter.recipient && one.about?.id === letter.about)
    .filter((one) => one.purpose === letter.purpose)
    .reduce<PlannedLetter | undefined>((best, one) => (best && shared(best) >= shared(one) ? best : one), undefined);
}
