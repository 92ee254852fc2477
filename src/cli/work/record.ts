// The work half of `takedown record`: what is typed stands in commands/record.ts.
import { basename } from 'node:path';
import { formatEntry } from '../../casefile/journal.ts';
import { suggestion } from '../../casefile/nearest.ts';
import { type JournalEntry, type JournalEvent, RECORDED_EVENTS } from '../../model/case/journal.ts';
import { compactInstant, isBefore } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { recordJson } from '../../reports/record-json.ts';
import { appendJournal } from '../../store/case/journal-append.ts';
import { machineOf } from '../../store/disk/lock.ts';
import { keepReply } from '../../store/letters/replies.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { textOf } from '../options.ts';
import { printLines, printPieces } from '../print.ts';
import { type JournalDesk, openDesk } from '../record/journal-desk.ts';
import { type Recorded, recordedLines } from '../record/recorded-lines.ts';
import { concernedIn, fileTyped, refuseEmpty } from '../record/recording.ts';
import { momentTyped } from '../typed/moment.ts';
import { envelopeOf } from '../view.ts';

export async function record(call: Call): Promise<number> {
  const [event = '', ...words] = call.arguments;
  refuseEmpty(call.options);
  const done = event === 'reply' ? await reply(call, words) : await plain(call, eventTyped(event), words);
  const { context, terminal } = call;
  const isKnown = done.desk.journal.some((entry) => isSame(entry, done.entry));
  if (isKnown) await context.err.write('The journal says this already, word for word; it is not written twice.\n');
  else await appendJournal(done.desk.paths, [done.entry], machineOf(context.process.pid, context.process.lives));
  if (terminal.json)
    await printPieces(context.out, recordJson(done.desk.paths.id, done.entry, envelopeOf(context, [])));
  else await printLines(context.out, recordedLines(done));
  return EXIT.done;
}

/** But for the time of writing: who was killed, and does not know whether it was done, says the same again. */
function isSame(one: JournalEntry, other: JournalEntry): boolean {
  const [said, again] = [one, other].map(({ recorded, ...entry }) => formatEntry(entry));
  return said === again;
}

async function reply(call: Call, words: readonly string[]): Promise<Recorded> {
  const { recordReply } = await import('../record/reply.ts');
  return recordReply(call, words);
}

function eventTyped(typed: string): JournalEvent {
  const event = RECORDED_EVENTS.find((one) => one === typed);
  if (event !== undefined) return event;
  throw new TakedownError('use', {
    code: 'no-such-event',
    message: `"${show(typed)}" is nothing that can be recorded.`,
    hint: suggestion(typed, [...RECORDED_EVENTS, 'reply'], 'events'),
  });
}

async function plain(call: Call, event: JournalEvent, words: readonly string[]): Promise<Recorded> {
  const { options } = call;
  if (words.length > 1) throw tooManyWords(words[1] ?? '');
  if (options['as'] !== undefined) throw onlyForReplies();
  const desk = await openDesk(call, words[0]);
  const concerned = concernedIn(options, desk);
  const [by, note, paper] = [textOf(options['by']), textOf(options['note']), textOf(options['file'])];
  refuseVague({ event, concerned, by, note, paper });
  const { at, remarks } = when(call, { desk, letter: concerned.letter });
  const file = paper === undefined ? undefined : fileTyped(paper, desk.folder);
  const kept =
    file === undefined
      ? undefined
      : keepReply(desk.paths, { name: `${compactInstant(at)}-${basename(file.file)}`, octets: file.octets });
  const entry: JournalEntry = {
    at,
    ...(options['at'] === undefined ? {} : { recorded: desk.now }),
    event,
    ...concerned,
    ...(by === undefined ? {} : { by }),
    ...(note === undefined ? {} : { note }),
    ...(kept === undefined ? {} : { evidence: kept.evidence }),
  };
  return { desk, entry, remarks };
}

interface Timing {
  readonly desk: JournalDesk;
  readonly letter: string | undefined;
}

function when({ options }: Call, { desk, letter }: Timing): Pick<JournalEntry, 'at'> & Pick<Recorded, 'remarks'> {
  const { now, theCase, letters } = desk;
  const typed = textOf(options['at']);
  if (typed === undefined) return { at: now, remarks: [] };
  const { at, atCourt } = momentTyped(typed, { flag: '--at', court: theCase.court, now });
  const issued = letters.find(({ id }) => id === letter)?.issued;
  return {
    at,
    remarks: [
      ...(atCourt ? [`--at was read by the clocks at the court: ${theCase.court.timeZone}`] : []),
      ...(issued === undefined || !isBefore(at, issued)
        ? []
        : [`that is before the letter was issued at ${issued}; if it is a slip: --corrects ${at}`]),
    ],
  };
}

interface Said {
  readonly event: JournalEvent;
  readonly concerned: Partial<JournalEntry>;
  readonly by: string | undefined;
  readonly note: string | undefined;
  readonly paper: string | undefined;
}

/** An entry that nobody could use later: of everybody and of nothing. */
function refuseVague({ event, concerned, by, note, paper }: Said): void {
  const { letter, recipient, names } = concerned;
  if (event === 'note' && note === undefined && paper === undefined)
    throw vague('A note says something.', 'Give it with --note, or a paper with --file.');
  if (event !== 'note' && letter === undefined && recipient === undefined && names === undefined)
    throw vague(`Nobody knows whom "${event}" concerns.`, 'Name the letter with --letter, or the recipient with --to.');
  if (event === 'served' && by === undefined)
    throw vague('Nobody knows how it was served.', 'Say so with --by, such as --by courier.');
}

function vague(message: string, hint: string): TakedownError {
  return new TakedownError('use', { code: 'too-vague', message, hint });
}

function tooManyWords(word: string): TakedownError {
  return new TakedownError('use', {
    code: 'too-many-words',
    message: `"${show(word)}" is one word too many: only the case follows the event.`,
    hint: 'What is to be said goes into --note "…".',
  });
}

function onlyForReplies(): TakedownError {
  return new TakedownError('use', {
    code: 'only-for-replies',
    message: '--as belongs to "takedown record reply".',
    hint: 'The event itself is the first word: takedown record acknowledged',
  });
}
