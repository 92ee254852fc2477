// What `takedown import` does: read the lists, compare with the schedule, and write the schedule whole.
import { appendNames } from '../casefile/edit.ts';
import { type NamesReading, readNames } from '../casefile/names-file.ts';
import type { SourceText } from '../casefile/source.ts';
import type { Schedule } from '../model/case.ts';
import type { Name } from '../model/name.ts';
import type { Problem } from '../model/problem.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { type CaseFile, fileOfCase, replaceUnchanged } from '../store/case-files.ts';
import { readSource } from '../store/sources.ts';
import type { Call } from './command.ts';
import { caseIn, caseMeant, sound } from './workspace.ts';

export interface ImportDone {
  /** The schedule's file, as people call it. */
  readonly file: string;
  readonly added: readonly Name[];
  readonly already: number;
  readonly duplicates: number;
  readonly refused: NamesReading['refused'];
  /** The same with their places. */
  readonly problems: readonly Problem[];
  readonly written: boolean;
}

export interface Gathered extends ImportDone {
  readonly target: CaseFile;
}

export async function gather(call: Call): Promise<Gathered> {
  const [id, ...files] = call.arguments;
  const paths = caseMeant(call, id);
  const { theCase } = await caseIn(paths, { quick: true, from: call.context.folder });
  const schedule = scheduleMeant(theCase.schedules, call.options['schedule']);
  const target = fileOfCase(paths, schedule.file, call.context.folder);
  const there = new Set(schedule.names.map(({ name }) => name));
  const readings = [];
  for (const file of files) readings.push(sound(readNames(await listSource(call, file)), file).value);
  const found = readings.flatMap((reading) => reading.found.map(({ name }) => name));
  const distinct = [...new Set(found)];
  const added = distinct.filter((name) => !there.has(name));
  const repeated = readings.reduce((sum, reading) => sum + reading.duplicates.length, found.length - distinct.length);
  return {
    target,
    file: target.label,
    added,
    already: distinct.length - added.length,
    duplicates: repeated,
    refused: readings.flatMap(({ refused }) => refused),
    problems: readings.flatMap(({ problems }) => problems),
    written: false,
  };
}

export async function write(gathered: Gathered): Promise<Gathered> {
  const { target, added } = gathered;
  if (added.length === 0) return { ...gathered, written: true };
  const text = appendNames({ file: target.label, text: target.text }, added);
  if (replaceUnchanged(target, text)) return { ...gathered, written: true };
  throw new TakedownError('guard', {
    code: 'changed-meanwhile',
    message: `${target.label} was changed by somebody else meanwhile; nothing was written.`,
    hint: 'Run the command again.',
  });
}

/** A list by its name; `-` is standard input. */
export async function listSource({ context }: Call, file: string): Promise<SourceText> {
  if (file === '-') return { file: 'standard input', octets: await context.input.read() };
  const source = readSource(file, context.folder);
  if (source !== undefined) return source;
  throw new TakedownError('use', { code: 'no-such-file', message: `There is no file ${file}.` });
}

function scheduleMeant(schedules: readonly Schedule[], id: unknown): Schedule {
  const [only] = schedules;
  if (id === undefined && only !== undefined && schedules.length === 1) return only;
  const found = schedules.find((schedule) => schedule.id === id);
  if (found !== undefined) return found;
  throw new TakedownError('use', {
    code: 'which-schedule',
    message:
      id === undefined
        ? 'The case has more than one schedule: say which with --schedule.'
        : `The case has no schedule "${String(id)}".`,
    hint: `Schedules: ${schedules.map((schedule) => schedule.id).join(', ')}.`,
  });
}
