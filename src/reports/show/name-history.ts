// A name's past: the runs in which something changed, newest first, each with what it saw that the run before did not.
// Runs are read one by one, as lines are asked for.

import type { JournalEntry } from '../../model/case/journal.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { RunSummary, Sighted } from '../../model/judged/record.ts';
import type { Name } from '../../model/name.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { runOf } from '../../model/seen/observation-id.ts';
import { LOOKUP_TITLES, sightingWords } from '../lookup/sighting-words.ts';

interface HistoryEntry {
  readonly at: Instant;
  readonly run: string;
  readonly simulated: boolean;
  /** Statements that the run before did not have; all of them for the first run that is known. */
  readonly lines: readonly string[];
  readonly first: boolean;
}

export type EarlierRun = Sighted & { readonly run: RunSummary };

/** What happened in a run, told from its summary. */
type Told = Pick<RunSummary, 'id' | 'started' | 'simulated'> & { readonly observations: readonly Observation[] };

/** `latest` is what was seen last; absent when the name was never looked up. */
export function* historyOf(latest: Told | undefined, earlier: Iterable<EarlierRun>): Iterable<HistoryEntry> {
  let newer = latest;
  for (const older of earlier) {
    if (newer !== undefined) yield* changedEntry(newer, statementsOf(older.observations));
    newer = { ...older.run, observations: older.observations };
  }
  if (newer === undefined) return;
  yield { ...entryHead(newer), lines: [...statementsOf(newer.observations)], first: true };
}

function* changedEntry(newer: Told, before: ReadonlySet<string>): Iterable<HistoryEntry> {
  const known = new Set([...before].map(lasting));
  const lines = [...statementsOf(newer.observations)].filter((line) => !known.has(lasting(line)));
  if (lines.length > 0) yield { ...entryHead(newer), lines, first: false };
}

/** A signature is made anew every few days: that is no change. */
function lasting(line: string): string {
  return line.replace(/, until \S+Z$/, '');
}

function entryHead({ id, started, simulated }: Told): Pick<HistoryEntry, 'at' | 'run' | 'simulated'> {
  return { at: started, run: id, simulated };
}

/** The newest observations may come from several runs; they are told under the run of the newest one. */
export function latestRun({ observations }: Sighted, lastRun: RunSummary | undefined): Told | undefined {
  const newest = observations.reduce<Observation | undefined>(
    (a, b) => (a === undefined || isBefore(a.at, b.at) ? b : a),
    undefined,
  );
  if (newest === undefined) return undefined;
  const id = runOf(newest.id);
  if (lastRun?.id === id) return { ...lastRun, observations };
  return { id, started: newest.at, simulated: lastRun?.simulated === true, observations };
}

/** Each statement once: ten servers that say the same are one line. */
function statementsOf(observations: readonly Observation[]): ReadonlySet<string> {
  return new Set(
    observations.flatMap((seen) => sightingWords(seen).map((words) => `${LOOKUP_TITLES[seen.lookup]}: ${words}`)),
  );
}

/** Entries that concern a name: those that name it, and those that name nobody and so mean all. */
export function journalOf(journal: readonly JournalEntry[], name: Name): readonly JournalEntry[] {
  return journal.filter((entry) => entry.names === undefined || entry.names.includes(name));
}
