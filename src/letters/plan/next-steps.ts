// Who is late with what, and the step of the ladder that follows: for each recipient the names that a fresh look shows
// undone after the deadline, together where they stand on the same step.
import { deadlineOf } from '../../calendar/deadlines.ts';
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import type { ParagraphRef } from '../../model/case/order.ts';
import type { Recipient } from '../../model/case/party.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { Deadline } from '../../model/judged/deadline.ts';
import type { DatedFinding, Progress } from '../../model/judged/progress.ts';
import type { IssuedLetter, NameSeen, NextStep, Purpose } from '../../model/letter/letter.ts';
import type { Name } from '../../model/name.ts';
import { type DeadlineBook, openDeadlines } from '../../progress/deadlines.ts';
import { openJournal } from '../../progress/journal.ts';
import { type Correspondence, correspondenceOf } from './correspondence.ts';
import { nextStepOf } from './ladder.ts';
import { type Addressee, addresseesOf, type Item, refOf } from './recipients.ts';

export interface StepsQuestion {
  readonly theCase: Case;
  readonly progress: Progress;
  readonly sights: ReadonlyMap<Name, NameSeen>;
  /** As it was read: corrections are followed here. */
  readonly journal: readonly JournalEntry[];
  readonly issued: readonly IssuedLetter[];
  readonly asOf: Instant;
  /** Entries that are still to come by the clock; absent: there are none. */
  readonly journalAhead?: readonly JournalEntry[];
  /** `asOf` is what the clock says, and was not chosen. */
  readonly byClock?: boolean;
  /** How a released name stood before its order was served; empty where nobody looked. Absent: not looked at here. */
  readonly before?: (name: Name) => readonly string[];
}

/** What stands in common behind every letter of a case at an instant. */
export interface Desk {
  readonly addressees: readonly Addressee[];
  readonly correspondence: Correspondence;
  /** The deadline of one recipient for one finding; absent while it does not run. */
  deadline(recipient: Recipient, item: Item, finding: DatedFinding): Deadline | undefined;
}

export function deskOf(question: StepsQuestion): Desk {
  const { theCase, journal, asOf } = question;
  const book = openDeadlines({ theCase, asOf, journal: openJournal(theCase, journal, asOf), deadlines: deadlineOf });
  return {
    addressees: addresseesOf(question),
    correspondence: correspondenceOf(question),
    deadline: (recipient, item, finding) => deadlineFor(book, { recipient, item, finding }),
  };
}

function deadlineFor(
  book: DeadlineBook,
  { recipient, item, finding }: { readonly recipient: Recipient; readonly item: Item; readonly finding: DatedFinding },
): Deadline | undefined {
  const { clause } = finding.requirement;
  const all = book.directed(clause, item.row.name, item.seen.registrar?.ianaId);
  // Where nobody is listed, periods that need no receipt run all the same.
  return all.find((one) => one.recipient === undefined || one.recipient.id === recipient.id)?.deadline;
}

/** Next first within a recipient; recipients as the names give them. Empty where nobody is late. */
export function nextStepsOf(question: StepsQuestion): readonly NextStep[] {
  return nextStepsAt(question, deskOf(question));
}

type Growing = Omit<NextStep, 'names' | 'paragraphs'> & { readonly names: Name[]; readonly paragraphs: ParagraphRef[] };

export function nextStepsAt(question: StepsQuestion, desk: Desk): readonly NextStep[] {
  const steps = new Map<string, Growing>();
  for (const { recipient, missing, items } of desk.addressees) {
    if (missing !== undefined) continue;
    for (const item of items) {
      const late = lateOf(recipient, item, { question, desk });
      if (late === undefined) continue;
      const key = `${recipient.id} ${late.step} ${late.from}`;
      const { names, paragraphs } = steps.get(key) ?? grow(steps, key, { recipient, ...late });
      names.push(item.row.name);
      for (const ref of late.refs) if (!paragraphs.includes(ref)) paragraphs.push(ref);
    }
  }
  return [...steps.values()];
}

function grow(steps: Map<string, Growing>, key: string, late: Late & { readonly recipient: Recipient }): Growing {
  const { recipient, step, from, because } = late;
  const made: Growing = { recipient, step, from, because, names: [], paragraphs: [] };
  steps.set(key, made);
  return made;
}

interface Late {
  readonly step: Purpose;
  readonly from: Instant;
  readonly because: string;
  readonly refs: readonly ParagraphRef[];
}

/** A finding that is known to be unmet although the recipient's own time for it is over. */
export function isLate(
  { recipient, item, finding }: { readonly recipient: Recipient; readonly item: Item; readonly finding: DatedFinding },
  { desk, asOf }: { readonly desk: Desk; readonly asOf: Instant },
): boolean {
  if (finding.verdict !== 'unmet') return false;
  const due = desk.deadline(recipient, item, finding)?.due;
  return due !== undefined && isBefore(due, asOf);
}

function lateOf(
  recipient: Recipient,
  item: Item,
  { question, desk }: { readonly question: StepsQuestion; readonly desk: Desk },
): Late | undefined {
  const { asOf, theCase } = question;
  const late = item.findings.filter((finding) => isLate({ recipient, item, finding }, { desk, asOf }));
  const deadline = earliest(late.flatMap((finding) => desk.deadline(recipient, item, finding)?.due ?? []));
  if (deadline === undefined) return undefined;
  const abouts = late.map(({ requirement: { name, clause } }) => ({
    name,
    paragraph: refOf(clause),
    entered: clause.entered,
  }));
  const refs = abouts.map(({ paragraph }) => paragraph);
  const { correspondence } = desk;
  const served = abouts.some((about) => correspondence.servedAt(recipient.id, about) !== undefined);
  if (!served) return { step: 'execute', from: deadline, because: 'nothing shows that the order was served', refs };
  const refusals = abouts.flatMap((about) => correspondence.refusedAt(recipient.id, about) ?? []);
  const refusedAt = refusals.at(-1);
  const next = nextStepOf({
    recipient,
    name: item.row.name,
    deadline,
    taken: stepsTaken(correspondence, recipient, item.row.name),
    ...(refusedAt === undefined ? {} : { refusedAt }),
    patienceHours: theCase.letters.patienceHours,
    timeZone: theCase.court.timeZone,
  });
  return next === undefined ? undefined : { ...next, refs };
}

/** The letter to the registry operator is the one step that goes to somebody else. */
function stepsTaken({ letters }: Correspondence, recipient: Recipient, name: Name): ReadonlyMap<Purpose, Instant> {
  const taken = new Map<Purpose, Instant>();
  for (const { letter, names, at } of letters) {
    const own = (letter.about ?? letter.recipient) === recipient.id;
    if (at !== undefined && own && names.has(name)) taken.set(letter.purpose, at);
  }
  return taken;
}

function earliest(all: readonly Instant[]): Instant | undefined {
  return all.reduce<Instant | undefined>(
    (first, at) => (first === undefined || isBefore(at, first) ? at : first),
    undefined,
  );
}
