// The ends that come by themselves: an order's expiry, as later orders may have extended it, and the end of the seal. An
// expiry is never rolled to another day: who trusts a day too many acts without an order. It says so where a court is closed.
import type { Case, Court } from '../model/case/case.ts';
import type { Order, OrderKind } from '../model/case/order.ts';
import { endsOf, enteredBy, type OrderEnd } from '../model/case/order-ends.ts';
import { type Instant, instantAt, millisecondsOf } from '../model/instant.ts';
import type { Expiry } from '../model/judged/deadline.ts';
import { byCodeUnit } from '../model/name.ts';
import { calendarOf } from './court-day.ts';
import { daysBetween, fullDateWords } from './local-date.ts';
import { localTime } from './zone.ts';

export const ORDER_TITLES: Readonly<Record<OrderKind, string>> = {
  'temporary-restraining-order': 'temporary restraining order',
  'preliminary-injunction': 'preliminary injunction',
  'permanent-injunction': 'permanent injunction',
  'seizure-warrant': 'seizure warrant',
  'amended-order': 'amended order',
  'supplemental-order': 'supplemental order',
};

/** Soonest first. Orders that were entered after `asOf` do not exist yet; ends that have passed are still listed. */
export function expiriesOf(theCase: Case, asOf: Instant): readonly Expiry[] {
  const orders = enteredBy(theCase.orders, asOf);
  const ends = endsOf(orders);
  const found = orders.flatMap((order) => orderExpiry(order, ends.get(order.id) ?? {}, theCase.court));
  if (theCase.seal !== undefined) found.push({ what: 'seal', at: theCase.seal.until });
  return found.sort((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at) || byCodeUnit(a.what, b.what));
}

function orderExpiry(order: Order, { at, extendedBy }: OrderEnd, court: Court): Expiry[] {
  if (at === undefined) return [];
  const what = `${ORDER_TITLES[order.kind]} (${order.id})`;
  const arithmetic =
    extendedBy === undefined ? daysAfterEntry(order.entered, at, court) : `extended by order ${extendedBy}`;
  return [{ what, at, ...(arithmetic === undefined ? {} : { arithmetic }) }];
}

/** Only for an expiry that is whole days after entry: at the same time of day, or at the end of that day. */
function daysAfterEntry(entered: Instant, expires: Instant, court: Court): string | undefined {
  const { timeZone } = court;
  const start = localTime(entered, timeZone);
  const end = localTime(expires, timeZone);
  const lastMoment = localTime(instantAt(millisecondsOf(expires) - 1000), timeZone);
  const atMidnight = end.time === '00:00:00';
  if (end.time !== start.time && !atMidnight && !end.time.startsWith('23:59')) return undefined;
  const last = atMidnight && start.time !== end.time ? lastMoment.date : end.date;
  const days = daysBetween(start.date, last);
  if (days <= 0) return undefined;
  const closed = calendarOf(court).closedBecause(last);
  return `${days} days after entry ${fullDateWords(start.date)}${closed === undefined ? '' : `: ${closed}, and not moved`}`;
}
