// What `takedown record` makes of the command line: an entry of the journal in which everything that it names is there. What
// the case does not know is refused with the nearest that it knows.
import { readNames } from '../../casefile/names-file.ts';
import { suggestion } from '../../casefile/nearest.ts';
import { SCHEDULE_LIMIT, type SourceText } from '../../casefile/source.ts';
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import type { ParagraphRef } from '../../model/case/order.ts';
import { type Instant, parseInstant } from '../../model/instant.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import { type Name, parseName } from '../../model/name.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { readSource } from '../../store/sources.ts';
import { textOf } from '../options.ts';
import { sound } from '../workspace.ts';

/** What the things of an entry are looked up in. */
export interface Known {
  readonly theCase: Case;
  readonly letters: readonly IssuedLetter[];
  readonly journal: readonly JournalEntry[];
  /** The working folder. */
  readonly folder: string;
}

type Options = Readonly<Record<string, unknown>>;
type Concerned = Pick<JournalEntry, 'recipient' | 'letter' | 'names' | 'paragraph' | 'corrects'>;

/** A variable of a script that was never set: what it was to say must not be left out unseen. */
export function refuseEmpty(options: Options): void {
  const [empty] = Object.entries(options).find(([, value]) => typeof value === 'string' && value.trim() === '') ?? [];
  if (empty === undefined) return;
  throw new TakedownError('use', {
    code: 'empty-flag',
    message: `--${empty} was given, and nothing behind it.`,
    hint: 'Say what it is to be, or leave it out.',
  });
}

/** Whom and what an entry concerns. */
export function concernedIn(options: Options, known: Known): Concerned {
  const letter = letterTyped(textOf(options['letter']), known);
  const recipient = recipientTyped(textOf(options['to']), { ...known, letter });
  const paragraph = paragraphTyped(textOf(options['paragraph']), { ...known, letter });
  const names = namesTyped(textOf(options['names']), { ...known, letter });
  const corrects = correctionTyped(textOf(options['corrects']), known);
  return {
    ...(recipient === undefined ? {} : { recipient }),
    ...(letter === undefined ? {} : { letter: letter.id }),
    ...(names === undefined ? {} : { names }),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(corrects === undefined ? {} : { corrects }),
  };
}

export function fileTyped(file: string, folder: string): SourceText {
  const source = readSource(file, folder);
  // Only the beginning of a larger one was read, and half a paper is no evidence.
  if (source !== undefined && source.octets.length > SCHEDULE_LIMIT)
    throw new TakedownError('input', {
      code: 'file-too-large',
      message: `${file} is larger than ${SCHEDULE_LIMIT / 1024 / 1024} MiB; nothing was kept of it.`,
      hint: 'Keep it elsewhere, and write down where, with its SHA-256, in a --note.',
    });
  if (source !== undefined) return source;
  throw new TakedownError('use', { code: 'no-such-file', message: `There is no file ${file}.` });
}

function letterTyped(typed: string | undefined, { letters }: Known): IssuedLetter | undefined {
  if (typed === undefined) return undefined;
  const found = letters.find(({ id }) => id === typed);
  if (found !== undefined) return found;
  throw unknown(
    'letter',
    typed,
    letters.map(({ id }) => id),
  );
}

interface KnownLetter extends Known {
  readonly letter: IssuedLetter | undefined;
}

/** A letter says by itself to whom it went; another one named beside it is a slip. */
function recipientTyped(typed: string | undefined, { theCase, letter }: KnownLetter): string | undefined {
  if (typed === undefined) return letter?.recipient;
  const ids = theCase.recipients.map(({ id }) => id);
  if (!ids.includes(typed)) throw unknown('recipient', typed, ids);
  if (letter === undefined || letter.recipient === typed) return typed;
  throw new TakedownError('use', {
    code: 'other-recipient',
    message: `The letter ${letter.id} went to ${letter.recipient}, not to ${typed}.`,
    hint: 'Leave --to out, or name the letter that is meant.',
  });
}

