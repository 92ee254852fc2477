// Rules: the instants of a case can have happened in the order in which they are written, and a restraining order lasts no
// longer than Fed. R. Civ. P. 65(b)(2) lets it.
import { daysBetween } from '../../calendar/local-date.ts';
import { isTimeZone, localTime } from '../../calendar/zone.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { Problem } from '../../model/problem.ts';
import { type Draft, type Located, ordersOf, paragraphsOf } from '../draft.ts';
import { expiryOf, sealEnd } from '../instants.ts';
import { problem } from '../problems.ts';
import type { OrderAsWritten } from '../schema/case.ts';
import type { Path } from '../yaml/tree.ts';

/** Fed. R. Civ. P. 65(b)(2); last verified 2026-11 as the design's legal notes state it. */
const LONGEST_RESTRAINT = 14;

export function timeZoneExists(draft: Draft): readonly Problem[] {
  const zone = draft.file.court['time-zone'];
  if (isTimeZone(zone)) return [];
  const place = draft.place(['court', 'time-zone']);
  return [problem('unknown-time-zone', `"${zone}" is not a time zone of the IANA list.`, { place })];
}

export function instantsCanHaveHappened(draft: Draft): readonly Problem[] {
  const zone = draft.file.court['time-zone'];
  if (!isTimeZone(zone)) return [];
  return [...ordersOf(draft).flatMap((order) => orderDates(draft, order)), ...dueDates(draft), ...sealDates(draft)];
}

function orderDates(draft: Draft, { value, path }: Located<OrderAsWritten>): readonly Problem[] {
  const { entered } = value;
  const ends = expiryOf(value, draft.file.court['time-zone']);
  const checks: readonly Moment[] = [
    ...(ends === undefined ? [] : [{ at: ends, what: `Order ${value.id} ends`, path: [...path, 'expires'] }]),
    ...value.extends.flatMap(({ until }, index) =>
      until === 'further-order'
        ? []
        : [{ at: until, what: `The extension by order ${value.id} ends`, path: [...path, 'extends', index, 'until'] }],
    ),
  ];
  return checks.flatMap((moment) => notAfter(draft, entered, moment));
}

function dueDates(draft: Draft): readonly Problem[] {
  return paragraphsOf(draft).flatMap(({ value, order, path }) => {
    if (value.due === undefined || !('by' in value.due)) return [];
    const what = `Paragraph ${value.number} is due`;
    return notAfter(draft, order.entered, { at: value.due.by, what, path: [...path, 'due', 'by'] });
  });
}

function sealDates(draft: Draft): readonly Problem[] {
  const end = sealEnd(draft.file);
  const first = draft.file.orders[0]?.entered;
  if (end === undefined || first === undefined) return [];
  return notAfter(draft, first, { at: end, what: 'The seal ends', path: ['seal', 'until'] });
}

interface Moment {
  readonly at: Instant;
  readonly what: string;
  readonly path: Path;
}

function notAfter(draft: Draft, entered: Instant, { at, what, path }: Moment): readonly Problem[] {
  if (isBefore(entered, at)) return [];
  const message = `${what} at ${at}, which is not after the entry of the order at ${entered}.`;
  return [problem('impossible-dates', message, { place: draft.place(path) })];
}

export function changesComeLater(draft: Draft): readonly Problem[] {
  const entered = new Map(draft.file.orders.map((order) => [order.id, order.entered]));
  return ordersOf(draft).flatMap(({ value, path }) =>
    changedOrders(value).flatMap(({ order, path: rest }) => {
      const earlier = entered.get(order);
      if (earlier === undefined || (order !== value.id && !isBefore(value.entered, earlier))) return [];
      const message = `Order ${value.id} of ${value.entered} changes order ${order} of ${earlier}.`;
      return [problem('change-before-order', message, { place: draft.place([...path, ...rest]) })];
    }),
  );
}

function changedOrders(order: OrderAsWritten): readonly { order: string; path: Path }[] {
  const of = (ref: string) => ref.slice(0, ref.indexOf('/'));
  return [
    ...order.adds.flatMap(({ to }, index) => to.map((ref) => ({ order: of(ref), path: ['adds', index, 'to'] }))),
    ...order.replaces.map(({ paragraph }, index) => ({ order: of(paragraph), path: ['replaces', index, 'paragraph'] })),
    ...order.extends.map((extension, index) => ({ order: extension.order, path: ['extends', index, 'order'] })),
  ];
}

export function restraintsAreShort(draft: Draft): readonly Problem[] {
  const zone = draft.file.court['time-zone'];
  if (!isTimeZone(zone)) return [];
  const extended = new Set(draft.file.orders.flatMap((order) => order.extends.map((extension) => extension.order)));
  return ordersOf(draft)
    .filter(({ value }) => value.kind === 'temporary-restraining-order' && !extended.has(value.id))
    .flatMap(({ value, path }) => {
      const ends = expiryOf(value, zone);
      if (ends === undefined) {
        const message = `Restraining order ${value.id} has no expiry.`;
        return [problem('no-expiry', message, { place: draft.place([...path, 'entered'], 'key') })];
      }
      const days = daysBetween(localTime(value.entered, zone).date, localTime(ends, zone).date);
      if (days <= LONGEST_RESTRAINT) return [];
      const message = `Restraining order ${value.id} lasts ${days} days, and no order extends it.`;
      return [problem('long-restraining-order', message, { place: draft.place([...path, 'expires']) })];
    });
}
