// The work list by recipient: for each paragraph with a deadline rule, how many of its names are still open.

import type { Recipient } from '../model/case/party.ts';
import { isBefore, millisecondsOf } from '../model/instant.ts';
import type { Deadline, DueItem } from '../model/judged/deadline.ts';
import type { Finding } from '../model/judged/finding.ts';
import { byCodeUnit } from '../model/name.ts';
import type { Directed } from './deadlines.ts';

export interface DueList {
  /** Once a name: its findings, and whom each finding's clause directs, in step. */
  add(findings: readonly Finding[], directed: readonly (readonly Directed[])[]): void;
  /** What another list has counted of other names. */
  absorb(counted: DueCounted): void;
  counted(): DueCounted;
  /** Next first; periods that do not run yet at the end. */
  items(): readonly DueItem[];
}

/** Plain data: it may come from another thread. */
export type DueCounted = readonly Readonly<Tally>[];

interface Tally {
  readonly recipient: Recipient;
  readonly order: string;
  readonly paragraph: string;
  deadline: Deadline | undefined;
  open: number;
  /** Of the open ones. */
  unknown: number;
  names: number;
}

export function makeDueList(): DueList {
  const tallies = new Map<string, Tally>();
  return {
    add(findings, directed) {
      for (const [one, open] of openByDirected(findings, directed)) {
        if (one.recipient === undefined) continue;
        const tally = tallyOf(tallies, one, one.recipient);
        tally.names += 1;
        if (open !== 'no') tally.open += 1;
        if (open === 'unknown') tally.unknown += 1;
        tally.deadline = earlier(tally.deadline, one.deadline);
      }
    },
    absorb(counted) {
      for (const { recipient, deadline, open, unknown, names, ...paragraph } of counted) {
        const tally = tallyOf(tallies, paragraph, recipient);
        tally.names += names;
        tally.open += open;
        tally.unknown += unknown;
        tally.deadline = earlier(tally.deadline, deadline);
      }
    },
    counted: () => [...tallies.values()],
    items: () => [...tallies.values()].map(itemOf).sort(nextFirst),
  };
}

type Open = 'no' | 'unknown' | 'yes';

/** A paragraph is open for a name as long as one of its requirements is not met: unknown is open too, and told apart. */
function openByDirected(
  findings: readonly Finding[],
  directed: readonly (readonly Directed[])[],
): ReadonlyMap<Directed, Open> {
  const open = new Map<Directed, Open>();
  for (let at = 0; at < findings.length; at += 1) {
    const now = openBy(findings[at]);
    for (const one of directed[at] ?? []) open.set(one, worse(open.get(one) ?? 'no', now));
  }
  return open;
}

function openBy(finding: Finding | undefined): Open {
  if (finding?.verdict === 'met') return 'no';
  return finding?.verdict === 'unmet' ? 'yes' : 'unknown';
}

function worse(a: Open, b: Open): Open {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'unknown' ? a : b;
}

type Paragraph = Pick<Directed, 'order' | 'paragraph'>;

function tallyOf(tallies: Map<string, Tally>, { order, paragraph }: Paragraph, recipient: Recipient): Tally {
  const key = `${recipient.id} ${order}/${paragraph}`;
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const made = { recipient, order, paragraph, deadline: undefined, open: 0, unknown: 0, names: 0 };
  tallies.set(key, made);
  return made;
}

/** Of two that end at one instant always the same one, in whatever order the names came. */
function earlier(a: Deadline | undefined, b: Deadline | undefined): Deadline | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  if (isBefore(b.due, a.due)) return b;
  return isBefore(a.due, b.due) || a.arithmetic <= b.arithmetic ? a : b;
}

function itemOf({ recipient, order, paragraph, deadline, open, unknown, names }: Tally): DueItem {
  return {
    recipient: recipient.id,
    recipientName: recipient.name,
    reach: recipient.reach,
    order,
    paragraph,
    open,
    names,
    ...(unknown === 0 ? {} : { unknown }),
    ...(deadline === undefined ? {} : { deadline }),
  };
}

function nextFirst(a: DueItem, b: DueItem): number {
  const left = a.deadline === undefined ? Number.MAX_SAFE_INTEGER : millisecondsOf(a.deadline.due);
  const right = b.deadline === undefined ? Number.MAX_SAFE_INTEGER : millisecondsOf(b.deadline.due);
  return (
    left - right ||
    byCodeUnit(a.recipient, b.recipient) ||
    byCodeUnit(a.order, b.order) ||
    byCodeUnit(a.paragraph, b.paragraph)
  );
}
