// What an issued letter would be made of if it were issued now: by the same steps as when it was, from today's case, record,
// recipients and templates.
import { madeOf } from '../letters/made.ts';
import { valuesOf } from '../letters/make-values.ts';
import type { IssuedLetter, PlannedLetter } from '../model/letter.ts';
import { planOf, type Where } from './planning.ts';
import type { CaseView } from './view.ts';

/** `undefined`: such a letter is not due any more, or its template is gone. */
export function madeToday(view: CaseView, where: Where, letter: IssuedLetter): IssuedLetter['made'] | undefined {
  const { recipient, purpose, reason } = letter;
  const wanted = { to: [recipient], purpose, ...(reason === undefined ? {} : { reason }) };
  const { planned, templates, question, theCase, issued } = planOf(view, where, wanted);
  const template = templates.templates.find(({ id }) => id === letter.template);
  const again = closest(planned, letter);
  if (template === undefined || again === undefined) return undefined;
  const { asOf, journal } = question;
  const { id: letterId, dated: date } = letter;
  const values = valuesOf(again, { theCase, asOf, letterId, date, journal, issued, template });
  return madeOf({ theCase, planned: again, template, values });
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