function paragraphTyped(typed: string | undefined, { theCase, letter }: KnownLetter): string | undefined {
  if (typed === undefined) return undefined;
  const refs = theCase.orders.flatMap(({ id, paragraphs }) =>
    paragraphs.map(({ number }) => ({ number, ref: `${id}/${number}` as ParagraphRef })),
  );
  const meant = refs.filter(({ number, ref }) => ref === typed || number === typed);
  const inLetter = meant.filter(({ ref }) => letter === undefined || letter.paragraphs.includes(ref));
  const [only] = inLetter;
  if (only !== undefined && inLetter.length === 1) return only.ref;
  const here = (letter?.paragraphs ?? refs.map(({ ref }) => ref)).join(', ');
  if (inLetter.length > 1) {
    throw new TakedownError('use', {
      code: 'which-paragraph',
      message: `More than one order has a paragraph ${typed}.`,
      hint: `Say which: ${inLetter.map(({ ref }) => ref).join(', ')}.`,
    });
  }
  if (meant.length > 0) {
    throw new TakedownError('use', {
      code: 'other-paragraph',
      message: `The letter ${letter?.id} is not about paragraph ${typed}.`,
      hint: `Its paragraphs: ${here}.`,
    });
  }
  throw unknown(
    'paragraph',
    typed,
    refs.map(({ ref }) => ref),
  );
}

function namesTyped(typed: string | undefined, known: KnownLetter): readonly Name[] | undefined {
  if (typed === undefined) return undefined;
  const names = typed.startsWith('@') ? namesIn(typed.slice(1), known.folder) : typed.split(',').map(nameTyped);
  const { theCase, letter } = known;
  const listed = new Set(theCase.schedules.flatMap((schedule) => schedule.names.map(({ name }) => name)));
  const covered = letter === undefined ? listed : new Set(letter.names);
  const stranger = names.find((name) => !covered.has(name));
  if (stranger === undefined) return [...new Set(names)];
  if (letter === undefined || !listed.has(stranger)) throw unknown('name', stranger, [...listed]);
  throw new TakedownError('use', {
    code: 'other-name',
    message: `The letter ${letter.id} is not about ${stranger}.`,
    hint: `It has ${letter.names.length === 1 ? 'one name' : `${letter.names.length} names`}: letters/${letter.id}/letter.yaml`,
  });
}

function nameTyped(typed: string): Name {
  const reading = parseName(typed.trim());
  if (reading.ok) return reading.name;
  throw new TakedownError('use', {
    code: 'not-a-name',
    message: `--names: "${typed.trim()}" ${reading.reason}.`,
    hint: 'Names with commas between them, or @file with one a line.',
  });
}

function namesIn(file: string, folder: string): readonly Name[] {
  const { found, problems } = sound(readNames(fileTyped(file, folder)), file).value;
  if (problems.length === 0 && found.length > 0) return found.map(({ name }) => name);
  throw new TakedownError('input', {
    code: 'refused-names',
    message: problems.length === 0 ? `${file} has no name.` : `${file} has entries that are no names.`,
    problems,
  });
}

function correctionTyped(typed: string | undefined, { journal }: Known): Instant | undefined {
  if (typed === undefined) return undefined;
  const at = parseInstant(typed);
  if (at !== undefined && journal.some((entry) => entry.at === at)) return at;
  const last = journal.slice(-3).map((entry) => `${entry.at} (${entry.event})`);
  throw new TakedownError('use', {
    code: 'unknown-entry',
    message: `The journal has no entry of ${typed}.`,
    hint: last.length === 0 ? 'It has none at all.' : `Its latest: ${last.join(', ')}.`,
  });
}

function unknown(what: string, typed: string, known: readonly string[]): TakedownError {
  return new TakedownError('use', {
    code: `no-such-${what}`,
    message: `This case has no ${what} "${typed}".`,
    hint: suggestion(typed, known, `${what}s`),
  });
}
