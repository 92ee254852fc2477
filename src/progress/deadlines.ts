// Which deadline runs for which name: each directed recipient has its own, from its own receipt. The counting itself is
// the calendar's. Names by the hundred thousand share a handful of deadlines, so each is counted once.
import type { DeadlineQuestion } from '../calendar/deadlines.ts';
import type { Case } from '../model/case/case.ts';
import type { JournalEntry } from '../model/case/journal.ts';
import type { Recipient } from '../model/case/party.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Deadline } from '../model/judged/deadline.ts';
import type { Clause } from '../model/judged/requirement.ts';
import type { Name } from '../model/name.ts';
import { within } from '../model/within.ts';
import { type Cast, recipientFinder } from './directed-recipients.ts';
import type { JournalBook } from './journal.ts';

export type DeadlineCalculator = (question: DeadlineQuestion) => Deadline | undefined;

/** A recipient whom a paragraph directs, and the deadline that runs for it. */
export interface Directed {
  readonly order: string;
  readonly paragraph: string;
  /** Absent: no such recipient is listed; only periods that need no receipt run then. */
  readonly recipient?: Recipient;
  readonly deadline?: Deadline;
  readonly passed: boolean;
}

export interface DeadlineBook {
  /** One for each role that the clause directs and somebody is known for; empty for a clause without a deadline rule. */
  directed(clause: Clause, name: Name, registrar: number | undefined): readonly Directed[];
  /** The same of all clauses of a name, in step with them: one list for all names that share the clauses and the recipients. */
  ofAll(clauses: readonly Clause[], name: Name, registrar: number | undefined): AllDirected;
}

/** In step with the clauses. */
interface AllDirected {
  readonly directed: readonly (readonly Directed[])[];
  /** The first deadline of each that ends. */
  readonly earliest: readonly (Deadline | undefined)[];
}

interface DeadlineBookNeeds {
  readonly theCase: Case;
  readonly journal: JournalBook;
  readonly asOf: Instant;
  readonly deadlines: DeadlineCalculator;
}

export function openDeadlines(needs: DeadlineBookNeeds): DeadlineBook {
  const whom = recipientFinder(needs.theCase);
  const shared = sharedByParagraph();
  const special = namesWithStartsOfTheirOwn(needs.journal.entries);
  const make = (clause: Clause, recipients: readonly Recipient[], name: Name): readonly Directed[] =>
    (recipients.length === 0 ? UNLISTED : recipients).map((recipient) => count({ clause, recipient, name }, needs));
  const directed: DeadlineBook['directed'] = (clause, name, registrar) => {
    if (clause.due === undefined) return NOBODY;
    const recipients = whom.all(clause.directedTo, name, registrar);
    if (special.has(name)) return make(clause, recipients, name);
    const made = shared(clause);
    const known = made.get(recipients) ?? make(clause, recipients, name);
    made.set(recipients, known);
    return known;
  };
  const ofEach: DeadlineBook['ofAll'] = (clauses, name, registrar) => {
    const all = clauses.map((clause) => directed(clause, name, registrar));
    return { directed: all, earliest: all.map(earliestOf) };
  };
  const byCast = new Map<Cast, Map<readonly Clause[], AllDirected>>();
  return {
    directed,
    ofAll(clauses, name, registrar) {
      if (special.has(name)) return ofEach(clauses, name, registrar);
      const ofCast = within(byCast, whom.cast(name, registrar), () => new Map());
      return within(ofCast, clauses, () => ofEach(clauses, name, registrar));
    },
  };
}

function earliestOf(directed: readonly Directed[]): Deadline | undefined {
  let first: Deadline | undefined;
  for (const { deadline } of directed) {
    if (deadline !== undefined && (first === undefined || isBefore(deadline.due, first.due))) first = deadline;
  }
  return first;
}

const NOBODY: readonly Directed[] = [];
const UNLISTED: readonly (Recipient | undefined)[] = [undefined];

type ByRecipients = Map<readonly Recipient[], readonly Directed[]>;

/** Clauses of one paragraph, entered at one instant, share what is counted for each recipient. */
function sharedByParagraph(): (clause: Clause) => ByRecipients {
  const ofClause = new Map<Clause, ByRecipients>();
  const ofParagraph = new Map<string, ByRecipients>();
  return (clause) => {
    const known = ofClause.get(clause);
    if (known !== undefined) return known;
    const key = `${clause.order}/${clause.paragraph} ${clause.entered}`;
    const made: ByRecipients = ofParagraph.get(key) ?? new Map();
    ofParagraph.set(key, made);
    ofClause.set(clause, made);
    return made;
  };
}

function count(start: Start, needs: DeadlineBookNeeds): Directed {
  const { clause, recipient } = start;
  const deadline = deadlineFor(start, needs);
  return {
    order: clause.order,
    paragraph: clause.paragraph,
    passed: deadline !== undefined && isBefore(deadline.due, needs.asOf),
    ...(recipient === undefined ? {} : { recipient }),
    ...(deadline === undefined ? {} : { deadline }),
  };
}

interface Start {
  readonly clause: Clause;
  readonly recipient: Recipient | undefined;
  readonly name: Name;
}

function deadlineFor(start: Start, needs: DeadlineBookNeeds): Deadline | undefined {
  const { clause, recipient } = start;
  if (clause.due === undefined) return undefined;
  const served = firstOf('served', start, needs.journal);
  const received = firstOf('received', start, needs.journal);
  return needs.deadlines({
    due: clause.due,
    court: needs.theCase.court,
    entered: clause.entered,
    to: recipient?.name ?? 'the directed party',
    ...(served === undefined ? {} : { served }),
    ...(received === undefined ? {} : { received }),
  });
}

/** The first since the order was entered: what came before concerned an earlier one. */
function firstOf(event: 'served' | 'received', start: Start, journal: JournalBook): Instant | undefined {
  const { clause, recipient, name } = start;
  if (recipient === undefined) return undefined;
  const ref = `${clause.order}/${clause.paragraph}`;
  return journal
    .of(recipient.id)
    .find(
      (entry) =>
        entry.event === event &&
        !isBefore(entry.at, clause.entered) &&
        (entry.paragraph === undefined || entry.paragraph === ref) &&
        (entry.names === undefined || entry.names.includes(name)),
    )?.at;
}

function namesWithStartsOfTheirOwn(entries: readonly JournalEntry[]): ReadonlySet<Name> {
  const starts = entries.filter(({ event }) => event === 'served' || event === 'received');
  return new Set(starts.flatMap(({ names }) => names ?? []));
}
