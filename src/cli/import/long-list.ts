// The import of a long list, a name a line: a million of them at line speed, with their places told as stretches. The few lines that
// are odd are shown and asked about like those of any other document.
import { appendNames } from '../../casefile/edit.ts';
import type { DocumentSource } from '../../intake/placed.ts';
import { type PlainList, plainList } from '../../intake/plain-list.ts';
import type { DoubtfulName } from '../../intake/sifted.ts';
import { type ImportEntry, placeWords } from '../../model/case/import.ts';
import type { Name } from '../../model/name.ts';
import { sha256 } from '../../model/sha256.ts';
import { drop } from '../../model/text/harmless.ts';
import type { ImportedDoubt, ImportedSure, ImportReport } from '../../reports/import/report.ts';
import type { Answers } from './decisions.ts';
import type { Ground } from './ground.ts';
import { type Importable, reportWith } from './importable.ts';
import { type Gathered, REPEATS, reportOn, type SiftedDocument } from './importing.ts';
import { copyMeant, copyOf } from './keeping.ts';
import { boundedStretches, type Entry, merged, nameOf } from './stretches.ts';
import { answersSaid, MARKED, refuseChanged, takenOf, writeNames } from './writing.ts';

interface ManyNames {
  readonly ground: Ground;
  readonly source: DocumentSource;
  readonly sha256: string;
  readonly list: PlainList;
  /** Which of the list's names the schedule lacks, by their number there. */
  readonly fresh: Uint32Array;
  /** The odd lines, as a document of their own. */
  readonly odd: Gathered;
}

/** How many of them a report holds one by one. */
const SHOWN = 60;

/** `undefined`: they are imported as every other document is. */
export function manyNames(ground: Ground, sources: readonly DocumentSource[]): Importable | undefined {
  const [source] = sources;
  if (source === undefined || sources.length > 1 || !isLong(source)) return undefined;
  const list = plainList(source, ground.knowing);
  if (list === undefined || list.count <= MARKED) return undefined;
  const digest = sha256(source.octets);
  const odd = oddLines(ground, { ...source, sha256: digest }, list);
  const many = { ground, source, sha256: digest, list, fresh: freshOf(ground, list), odd };
  const { theCase, paths, earlier } = ground;
  const shown = shownOf(many);
  return {
    ...{ theCase, paths, earlier },
    digests: [digest],
    doubts: odd.doubts,
    report: (answers) => reportOf(many, shown, answers),
    write: (agreed, context) => writeMany(many, agreed, context),
  };
}

function isLong({ octets }: DocumentSource): boolean {
  let lines = 0;
  for (let at = octets.indexOf(10); at !== -1 && lines <= MARKED; at = octets.indexOf(10, at + 1)) lines += 1;
  return lines > MARKED;
}

function oddLines(
  ground: Ground,
  source: Pick<SiftedDocument, 'file' | 'octets' | 'sha256'>,
  { rest }: PlainList,
): Gathered {
  const documents = rest === undefined ? [] : [{ ...source, ...rest }];
  const doubts = new Map<ImportedDoubt, DoubtfulName>();
  return { ...ground, documents, report: reportOn({ ...ground, documents }, doubts), doubts };
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

/** The first of what is new, and of what another schedule or case has. */
function shownOf({ ground: { elsewhere }, source, list, fresh }: ManyNames): readonly ImportedSure[] {
  const known: number[] = [];
  for (const at of fresh) if (elsewhere(list.name(at)).length > 0 && known.push(at) >= SHOWN) break;
  return [...new Set([...fresh.subarray(0, SHOWN), ...known])].map((at) => {
    const name = list.name(at);
    const where = placeWords({ line: list.line(at) });
    return { name, printed: name, file: source.file, where, there: false, elsewhere: elsewhere(name) };
  });
}

function reportOf(many: ManyNames, shown: readonly ImportedSure[], answers: Answers): ImportReport {
  const { ground, source, sha256, list, fresh, odd } = many;
  const { file } = source;
  const report = reportWith(odd, answers);
  const more = entriesOf(many, answers);
  const there = report.sure.filter((one) => one.there).length;
  return {
    ...report,
    documents: [{ file, sha256, ...copyMeant(ground, { file, sha256 }), format: 'text', remarks: [] }],
    sure: [...shown, ...report.sure.slice(0, SHOWN)].toSorted((a, b) => lineOf(a) - lineOf(b)),
    repeated: list.repeated.count + report.repeated,
    repeats: repeatsOf(many),
    added: [],
    many: {
      sure: list.count + report.sure.length,
      there: list.count - fresh.length + there,
      fresh: fresh.length + report.sure.length - there,
      added: fresh.length + more.length,
      names: () => namesOf(many, more),
    },
  };
}

function lineOf({ where }: ImportedSure): number {
  return Number(/\d+/.exec(where)?.[0]);
}

/** The first of them, in the order of the list. */
function repeatsOf({ list, odd, source: { file } }: ManyNames): ImportReport['repeats'] {
  const others = odd.documents.flatMap(({ sifted }) => sifted.repeated.slice(0, REPEATS));
  const told = [
    ...list.repeated.told,
    ...others.map(({ name, place, first }) => ({ name, line: place.line ?? 0, firstLine: first.line ?? 0 })),
  ];
  const rows = told.toSorted((a, b) => a.line - b.line).slice(0, REPEATS);
  return rows.map(({ name, line, firstLine }) => ({
    ...{ name, file },
    where: placeWords({ line }),
    first: placeWords({ line: firstLine }),
  }));
}

/** What is taken of the odd lines and is not among the others. */
function entriesOf({ odd, list }: ManyNames, answers: Answers): readonly Entry[] {
  const taken = takenOf(odd, answers).flatMap(({ names }) => names);
  return taken.flatMap(({ name, place }) => (list.has(name) ? [] : [{ name, line: place.line ?? 0 }]));
}

function* namesOf(many: ManyNames, more: readonly Entry[]): Iterable<Name> {
  for (const entry of merged(many, more)) yield nameOf(many, entry);
}

async function writeMany(
  many: ManyNames,
  { answers, by, at }: Parameters<Importable['write']>[0],
  context: Parameters<Importable['write']>[1],
): Promise<readonly string[]> {
  const { ground, source, sha256, odd, fresh } = many;
  const { schedule, target, paths, keeps } = ground;
  const more = entriesOf(many, answers);
  if (fresh.length + more.length === 0) return [];
  refuseChanged(target);
  const copy = copyOf(ground, { ...source, sha256 });
  const text = appendNames({ file: target.label, text: target.text }, namesOf(many, more));
  const entry: ImportEntry = {
    ...{ at, by, schedule: schedule.id, file: drop(source.file), sha256, octets: source.octets.length, copy },
    format: 'text',
    ...(schedule.statedCount === undefined ? {} : { stated: schedule.statedCount }),
    names: boundedStretches(many, more),
    answers: odd.documents.flatMap((document) => answersSaid(odd, document, answers)),
  };
  await writeNames(paths, { target, text, entries: [entry] }, context);
  return keeps ? [copy] : [];
}
