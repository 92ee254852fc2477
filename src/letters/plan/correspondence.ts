// What went out already, and to whom: issued letters joined with what the journal says of them. An order counts as served
// on somebody for a name when an entry later than the order says so; being sent to oneself counts for nothing.
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry, JournalEvent } from '../../model/case/journal.ts';
import type { ParagraphRef } from '../../model/case/order.ts';
import { END_OF_TIME, type Instant, isBefore } from '../../model/instant.ts';
import type { IssuedLetter, LetterRef, PlannedLetter, Purpose } from '../../model/letter/letter.ts';
import type { Name } from '../../model/name.ts';
import { openJournal } from '../../progress/journal.ts';

export interface Correspondence {
  /** Letters that were issued by the instant, oldest first. */
  readonly letters: readonly PastLetter[];
  /** Letters that lie there from a time still to come, by a clock that was ahead. Empty where an instant was chosen. */
  readonly ahead: readonly IssuedLetter[];
  /** The same by an entry that is still to come. Absent where there are none, or an instant was chosen. */
  servedAhead?(recipient: string, about: Pick<Served, 'paragraph' | 'name'>): Instant | undefined;
  /** When the order was first served on the recipient, as far as it concerns the paragraph and the name. */
  servedAt(recipient: string, about: Served): Instant | undefined;
  /** The latest refusal, by the recipient, of what the paragraph asks for the name. */
  refusedAt(recipient: string, about: Served): Instant | undefined;
  /** What the journal has of a recipient, oldest first. */
  of(recipient: string): readonly JournalEntry[];
}

interface Served {
  readonly paragraph: ParagraphRef;
  /** When the order that put the paragraph and the name together was entered. */
  readonly entered: Instant;
  readonly name: Name;
}

export interface PastLetter {
  readonly letter: IssuedLetter;
  readonly names: ReadonlySet<Name>;
  /** When it went out, or was used where it is for the house; absent: it was issued and lies there. */
  readonly at?: Instant;
  readonly entries: readonly JournalEntry[];
}

/** Papers that nobody is sent: a person uses them and writes that down. */
const HOUSE_PURPOSES: readonly Purpose[] = ['call', 'complain', 'enforce'];

export function isForHouse(purpose: Purpose): boolean {
  return HOUSE_PURPOSES.includes(purpose);
}

/** Letters that carry an order to somebody for the first time. */
export const FIRST_PURPOSES: readonly Purpose[] = ['execute', 'preserve'];

/** What shows of a letter that it went out. */
export const WENT_OUT: readonly JournalEvent[] = ['served', 'received', 'acknowledged', 'refused', 'confirmed'];
const SERVED: readonly JournalEvent[] = ['served', 'received', 'acknowledged'];

interface CorrespondenceNeeds {
  readonly theCase: Case;
  readonly journal: readonly JournalEntry[];
  readonly issued: readonly IssuedLetter[];
  readonly asOf: Instant;
  /** Entries of the journal that are still to come by the clock; absent: there are none. */
  readonly journalAhead?: readonly JournalEntry[];
  /** `asOf` is what the clock says, and was not chosen. */
  readonly byClock?: boolean;
}

export function correspondenceOf(needs: CorrespondenceNeeds): Correspondence {
  const { journal, journalAhead = [] } = needs;
  const correspondence = correspondenceBy(needs);
  if (journalAhead.length === 0) return correspondence;
  const whole = correspondenceBy({ ...needs, journal: [...journal, ...journalAhead], asOf: END_OF_TIME });
  return {
    ...correspondence,
    servedAhead: (recipient, about) => whole.servedAt(recipient, { ...about, entered: needs.asOf }),
  };
}

