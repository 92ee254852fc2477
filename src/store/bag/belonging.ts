// What belongs to the record of a case, by the way in its folder. Files that the program does not know are somebody's own: a bag
// goes to strangers, so they stay behind unless they are asked for by name.
import { SET_ASIDE } from '../append/set-aside.ts';

export interface Belonging {
  /** Only these runs, with what they rest on in the case's folder; none: the whole record. */
  readonly runs: readonly string[];
  /** Files that the case or its journal names: schedules, copies of orders, papers. */
  readonly named: ReadonlySet<string>;
  /** Files and folders that a person wants in it besides, without a slash at the end. */
  readonly besides: readonly string[];
  /** Ids of runs and shards that somebody writes at this moment. */
  readonly underWay: ReadonlySet<string>;
}

interface Belongs {
  /** `descend`: a folder of which some may. */
  readonly takes: boolean | 'descend';
  /** Absent: nobody misses it. */
  readonly why?: string;
}

/** See docs/case-folder.md. */
const FILES = new Set(['case.yaml', 'journal.yaml', 'imports.yaml', 'rehearsal.yaml']);
const FOLDERS = new Set(['runs', 'shards', 'letters', 'replies', 'signed', 'imports', 'alarms', 'orders']);

interface Place extends Belonging {
  readonly isFolder: boolean;
}

/** `file`: its way in the case's folder, with slashes. */
export function belongs(file: string, place: Place): Belongs {
  if (place.besides.some((one) => one === file || file.startsWith(`${one}/`))) return taken(place);
  if (place.runs.length > 0) return ofRuns(file, place);
  const [top = ''] = file.split('/');
  if (isWithinNamed(file, place)) return taken(place);
  if (!FOLDERS.has(top)) return FILES.has(file) && !place.isFolder ? { takes: true } : unknown(file, place);
  const why = whyLeft(file, place);
  return why === undefined ? taken(place) : { takes: false, ...(why !== '' && { why }) };
}

/** A case, its names and copies of its orders belong to each of its runs. */
function ofRuns(file: string, place: Place): Belongs {
  if (file === 'case.yaml' || isWithinNamed(file, place)) return taken(place);
  if (file === 'runs' && place.isFolder) return { takes: 'descend' };
  const leads = place.isFolder && place.besides.some((one) => one.startsWith(`${file}/`));
  if (leads) return { takes: 'descend' };
  const takes = place.runs.some((id) => file.startsWith(`runs/${id}.`)) && !isLock(file);
  return { takes: takes && (place.isFolder ? 'descend' : true) };
}

function taken({ isFolder }: Place): Belongs {
  return { takes: isFolder ? 'descend' : true };
}

function isWithinNamed(file: string, { named, isFolder }: Place): boolean {
  return named.has(file) || (isFolder && [...named].some((one) => one.startsWith(`${file}/`)));
}

function unknown(file: string, { isFolder, besides }: Place): Belongs {
  if (isFolder && besides.some((one) => one.startsWith(`${file}/`))) return { takes: 'descend' };
  if (file === 'drafts') return { takes: false, why: 'drafts, which may be deleted at any time' };
  if (file === 'change.pending') return { takes: false, why: 'a change of the case that is under way or broke off' };
  if (isLock(file)) return { takes: false };
  return { takes: false, why: 'nothing in the record names it' };
}

/** `undefined`: it belongs to the record. Empty: it does not, and nobody misses it. */
function whyLeft(file: string, { isFolder, underWay }: Place): string | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (isLock(file)) return '';
  if (name.startsWith('.')) return 'hidden, and nothing of the record is';
  if (isFolder && /^letters\/[^/]+\.partial$/.test(file)) return 'a letter whose issue broke off';
  const id = /^(?:runs|shards)\/(.+)\.(?:yaml|warc\.gz)\.partial$/.exec(file)?.[1];
  return id !== undefined && underWay.has(id) ? 'a run that is under way' : undefined;
}

/** Or what a file is until it has its name. */
function isLock(file: string): boolean {
  return file.endsWith('.lock') || file.endsWith('.takedown-new');
}

/** Time stamps (RFC 3161) of runs, among files of a payload. */
export function stampsAmong(files: readonly string[]): readonly string[] {
  return files.filter((file) => /\/runs\/[^/]+\.tsr$/.test(file));
}

/** Ids of runs and shards that were begun and never finished, among files of a payload. */
export function unfinishedAmong(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => /\/(?:runs|shards)\/([^/]+)\.yaml\.partial$/.exec(file)?.[1] ?? []);
}

/** The same of those that a person has set aside. */
export function setAsideAmong(files: readonly string[]): readonly string[] {
  const ending = `.yaml${SET_ASIDE}`;
  return files.flatMap((file) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return name.endsWith(ending) ? [name.slice(0, -ending.length)] : [];
  });
}
