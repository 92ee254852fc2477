// Which order let a name go: the last one entered that says so.
import type { Case } from '../model/case/case.ts';
import type { Order } from '../model/case/order.ts';
import { enteredBy } from '../model/case/order-ends.ts';
import type { Instant } from '../model/instant.ts';
import type { Name } from '../model/name.ts';

/** The order that released it last. */
export function releasedBy({ orders }: Pick<Case, 'orders'>, name: Name, asOf: Instant): Order | undefined {
  return enteredBy(orders, asOf).findLast(({ changes }) =>
    changes.some((change) => change.change === 'releases' && change.names.includes(name)),
  );
}
