// A deadline with its printed arithmetic; computed by the calendar, never stored.
import type { Instant } from '../instant.ts';

export interface Deadline {
  readonly due: Instant;
  /** The instant that started the period, and what it was: `receipt by VeriSign, Inc.`. Absent for a date certain. */
  readonly from?: { readonly at: Instant; readonly what: string };
  /** One sentence: `3 business days from receipt Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20 Mar; D.C. calendar`. */
  readonly arithmetic: string;
}

/** What is due of whom: one recipient and paragraph of an order. */
export interface DueItem {
  readonly recipient: string;
  readonly recipientName: string;
  readonly reach: 'ordered' | 'requested';
  readonly order: string;
  readonly paragraph: string;
  /** Names of this recipient that the paragraph covers and that are not done under it. */
  readonly open: number;
  readonly names: number;
  /** Of the open ones, those of which nothing is known to be undone; absent where there is none. */
  readonly unknown?: number;
  /** Absent while the period does not run: nothing shows when the recipient was served or received the order. */
  readonly deadline?: Deadline;
}

/** An end that comes by itself: an order's expiry, the end of the seal. */
export interface Expiry {
  readonly what: string;
  readonly at: Instant;
  /** How the instant came about, where it was counted. */
  readonly arithmetic?: string;
}
