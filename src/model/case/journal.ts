// What people did and were told, as they recorded it.
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';

/** `trial`: a letter that was sent to oneself. `signed-off`: a person answers for a look before service. */
export const JOURNAL_EVENTS = [
  'served',
  'received',
  'acknowledged',
  'refused',
  'confirmed',
  'trial',
  'signed-off',
  'note',
] as const;
export type JournalEvent = (typeof JOURNAL_EVENTS)[number];

/** A letter to oneself, and what a person signs off, are journaled by the program alone. */
export const RECORDED_EVENTS = JOURNAL_EVENTS.filter((event) => event !== 'trial' && event !== 'signed-off');

export interface JournalEntry {
  readonly at: Instant;
  /** When it was written down, where that is later than `at`. */
  readonly recorded?: Instant;
  readonly event: JournalEvent;
  /** The recipient it concerns, by its id in recipients.yaml. */
  readonly recipient?: string;
  readonly letter?: string;
  readonly by?: string;
  readonly messageId?: string;
  /** Absent: all names that the paragraph or the letter covers. */
  readonly names?: readonly Name[];
  /** `2(a)`, or `tro/2(a)` where two orders number alike. */
  readonly paragraph?: string;
  readonly note?: string;
  readonly evidence?: JournalEvidence;
  /** Of `signed-off`. */
  readonly precheck?: JournalPrecheck;
  /** The `at` of the entry that this one corrects. */
  readonly corrects?: Instant;
}

/** The look that was signed off, and the state of the case that it was about. The table itself is the entry's evidence. */
interface JournalPrecheck {
  readonly run: string;
  readonly 'case-sha-256': string;
}

/** A mail or a paper in the case's folder, by its path there. */
export interface JournalEvidence {
  readonly file: string;
  readonly 'sha-256': string;
}