function correspondenceBy({ theCase, journal, issued, asOf, byClock }: CorrespondenceNeeds): Correspondence {
  const { entries } = openJournal(theCase, journal, asOf);
  const byLetter = grouped(entries, ({ letter }) => letter);
  const letters = issued
    .filter((letter) => !isBefore(asOf, letter.issued))
    .sort((a, b) => Date.parse(a.issued) - Date.parse(b.issued))
    .map((letter) => pastLetter(letter, byLetter.get(letter.id) ?? []));
  const past = new Map(letters.map((one) => [one.letter.id, one]));
  const byRecipient = grouped(entries, ({ recipient, letter }) => recipient ?? recipientOf(past, letter));
  const find = (recipient: string, events: readonly JournalEvent[], about: Served) =>
    (byRecipient.get(recipient) ?? []).filter((entry) => events.includes(entry.event) && concerns(entry, about, past));
  return {
    letters,
    ahead: byClock === true ? issued.filter((letter) => isBefore(asOf, letter.issued)) : [],
    of: (recipient) => byRecipient.get(recipient) ?? [],
    servedAt: (recipient, about) => find(recipient, SERVED, about)[0]?.at,
    refusedAt: (recipient, about) => find(recipient, ['refused'], about).at(-1)?.at,
  };
}

function recipientOf(past: ReadonlyMap<string, PastLetter>, letter: string | undefined): string | undefined {
  return letter === undefined ? undefined : past.get(letter)?.letter.recipient;
}

function pastLetter(letter: IssuedLetter, entries: readonly JournalEntry[]): PastLetter {
  const house = isForHouse(letter.purpose);
  const first = entries.find(({ event }) => WENT_OUT.includes(event) || (house && event === 'note'));
  return { letter, names: new Set(letter.names), entries, ...(first === undefined ? {} : { at: first.at }) };
}

/** What came before the order concerned an earlier one; a letter that is on file says itself what it was about. */
function concerns(entry: JournalEntry, about: Served, past: ReadonlyMap<string, PastLetter>): boolean {
  if (isBefore(entry.at, about.entered)) return false;
  if (entry.paragraph !== undefined && entry.paragraph !== about.paragraph) return false;
  if (entry.names !== undefined && !entry.names.includes(about.name)) return false;
  const letter = entry.letter === undefined ? undefined : past.get(entry.letter);
  return letter === undefined || (letter.letter.paragraphs.includes(about.paragraph) && letter.names.has(about.name));
}

/** A letter as it is compared with those before it. */
type Compared = Pick<PlannedLetter, 'recipient' | 'purpose' | 'names' | 'deadline'>;

/** Letters to the same end that went out, newest first. */
export function sentBefore(correspondence: Correspondence, letter: Compared): readonly LetterRef[] {
  return alike(correspondence, letter)
    .flatMap(({ letter: { id }, at }) => (at === undefined ? [] : [{ letter: id, at }]))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/**
 * Letters of the purpose to the recipient, about one of the names under one of its paragraphs, whether or not they went
 * out. One that follows up is a repetition only after the deadline that it follows upon.
 */
export function alike({ letters }: Correspondence, wanted: Compared): readonly PastLetter[] {
  const { purpose, deadline } = wanted;
  const follows = !FIRST_PURPOSES.includes(purpose) && deadline !== undefined;
  return letters.filter(
    ({ letter, names }) => !(follows && isBefore(letter.issued, deadline.due)) && isAlike(letter, names, wanted),
  );
}

/** The same of those that are still to come: nobody knows which clock is right, so none is written again unasked. */
export function alikeAhead({ ahead }: Correspondence, wanted: Compared): readonly IssuedLetter[] {
  return ahead.filter((letter) => isAlike(letter, new Set(letter.names), wanted));
}

/** By an entry that is still to come the order may be served by now. `undefined`: none says so. */
export function servedAhead(correspondence: Correspondence, { recipient, names }: Compared): Instant | undefined {
  for (const { name, paragraphs } of names) {
    for (const paragraph of paragraphs) {
      const at = correspondence.servedAhead?.(recipient.id, { name, paragraph });
      if (at !== undefined) return at;
    }
  }
  return undefined;
}

function isAlike(letter: IssuedLetter, told: ReadonlySet<Name>, { recipient, purpose, names }: Compared): boolean {
  if (letter.recipient !== recipient.id || letter.purpose !== purpose) return false;
  return names.some(
    ({ name, paragraphs }) => told.has(name) && paragraphs.some((ref) => letter.paragraphs.includes(ref)),
  );
}

function grouped<T>(items: readonly T[], by: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = by(item);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}
