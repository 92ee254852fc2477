// A case as it stands at an instant: its files, its record and the progress made of them. Reads only.
import { END_OF_TIME, type Instant, isBefore } from '../model/instant.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { Problem } from '../model/problem.ts';
import type { Progress } from '../model/progress.ts';
import type { CaseRecord } from '../model/record.ts';
import { progressOf } from '../progress/progress.ts';
import type { Envelope, Report } from '../reports/report.ts';
import { type HowToRead, readJournal } from '../store/journal.ts';
import type { Cache } from '../store/memory.ts';
import { openRecord } from '../store/record.ts';
import { listRuns } from '../store/run-list.ts';
import type { CasePaths } from '../store/workspace.ts';
import { asOfIn } from './as-of.ts';
import { cacheOf } from './cache.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { VERSION } from './version.ts';
import { caseIn, caseMeant, type LoadedCase, sound } from './workspace.ts';

export interface CaseView extends LoadedCase {
  readonly paths: CasePaths;
  readonly record: CaseRecord;
  readonly report: Report;
  readonly progress: Progress;
}

export async function viewMeant(call: Call): Promise<CaseView> {
  return viewOf(call, caseMeant(call, call.arguments[0]));
}

export async function viewOf(
  { context, options }: Pick<Call, 'context' | 'options'>,
  paths: CasePaths,
): Promise<CaseView> {
  const cache = cacheOf(context);
  const loaded = await caseIn(paths, { quick: true, from: context.folder, ...(cache && { cache }) });
  const { court, rehearsal } = loaded.theCase;
  const now = (rehearsal ? lastMoment(paths) : undefined) ?? context.clock.now();
  const asOf = asOfIn(options['asOf'], { court, now });
  return { paths, ...(await viewAt({ paths, loaded, asOf, context, ...(cache && { cache }) })) };
}

/** A rehearsal has a time of its own: its world stands still at the last moment that is on record. */
export function lastMoment(paths: CasePaths): Instant | undefined {
  const { whole, unfinished } = listRuns(paths, END_OF_TIME);
  const moments = [...whole.map(({ foot }) => foot.ended), ...unfinished.map(({ started }) => started)];
  return moments.reduce<Instant | undefined>(
    (last, at) => (last === undefined || isBefore(last, at) ? at : last),
    undefined,
  );
}

interface Standing {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asOf: ReturnType<typeof asOfIn>;
  readonly context: Context;
  readonly cache?: Cache;
}

export async function viewAt(standing: Standing): Promise<Omit<CaseView, 'paths'>> {
  const { paths, loaded, asOf, context, cache } = standing;
  const { theCase } = loaded;
  const journal = await journalOf(paths, { from: context.folder, ...(cache && { cache }) });
  const record = openRecord({ paths, asOf: asOf.at, journal });
  const progress = progressOf({ theCase, record, asOf: asOf.at });
  return { ...loaded, record, progress, report: { theCase, progress, asOfGiven: asOf.given } };
}

async function journalOf(paths: CasePaths, how: HowToRead): Promise<readonly JournalEntry[]> {
  return sound(await readJournal(paths, how), `the journal of ${paths.id}`).value;
}

export function envelopeOf(context: Context, problems: readonly Problem[]): Envelope {
  return { toolVersion: VERSION, generatedAt: context.clock.now(), problems };
}
