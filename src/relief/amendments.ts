// What the orders entered by an instant make of each other: later ones release, replace and add (never edit). Which
// schedules each paragraph covers then, and which orders still bind; when an order ends stands in model/case/order-ends.ts.
import type { Case } from '../model/case/case.ts';
import type { Order, Paragraph, ParagraphRef } from '../model/case/order.ts';
import { endsOf, enteredBy } from '../model/case/order-ends.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Name } from '../model/name.ts';

export interface OrderAt {
  readonly order: Order;
  /** Its place among the orders by entry, from 0. */
  readonly rank: number;
  /** Extensions counted; absent: until a further order. */
  readonly expires?: Instant;
  readonly inForce: boolean;
}

/** A paragraph over a schedule, because of the order that put them together. */
export interface Attachment {
  readonly paragraph: ParagraphAt;
  readonly schedule: string;
  /** Rank and entry of the order that attached the schedule: the paragraph's own, or a later one that added it. */
  readonly rank: number;
  readonly entered: Instant;
}

export interface ParagraphAt {
  readonly ref: ParagraphRef;
  readonly owner: OrderAt;
  readonly paragraph: Paragraph;
  readonly replacedBy?: ParagraphRef;
}

export interface AmendedOrders {
  /** Entered by the instant, in order of entry. */
  readonly orders: readonly OrderAt[];
  /** Entered later: they do not exist yet. */
  readonly notYet: readonly Order[];
  readonly paragraphs: readonly ParagraphAt[];
  /** None of a replaced paragraph. */
  readonly attachments: readonly Attachment[];
  /** Rank of the latest order that released the name. */
  readonly releases: ReadonlyMap<Name, number>;
}

export function amendedOrders(theCase: Case, asOf: Instant): AmendedOrders {
  const entered = enteredBy(theCase.orders, asOf);
  const ends = endsOf(entered);
  const orders = entered.map((order, rank): OrderAt => {
    const expires = ends.get(order.id)?.at;
    const inForce = expires === undefined || isBefore(asOf, expires);
    return { order, rank, inForce, ...(expires === undefined ? {} : { expires }) };
  });
  const paragraphs = paragraphsOf(orders);
  return {
    orders,
    notYet: theCase.orders.filter((order) => isBefore(asOf, order.entered)),
    paragraphs,
    attachments: attachmentsOf(orders, paragraphs),
    releases: releasesOf(orders),
  };
}

function paragraphsOf(orders: readonly OrderAt[]): readonly ParagraphAt[] {
  const replaced = new Map<ParagraphRef, ParagraphRef>();
  for (const { order } of orders) {
    for (const change of order.changes) {
      if (change.change === 'replaces') replaced.set(change.paragraph, wholeRef(order, change.by));
    }
  }
  return orders.flatMap((owner) =>
    owner.order.paragraphs.map((paragraph): ParagraphAt => {
      const ref: ParagraphRef = `${owner.order.id}/${paragraph.number}`;
      const replacedBy = replaced.get(ref);
      return { ref, owner, paragraph, ...(replacedBy === undefined || replacedBy === ref ? {} : { replacedBy }) };
    }),
  );
}

/** `replaces … by: "1(b)"` names a paragraph of its own order, with or without the order's id. */
function wholeRef(order: Order, by: string): ParagraphRef {
  return by.startsWith(`${order.id}/`) ? `${order.id}/${by.slice(order.id.length + 1)}` : `${order.id}/${by}`;
}

function attachmentsOf(orders: readonly OrderAt[], paragraphs: readonly ParagraphAt[]): readonly Attachment[] {
  const byRef = new Map(paragraphs.map((paragraph) => [paragraph.ref, paragraph]));
  const attachments: Attachment[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.replacedBy !== undefined) continue;
    const { rank, order } = paragraph.owner;
    for (const schedule of paragraph.paragraph.appliesTo) {
      attachments.push({ paragraph, schedule, rank, entered: order.entered });
    }
  }
  for (const { order, rank } of orders) {
    for (const change of order.changes) {
      if (change.change !== 'adds') continue;
      for (const ref of change.to) {
        const paragraph = standingFor(ref, byRef);
        if (paragraph === undefined) continue;
        attachments.push({ paragraph, schedule: change.schedule, rank, entered: order.entered });
      }
    }
  }
  return attachments;
}

/** The paragraph itself, or the one that stands in its place: what is added to a replaced one must not get lost. */
function standingFor(ref: ParagraphRef, byRef: ReadonlyMap<ParagraphRef, ParagraphAt>): ParagraphAt | undefined {
  let paragraph = byRef.get(ref);
  for (let step = 0; step < byRef.size && paragraph?.replacedBy !== undefined; step += 1) {
    paragraph = byRef.get(paragraph.replacedBy) ?? paragraph;
  }
  return paragraph;
}

function releasesOf(orders: readonly OrderAt[]): ReadonlyMap<Name, number> {
  const releases = new Map<Name, number>();
  for (const { order, rank } of orders) {
    for (const change of order.changes) {
      if (change.change !== 'releases') continue;
      for (const name of change.names) releases.set(name, rank);
    }
  }
  return releases;
}
