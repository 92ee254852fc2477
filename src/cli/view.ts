// A case as it stands at an instant: its files, its record and the progress made of them. Reads only.

import type { JournalEntry } from '../model/case/journal.ts';
import type { Instant } from '../model/instant.ts';
import type { Progress, Summary } from '../model/judged/progress.ts';
import type { CaseRecord } from '../model/judged/record.ts';
import type { Part } from '../model/part.ts';
import type { Problem } from '../model/problem.ts';
import { partOf, type Shard } from '../model/shard.ts';
import { type Before, beforeOf } from '../progress/difference.ts';
import { progressOf, summaryOf } from '../progress/progress.ts';
import type { Envelope, Report, WholeReport } from '../reports/report.ts';
import type { Cache } from '../store/cache/memory.ts';
import { type HowToRead, readJournal } from '../store/case/journal.ts';
import { openRecord } from '../store/runs/record.ts';
import type { CasePaths } from '../store/workspace.ts';
import { cacheOf } from './cache.ts';
import { inShard } from './check/shard.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { presentOf } from './present.ts';
import { type AsOf, asOfIn } from './typed/as-of.ts';
import { VERSION } from './version.ts';
import { caseIn, caseMeant, type LoadedCase, sound } from './workspace.ts';

/** What progress is made of. */
export interface Standing extends LoadedCase {
  readonly paths: CasePaths;
  readonly record: CaseRecord;
  readonly asOf: AsOf;
}

/** Without the rows: they are counted and let go. */
interface SummaryView extends LoadedCase {
  readonly progress: Summary;
  readonly report: Report;
}

export interface CaseView extends Standing {
  readonly progress: Progress;
  readonly report: WholeReport;
}

/** How a case is looked at. Plain data, so that another thread can look at it in the same way. */
export interface Look {
  /** The working folder. */
  readonly from: string;
  readonly now: Instant;
  /** As it was typed after `--as-of`, if it was. */
  readonly asOf: unknown;
  readonly cache?: Cache;
  /** The names to be told of; absent: all. */
  readonly part?: Part;
}

export function lookOf({ context, options }: Pick<Call, 'context' | 'options'>): Look {
  const cache = cacheOf(context);
  return { from: context.folder, now: context.clock.now(), asOf: options['asOf'], ...(cache && { cache }) };
}

export async function viewMeant(call: Call): Promise<CaseView> {
  return viewIn(call, caseMeant(call, call.arguments[0]));
}

export async function viewIn(call: Pick<Call, 'context' | 'options'>, paths: CasePaths): Promise<CaseView> {
  return viewOf(await standingOf(paths, lookOf(call)));
}

export async function summaryView(call: Pick<Call, 'context' | 'options'>, paths: CasePaths): Promise<SummaryView> {
  const standing = await standingOf(paths, lookOf(call));
  const { theCase, problems, record, asOf } = standing;
  return { theCase, problems, ...reportOf(standing, summaryOf({ theCase, record, asOf: asOf.at })) };
}

export async function standingOf(paths: CasePaths, look: Look): Promise<Standing> {
  const { from, cache, part } = look;
  const loaded = await caseIn(paths, { quick: true, from, ...(cache && { cache }) });
  const { theCase } = loaded;
  const journal = await journalOf(paths, { from, ...(cache && { cache }) });
  const now = presentOf({ paths, theCase, journal }, look.now);
  const asOf = asOfIn(look.asOf, { court: theCase.court, now });
  return {
    paths,
    ...loaded,
    asOf,
    record: openRecord({
      paths,
      asOf: asOf.at,
      byClock: !asOf.given,
      journal,
      ...(part && { part, byPlace: true }),
    }),
  };
}

interface LoadedAt {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asOf: AsOf;
  readonly context: Context;
}

export async function viewAt(look: LoadedAt): Promise<CaseView> {
  return viewOf(await standingAt(look));
}

/** The same for what is only compared with what comes later. */
export async function beforeAt(look: LoadedAt): Promise<Before> {
  return beforeIn(await standingAt(look));
}

export function beforeIn({ theCase, record, asOf }: Standing): Before {
  return beforeOf({ theCase, record, asOf: asOf.at });
}

/** A case that was read before, with what is on record now. */
export async function standingAt({ paths, loaded, asOf, context }: LoadedAt): Promise<Standing> {
  const journal = await journalOf(paths, { from: context.folder });
  return { paths, ...loaded, asOf, record: openRecord({ paths, asOf: asOf.at, byClock: !asOf.given, journal }) };
}

/** A shard as it is on record by itself, with its own names. */
export async function standingInShard(
  look: LoadedAt,
  { id, shard }: { readonly id: string; readonly shard: Shard },
): Promise<Standing> {
  const { paths, loaded, asOf, context } = look;
  const journal = await journalOf(paths, { from: context.folder });
  const record = openRecord({ paths, asOf: asOf.at, journal, part: partOf(shard), shard: id });
  return { paths, ...loaded, theCase: inShard(loaded.theCase, shard), asOf, record };
}

export function viewOf(standing: Standing): CaseView {
  const { theCase, record, asOf } = standing;
  return { ...standing, ...reportOf(standing, progressOf({ theCase, record, asOf: asOf.at })) };
}

export function reportOf<Of extends Summary>({ theCase, asOf }: Standing, progress: Of) {
  return { progress, report: { theCase, progress, asOfGiven: asOf.given } };
}

export async function journalOf(paths: CasePaths, how: HowToRead): Promise<readonly JournalEntry[]> {
  return sound(await readJournal(paths, how), `the journal of ${paths.id}`).value;
}

export function envelopeOf(context: Context, problems: readonly Problem[]): Envelope {
  return { toolVersion: VERSION, generatedAt: context.clock.now(), problems };
}
