// What `takedown amend` does: the case with the later order, made in memory and read like any other; what it changes; and
// the two files that are written for it, the new schedule first.
import { appendNames, appendOrder, setInCase } from '../../casefile/edit.ts';
import { newOrderText } from '../../casefile/new-order.ts';
import { parseCase } from '../../casefile/parse.ts';
import type { SourceText } from '../../casefile/source.ts';
import type { Case } from '../../model/case/case.ts';
import type { ImportEntry } from '../../model/case/import.ts';
import type { Order } from '../../model/case/order.ts';
import { type Instant, parseInstant } from '../../model/instant.ts';
import type { Problem } from '../../model/problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { changeCase } from '../../store/case/change.ts';
import { type CaseFile, type ChangedFile, fileOfCase } from '../../store/case/rewrite.ts';
import type { Machine } from '../../store/disk/lock.ts';
import { readInside, readOwn } from '../../store/sources.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { sound } from '../workspace.ts';
import type { AmendAnswers } from './answers.ts';
import type { AmendedNames } from './names.ts';
import { listLines, type Who } from './origin.ts';

interface Amending {
  readonly paths: CasePaths;
  /** As it stands. */
  readonly theCase: Case;
  readonly problems: readonly Problem[];
  readonly from: string;
  readonly who: Who;
}

export interface Amended {
  readonly theCase: Case;
  readonly order: Order;
  readonly orderText: string;
  readonly files: readonly ChangedFile[];
  /** Warnings that the case did not have. */
  readonly problems: readonly Problem[];
}

/** `entered`: known also where it stands in the written order. */
export async function amended(amending: Amending, said: AmendAnswers, names: AmendedNames): Promise<Amended> {
  const { paths, from } = amending;
  const caseFile = fileOfCase(paths, 'case.yaml', from);
  const orderText = orderTextOf(said, names);
  const schedule = names.schedule === undefined ? undefined : scheduleFile(amending, names);
  const text = withOrder(caseFile, { orderText, names });
  const files = [...(schedule === undefined ? [] : [schedule]), { target: caseFile, text }];
  const checked = await parseCase({
    id: paths.id,
    caseFile: sourceOf(caseFile.label, text),
    read: (file) =>
      schedule !== undefined && file === names.schedule?.file
        ? sourceOf(schedule.target.label, schedule.text)
        : readInside(paths.folder, file, from),
    ...recipientsOf(amending),
  });
  const { value, problems } = sound(checked, `${paths.id} with the order ${said.id}`);
  const order = value.orders.find(({ id }) => id === said.id);
  if (order === undefined) throw new Error(`the order ${said.id} is not where it was put`);
  const had = new Set(amending.problems.map(keyOf));
  return { theCase: value, order, orderText, files, problems: problems.filter((one) => !had.has(keyOf(one))) };
}

function keyOf({ code, message }: Problem): string {
  return `${code} ${message}`;
}

function recipientsOf({ paths, from }: Amending): { readonly recipients?: SourceText } {
  const recipients = readOwn(paths.recipients, from);
  return recipients === undefined ? {} : { recipients };
}

function sourceOf(file: string, text: string): SourceText {
  return { file, octets: new TextEncoder().encode(text) };
}

function orderTextOf({ answers, written }: AmendAnswers, { adds, releases }: AmendedNames): string {
  const { order: id, docketEntry, entered, expires, extends: extended, until, because } = answers;
  const { kind } = answers;
  return newOrderText({
    ...(written === undefined ? {} : { written }),
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { kind: kind as Order['kind'] }),
    ...(docketEntry === undefined ? {} : { docketEntry: Number(docketEntry) }),
    ...(entered === undefined ? {} : { entered }),
    ...(expires === undefined ? {} : { expires }),
    ...(extended === undefined ? {} : { extends: { order: extended, until: until ?? 'further-order' } }),
    ...(adds === undefined ? {} : { adds }),
    ...(releases.length === 0 ? {} : { releases: { names: releases, ...(because === undefined ? {} : { because }) } }),
  });
}

function scheduleFile({ paths, from, who }: Amending, names: AmendedNames): ChangedFile {
  const target = fileOfCase(paths, names.schedule?.file ?? '', from);
  if (target.existed) {
    throw new TakedownError('guard', {
      code: 'file-exists',
      message: `There is a file ${target.label} already; nothing was written.`,
      hint: 'Name another schedule with --schedule.',
    });
  }
  return { target, text: appendNames({ file: target.label, text: '' }, listLines(names, who)) };
}

function withOrder({ text }: CaseFile, order: { readonly orderText: string; readonly names: AmendedNames }): string {
  const { schedule } = order.names;
  const { id, ...definition } = schedule ?? { id: undefined };
  const listed = id === undefined ? undefined : setInCase(text, { path: ['schedules', id], value: definition });
  if (listed?.ok === false) throw notWritten(listed.reason);
  const edited = appendOrder(listed?.text ?? text, order.orderText);
  if (!edited.ok) throw notWritten(edited.reason);
  return edited.text;
}

function notWritten(reason: string): TakedownError {
  return new TakedownError('failed', {
    code: 'not-editable',
    message: `The case file cannot be edited by the program: ${reason}`,
    hint: 'Add the order by hand; --dry-run --json shows its text.',
  });
}

/** When the order is entered, as its flag or the written order says. */
export function enteredOf({ answers, written }: AmendAnswers): Instant | undefined {
  const text = answers['entered'] ?? /^entered:[ ]*["']?([^"'#\n]*)/m.exec(written ?? '')?.[1]?.trim();
  return text === undefined ? undefined : parseInstant(text);
}

interface AmendmentToWrite extends Pick<Amended, 'files'> {
  readonly entries: readonly ImportEntry[];
}

export async function writeAmended(paths: CasePaths, amendment: AmendmentToWrite, machine: Machine): Promise<void> {
  const other = await changeCase(paths, amendment, machine);
  if (other === undefined) return;
  throw new TakedownError('guard', {
    code: 'changed-meanwhile',
    message: `${other.label} was changed by somebody else meanwhile; it was left as it is.`,
    hint: 'Run the command again.',
  });
}
