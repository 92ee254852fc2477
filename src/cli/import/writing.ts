// What was agreed, written: the names at the end of the schedule, each with its place beside it, and an entry of imports.yaml for
// every document, the schedule first: an entry about names that nobody added would be a lie.
import { appendNames } from '../../casefile/edit.ts';
import { markOf } from '../../casefile/origin.ts';
import type { Place } from '../../intake/placed.ts';
import { type ImportAnswer, type ImportEntry, type PlacedName, stretchesOf } from '../../model/case/import.ts';
import type { Instant } from '../../model/instant.ts';
import type { Name } from '../../model/name.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { drop } from '../../model/text/harmless.ts';
import { changeCase } from '../../store/case/change.ts';
import { type CaseFile, type ChangedFile, isUnchanged } from '../../store/case/rewrite.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Context } from '../context.ts';
import { machineFor } from '../lock-holder.ts';
import type { Answers } from './decisions.ts';
import type { Gathered, SiftedDocument } from './importing.ts';
import { copyOf } from './keeping.ts';

/** Beyond these a place beside every name would make a list unreadable: its stretches stand in imports.yaml. */
export const MARKED = 2000;

export interface Agreed {
  readonly answers: Answers;
  readonly by: string;
  readonly at: Instant;
}

interface Taken {
  readonly document: SiftedDocument;
  readonly names: readonly PlacedName[];
}

/** The names of each document, in its order, without those that are there already. */
export function takenOf({ schedule, documents, doubts }: Gathered, answers: Answers): readonly Taken[] {
  const there = new Set<Name>(schedule.names.map(({ name }) => name));
  return documents.map((document) => {
    const order = new Map<Place, number>(document.text.lines.map(({ place }, at) => [place, at]));
    const answered = [...answers].flatMap(([row, { name }]) => {
      const doubt = doubts.get(row);
      const here = doubt !== undefined && document.sifted.check.includes(doubt);
      return here && name !== undefined ? [{ name, place: doubt.place, printed: doubt.printed }] : [];
    });
    const all: readonly (PlacedName & { readonly place: Place; readonly printed: string })[] = [
      ...document.sifted.sure,
      ...answered,
    ];
    const sorted = all.toSorted((a, b) => (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0));
    const names = sorted.flatMap((one): readonly PlacedName[] => {
      if (there.has(one.name)) return [];
      there.add(one.name);
      return [one.printed.toLowerCase() === one.name ? { name: one.name, place: one.place } : one];
    });
    return { document, names };
  });
}

/** Comes back with the copies that are kept. */
export async function write(
  gathered: Gathered,
  { answers, by, at }: Agreed,
  context: Context,
): Promise<readonly string[]> {
  const taken = takenOf(gathered, answers).filter(({ names }) => names.length > 0);
  if (taken.length === 0) return [];
  const { target, paths, keeps } = gathered;
  const many = taken.reduce((sum, { names }) => sum + names.length, 0) > MARKED;
  const plain = many || /\.csv$/i.test(target.label);
  const lines = taken.flatMap(({ document, names }) =>
    plain ? names.map(({ name }) => name) : [headOf(document, { by, at }), ...marked(document, names)],
  );
  refuseChanged(target);
  const copies = taken.map(({ document }) => copyOf(gathered, document));
  const text = appendNames({ file: target.label, text: target.text }, lines);
  const entries = taken.map((one, nth) => entryOf(gathered, { ...one, copy: copies[nth] }, { answers, by, at }));
  await writeNames(paths, { target, text, entries }, context);
  return keeps ? copies : [];
}

/** Before anything of an import is written. */
export function refuseChanged(target: CaseFile): void {
  if (!isUnchanged(target)) throw changedMeanwhile(target);
}

interface WrittenNames extends ChangedFile {
  readonly entries: readonly ImportEntry[];
}

export async function writeNames(
  paths: CasePaths,
  { target, text, entries }: WrittenNames,
  context: Context,
): Promise<void> {
  const other = await changeCase(paths, { files: [{ target, text }], entries }, machineFor(context));
  if (other !== undefined) throw changedMeanwhile(other);
}

function changedMeanwhile({ label }: CaseFile): TakedownError {
  return new TakedownError('guard', {
    code: 'changed-meanwhile',
    message: `${label} was changed by somebody else meanwhile; nothing was written.`,
    hint: 'Run the command again.',
  });
}

export function headOf(
  { file, sha256 }: Pick<SiftedDocument, 'file' | 'sha256'>,
  { by, at }: Pick<Agreed, 'by' | 'at'>,
): string {
  return `# from ${drop(file)}, SHA-256 ${sha256.slice(0, 16)}…, accepted by ${drop(by)} on ${at.slice(0, 10)}`;
}

export function marked({ sha256 }: Pick<SiftedDocument, 'sha256'>, names: readonly PlacedName[]): readonly string[] {
  return names.map(({ name, place }) => `${name}  # ${drop(markOf(sha256, place))}`);
}

interface TakenAndKept extends Taken {
  readonly copy: string | undefined;
}

/** What was said of the doubtful names of a document. */
export function answersSaid(
  { doubts }: Pick<Gathered, 'doubts'>,
  { sifted }: Pick<SiftedDocument, 'sifted'>,
  answers: Answers,
): readonly ImportAnswer[] {
  return [...answers].flatMap(([row, { kind, name }]): readonly ImportAnswer[] => {
    const doubt = doubts.get(row);
    if (doubt === undefined || kind === 'skip' || !sifted.check.includes(doubt)) return [];
    return [{ printed: drop(doubt.printed), ...(name === undefined ? {} : { name }), ...doubt.place }];
  });
}

function entryOf(
  gathered: Gathered,
  { document, names, copy }: TakenAndKept,
  { answers, by, at }: Agreed,
): ImportEntry {
  const { schedule } = gathered;
  const said = answersSaid(gathered, document, answers);
  const { id, statedCount: stated } = schedule;
  return importEntry({
    document,
    copy,
    names,
    at,
    by,
    schedule: id,
    ...(stated === undefined ? {} : { stated }),
    answers: said,
  });
}

interface Imported extends Pick<ImportEntry, 'at' | 'by' | 'schedule' | 'stated' | 'answers' | 'copy'> {
  readonly document: Pick<SiftedDocument, 'file' | 'sha256' | 'octets' | 'text'>;
  readonly names: readonly PlacedName[];
}

/** What imports.yaml says of one document. What was printed is told of names that are marked one by one. */
export function importEntry({ document, copy, names, at, by, schedule, stated, answers }: Imported): ImportEntry {
  const { file, sha256, octets, text } = document;
  const printedOf = ({ printed }: PlacedName) =>
    printed === undefined || names.length > MARKED ? undefined : drop(printed);
  return {
    at,
    by,
    schedule,
    file: drop(file),
    sha256,
    octets: octets.length,
    ...(copy === undefined ? {} : { copy }),
    format: text.format,
    ...(text.pages === undefined ? {} : { pages: text.pages }),
    ...(stated === undefined ? {} : { stated }),
    names: stretchesOf(names.map((one) => ({ ...one, printed: printedOf(one) }))),
    answers,
  };
}
