// The filed copies of orders that go along with a letter, under the names by which its enclosures speak of them.
import type { LetterOctets } from '../../casefile/issued-letter.ts';
import type { Template } from '../../letters/templates/template.ts';
import { copyNames } from '../../letters/values/order-values.ts';
import type { LetterValues } from '../../letters/values/values.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { readOrderCopy } from '../../store/case/order-copies.ts';
import type { LetterView } from './planning.ts';

interface Enclosing {
  readonly template: Pick<Template, 'encloses'>;
  readonly view: Pick<LetterView, 'theCase' | 'paths'>;
}

/** Compared with the case once more as they are read: what goes along is what the letter says goes along. */
export function copiesAlong({ orders }: LetterValues, { template, view }: Enclosing): readonly LetterOctets[] {
  if (!template.encloses.includes('orders')) return [];
  const names = copyNames(orders);
  return orders.flatMap(({ id, copy: said }) => {
    const copy = view.theCase.orders.find((order) => order.id === id)?.copy;
    const file = names.get(said?.file ?? '');
    if (copy === undefined || file === undefined) return [];
    const reading = readOrderCopy(view.paths, copy);
    if (reading.ok) return [{ file, octets: reading.octets }];
    throw new TakedownError('guard', {
      code: 'order-copy-differs',
      message: `The copy of order ${id}, ${copy.file}, is not the file that the case states, or is not there.`,
      hint: 'Compare it with the filed order, and correct the file or its SHA-256 in case.yaml.',
    });
  });
}
