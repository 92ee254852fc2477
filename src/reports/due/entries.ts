// What is due and what ends, as one list: deadlines, ends of orders and of the seal, ends of registrations. The screen, the
// calendar file and the document for scripts all show this list.
import { localTime } from '../../calendar/zone.ts';
import { type Instant, isBefore, type LocalDate, millisecondsOf } from '../../model/instant.ts';
import type { Deadline, DueItem, Expiry } from '../../model/judged/deadline.ts';
import type { NextStep } from '../../model/letter/letter.ts';
import { byCodeUnit, type Name } from '../../model/name.ts';
import type { WholeReport } from '../report.ts';

export interface DueReport extends WholeReport {
  /** Steps of the ladder for what is late; absent: not looked for, or what went out is not known. */
  readonly steps?: readonly NextStep[];
}

export type DueWord = 'overdue' | 'due' | 'done' | 'unknown' | 'ends' | 'ended';

interface Common {
  readonly at: Instant;
  readonly report: DueReport;
  readonly word: DueWord;
}

interface DeadlineEntry extends Common {
  readonly kind: 'deadline';
  readonly item: DueItem;
  readonly deadline: Deadline;
  /** For what is overdue. */
  readonly steps: readonly NextStep[];
}

interface ExpiryEntry extends Common {
  readonly kind: 'expiry';
  readonly expiry: Expiry;
}

/** Registrations that end on one day of the court, within the watch over them. */
interface RegistrationsEntry extends Common {
  readonly kind: 'registrations';
  readonly day: LocalDate;
  readonly names: readonly Name[];
}

export type DueEntry = DeadlineEntry | ExpiryEntry | RegistrationsEntry;

/** Soonest first; what is due at one instant by the names that people read, and then by the case. */
export function dueEntries(reports: readonly DueReport[]): readonly DueEntry[] {
  return reports.flatMap(entriesOf).sort(nextFirst);
}

function entriesOf(report: DueReport): readonly DueEntry[] {
  const due = report.progress.due.flatMap((item) => deadlineEntry(item, report));
  const ends = report.progress.expiries.map((expiry) => expiryEntry(expiry, report));
  return [...due, ...ends, ...registrationEnds(report)];
}

function deadlineEntry(item: DueItem, report: DueReport): readonly DeadlineEntry[] {
  const { deadline, order, paragraph, recipient } = item;
  if (deadline === undefined) return [];
  const word = wordOf(item, deadline, report.progress.asOf);
  const all = word === 'overdue' ? (report.steps ?? []) : [];
  const steps = all.filter(
    (step) => step.recipient.id === recipient && step.paragraphs.includes(`${order}/${paragraph}`),
  );
  return [{ kind: 'deadline', at: deadline.due, report, word, item, deadline, steps }];
}

function wordOf(item: DueItem, deadline: Deadline, asOf: Instant): DueWord {
  if (item.open === 0) return 'done';
  if (isOverdue(item, asOf)) return 'overdue';
  return isBefore(deadline.due, asOf) ? 'unknown' : 'due';
}

/** The time is over, and something is known to be undone. */
export function isOverdue({ open, unknown = 0, deadline }: DueItem, asOf: Instant): boolean {
  return open > unknown && deadline !== undefined && isBefore(deadline.due, asOf);
}

function expiryEntry(expiry: Expiry, report: DueReport): ExpiryEntry {
  return { kind: 'expiry', at: expiry.at, report, word: endWord(expiry.at, report), expiry };
}

export function registrationEnds(report: DueReport): readonly RegistrationsEntry[] {
  const { theCase, progress } = report;
  const days = new Map<LocalDate, { at: Instant; readonly names: Name[] }>();
  for (const { name, expires, expiring, released } of progress.names) {
    if (expires === undefined || !expiring || released) continue;
    const day = localTime(expires, theCase.court.timeZone).date;
    const known = days.get(day) ?? { at: expires, names: [] };
    days.set(day, known);
    if (isBefore(expires, known.at)) known.at = expires;
    known.names.push(name);
  }
  return [...days].map(([day, { at, names }]) => ({
    kind: 'registrations',
    at,
    report,
    word: endWord(at, report),
    day,
    names,
  }));
}

function endWord(at: Instant, { progress }: DueReport): 'ends' | 'ended' {
  return isBefore(at, progress.asOf) ? 'ended' : 'ends';
}

function nextFirst(a: DueEntry, b: DueEntry): number {
  if (a.at !== b.at) return millisecondsOf(a.at) - millisecondsOf(b.at);
  const [left, right] = [placeOf(a), placeOf(b)];
  for (let at = 0; at < left.length; at += 1) {
    const way = byCodeUnit(left[at] ?? '', right[at] ?? '');
    if (way !== 0) return way;
  }
  return 0;
}

/** Upper and lower case stand together. */
export function alphabetic(text: string): string {
  return text.toLowerCase();
}

function placeOf(entry: DueEntry): readonly string[] {
  const { id } = entry.report.theCase;
  switch (entry.kind) {
    case 'deadline':
      return [alphabetic(entry.item.recipientName), id, entry.item.order, entry.item.paragraph];
    case 'expiry':
      return [entry.expiry.what, id];
    case 'registrations':
      return ['registrations', id];
  }
}
