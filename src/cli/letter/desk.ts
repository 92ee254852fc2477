// What is laid out to send one letter: the letter as it lies on the disk, the case as it stands today, the server, and every
// guard asked.
import { suggestion } from '../../casefile/nearest.ts';
import { leavingRefusals, type MailAsRead } from '../../letters/leaving/leaving.ts';
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import { END_OF_TIME, type Instant, isBefore } from '../../model/instant.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import { sha256 } from '../../model/sha256.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { headOfMail, type MailHead } from '../../post/mail-head.ts';
import { openJournal } from '../../progress/journal.ts';
import { changesSinceIssue, issuedOctets, lettersIn } from '../../store/letters/issued.ts';
import { unsettledMails } from '../../store/letters/sent-mail.ts';
import { type CasePaths, caseIds } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { textOf } from '../options.ts';
import { isUnattended } from '../terminal/terminal.ts';
import { type CaseView, journalOf, viewIn } from '../view.ts';
import { caseMeant, workspaceOf } from '../workspace.ts';
import { lookAgain } from './made-today.ts';
import type { MailWay } from './mail-server.ts';

const MAIL_FILE = 'letter.eml';

export interface LetterDesk {
  readonly paths: CasePaths;
  readonly letter: IssuedLetter;
  readonly mail: NonNullable<IssuedLetter['mail']>;
  readonly octets: Uint8Array;
  readonly attachments: MailHead['attachments'];
  readonly now: Instant;
  /** As it stood when the guards were asked. */
  readonly journal: readonly JournalEntry[];
}

/** The case and the letter that were typed; with one word, the letter of the only case. */
export function lettersMeant(call: Call): { readonly paths: CasePaths; readonly id: string } {
  const [first, second] = call.arguments;
  const ids = caseIds(workspaceOf(call));
  const named = second !== undefined || (first !== undefined && ids.includes(first));
  const paths = caseMeant(call, named ? first : undefined);
  const id = named ? second : first;
  const { folder } = call.context;
  // What is no letter is no name of a file either.
  if (id !== undefined) return { paths, id: issuedAs(paths, id, folder).letter.id };
  const { letters } = lettersIn(paths, folder);
  throw new TakedownError('use', {
    code: 'which-letter',
    message: 'No letter was named.',
    hint:
      letters.length === 0
        ? 'None was issued yet: takedown letter issue'
        : `Issued: ${letters.map((one) => one.id).join(', ')}.`,
  });
}

/** Everything is read anew: the caller holds the lock of the letter, so that no other process sends it meanwhile. */
export async function letterDesk(call: Call, { paths, id, way }: Wanted): Promise<LetterDesk> {
  const { context, options } = call;
  const { letter, issued } = issuedAs(paths, id, context.folder);
  const view = await viewIn(call, paths);
  const octets = letter.mail === undefined ? undefined : issuedOctets(paths, letter, MAIL_FILE);
  const head = octets === undefined ? undefined : await headOfMail(octets);
  const { theCase } = view;
  // Whole: by a clock that is behind another one's, what was sent there has not happened yet.
  const journal = await journalOf(paths, { from: context.folder });
  const contacts = theCase.recipients.find((one) => one.id === letter.recipient)?.contacts;
  const sender = way.simulated ? letter.mail?.from : way.sender;
  const again = lookAgain(view, { workspace: workspaceOf(call), from: context.folder }, letter);
  const refusals = leavingRefusals({
    letter,
    approved: textOf(options['approve']),
    changes: changesSinceIssue(paths, letter, context.folder).map(({ message }) => message),
    mail: head === undefined ? undefined : asRead(head, { letter, view }),
    made: again.made,
    templateGone: again.templateGone,
    illustrative: theCase.illustrative,
    rehearsal: theCase.rehearsal,
    today: again.refusals,
    contacts,
    journal: soFar(theCase, journal, id),
    issued,
    unsettled: unsettledMails(paths, id, journal).map(({ file }) => file),
    sender,
    ours: [sender, theCase.counsel?.email].filter((one) => one !== undefined),
    trial: options['trial'] === true,
    unattended: isUnattended(context.env),
    simulated: way.simulated,
  });
  const [first] = refusals;
  if (first !== undefined)
    throw new TakedownError('guard', {
      code: first.word,
      message: refusals.map(({ text }) => text).join(' '),
      hint: first.hint,
    });
  const { mail } = letter;
  if (mail === undefined || octets === undefined || head === undefined)
    throw new Error('a letter that may leave has a mail');
  return { paths, letter, mail, octets, attachments: head.attachments, now: nowOf(view, way), journal };
}

interface Wanted {
  readonly paths: CasePaths;
  readonly id: string;
  readonly way: MailWay;
}

/** With one damaged letter nobody knows what went out, so none is sent. */
function issuedAs(paths: CasePaths, id: string, from: string) {
  const { letters, problems } = lettersIn(paths, from);
  if (problems.length > 0)
    throw new TakedownError('guard', {
      code: 'letter-changed',
      message: `A letter of ${paths.id} is no longer as it was issued; nothing is sent.`,
      hint: 'Bring its folder back from version control.',
      problems,
    });
  const letter = letters.find((one) => one.id === id);
  if (letter !== undefined) return { letter, issued: letters };
  const known = letters.map((one) => one.id);
  throw new TakedownError('use', {
    code: 'no-such-letter',
    message: `This case has no letter "${id}".`,
    hint: suggestion(id, known, 'letters'),
  });
}

/** Corrections followed; but that this program sent the letter is no mistake of anybody. */
function soFar(theCase: Case, journal: readonly JournalEntry[], id: string): readonly JournalEntry[] {
  const sent = journal.filter(({ evidence }) => evidence?.file.startsWith(`letters/${id}/sent-`));
  return [...openJournal(theCase, journal, END_OF_TIME).entries, ...sent];
}

/** Attachments are files of the letter, or copies of orders, octet for octet; anything else is a stranger. */
function asRead(head: MailHead, { letter, view }: { letter: IssuedLetter; view: CaseView }): MailAsRead {
  const known = new Set([
    ...letter.files.map((file) => file['sha-256']),
    ...view.theCase.orders.flatMap(({ copy }) => (copy === undefined ? [] : [copy.sha256])),
  ]);
  const strangers = head.attachments.filter(({ octets }) => !known.has(sha256(octets)));
  return { ...head, strangers: strangers.map(({ file }) => file) };
}

/** In a rehearsal time stands still between commands: never before what is on record. */
function nowOf({ progress }: CaseView, { clock }: MailWay): Instant {
  const now = clock?.now();
  return now === undefined || isBefore(now, progress.asOf) ? progress.asOf : now;
}
