// No letter cites an order that is not in force: one that ended, one that is yet to be entered, a paragraph that a later order
// has replaced. Asked when a letter is planned and again before it is sent.
import { fullDateWords } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/zone.ts';
import type { Case } from '../../model/case/case.ts';
import type { Instant } from '../../model/instant.ts';
import type { Refusal } from '../../model/letter/letter.ts';
import { amendedOrders } from '../../relief/amendments.ts';
import type { Draft } from '../plan/planned.ts';
import { refuse } from './refusals.ts';

/** Every paragraph that is cited, as the orders stood at an instant. A release lifts what was in force once. */
export function orderRefusals(
  { clauses, purpose }: Pick<Draft, 'clauses' | 'purpose'>,
  { theCase, asOf }: { readonly theCase: Case; readonly asOf: Instant },
): readonly Refusal[] {
  if (purpose === 'release') return [];
  const { paragraphs } = amendedOrders(theCase, asOf);
  const known = new Map(paragraphs.map((paragraph) => [paragraph.ref, paragraph]));
  const day = (at: Instant): string => {
    const { date, time, zone } = localTime(at, theCase.court.timeZone);
    return `${fullDateWords(date)} ${time.slice(0, 5)} ${zone}`;
  };
  const found = clauses.flatMap(({ ref, order }): readonly string[] => {
    const at = known.get(ref);
    if (at === undefined) {
      const entered = theCase.orders.find(({ id }) => id === order)?.entered;
      return [`order ${order} is entered only on ${entered === undefined ? 'a later day' : day(entered)}`];
    }
    if (at.replacedBy !== undefined) return [`paragraph ${ref} was replaced by ${at.replacedBy}`];
    const { inForce, expires } = at.owner;
    if (inForce) return [];
    return [`order ${order} ended on ${expires === undefined ? 'an earlier day' : day(expires)}`];
  });
  return [...new Set(found)].map((text) => refuse('order-not-in-force', text));
}
