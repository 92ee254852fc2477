// A case as the program uses it: everything that the court ordered and people decided, nothing that was found out.
import type { Instant } from './instant.ts';
import type { Name } from './name.ts';
import type { Order } from './order.ts';
import type { Recipient } from './party.ts';
import type { Registrar } from './registrar.ts';
import type { Sinkhole } from './sinkhole.ts';

export const HOLIDAY_CALENDARS = ['us-federal', 'us-dc'] as const;
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

export interface Case {
  readonly id: string;
  readonly title: string;
  /** The terms have not been compared with the order's text; every output says so. */
  readonly illustrative: boolean;
  /** A rehearsal's copy: only a simulated network may be asked about it. */
  readonly rehearsal: boolean;
  readonly court: Court;
  readonly docket: string;
  readonly petitioner: { readonly name: string; readonly address: readonly string[] };
  readonly counsel?: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly seal?: Seal;
  readonly registrars: Readonly<Record<string, Registrar>>;
  readonly sinkholes: Readonly<Record<string, Sinkhole>>;
  readonly schedules: readonly Schedule[];
  readonly orders: readonly Order[];
  readonly recipients: readonly Recipient[];
  /** SHA-256 over case.yaml and its schedules, hexadecimal: names what a run has checked. */
  readonly digest: string;
}
