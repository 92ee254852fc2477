// Files a mail that came back: the mail itself is kept, its letter found by the thread, and an entry made of it. A mail is
// evidence and decides nothing: what it means is what a person says with --as.
import { suggestion } from '../../casefile/nearest.ts';
import type { JournalEntry, JournalEvent } from '../../model/case/journal.ts';
import { compactInstant, type Instant, isBefore } from '../../model/instant.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import type { Reply } from '../../model/letter/mail.ts';
import { domainOfAddress } from '../../model/letter/mail-address.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { drop } from '../../model/text/harmless.ts';
import { readReply } from '../../post/reply.ts';
import { letterOf } from '../../post/thread.ts';
import { trialIdOf } from '../../post/trial.ts';
import { keepReply } from '../../store/letters/replies.ts';
import type { Call } from '../command.ts';
import { textOf } from '../options.ts';
import { momentTyped } from '../typed/moment.ts';
import { type JournalDesk, openDesk } from './journal-desk.ts';
import type { Recorded } from './recorded-lines.ts';
import { concernedIn, fileTyped } from './recording.ts';

const MEANINGS = [
  'received',
  'acknowledged',
  'refused',
  'confirmed',
  'note',
] as const satisfies readonly JournalEvent[];

export async function recordReply(call: Call, words: readonly string[]): Promise<Recorded> {
  const { options } = call;
  const [file, caseId, ...rest] = words;
  if (file === undefined || rest.length > 0) throw misused();
  const event = meaningTyped(textOf(options['as']));
  const desk = await openDesk(call, caseId);
  const { octets } = fileTyped(file, desk.folder);
  const reply = await readReply(octets);
  const own = desk.letters.find(({ mail }) => mail !== undefined && isOwnMail(reply, mail.messageId));
  if (own !== undefined) throw ourOwn(own);
  const thread = options['letter'] === undefined ? letterOf(reply, desk.letters) : undefined;
  const concerned = concernedIn({ ...options, ...(thread === undefined ? {} : { letter: thread.id }) }, desk);
  const { recipient } = concerned;
  if (recipient === undefined) throw whichLetter(desk, reply);
  const letter = desk.letters.find(({ id }) => id === concerned.letter);
  const { at, remark } = whenOf(reply, { desk, letter, typed: textOf(options['at']) });
  const kept = keepReply(desk.paths, { name: `${compactInstant(at)}-${recipient}.eml`, octets });
  const earlier = desk.journal.find((entry) => entry.evidence?.['sha-256'] === kept.evidence['sha-256']);
  if (earlier !== undefined) throw knownAlready(earlier);
  const [by, note] = [textOf(options['by']) ?? reply.from?.address, textOf(options['note']) ?? subjectOf(reply)];
  const entry: JournalEntry = {
    at,
    ...(at === desk.now ? {} : { recorded: desk.now }),
    event,
    ...concerned,
    ...(by === undefined ? {} : { by: drop(by) }),
    ...(reply.messageId === undefined ? {} : { messageId: reply.messageId }),
    ...(note === undefined ? {} : { note }),
    evidence: kept.evidence,
  };
  const strange = strangeSender(reply, { desk, recipient });
  return { desk, entry, remarks: [...threadRemark(thread), ...remark, ...sameId(reply, desk), ...strange] };
}

function meaningTyped(typed: string | undefined): JournalEvent {
  if (typed === undefined) return 'note';
  const event = MEANINGS.find((one) => one === typed);
  if (event !== undefined) return event;
  throw new TakedownError('use', {
    code: 'no-such-event',
    message: `--as "${typed}" is nothing that a reply can be.`,
    hint: suggestion(typed, MEANINGS, 'events'),
  });
}

const LONGEST_NOTE = 200;

function subjectOf({ subject }: Reply): string | undefined {
  const said = drop(subject ?? '').trim();
  return said === '' ? undefined : said.slice(0, LONGEST_NOTE);
}

interface Timing {
  readonly desk: JournalDesk;
  readonly letter: IssuedLetter | undefined;
  readonly typed: string | undefined;
}

/** A sender may write any date. One before the letter or after now is not taken, and the reader is told. */
function whenOf({ date }: Reply, { desk, letter, typed }: Timing): { at: Instant; remark: readonly string[] } {
  const { now, theCase } = desk;
  if (typed !== undefined)
    return { at: momentTyped(typed, { flag: '--at', court: theCase.court, now }).at, remark: [] };
  if (date === undefined)
    return { at: now, remark: ['the mail has no date that can be read: it is entered as of now'] };
  if (isBefore(now, date))
    return { at: now, remark: [`the mail is dated ${date}, which has not come: entered as of now`] };
  if (letter !== undefined && isBefore(date, letter.issued))
    return { at: now, remark: [`the mail is dated ${date}, before its letter was issued: entered as of now`] };
  return { at: date, remark: ['the time is the one on the mail, which its sender wrote; another one: --at'] };
}

function threadRemark(letter: IssuedLetter | undefined): readonly string[] {
  return letter === undefined ? [] : [`its letter was found by the thread: ${letter.id}`];
}

function isOwnMail({ messageId }: Reply, own: string): boolean {
  return messageId === own || messageId === trialIdOf(own);
}

/** The sender chose it, so it proves nothing; but most often it is one mail that was saved twice. */
function sameId({ messageId }: Reply, { journal }: JournalDesk): readonly string[] {
  const earlier = journal.find((entry) => messageId !== undefined && entry.messageId === messageId);
  return earlier === undefined
    ? []
    : [`a mail with the same Message-ID is in the journal already: ${earlier.event} of ${earlier.at}`];
}

/** Told, and no more: lawyers write from other addresses than desks. */
function strangeSender(
  { from }: Reply,
  { desk, recipient }: { desk: JournalDesk; recipient: string },
): readonly string[] {
  const contacts = desk.theCase.recipients.find(({ id }) => id === recipient)?.contacts;
  if (from === undefined || contacts === undefined) return [];
  const known = [...contacts.email, contacts.generalCounsel?.email ?? ''].filter((address) => address !== '');
  const domain = domainOfAddress(from.address);
  if (known.some((address) => domainOfAddress(address) === domain)) return [];
  return [`${drop(from.address)} is under none of the domains that are known of ${recipient}: make sure who wrote it`];
}

function ourOwn({ id }: IssuedLetter): TakedownError {
  return new TakedownError('use', {
    code: 'own-mail',
    message: `This is our own mail, the letter ${id}, and no reply to it.`,
    hint: 'Save the mail that came back. How a letter was served otherwise: takedown record served --letter.',
  });
}

function misused(): TakedownError {
  return new TakedownError('use', {
    code: 'which-mail',
    message: 'A reply is one file, and after it the case.',
    hint: 'takedown record reply mail.eml phosphorus',
  });
}

function whichLetter({ letters }: JournalDesk, { from }: Reply): TakedownError {
  const sent = letters.map(({ id }) => id);
  return new TakedownError('use', {
    code: 'which-letter',
    message: `The mail of ${drop(from?.address ?? 'an unknown sender')} does not say which letter it answers.`,
    hint:
      sent.length === 0
        ? 'No letter of this case was issued. Name the recipient with --to.'
        : `Name it with --letter: ${sent.slice(-5).join(', ')}.`,
  });
}

function knownAlready({ at, event }: JournalEntry): TakedownError {
  return new TakedownError('guard', {
    code: 'reply-known',
    message: `This very mail is in the journal already: ${event} of ${at}.`,
    hint: `If that entry is wrong, correct it: takedown record note --corrects ${at} --note "…"`,
  });
}
