// A case as it stands at an instant: its files, its record and the progress made of them. Reads only.
import type { JournalEntry } from '../model/journal.ts';
import type { Problem } from '../model/problem.ts';
import type { Progress } from '../model/progress.ts';
import type { CaseRecord } from '../model/record.ts';
import { progressOf } from '../progress/progress.ts';
import type { Envelope, Report } from '../reports/report.ts';
import { type HowToRead, readJournal } from '../store/journal.ts';
import { openRecord } from '../store/record.ts';
import type { CasePaths } from '../store/workspace.ts';
import { asOfIn } from './as-of.ts';
import { cacheOf } from './cache.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { presentOf } from './present.ts';
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
  const { theCase } = loaded;
  const journal = await journalOf(paths, { from: context.folder, ...(cache && { cache }) });
  const now = presentOf({ paths, theCase, journal }, context);
  const asOf = asOfIn(options['asOf'], { court: theCase.court, now });
  return { paths, ...viewBy({ paths, loaded, asOf, journal }) };
}

interface Standing {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asOf: ReturnType<typeof asOfIn>;
}

export async function viewAt({
  context,
  ...standing
}: Standing & { readonly context: Context }): Promise<Omit<CaseView, 'paths'>> {
  return viewBy({ ...standing, journal: await journalOf(standing.paths, { from: context.folder }) });
}

function viewBy({
  paths,
  loaded,
  asOf,
  journal,
}: Standing & { readonly journal: readonly JournalEntry[] }): Omit<CaseView, 'paths'> {
  const { theCase } = loaded;
  const record = openRecord({ paths, asOf: asOf.at, journal });
  const progress = progressOf({ theCase, record, asOf: asOf.at });
  return { ...loaded, record, progress, report: { theCase, progress, asOfGiven: asOf.given } };
}

export async function journalOf(paths: CasePaths, how: HowToRead): Promise<readonly JournalEntry[]> {
  return sound(await readJournal(paths, how), `the journal of ${paths.id}`).value;
}

export function envelopeOf(context: Context, problems: readonly Problem[]): Envelope {
  return { toolVersion: VERSION, generatedAt: context.clock.now(), problems };
}
