// The names that come with a later order, held against those that orders cover by then: which are further ones, and which
// are let go. The document is read and sifted as `takedown import`
// does it; what is doubtful stops, and is neither added nor let go.
import type { DocumentSource, DocumentText } from '../../intake/placed.ts';
import { sift } from '../../intake/sift.ts';
import { DOUBTS, type DoubtfulName, type RefusedText } from '../../intake/sifted.ts';
import type { Case } from '../../model/case/case.ts';
import { type PlacedName, placeWords } from '../../model/case/import.ts';
import type { ParagraphRef } from '../../model/case/order.ts';
import type { Instant } from '../../model/instant.ts';
import { byCodeUnit, type Name } from '../../model/name.ts';
import { sha256 } from '../../model/sha256.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { amendedOrders } from '../../relief/amendments.ts';
import { compile } from '../../relief/compile.ts';
import type { Call } from '../command.ts';
import { knowingOf } from '../import/ground.ts';
import { documentText, listSource } from '../import/reading-document.ts';
import type { AmendAnswers } from './answers.ts';

export interface AmendedNames {
  /** Absent: no further names. */
  readonly schedule?: { readonly id: string; readonly file: string; readonly 'stated-count'?: number };
  readonly adds?: { readonly schedule: string; readonly to: readonly ParagraphRef[] };
  /** What the new schedule holds: of further names all that the order lists, also those that stood in an earlier list. */
  readonly added: readonly PlacedName[];
  readonly releases: readonly Name[];
  /** Names of the list that are sure, each once; what a person has to look at; what is none. */
  readonly listed: number;
  readonly check: readonly DoubtfulName[];
  readonly refused: readonly RefusedText[];
  readonly document?: AmendingDocument;
}

interface AmendingDocument extends DocumentSource {
  readonly text: DocumentText;
  readonly sha256: string;
}

const NO_NAMES: AmendedNames = { added: [], releases: [], listed: 0, check: [], refused: [] };

interface NamesQuestion {
  readonly theCase: Case;
  readonly entered: Instant;
  readonly said: AmendAnswers;
}

export async function namesWith(call: Call, { theCase, entered, said }: NamesQuestion): Promise<AmendedNames> {
  const file = call.arguments[1];
  if (file === undefined || said.list === undefined) return NO_NAMES;
  const source = await listSource(call, file);
  const text = await documentText(call, source);
  const { sure, check, refused } = sift(text, await knowingOf(theCase));
  if (check.length > 0 && call.options['accept'] !== 'sure') throw toBeChecked(check);
  const placed = sure.map(({ name, place, printed }) =>
    printed.toLowerCase() === name ? { name, place } : { name, place, printed },
  );
  const names = placed.map(({ name }) => name);
  const { byName, names: rows } = compile(theCase, entered);
  const covered = rows.filter(({ name }) => byName(name).length > 0).map(({ name }) => name);
  const common = { listed: names.length, refused, check, document: { ...source, text, sha256: sha256(source.octets) } };
  if (said.list === 'release') return { ...common, added: [], releases: names.toSorted(byCodeUnit) };
  const [had, has] = [new Set(covered), new Set(names)];
  const further = placed.filter(({ name }) => !had.has(name));
  const added = said.list === 'add' && further.length > 0 ? placed : further;
  // What may be meant is not let go.
  for (const { candidates } of check) for (const { name } of candidates) has.add(name);
  const releases = said.list === 'add' ? [] : covered.filter((name) => !has.has(name)).toSorted(byCodeUnit);
  if (added.length === 0) return { ...common, added, releases };
  return { ...common, added, releases, ...comingUnder(call, { theCase, entered, said }) };
}

const SHOWN = 8;

function toBeChecked(check: readonly DoubtfulName[]): TakedownError {
  const rows = check.slice(0, SHOWN).map(({ printed, place, doubts }) => {
    const why = doubts[0] === undefined ? '' : `: ${DOUBTS[doubts[0]]}`;
    return `  ${placeWords(place)}: ${show(printed)}${why}`;
  });
  const more = check.length > SHOWN ? [`  and ${check.length - SHOWN} more`] : [];
  const what = check.length === 1 ? 'One entry of the list has' : `${check.length} entries of the list have`;
  return new TakedownError('input', {
    code: 'names-to-check',
    message: [`${what} to be looked at, so nothing was written:`, ...rows, ...more].join('\n'),
    hint: '--accept sure takes the others; "takedown import" into the new schedule then asks about these.',
  });
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

function use(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
