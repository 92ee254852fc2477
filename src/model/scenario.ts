// A rehearsal's scenario: who complies when, and what goes wrong. Written by people in rehearsal.yaml.
import type { Instant } from './instant.ts';
import type { JournalEntry } from './journal.ts';

/** What a registry or a single name does on a day. */
export interface ScenarioStep {
  /** A recipient's id, a name, or the host of a server. */
  readonly subject: string;
  readonly do: readonly string[];
  /** Which of the subject's names: `all`, a count from the top, or names. */
  readonly names?: 'all' | number | readonly string[];
  readonly to?: string;
  readonly fault?: string;
}

export interface ScenarioDay {
  readonly day: number;
  readonly steps: readonly ScenarioStep[];
  /** What people record on that day. */
  readonly journal: readonly JournalEntry[];
  /** False on days that only change the world. */
  readonly check: boolean;
}

export interface Scenario {
  readonly start: Instant;
  readonly days: readonly ScenarioDay[];
}
