// What `takedown doctor` finds of this machine without asking the world: the program's own needs, folders and settings.
import { isTimeZone, localTime } from '../calendar/zone.ts';
import { type Diagnosis, type Finding, fine, notSo, unknown } from '../model/asking/diagnosis.ts';
import { type Instant, millisecondsOf, parseInstant } from '../model/instant.ts';
import { SUFFIX_LIST } from '../model/tables/lists.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { bootstrapCacheIn } from '../store/cache/bootstrap.ts';
import { whyNoWriting } from '../store/disk/may-write.ts';
import type { Workspace } from '../store/workspace.ts';
import { cacheOf } from './cache.ts';
import type { Context } from './context.ts';
import { ENOUGH_FILES, openFilesHere } from './open-files.ts';
import { settingsFound } from './settings.ts';

interface MachineQuestion {
  readonly context: Context;
  readonly workspace: Workspace | undefined;
  /** `process.versions`. */
  readonly versions: { readonly node: string; readonly tz?: string | undefined };
}

export function machineDiagnoses(question: MachineQuestion): readonly Diagnosis[] {
  const { context, workspace, versions } = question;
  const rows: readonly (readonly [string, Finding | undefined])[] = [
    ['Node', nodeFinding(versions.node)],
    ['time zones', zoneFinding(versions.tz)],
    ['open files', openFilesFinding(context)],
    ['settings', settingsFinding(context, workspace?.root)],
    ['cases', casesFinding(workspace)],
    ['cache', cacheFinding(context)],
    ['RDAP servers', bootstrapFinding(context)],
    ['public suffixes', suffixesFinding(context)],
  ];
  return rows.flatMap(([check, finding]) => (finding === undefined ? [] : [{ group: 'machine', check, ...finding }]));
}

/** As package.json has it under `engines`. */
const LEAST_NODE = [20, 19] as const;

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (enough) return fine(`version ${version}`);
  return notSo(`version ${version}`, `Install Node ${LEAST_NODE.join('.')} or later.`);
}

/** In the first days of summer time, which a Node with less than the whole of its zones does not know. */
const PROBE = '2019-03-15T16:00:00Z';

function zoneFinding(tz: string | undefined): Finding {
  const at = parseInstant(PROBE);
  const known =
    at !== undefined && isTimeZone('America/New_York') && localTime(at, 'America/New_York').time === '12:00:00';
  if (known) return fine(`the clocks of courts are known${tz === undefined ? '' : `, tz database ${tz}`}`);
  return notSo('the clocks of courts are not known', 'Use a Node that is built with full ICU: deadlines need it.');
}

function openFilesFinding({ folder }: Context): Finding | undefined {
  const here = openFilesHere(folder);
  if (here === undefined) return undefined;
  if (here === 'unlimited' || here >= ENOUGH_FILES) return fine(`${here} at once`);
  return notSo(`${here} at once`, `Raise the limit before a check: ulimit -n ${ENOUGH_FILES * 2}.`);
}

function settingsFinding(context: Context, root: string | undefined): Finding {
  try {
    const files = settingsFound(context, root);
    return fine(files.length === 0 ? 'none, so those of the program hold' : files.join(', '));
  } catch (error) {
    if (!(error instanceof TakedownError)) throw error;
    return notSo(error.message, 'Mend the file: until then those of the program hold here, and other commands stop.');
  }
}

function casesFinding(workspace: Workspace | undefined): Finding {
  if (workspace === undefined) return fine('no cases/ in this folder or above it; lookups need none');
  const why = whyNoWriting(workspace.cases);
  if (why === undefined) return fine(`${workspace.cases} can be written`);
  return notSo(
    `${workspace.cases} cannot be written: ${why}`,
    'Have the folder made writable: a check keeps its run there.',
  );
}

function cacheFinding(context: Context): Finding {
  const cache = cacheOf(context);
  if (cache === undefined) return fine('no folder for it; everything is fetched and read anew');
  const why = whyNoWriting(cache.folder);
  if (why === undefined) return fine(`${cache.folder} can be written`);
  return notSo(
    `${cache.folder} cannot be written: ${why}`,
    'Have it made writable, or set XDG_CACHE_HOME; it saves time.',
  );
}

function bootstrapFinding(context: Context): Finding {
  const cache = cacheOf(context);
  const now = context.clock.now();
  const kept = cache && bootstrapCacheIn(cache.folder, context.clock).read();
  if (kept === undefined) return fine('no list is kept yet; the next lookup fetches it');
  return ageFinding(kept.at, now);
}

/** Registries move their servers a few times a year. */
const OLD_DAYS = 30;

function ageFinding(at: Instant, now: Instant): Finding {
  const days = Math.floor((millisecondsOf(now) - millisecondsOf(at)) / 86_400_000);
  const text = `the list that is kept is of ${at.slice(0, 10)}${days === 0 ? '' : `, ${days} days old`}`;
  return days < OLD_DAYS ? fine(text) : unknown(text, 'It is fetched anew with the next lookup, once HTTPS is open.');
}

/** Registries open new suffixes a few times a year, and a name under an unknown one is taken for a host name or for a domain. */
const OLD_SUFFIX_DAYS = 365;

function suffixesFinding({ clock }: Context): Finding {
  const { published, version } = SUFFIX_LIST;
  const days = Math.floor((millisecondsOf(clock.now()) - Date.parse(published)) / 86_400_000);
  const text = `the list is of ${published} (${SUFFIX_LIST.package} ${version})`;
  if (days <= OLD_SUFFIX_DAYS) return fine(text);
  return unknown(
    `${text}, ${days} days old`,
    'Install a later version of the program: names under newer suffixes are judged wrongly.',
  );
}
