// Which orders exist at an instant, and when each of them ends, as later orders may have extended it (Fed. R. Civ. P.
// 65(b)(2)). What an order covers and says stands in relief; how an end is counted and shown, in calendar.
import { type Instant, isBefore, millisecondsOf } from '../instant.ts';
import type { Order } from './order.ts';

/** Entered by the instant, in order of entry. One that was entered later does not exist yet. */
export function enteredBy(orders: readonly Order[], asOf: Instant): readonly Order[] {
  return orders
    .filter((order) => !isBefore(asOf, order.entered))
    .sort((a, b) => millisecondsOf(a.entered) - millisecondsOf(b.entered));
}

export interface OrderEnd {
  /** Absent: until a further order. */
  readonly at?: Instant;
  /** The order that put the end there, where it is not the order's own. */
  readonly extendedBy?: string;
}

/** By order; the extension that was entered last decides. `entered` as from `enteredBy`. */
export function endsOf(entered: readonly Order[]): ReadonlyMap<string, OrderEnd> {
  const ends = new Map<string, OrderEnd>();
  for (const { id, expires } of entered) ends.set(id, expires === undefined ? {} : { at: expires });
  for (const { id, changes } of entered) {
    for (const change of changes) {
      if (change.change !== 'extends' || !ends.has(change.order)) continue;
      ends.set(change.order, { extendedBy: id, ...(change.until === 'further-order' ? {} : { at: change.until }) });
    }
  }
  return ends;
}
