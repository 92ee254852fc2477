// The past as progress needs it: handed in by the store, read lazily, newest first. Nothing derived is stored in it.

import type { JournalEntry } from '../case/journal.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { Observation } from '../seen/observation.ts';
import type { Shard } from '../shard.ts';

/** What a run that is no check was made for. */
export type RunPurpose = 'precheck';

export interface RunSummary {
  readonly id: string;
  readonly started: Instant;
  readonly ended: Instant;
  readonly simulated: boolean;
  /** How many names it looked up, with the domains that the sinkholes stand on. */
  readonly names: number;
  readonly caseDigest: string;
  readonly tool: string;
  /** Made before service: it asked whom the defendants cannot watch, and the sinkholes. Absent: a check. */
  readonly purpose?: RunPurpose;
  /** It is a part of a run: the other names were not looked up. */
  readonly shard?: Shard;
}

/** A run that was begun and not finished. Its observations count for nothing until it is resumed, and joined where it is a shard. */
export interface UnfinishedRun {
  readonly id: string;
  readonly started: Instant;
  readonly simulated: boolean;
  readonly purpose?: RunPurpose;
  readonly shard?: Shard;
  /** A shard that is through with its names and waits to be joined with the others. */
  readonly waits?: true;
}

/** A file of the record that is not as it was written. What it says is not used. */
export interface DamagedFile {
  /** Name of the file in the case's `runs/`. */
  readonly file: string;
  readonly reason: string;
}

export interface Sighted {
  readonly name: Name;
  /** Every observation of the latest run in which each lookup of this name was made. */
  readonly observations: readonly Observation[];
}

/** What lies on record from a time that the clock has not reached: nothing of it counts before then. */
export interface Ahead {
  /** Finished or not. */
  readonly runs?: AheadOf;
  /** Of the journal. */
  readonly entries?: AheadOf;
}

interface AheadOf {
  readonly number: number;
  /** When the first of them ended, if it did, or began. */
  readonly first: Instant;
}

/** What an earlier run saw of a name. */
export interface EarlierSight extends Sighted {
  readonly run: RunSummary;
  /** The run right after it that looked the name up and saw something else; read when it is asked for. */
  next?(): RunSummary | undefined;
}

/** Finished runs that had ended by an instant, and the journal up to it. */
export interface CaseRecord {
  /** The run that the newest observations come from; absent when nothing was checked by then. */
  readonly newest?: RunSummary;
  /** Whether there are runs before it. */
  readonly hasEarlier: boolean;
  readonly unfinished: readonly UnfinishedRun[];
  /** Grows while the record is read: to be looked at when the reading is over. */
  readonly damaged?: readonly DamagedFile[];
  /** Absent where nothing is, or where the record was opened for an instant that somebody chose: much may lie after that. */
  readonly ahead?: Ahead;
  /** Oldest first. */
  readonly journal: readonly JournalEntry[];
  /** Entries that are still to come, where `ahead` tells of some: an order that they say was served is not served again unasked. */
  readonly journalAhead?: readonly JournalEntry[];
  /**
   * Each name once, in the order in which its observations were complete; a name never looked up does not come. Of a record that
   * was opened for a part, the names of that part: each comes from one of the parts that are the whole together.
   */
  latest(): Iterable<Sighted>;
  /**
   * What earlier runs saw of a name, newest first, without the newest, and without runs whose facts equal those of the
   * run after them. Read as it is asked for: whoever stops early has read little. With `once`, facts that came already do
   * not come again: whoever asks for the newest run in which something held learns nothing from them.
   */
  earlier(name: Name, once?: boolean): Iterable<EarlierSight>;
}
