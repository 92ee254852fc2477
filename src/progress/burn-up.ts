// Progress over time: at which instants of the past a case is judged again, so that a line can be drawn through them, and what
// happened on the way. A run that saw what the run before had seen is not judged again, unless something else has changed since.
import type { Case } from '../model/case/case.ts';
import type { JournalEntry } from '../model/case/journal.ts';
import { endsOf, enteredBy } from '../model/case/order-ends.ts';
import { addDays, type Instant, isBefore } from '../model/instant.ts';

/** A run as an instant of the past. */
export interface Moment {
  readonly run: string;
  readonly ended: Instant;
  /** Equal for two runs that asked the same and saw the same; absent where that is not known. */
  readonly facts?: string;
}

interface Sampling {
  readonly judged: readonly Moment[];
  readonly equal: number;
  readonly leftOut: number;
}

/** Some verdicts change with time alone, such as that of a registration that is to last for months. */
const AGAIN_AFTER_DAYS = 7;

/** `moments`: oldest first. `turns`: instants at which something else than what was seen has changed. At most `most` are judged. */
export function sampled(moments: readonly Moment[], turns: readonly Instant[], most: number): Sampling {
  const distinct: Moment[] = [];
  let before: Moment | undefined;
  let judged: Moment | undefined;
  for (const moment of moments) {
    const same = before?.facts !== undefined && before.facts === moment.facts;
    before = moment;
    if (same && judged !== undefined && !hasTurned(judged.ended, moment.ended, turns)) continue;
    distinct.push(moment);
    judged = moment;
  }
  const kept = evenly(distinct, most);
  return { judged: kept, equal: moments.length - distinct.length, leftOut: distinct.length - kept.length };
}

function hasTurned(from: Instant, to: Instant, turns: readonly Instant[]): boolean {
  if (!isBefore(to, addDays(from, AGAIN_AFTER_DAYS))) return true;
  return turns.some((turn) => !isBefore(turn, from) && !isBefore(to, turn));
}

/** The first and the last one among them. */
function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  if (most <= 1) return all.slice(0, Math.max(0, most));
  const places = Array.from({ length: most }, (_, at) => Math.round((at * (all.length - 1)) / (most - 1)));
  return places.flatMap((place) => all.slice(place, place + 1));
}

/** When orders came, ended or were extended, and when somebody recorded something. */
export function turnsOf({ orders }: Pick<Case, 'orders'>, journal: readonly JournalEntry[]): readonly Instant[] {
  const ends = orders.flatMap(({ expires, changes }) => [
    ...(expires === undefined ? [] : [expires]),
    ...changes.flatMap((change) =>
      change.change === 'extends' && change.until !== 'further-order' ? [change.until] : [],
    ),
  ]);
  return [...orders.map(({ entered }) => entered), ...ends, ...journal.map(({ at }) => at)];
}

type MarkKind = 'order-entered' | 'order-ends' | 'letter-served' | 'due' | 'seal-ends';

interface Mark {
  readonly at: Instant;
  readonly kind: MarkKind;
  /** One piece of a sentence; may hold text from outside. */
  readonly text: string;
}

interface MarksFrom {
  readonly theCase: Case;
  readonly journal: readonly JournalEntry[];
  readonly asOf: Instant;
  readonly due: readonly {
    readonly recipientName: string;
    readonly deadline?: { readonly due: Instant };
  }[];
  /** What a kind of order is called. */
  readonly titleOf: (kind: Case['orders'][number]['kind']) => string;
}

/** Oldest first; each thing once. */
export function marksOn({ theCase, journal, asOf, due, titleOf }: MarksFrom): readonly Mark[] {
  const orders = enteredBy(theCase.orders, asOf);
  const ends = endsOf(orders);
  const marks: Mark[] = [];
  for (const { id, kind, entered } of orders) {
    marks.push({ at: entered, kind: 'order-entered', text: `${titleOf(kind)} (${id})` });
    const end = ends.get(id)?.at;
    if (end !== undefined) marks.push({ at: end, kind: 'order-ends', text: `${titleOf(kind)} (${id})` });
  }
  if (theCase.seal !== undefined) marks.push({ at: theCase.seal.until, kind: 'seal-ends', text: 'the case' });
  marks.push(...served(journal, theCase, asOf), ...dueMarks(due));
  return marks.sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));
}

function served(journal: readonly JournalEntry[], { recipients }: Case, asOf: Instant): readonly Mark[] {
  const corrected = new Set(journal.map(({ corrects }) => corrects));
  return journal
    .filter(({ event, at }) => event === 'served' && !isBefore(asOf, at) && !corrected.has(at))
    .map(({ at, letter, recipient }) => {
      const known = recipients.find(({ id }) => id === recipient)?.name ?? recipient;
      return { at, kind: 'letter-served', text: letter ?? known ?? 'a letter' };
    });
}

/** Of one instant one mark, which names whom it is due of. */
function dueMarks(due: MarksFrom['due']): readonly Mark[] {
  const whom = new Map<Instant, Set<string>>();
  for (const { deadline, recipientName } of due) {
    if (deadline === undefined) continue;
    whom.set(deadline.due, (whom.get(deadline.due) ?? new Set()).add(recipientName));
  }
  return [...whom].map(([at, names]) => ({ at, kind: 'due', text: [...names].join(', ') }));
}
