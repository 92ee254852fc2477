// Whether an issued letter may leave now, and if not, why: every guard of `takedown letter send`, as values. Whoever sends
// hands in what was typed, what lies on the disk and what would be made today; nothing is looked up here.
import type { JournalEntry } from '../../model/case/journal.ts';
import type { Contacts } from '../../model/case/party.ts';
import type { IssuedLetter, LetterMail, Refusal } from '../../model/letter/letter.ts';
import { isSameAddress } from '../../model/letter/mail-address.ts';
import { upperFirst } from '../../model/text/phrase.ts';
import { WENT_OUT } from '../plan/correspondence.ts';
import { ofApproval } from './approval.ts';
import { type Said, SEND_REFUSALS } from './send-refusals.ts';

export interface Leaving {
  readonly letter: IssuedLetter;
  /** As it was typed; absent: nothing was approved. */
  readonly approved: string | undefined;
  /** What is wrong with its files on the disk, a sentence each. */
  readonly changes: readonly string[];
  /** The people and the subject in the mail's own octets; absent where the letter has no mail. */
  readonly mail: MailAsRead | undefined;
  /** Digests of what the letter would be made of today; absent where it would not be made at all. */
  readonly made: IssuedLetter['made'] | undefined;
  /** It would be made of a template that is there no more. */
  readonly templateGone: boolean;
  /** Of the case as it stands today, whatever the letter says. */
  readonly illustrative: boolean;
  readonly rehearsal: boolean;
  /** Why it would not be issued today: an order that has ended, lookups that are too old. */
  readonly today: readonly Refusal[];
  /** How the recipient is reached, as it is listed today; absent where it is listed no more. */
  readonly contacts: Contacts | undefined;
  /** Corrections followed. */
  readonly journal: readonly JournalEntry[];
  /** All of the case, for the letters that used the template before. */
  readonly issued: readonly IssuedLetter[];
  /** Files of mails that may have left. */
  readonly unsettled: readonly string[];
  /** Who sends, as it is set on this machine now. */
  readonly sender: string | undefined;
  /** Addresses of the people who write: they may have a copy. */
  readonly ours: readonly string[];
  /** To the sender's own address. */
  readonly trial: boolean;
  readonly unattended: boolean;
  /** The server is one of a simulated network. */
  readonly simulated: boolean;
}

export type MailAsRead = Omit<LetterMail, 'from' | 'messageId'> & {
  readonly from: readonly string[];
  readonly bcc: readonly string[];
  readonly messageId: string | undefined;
  /** Names of its attachments that are not, octet for octet, files of the letter. */
  readonly strangers: readonly string[];
};

interface SendRefusal {
  /** A row of send-refusals.ts, or one of guards/refusals.ts that holds today. */
  readonly word: string;
  /** One sentence. */
  readonly text: string;
  readonly hint: string;
}

/** All of them, in the order of the list; nothing: it may leave. */
export function leavingRefusals(leaving: Leaving): readonly SendRefusal[] {
  const own = [
    ...ofApproval(leaving),
    ...ofLetter(leaving),
    ...ofPlace(leaving),
    ...ofToday(leaving),
    ...ofUse(leaving),
  ];
  return [
    ...own.map(([word, text]) => ({ word, text, hint: SEND_REFUSALS[word].remedy })),
    ...leaving.today.map(({ word, text, hint, reasonOutweighs }) => ({
      word,
      text: sentence(text),
      hint: reasonOutweighs ? WITH_REASON : (hint ?? ISSUE_ANEW),
    })),
  ];
}

const ISSUE_ANEW = 'Issue the letter anew.';
/** A reason is kept with the letter that it was given for, so it cannot be given now. */
const WITH_REASON =
  'If it is right all the same, issue the letter anew and say why: takedown letter issue --reason "…".';

/** As a refusal of issue has it: without a full stop. */
function sentence(text: string): string {
  return `${upperFirst(text)}.`;
}

function ofLetter({ letter, changes, mail }: Leaving): readonly Said[] {
  const changed = changes.map((text): Said => ['letter-changed', text]);
  if (letter.mail === undefined) return [...changed, ['no-mail', `The letter ${letter.id} has no mail to send.`]];
  // Octets that are not the letter's need no second look at what they say.
  if (changed.length > 0 || mail === undefined) return changed;
  const wrong = differences(letter.mail, mail);
  return wrong.length === 0 ? [] : [['mail-differs', `The mail is not the letter's: ${wrong.join(', ')}.`]];
}

