// The letter that carries an order to a recipient: every name that a paragraph in force covers and of which it was not yet
// served on this recipient, done or not, since the order binds it for all of them and keeps binding it.
//
// What a paragraph asks is preserved too (see letters: preservation): the first letter says so. A letter about preservation
// alone goes to whoever is directed to do nothing else.
import type { Case } from '../../model/case/case.ts';
import type { Instant } from '../../model/instant.ts';
import type { DatedFinding } from '../../model/judged/progress.ts';
import type { LetterRef, Purpose } from '../../model/letter/letter.ts';
import type { Correspondence } from './correspondence.ts';
import type { Desk } from './next-steps.ts';
import { type Draft, gather } from './planned.ts';
import { type Addressee, type Item, refOf } from './recipients.ts';

interface FirstContext {
  readonly theCase: Case;
  /** Recipients who get a letter that follows up: the one that was sent to them is past. */
  readonly late: ReadonlySet<string>;
}

/** Whoever was told everything stays in the list with the letter that did it, so that the plan names every recipient. */
export function firstDrafts(desk: Desk, { theCase, late }: FirstContext): readonly Draft[] {
  return desk.addressees.flatMap((addressee): readonly Draft[] => {
    const { recipient, missing, items } = addressee;
    const untold = missing === undefined ? untoldOf(addressee, desk.correspondence) : items;
    if (untold.length === 0 && late.has(recipient.id)) return [];
    const told = untold.length === 0;
    const gathered = gather({
      theCase,
      items: told ? items : untold,
      deadline: (item, finding) => desk.deadline(recipient, item, finding),
    });
    const past = told ? servedBy(addressee, desk.correspondence) : { sent: [] };
    return [
      { recipient, ...(missing && { missing }), purpose: purposeOf(told ? items : untold), ...gathered, ...past },
    ];
  });
}

function untoldOf({ recipient, items }: Addressee, correspondence: Correspondence): readonly Item[] {
  return items.flatMap((item): readonly Item[] => {
    const findings = item.findings.filter((finding) => servedAt(recipient.id, finding, correspondence) === undefined);
    return findings.length === 0 ? [] : [{ ...item, findings }];
  });
}

function servedAt(recipient: string, { requirement: { name, clause } }: DatedFinding, correspondence: Correspondence) {
  return correspondence.servedAt(recipient, { name, paragraph: refOf(clause), entered: clause.entered });
}

/** What went another way has no letter of ours. */
function servedBy(
  { recipient, items }: Addressee,
  correspondence: Correspondence,
): { readonly sent: readonly LetterRef[]; readonly servedAt?: Instant } {
  const [first] = items;
  const [finding] = first?.findings ?? [];
  const at = finding === undefined ? undefined : servedAt(recipient.id, finding, correspondence);
  if (at === undefined) return { sent: [] };
  const letter = correspondence.of(recipient.id).find((one) => one.at === at && one.letter !== undefined)?.letter;
  return { servedAt: at, sent: letter === undefined ? [] : [{ letter, at }] };
}

function purposeOf(items: readonly Item[]): Purpose {
  const onlyKept = items.every(({ findings }) =>
    findings.every(({ requirement: { clause } }) => clause.relief === 'attested'),
  );
  return onlyKept ? 'preserve' : 'execute';
}
