// The journal as the verdicts use it: corrections followed, paragraphs named in full, entries found by name. What an
// entry leaves open is not guessed: one that could mean two paragraphs counts for neither.
import type { Case } from '../model/case/case.ts';
import type { JournalEntry } from '../model/case/journal.ts';
import { type Recipient, registryOperatorOf } from '../model/case/party.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import { type Name, topLabel } from '../model/name.ts';

export interface JournalBook {
  /** Corrections followed, none after the instant, oldest first. */
  readonly entries: readonly JournalEntry[];
  /** About this name, or about all names of its registry, or of everybody. */
  about(name: Name): readonly JournalEntry[];
  /** Entries to or from a recipient; by its id or through the letter's name. */
  of(recipient: string): readonly JournalEntry[];
}

export function openJournal(theCase: Case, journal: readonly JournalEntry[], asOf: Instant): JournalBook {
  const entries = followCorrections(journal.filter((entry) => !isBefore(asOf, entry.at))).map((entry) =>
    withRecipient(withParagraph(entry, theCase), theCase.recipients),
  );
  const named = entriesByName(entries);
  const general = generalEntries(entries, theCase);
  return {
    entries,
    about(name) {
      const own = named.get(name);
      const shared = general(topLabel(name));
      return own === undefined ? shared : entries.filter((entry) => own.has(entry) || shared.includes(entry));
    },
    of: (recipient) => entries.filter((entry) => entry.recipient === recipient),
  };
}

/** A correction takes the place of the entry that it names; of several at that instant, of the one it resembles. */
function followCorrections(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  const dropped = new Set<JournalEntry>();
  for (const correction of journal) {
    if (correction.corrects === undefined) continue;
    const meant = journal.filter((entry) => entry.at === correction.corrects && entry !== correction);
    const alike = meant.filter((entry) => resembles(entry, correction));
    for (const entry of alike.length > 0 ? alike : meant) dropped.add(entry);
  }
  return [...journal].filter((entry) => !dropped.has(entry)).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function resembles(entry: JournalEntry, correction: JournalEntry): boolean {
  return (
    entry.recipient === correction.recipient &&
    entry.letter === correction.letter &&
    entry.paragraph === correction.paragraph
  );
}

/** `2(a)` becomes `tro/2(a)` where only one order that had been entered by then has such a paragraph. */
function withParagraph(entry: JournalEntry, { orders }: Case): JournalEntry {
  const { paragraph } = entry;
  if (paragraph === undefined) return entry;
  const entered = orders.filter((order) => !isBefore(entry.at, order.entered));
  const refs = (entered.length === 0 ? orders : entered)
    .flatMap((order) => order.paragraphs.map(({ number }) => ({ number, ref: `${order.id}/${number}` })))
    .filter(({ number, ref }) => number === paragraph || ref === paragraph)
    .map(({ ref }) => ref);
  const [only] = refs;
  return refs.length === 1 && only !== undefined && only !== paragraph ? { ...entry, paragraph: only } : entry;
}

/** Letters are filed as `2019-03-15-verisign-order`: date, recipient, kind. */
function withRecipient(entry: JournalEntry, recipients: readonly Recipient[]): JournalEntry {
  const { letter } = entry;
  if (entry.recipient !== undefined || letter === undefined) return entry;
  const rest = `${letter.replace(/^\d{4}-\d\d-\d\d-/, '')}-`;
  const found = recipients
    .filter(({ id }) => rest.startsWith(`${id}-`))
    .reduce<Recipient | undefined>(
      (best, one) => (best === undefined || one.id.length > best.id.length ? one : best),
      undefined,
    );
  return found === undefined ? entry : { ...entry, recipient: found.id };
}

function entriesByName(entries: readonly JournalEntry[]): ReadonlyMap<Name, ReadonlySet<JournalEntry>> {
  const named = new Map<Name, Set<JournalEntry>>();
  for (const entry of entries) {
    for (const name of entry.names ?? []) {
      const known = named.get(name) ?? new Set();
      known.add(entry);
      named.set(name, known);
    }
  }
  return named;
}

/** Entries that name no names, by top-level label: shared by all names of a registry. */
function generalEntries(
  entries: readonly JournalEntry[],
  { recipients }: Case,
): (tld: string) => readonly JournalEntry[] {
  const general = entries.filter((entry) => entry.names === undefined);
  const byLabel = new Map<string, readonly JournalEntry[]>();
  return (tld) => {
    const made = byLabel.get(tld) ?? general.filter((entry) => concerns(entry, registryOperatorOf(recipients, tld)));
    byLabel.set(tld, made);
    return made;
  };
}

/** What one recipient says, it says of its own names; a letter whose recipient is not known covers nobody knows which. */
function concerns(entry: JournalEntry, operator: Recipient | undefined): boolean {
  if (entry.recipient !== undefined) return entry.recipient === operator?.id;
  return entry.letter === undefined;
}