function differences(stated: LetterMail, read: MailAsRead): readonly string[] {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((address, index) => isSameAddress(address, b[index] ?? ''));
  return [
    ...(same([stated.from], read.from) ? [] : ['sender']),
    ...(same(stated.to, read.to) && same(stated.cc, read.cc) && read.bcc.length === 0 ? [] : ['recipients']),
    ...(stated.subject === read.subject ? [] : ['subject']),
    ...(stated.messageId === read.messageId ? [] : ['Message-ID']),
    ...(read.strangers.length === 0 ? [] : [`attachments (${read.strangers.join(', ')})`]),
  ];
}

function ofPlace({ letter, unattended, simulated, trial, sender, ...today }: Leaving): readonly Said[] {
  const { mail } = letter;
  // One of the two says so: that is enough.
  const illustrative = letter.illustrative || today.illustrative;
  const rehearsal = letter.rehearsal && today.rehearsal;
  const mixes = letter.rehearsal !== simulated || today.rehearsal !== simulated;
  return [
    ...(unattended ? [['unattended', 'CI is set in the environment: nothing is sent from here.'] as const] : []),
    ...(mixes ? [['simulated-mixed', mixed(!simulated)] as const] : []),
    ...(illustrative && !rehearsal && !trial
      ? [['illustrative', 'The case is illustrative: its letters go to nobody but their sender.'] as const]
      : []),
    ...(mail === undefined || isSameAddress(mail.from, sender ?? '')
      ? []
      : [['sender-changed', senderText(mail.from, sender)] as const]),
  ];
}

function mixed(rehearsal: boolean): string {
  return rehearsal
    ? "This letter is a rehearsal's: it goes only to a simulated mail server."
    : 'This letter is real: it never goes to a simulated mail server.';
}

function senderText(from: string, sender: string | undefined): string {
  return `The letter is from ${from}; ${sender === undefined ? 'no sender is set' : `the sender is now ${sender}`}.`;
}

function ofToday({ letter, made, templateGone, contacts, ours, journal, unsettled }: Leaving): readonly Said[] {
  const past = journal.find(({ event, letter: about }) => WENT_OUT.includes(event) && about === letter.id);
  const today = {
    case: ['case-changed', 'The case has changed since the letter was issued.'],
    recipient: ['recipient-changed', `The entry of ${letter.recipient} has changed since the letter was issued.`],
    template: [
      'template-changed',
      `The template ${letter.template}, or what it is printed with, has changed since the letter was issued.`,
    ],
    facts: ['facts-changed', 'What the letter says has changed since it was issued.'],
  } as const;
  const parts = ['case', 'recipient', 'template', 'facts'] as const;
  const gone = contacts === undefined ? [today.recipient] : [];
  const changed =
    made === undefined
      ? [templateGone ? today.template : today.facts]
      : parts.filter((part) => made[part] !== letter.made[part]).map((part) => today[part]);
  const own = [...ours, ...(contacts?.email ?? []), contacts?.generalCounsel?.email].filter((one) => one !== undefined);
  const foreign = [...(letter.mail?.to ?? []), ...(letter.mail?.cc ?? [])].filter(
    (address) => !own.some((one) => isSameAddress(one, address)),
  );
  return [
    ...(past === undefined ? [] : [['already-served', pastText(past)] as const]),
    ...unsettled.map((file) => ['may-have-been-sent', `The letter may have been sent already: ${file}.`] as const),
    ...(gone.length > 0 ? gone : changed),
    ...(contacts === undefined
      ? []
      : foreign.map((address) => ['foreign-address', `${address} is not an address of ${letter.recipient}.`] as const)),
  ];
}

/** An answer shows that it went out, whoever forgot to write that down. */
function pastText({ event, at }: JournalEntry): string {
  if (event === 'served') return `The letter was served at ${at}.`;
  return `The letter went out: the journal has an answer to it, "${event}" of ${at}.`;
}

/** A template is what its digest says: a word changed in it, or in a partial of it, makes it new. */
function ofUse({ letter, issued, journal, trial }: Leaving): readonly Said[] {
  if (trial) return [];
  const used = new Set(
    journal.filter(({ event }) => event === 'trial' || event === 'served').map(({ letter: about }) => about),
  );
  const tried = [letter, ...issued].some(({ id, made }) => used.has(id) && made.template === letter.made.template);
  return tried ? [] : [['first-use', `The template ${letter.template}, as it is now, was never tried.`]];
}
