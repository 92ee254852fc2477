// Which clauses bind a name: those of the paragraphs over its schedules that are in force, or, where every order over it
// has ended, those of the last one, so that nobody's names vanish from the counts. Names by the hundred thousand share
// one coverage.
import type { Case } from '../model/case/case.ts';
import type { Action } from '../model/case/order.ts';
import { millisecondsOf } from '../model/instant.ts';
import type { Clause } from '../model/judged/requirement.ts';
import type { AmendedOrders, Attachment, ParagraphAt } from './amendments.ts';
import { reliefOf } from './index.ts';

export interface Coverage {
  readonly clauses: readonly Clause[];
  /** The latest order's that covers the name; without any, the first order's. */
  readonly action: Action;
  readonly released: boolean;
  /** Every order over the name has ended; the clauses are those of the last one. */
  readonly lapsed: boolean;
  /** Clauses that make no sense for it: relief on registrations, for a host name under somebody else's. */
  readonly inapplicable: readonly Clause[];
}

/** What decides a coverage: names that agree in it share one. */
export interface Membership {
  readonly schedules: readonly string[];
  /** Rank of the order that released the name; -1 where none did. */
  readonly releasedBy: number;
  readonly hostName: boolean;
}

export function makeCoverage(theCase: Case, amended: AmendedOrders): (membership: Membership) => Coverage {
  const clausesOf = clauseMaker(theCase);
  const fallback = theCase.orders[0]?.action ?? 'transfer';
  return (membership) => {
    const bound = attachmentsOf(membership, amended.attachments);
    const inForce = bound.filter(({ paragraph }) => paragraph.owner.inForce);
    const used = inForce.length > 0 ? inForce : lastToEnd(bound);
    const clauses = used.flatMap(clausesOf);
    const latest = used.reduce<ParagraphAt | undefined>(later, undefined);
    return {
      clauses: clauses.filter((clause) => applies(clause, membership)),
      inapplicable: clauses.filter((clause) => !applies(clause, membership)),
      action: latest?.owner.order.action ?? fallback,
      released: membership.releasedBy >= 0 && bound.length === 0,
      lapsed: used.length > 0 && inForce.length === 0,
    };
  };
}

/** Each paragraph once, by its earliest attachment; none that the release came after. */
function attachmentsOf(membership: Membership, all: readonly Attachment[]): readonly Attachment[] {
  const seen = new Set<ParagraphAt>();
  return all.filter((attachment) => {
    const covers = membership.schedules.includes(attachment.schedule) && attachment.rank > membership.releasedBy;
    if (!covers || seen.has(attachment.paragraph)) return false;
    seen.add(attachment.paragraph);
    return true;
  });
}

function lastToEnd(attachments: readonly Attachment[]): readonly Attachment[] {
  const last = Math.max(...attachments.map(endOf));
  return attachments.filter((attachment) => endOf(attachment) === last);
}

function endOf({ paragraph }: Attachment): number {
  const { expires } = paragraph.owner;
  return expires === undefined ? Number.POSITIVE_INFINITY : millisecondsOf(expires);
}

function later(latest: ParagraphAt | undefined, { paragraph }: Attachment): ParagraphAt {
  return latest === undefined || paragraph.owner.rank > latest.owner.rank ? paragraph : latest;
}

function applies(clause: Clause, membership: Membership): boolean {
  return !membership.hostName || reliefOf(clause.relief)?.appliesTo === 'any-name';
}

/** Makes the clauses of a paragraph once; a schedule that was added later has clauses of its own entry, for deadlines. */
function clauseMaker(theCase: Case): (attachment: Attachment) => readonly Clause[] {
  const made = new Map<ParagraphAt, readonly Clause[]>();
  const dated = new Map<string, readonly Clause[]>();
  return ({ paragraph, entered }) => {
    const own = made.get(paragraph) ?? compileParagraph(theCase, paragraph);
    made.set(paragraph, own);
    if (entered === paragraph.owner.order.entered) return own;
    const key = `${paragraph.ref} ${entered}`;
    const later = dated.get(key) ?? own.map((clause) => ({ ...clause, entered }));
    dated.set(key, later);
    return later;
  };
}

function compileParagraph(theCase: Case, { ref, owner, paragraph }: ParagraphAt): readonly Clause[] {
  const counts = new Map<string, number>();
  const place = owner.expires === undefined ? { paragraph: ref } : { paragraph: ref, until: owner.expires };
  return paragraph.relief.map(({ kind, terms }): Clause => {
    const relief = reliefOf(kind);
    if (relief === undefined) throw new Error(`an unchecked case: no relief of kind "${kind}"`);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return {
      id: count === 1 ? `${ref}/${kind}` : `${ref}/${kind}-${count}`,
      order: owner.order.id,
      paragraph: paragraph.number,
      relief: kind,
      action: owner.order.action,
      directedTo: paragraph.directedTo,
      entered: owner.order.entered,
      expected: relief.require(terms, theCase, place),
      ...(paragraph.due === undefined ? {} : { due: paragraph.due }),
    };
  });
}
