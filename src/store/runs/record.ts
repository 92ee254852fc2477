// The record of a case by an instant, as progress reads it: see model/judged/record.ts for what it promises.

import type { JournalEntry } from '../../model/case/journal.ts';
import { earlier, type Instant, isBefore, millisecondsOf } from '../../model/instant.ts';
import type { Ahead, CaseRecord, DamagedFile, RunSummary } from '../../model/judged/record.ts';
import { isFirst, type Part, WHOLE } from '../../model/part.ts';
import type { CasePaths } from '../workspace.ts';
import { noteDamage } from './damage.ts';
import { earlierOf, stretchesOf } from './earlier.ts';
import { openLatest } from './latest.ts';
import { listedBy, listRuns, type RunList, summaryIn, type WholeRun, wholeRunIn } from './list.ts';
import { isAsWritten } from './pieces.ts';
import { openRows } from './rows.ts';
import { CHECKED_FIRST } from './stream.ts';

interface RecordOf {
  readonly paths: CasePaths;
  readonly asOf: Instant;
  /** In the order of its file. */
  readonly journal: readonly JournalEntry[];
  /** The names that `latest` is to give; absent: all. */
  readonly part?: Part;
  /** The part is a share of the work, whichever names it has: where one run says all, it is a stretch of that run. */
  readonly byPlace?: boolean;
  /** What `listRuns` gave for this instant or a later one: a past that is looked at from many instants is listed once. */
  readonly listed?: RunList;
  /** `asOf` is what the clock says: what is on record from later than that is told. Of a chosen instant there is nothing to tell. */
  readonly byClock?: boolean;
  /** A shard that counts here, though it was not joined: for a look at its own names. */
  readonly shard?: string;
}

export function openRecord({
  paths,
  asOf,
  journal,
  part = WHOLE,
  byPlace = false,
  listed: given,
  byClock = false,
  shard,
}: RecordOf): CaseRecord & { readonly damaged: readonly DamagedFile[] } {
  const listed = given === undefined ? listRuns(paths, asOf, byClock) : listedBy(asOf, given);
  const damaged = [...listed.damaged];
  const own = shard === undefined ? undefined : wholeRunIn(paths.shards, shard);
  const { newest, whole } = withSoundNewest([...(own === undefined ? [] : [own]), ...listed.whole], damaged);
  const ahead = byClock ? aheadOf(asOf, listed.ahead, journal) : undefined;
  const findRow = openRows();
  const stretches = stretchesOf(whole);
  const latest = openLatest(whole, { part, byPlace, checks: !byPlace || isFirst(part), damaged });
  return {
    ...(newest === undefined ? {} : { newest }),
    hasEarlier: whole.length > 1,
    unfinished: listed.unfinished,
    damaged,
    ...(ahead && { ahead }),
    journal: journalBy(asOf, journal),
    ...(ahead?.entries && { journalAhead: journal.filter(({ at }) => isBefore(asOf, at)) }),
    latest,
    earlier: (name, once = false) => earlierOf(name, { stretches, findRow, damaged, once }),
  };
}

/** The newest run is the one that everything is said from: it is looked at before anything is said. */
function withSoundNewest(runs: readonly WholeRun[], damaged: DamagedFile[]): SoundRuns {
  for (const [at, run] of runs.entries()) {
    if (run.size <= CHECKED_FIRST && !isAsWritten(run)) {
      noteDamage(damaged, run, 'the text differs from its digest');
      continue;
    }
    const newest = summaryIn(run);
    if (newest !== undefined) return { newest, whole: runs.slice(at) };
    noteDamage(damaged, run, 'the head cannot be read, or is that of another run');
  }
  return { whole: [] };
}

interface SoundRuns {
  readonly newest?: RunSummary;
  readonly whole: readonly WholeRun[];
}

function aheadOf(asOf: Instant, runs: readonly Instant[], journal: readonly JournalEntry[]): Ahead | undefined {
  const entries = journal.map(({ at }) => at).filter((at) => isBefore(asOf, at));
  const [ofRuns, ofEntries] = [firstOf(runs), firstOf(entries)];
  if (ofRuns === undefined && ofEntries === undefined) return undefined;
  return { ...(ofRuns && { runs: ofRuns }), ...(ofEntries && { entries: ofEntries }) };
}

function firstOf(instants: readonly Instant[]): Ahead['runs'] {
  const [one, ...others] = instants;
  return one === undefined ? undefined : { number: instants.length, first: others.reduce(earlier, one) };
}

/** Entries may be written down later than they happened; of two of one instant the one written first stands first. */
function journalBy(asOf: Instant, journal: readonly JournalEntry[]): readonly JournalEntry[] {
  const happened = journal.filter((entry) => !isBefore(asOf, entry.at));
  return happened.toSorted((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at));
}
