// A case as the program uses it: everything that the court ordered and people decided, nothing that was found out.
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { Registrar } from '../registrar.ts';
import type { Order, ParagraphRef } from './order.ts';
import type { Recipient } from './party.ts';
import type { Sinkhole } from './sinkhole.ts';

export const HOLIDAY_CALENDARS = [
  'us-federal',
  'us-federal-closings',
  'us-dc',
  'us-az',
  'us-ca',
  'us-de',
  'us-fl',
  'us-il',
  'us-nj',
  'us-nv',
  'us-ny',
  'us-tx',
  'us-va',
  'us-wa',
] as const;
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];

export interface Court {
  readonly name: string;
  /** The short form for the head of a page, such as `D.D.C.`; absent when the case file has none. */
  readonly short?: string;
  /** An IANA time zone. */
  readonly timeZone: string;
  readonly holidays: readonly HolidayCalendar[];
  /** `HH:MM`, when a day's period ends there; absent: at midnight (Fed. R. Civ. P. 6(a)(4)(A)). */
  readonly dayEnds?: string;
  /** Further days on which the court is closed, `YYYY-MM-DD` with the reason. */
  readonly closed: readonly { readonly date: string; readonly because: string }[];
}

/** Whom a sealed case lets us ask. */
export const SEAL_TOUCHES = ['registry', 'registrar', 'tld', 'sinkhole', 'resolver', 'any'] as const;
export type SealTouch = (typeof SEAL_TOUCHES)[number];

export interface Seal {
  readonly until: Instant;
  readonly touches: readonly SealTouch[];
}

export interface ScheduledName {
  readonly name: Name;
  readonly unicode: string;
  /** The registrable domain that the name is or stands under. */
  readonly registrable: Name;
  /** Line in the schedule's file. */
  readonly line: number;
}

export interface Schedule {
  readonly id: string;
  readonly file: string;
  /** How many names the order says that the schedule has; absent when the case file does not say. */
  readonly statedCount?: number;
  readonly names: readonly ScheduledName[];
}

/** Who signs the letters. */
export interface Counsel {
  readonly name?: string;
  readonly firm?: string;
  readonly address: readonly string[];
  readonly email?: string;
  readonly phone?: string;
  /** Bar admission as it stands below a signature. */
  readonly bar?: string;
}

export interface ContactPerson {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  /** `24 hours a day`, `9:00 to 18:00 Eastern Time`. */
  readonly hours?: string;
}

/** What letters say beyond the paragraphs of the orders, and how careful the program is with them. */
export interface LetterTerms {
  /** The order's words against disclosure, by the paragraph that has them; a sealed case needs it. */
  readonly nonDisclosure?: { readonly paragraph: ParagraphRef; readonly text: string };
  /** What recipients are to keep, and for how long, in words. */
  readonly preservation?: { readonly what: readonly string[]; readonly period: string };
  /** Who pays fees of transfers and renewals, as one sentence. */
  readonly costs?: string;
  /** What a recipient does on an error, on harm to others or on an objection, as one sentence or more. */
  readonly objections?: string;
  /** Hours after which lookups are too old for a letter to rest on. */
  readonly freshHours: number;
  /** More recipients or names than these need a reason. */
  readonly most: { readonly recipients: number; readonly names: number };
  /** Hours after a deadline, or after the last step, at which the ladder goes on to its next step. */
  readonly patienceHours: number;
}

export interface Case {
  readonly id: string;
  readonly title: string;
  /** The terms have not been compared with the order's text; every output says so. */
  readonly illustrative: boolean;
  /** A rehearsal's copy: only a simulated network may be asked about it. */
  readonly rehearsal: boolean;
  readonly court: Court;
  readonly docket: string;
  readonly judge?: string;
  readonly petitioner: {
    readonly name: string;
    readonly address: readonly string[];
    /** Its own domains, which belong on no list. */
    readonly domains?: readonly Name[];
  };
  readonly counsel?: Counsel;
  /** Whom a recipient turns to, beside counsel. */
  readonly contacts?: { readonly technical?: ContactPerson; readonly emergency?: ContactPerson };
  readonly letters: LetterTerms;
  readonly seal?: Seal;
  readonly registrars: Readonly<Record<string, Registrar>>;
  readonly sinkholes: Readonly<Record<string, Sinkhole>>;
  readonly schedules: readonly Schedule[];
  readonly orders: readonly Order[];
  readonly recipients: readonly Recipient[];
  /** SHA-256 over case.yaml and its schedules, hexadecimal: names what a run has checked. */
  readonly digest: string;
}
