// The orders that a letter rests on, and what goes along with it.
import { ORDER_TITLES } from '../../calendar/expiries.ts';
import type { Case } from '../../model/case/case.ts';
import type { Order } from '../../model/case/order.ts';
import { endsOf, enteredBy } from '../../model/case/order-ends.ts';
import type { Instant } from '../../model/instant.ts';
import type { PlannedLetter } from '../../model/letter/letter.ts';
import { enclosureNames } from '../../model/letter/letter-files.ts';
import { releasedBy } from '../../relief/released-by.ts';
import type { Enclosed, Template } from '../templates/template.ts';
import type { EnclosureValues, OrderValues } from './values.ts';

interface OrderContext {
  readonly theCase: Case;
  readonly asOf: Instant;
}

/** The orders of the clauses, those that put off their ends, and those that release names of the letter; oldest first. */
export function orderValuesOf(planned: PlannedLetter, { theCase, asOf }: OrderContext): readonly OrderValues[] {
  const entered = enteredBy(theCase.orders, asOf);
  const ends = endsOf(entered);
  const wanted = new Set(planned.clauses.map(({ order }) => order));
  for (const id of [...wanted]) {
    const by = ends.get(id)?.extendedBy;
    if (by !== undefined) wanted.add(by);
  }
  if (planned.purpose === 'release') {
    for (const { name } of planned.names) {
      const by = releasedBy(theCase, name, asOf);
      if (by !== undefined) wanted.add(by.id);
    }
  }
  return entered.filter(({ id }) => wanted.has(id)).map((order) => orderValues(order, ends.get(order.id)?.at));
}

function orderValues({ id, kind, docketEntry, entered, copy }: Order, until: Instant | undefined): OrderValues {
  return {
    id,
    title: ORDER_TITLES[kind],
    ...(docketEntry === undefined ? {} : { docket_entry: docketEntry }),
    entered,
    ...(until === undefined ? {} : { in_force_until: until }),
    ...(copy === undefined ? {} : { copy: { file: copy.file, pages: copy.pages, sha256: copy.sha256 } }),
  };
}

export function enclosuresOf(
  { encloses }: Pick<Template, 'encloses'>,
  orders: readonly OrderValues[],
): readonly EnclosureValues[] {
  const names = copyNames(orders);
  const what: Readonly<Record<Enclosed, readonly EnclosureValues[]>> = {
    orders: orders.flatMap(({ title, copy }) =>
      copy === undefined ? [] : [{ title: `copy of the ${title}`, ...copy, file: names.get(copy.file) ?? copy.file }],
    ),
    schedule: [{ title: 'names of this letter, for a machine', file: 'schedule.csv' }],
    confirmation: [
      { title: 'form to confirm on', file: 'confirmation.docx' },
      { title: 'form to confirm on', file: 'confirmation.pdf' },
    ],
  };
  return encloses.flatMap((one) => what[one]);
}

/** What the filed copies are called where they go along, by their names in the case folder. */
export function copyNames(orders: readonly OrderValues[]): ReadonlyMap<string, string> {
  return enclosureNames(orders.flatMap(({ copy }) => (copy === undefined ? [] : [copy.file])));
}
