// The names that come with a later order, held against those that orders cover by then: which are further ones, and which
// are let go. The list is read as `takedown import` reads one.
import { type NamesReading, readNames } from '../casefile/names-file.ts';
import type { Case } from '../model/case.ts';
import type { Instant } from '../model/instant.ts';
import { byCodeUnit, type Name } from '../model/name.ts';
import type { ParagraphRef } from '../model/order.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { amendedOrders } from '../relief/amendments.ts';
import { compile } from '../relief/compile.ts';
import type { AmendAnswers } from './amend-answers.ts';
import type { Call } from './command.ts';
import { listSource } from './reading-document.ts';
import { sound } from './workspace.ts';

export interface AmendedNames {
  /** Absent: no further names. */
  readonly schedule?: { readonly id: string; readonly file: string; readonly 'stated-count'?: number };
  readonly adds?: { readonly schedule: string; readonly to: readonly ParagraphRef[] };
  /** What the new schedule holds: of further names all that the order lists, also those that stood in an earlier list. */
  readonly added: readonly Name[];
  readonly releases: readonly Name[];
  /** Names of the list, each once, and the entries that are none. */
  readonly listed: number;
  readonly refused: NamesReading['refused'];
  readonly source?: string;
}

export const NO_NAMES: AmendedNames = { added: [], releases: [], listed: 0, refused: [] };

export interface NamesQuestion {
  readonly theCase: Case;
  readonly entered: Instant;
  readonly said: AmendAnswers;
}

export async function namesWith(call: Call, { theCase, entered, said }: NamesQuestion): Promise<AmendedNames> {
  const file = call.arguments[1];
  if (file === undefined || said.list === undefined) return NO_NAMES;
  const reading = sound(readNames(await listSource(call, file)), file).value;
  if (reading.refused.length > 0 && call.options['skipRefused'] !== true) throw refusal(reading);
  const names = reading.found.map(({ name }) => name);
  const { byName, names: rows } = compile(theCase, entered);
  const covered = rows.filter(({ name }) => byName(name).length > 0).map(({ name }) => name);
  const common = { listed: names.length, refused: reading.refused, source: file };
  if (said.list === 'release') return { ...common, added: [], releases: [...names].sort(byCodeUnit) };
  const [had, has] = [new Set(covered), new Set(names)];
  const further = names.filter((name) => !had.has(name));
  const added = said.list === 'add' && further.length > 0 ? names : further;
  const releases = said.list === 'add' ? [] : covered.filter((name) => !has.has(name)).sort(byCodeUnit);
  if (added.length === 0) return { ...common, added, releases };
  return { ...common, added, releases, ...comingUnder(call, { theCase, entered, said }) };
}

function comingUnder(
  { options }: Call,
  { theCase, entered, said }: NamesQuestion,
): Pick<AmendedNames, 'schedule' | 'adds'> {
  const id = typeof options['schedule'] === 'string' ? options['schedule'] : said.id;
  if (theCase.schedules.some((schedule) => schedule.id === id)) {
    throw use('schedule-exists', `The case has a schedule "${id}" already.`, 'Name another one with --schedule.');
  }
  const to = typeof options['to'] === 'string' ? refsIn(options['to']) : inForce(theCase, entered);
  if (to.length === 0)
    throw use('no-paragraph', 'No paragraph is in force that further names could come under.', 'Name them with --to.');
  const stated = said.list === 'add' && said.answers['statedCount'] !== undefined;
  const count = stated ? { 'stated-count': Number(said.answers['statedCount']) } : {};
  return { schedule: { id, file: `${id}.txt`, ...count }, adds: { schedule: id, to } };
}

/** What the names of the case are under: every paragraph that binds, and that no other one has replaced. */
function inForce(theCase: Case, entered: Instant): readonly ParagraphRef[] {
  const bound = amendedOrders(theCase, entered).attachments.filter(({ paragraph }) => paragraph.owner.inForce);
  return [...new Set(bound.map(({ paragraph }) => paragraph.ref))];
}

/** That they are there is checked with the case. */
function refsIn(text: string): readonly ParagraphRef[] {
  const refs = text.split(',').map((one) => one.trim());
  const wrong = refs.find((ref) => !/^[^/\s]+\/[^/]+$/.test(ref));
  if (wrong === undefined) return refs as readonly ParagraphRef[];
  throw use(
    'bad-answer',
    `--to "${wrong}" is not the name of a paragraph.`,
    'Write it as order/number, such as tro/2(a).',
  );
}

export function listHeading({ source = '' }: AmendedNames): string {
  const from = source === '-' ? 'standard input' : source.replaceAll(/[^ -~]/g, '?');
  return `# Names that a later order added, one a line, from ${from}.\n`;
}

function refusal({ refused, problems }: NamesReading): TakedownError {
  const count = refused.length === 1 ? 'One entry is no name' : `${refused.length} entries are no names`;
  return new TakedownError('input', {
    code: 'refused-names',
    message: `${count}, so nothing was written.`,
    hint: 'Correct them, or leave them out with --skip-refused.',
    problems,
  });
}

function use(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
