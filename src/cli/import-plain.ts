// The import of a long list in which every line is a name and nothing else: a million of them at line speed, with their places told
// as stretches.
import { appendNames } from '../casefile/edit.ts';
import type { DocumentSource } from '../intake/placed.ts';
import { type PlainList, plainList } from '../intake/plain-list.ts';
import { drop } from '../model/harmless.ts';
import { type ImportedStretch, placeWords, stretchOf } from '../model/import.ts';
import type { Instant } from '../model/instant.ts';
import type { Name } from '../model/name.ts';
import type { ImportedSure, ImportReport } from '../reports/import-report.ts';
import { appendImports } from '../store/imports.ts';
import { machineFor } from './checking.ts';
import type { Context } from './context.ts';
import type { Ground } from './import-ground.ts';
import { copyMeant, copyOf } from './import-keeping.ts';
import { MARKED, refuseChanged, replaceTarget } from './import-writing.ts';
import { digestOf, REPEATS } from './importing.ts';

export interface ManyNames {
  readonly source: DocumentSource;
  readonly list: PlainList;
  /** Which of the list's names the schedule lacks, by their number there. */
  readonly fresh: Uint32Array;
  readonly report: ImportReport;
}

/** How many of them a report holds one by one. */
const SHOWN = 60;

/** `undefined`: they are imported as every other document is. */
export function manyNames(ground: Ground, sources: readonly DocumentSource[]): ManyNames | undefined {
  const [source] = sources;
  if (source === undefined || sources.length > 1 || !isLong(source)) return undefined;
  const list = plainList(source, ground.knowing);
  if (list === undefined || list.count <= MARKED) return undefined;
  const fresh = freshOf(ground, list);
  return { source, list, fresh, report: reportOn(ground, { source, list, fresh }) };
}

function isLong({ octets }: DocumentSource): boolean {
  let lines = 0;
  for (let at = octets.indexOf(10); at !== -1 && lines <= MARKED; at = octets.indexOf(10, at + 1)) lines += 1;
  return lines > MARKED;
}

function freshOf({ schedule }: Ground, list: PlainList): Uint32Array {
  const there = new Set<Name>(schedule.names.map(({ name }) => name));
  const fresh = new Uint32Array(list.count);
  let count = 0;
  for (let at = 0; at < list.count; at += 1) {
    if (there.size > 0 && there.has(list.name(at))) continue;
    fresh[count] = at;
    count += 1;
  }
  return fresh.subarray(0, count);
}

function reportOn(ground: Ground, { source, list, fresh }: Omit<ManyNames, 'report'>): ImportReport {
  const { theCase, schedule, target, elsewhere } = ground;
  const { file } = source;
  const sha256 = digestOf(source);
  const row = (at: number): ImportedSure => {
    const name = list.name(at);
    const where = placeWords({ line: list.line(at) });
    return { name, printed: name, file, where, there: false, elsewhere: elsewhere(name) };
  };
  return {
    caseId: theCase.id,
    schedule: schedule.id,
    file: target.label,
    before: schedule.names.length,
    ...(schedule.statedCount === undefined ? {} : { stated: schedule.statedCount }),
    documents: [{ file, sha256, ...copyMeant(ground, { file, sha256 }), format: 'text', remarks: [] }],
    sure: [...new Set([...fresh.subarray(0, SHOWN), ...knownElsewhere(list, fresh, elsewhere)])].map(row),
    check: [],
    refused: [],
    repeated: list.repeated.count,
    repeats: list.repeated.told.slice(0, REPEATS).map(({ name, line, firstLine }) => ({
      name,
      file: source.file,
      where: placeWords({ line }),
      first: placeWords({ line: firstLine }),
    })),
    added: [],
    many: {
      sure: list.count,
      there: list.count - fresh.length,
      added: fresh.length,
      names: () => namesOf(list, fresh),
    },
    written: false,
  };
}

/** The first of those that another schedule or case has. */
function knownElsewhere(list: PlainList, fresh: Uint32Array, elsewhere: Ground['elsewhere']): readonly number[] {
  const found: number[] = [];
  for (const at of fresh) {
    if (elsewhere(list.name(at)).length > 0 && found.push(at) >= SHOWN) break;
  }
  return found;
}

function* namesOf(list: PlainList, fresh: Uint32Array): Iterable<Name> {
  for (const at of fresh) yield list.name(at);
}

interface Agreed {
  readonly by: string;
  readonly at: Instant;
  readonly context: Context;
}

/** Comes back with the copies that are kept. */
export async function writeMany(
  ground: Ground,
  many: ManyNames,
  { by, at, context }: Agreed,
): Promise<readonly string[]> {
  const { schedule, target, paths, keeps } = ground;
  const { source, list, fresh } = many;
  const sha256 = digestOf(source);
  refuseChanged(target);
  const copy = copyOf(ground, { ...source, sha256 });
  replaceTarget(target, appendNames({ file: target.label, text: target.text }, namesOf(list, fresh)));
  const entry = {
    at,
    by,
    schedule: schedule.id,
    file: drop(source.file),
    sha256,
    octets: source.octets.length,
    copy,
    format: 'text',
    ...(schedule.statedCount === undefined ? {} : { stated: schedule.statedCount }),
    names: boundedStretches(list, fresh),
    answers: [],
  };
  await appendImports(paths, [entry], machineFor(context));
  return keeps ? [copy] : [];
}

/** A list with more gaps than this is one stretch, of which nobody says on which lines its names stand. */
const STRETCHES = 2000;

function boundedStretches(list: PlainList, fresh: Uint32Array): readonly ImportedStretch[] {
  const found: ImportedStretch[] = [];
  for (const stretch of stretches(list, fresh)) {
    if (found.length < STRETCHES) found.push(stretch);
    else {
      const [first, last] = [fresh[0] ?? 0, fresh.at(-1) ?? 0].map(list.name);
      return first === undefined || last === undefined ? found : [{ first, last, count: fresh.length }];
    }
  }
  return found;
}

/** Of lines that follow one another; a name that was there already, or a blank line, ends one. */
function* stretches(list: PlainList, fresh: Uint32Array): Iterable<ImportedStretch> {
  let first = 0;
  for (let to = 1; to <= fresh.length; to += 1) {
    const [before, next] = [fresh[to - 1] ?? 0, fresh[to]];
    if (next !== undefined && list.line(next) === list.line(before) + 1) continue;
    const from = fresh[first] ?? 0;
    const ends = { first: list.name(from), last: list.name(before) };
    yield stretchOf({ ...ends, count: to - first, place: { line: list.line(from) } });
    first = to;
  }
}
