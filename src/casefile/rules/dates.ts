// Rules: the instants of a case can have happened in the order in which they are written, and a restraining order lasts no
// longer than Fed. R. Civ. P. 65(b)(2) lets it.
import { daysBetween } from '../../calendar/local-date.ts';
import { isTimeZone, localTime } from '../../calendar/zone.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { Problem } from '../../model/problem.ts';
import {
  called,
  type Draft,
  type Located,
  type OrderDraft,
  orderCalled,
  ordersOf,
  paragraphCalled,
  paragraphsOf,
} from '../draft.ts';
import { expiryOf, sealEnd } from '../instants.ts';
import { problem } from '../problems.ts';
import { ANY } from '../yaml/lost.ts';
import type { Path } from '../yaml/tree.ts';

/** Fed. R. Civ. P. 65(b)(2); last verified 2026-11 as the design's legal notes state it. */
const LONGEST_RESTRAINT = 14;

export function timeZoneExists({ file, place }: Draft): readonly Problem[] {
  const zone = file.court?.['time-zone'];
  if (zone === undefined || isTimeZone(zone)) return [];
  const message = `"${zone}" is not a time zone of the IANA list.`;
  return [problem('unknown-time-zone', message, { place: place(['court', 'time-zone']) })];
}

/** What needs no zone is told without one. */
function zoneOf({ file }: Draft): string | undefined {
  const zone = file.court?.['time-zone'];
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
}

export function instantsCanHaveHappened(draft: Draft): readonly Problem[] {
  return [...ordersOf(draft).flatMap((order) => orderDates(draft, order)), ...dueDates(draft), ...sealDates(draft)];
}

function orderDates(draft: Draft, { value, path }: Located<OrderDraft>): readonly Problem[] {
  const ends = expiryOf(value, zoneOf(draft));
  const extensions = value.extends.flatMap(({ until }, index) => {
    if (until === undefined || until === 'further-order') return [];
    const what = `The extension by ${called(value)} ends`;
    return [{ at: until, what, path: [...path, 'extends', index, 'until'] }];
  });
  const checks: readonly Moment[] = [
    ...(ends === undefined ? [] : [{ at: ends, what: `${orderCalled(value)} ends`, path: [...path, 'expires'] }]),
    ...extensions,
  ];
  return checks.flatMap((moment) => notAfter(draft, value.entered, moment));
}

function dueDates(draft: Draft): readonly Problem[] {
  return paragraphsOf(draft).flatMap(({ value, order, path }) => {
    const by = value.due !== undefined && 'by' in value.due ? value.due.by : undefined;
    if (by === undefined) return [];
    const what = `${paragraphCalled(value)} is due`;
    return notAfter(draft, order.entered, { at: by, what, path: [...path, 'due', 'by'] });
  });
}

function sealDates(draft: Draft): readonly Problem[] {
  const end = sealEnd(draft.file, zoneOf(draft));
  // The first of the file, and not of what is left of it.
  const first = draft.there(['orders', ANY]) ? draft.file.orders[0]?.entered : undefined;
  return end === undefined ? [] : notAfter(draft, first, { at: end, what: 'The seal ends', path: ['seal', 'until'] });
}

interface Moment {
  readonly at: Instant;
  readonly what: string;
  readonly path: Path;
}

function notAfter(draft: Draft, entered: Instant | undefined, { at, what, path }: Moment): readonly Problem[] {
  if (entered === undefined || isBefore(entered, at)) return [];
  const message = `${what} at ${at}, which is not after the entry of the order at ${entered}.`;
  return [problem('impossible-dates', message, { place: draft.place(path) })];
}

export function changesComeLater(draft: Draft): readonly Problem[] {
  const entered = new Map(draft.file.orders.flatMap(({ id, entered: at }) => (id && at ? [[id, at] as const] : [])));
  return ordersOf(draft).flatMap(({ value, path }) =>
    changedOrders(value).flatMap(({ order, path: rest }) => {
      const earlier = entered.get(order);
      if (earlier === undefined || value.entered === undefined) return [];
      if (order !== value.id && !isBefore(value.entered, earlier)) return [];
      const message = `${orderCalled(value)} of ${value.entered} changes order ${order} of ${earlier}.`;
      return [problem('change-before-order', message, { place: draft.place([...path, ...rest]) })];
    }),
  );
}

function changedOrders(order: OrderDraft): readonly { readonly order: string; readonly path: Path }[] {
  const inOrder = (ref: string | undefined, path: Path) =>
    ref === undefined ? [] : [{ order: ref.split('/', 1)[0] ?? ref, path }];
  return [
    ...order.adds.flatMap(({ to }, index) => to.flatMap((ref) => inOrder(ref, ['adds', index, 'to']))),
    ...order.replaces.flatMap(({ paragraph }, index) => inOrder(paragraph, ['replaces', index, 'paragraph'])),
    ...order.extends.flatMap((extension, index) => inOrder(extension.order, ['extends', index, 'order'])),
  ];
}

export function restraintsAreShort(draft: Draft): readonly Problem[] {
  // One that could not be read might extend any.
  if (!draft.whole(['orders', ANY, 'extends', ANY, 'order'])) return [];
  const extended = new Set(draft.file.orders.flatMap((order) => order.extends.map((extension) => extension.order)));
  const isExtended = (id: string | undefined) => (id === undefined ? extended.size > 0 : extended.has(id));
  return ordersOf(draft)
    .filter(({ value }) => value.kind === 'temporary-restraining-order' && !isExtended(value.id))
    .flatMap(({ value, path }) => {
      if (value.expires === undefined) {
        if (!draft.whole([...path, 'expires'])) return [];
        const message = `${restraint(value)} has no expiry.`;
        return [problem('no-expiry', message, { place: draft.place([...path, 'entered'], 'key') })];
      }
      const days = daysOf(value, zoneOf(draft));
      if (days === undefined || days <= LONGEST_RESTRAINT) return [];
      const message = `${restraint(value)} lasts ${days} days, and no order extends it.`;
      return [problem('long-restraining-order', message, { place: draft.place([...path, 'expires']) })];
    });
}

/** Days that are counted from entry are as many in every zone. */
function daysOf({ entered, expires }: OrderDraft, zone: string | undefined): number | undefined {
  if (typeof expires === 'object') return expires.after;
  if (entered === undefined || expires === undefined || zone === undefined) return undefined;
  return daysBetween(localTime(entered, zone).date, localTime(expires, zone).date);
}

function restraint({ id }: OrderDraft): string {
  return id === undefined ? 'This restraining order' : `Restraining order ${id}`;
}
