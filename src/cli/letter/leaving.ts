// One letter handed to one server, and what came of it in the journal. Its octets lie on the disk before the server is
// dialled; whatever happens after that, nobody forgets that it may have left.

import type { JournalEntry } from '../../model/case/journal.ts';
import type { MailServer, SendReceipt } from '../../model/letter/mail.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { drop } from '../../model/text/harmless.ts';
import { asksToTryLater } from '../../post/answers.ts';
import { sendMail } from '../../post/send.ts';
import { trialIdOf, trialOf } from '../../post/trial.ts';
import { appendJournal } from '../../store/case/journal-append.ts';
import { machineOf } from '../../store/disk/lock.ts';
import { beginLeaving, type Leaving } from '../../store/letters/sent-mail.ts';
import type { Context } from '../context.ts';
import { diskStop } from '../disk.ts';
import type { LetterDesk } from './desk.ts';

export interface Left {
  readonly entry: JournalEntry;
  readonly receipt: SendReceipt;
}

interface Handing {
  readonly server: MailServer;
  readonly trial: boolean;
  readonly context: Context;
}

/** Whom it goes to: a trial to the sender alone. */
export function envelopeTo({ mail }: LetterDesk, trial: boolean): readonly string[] {
  return trial ? [mail.from] : [...mail.to, ...mail.cc];
}

export async function handOver(desk: LetterDesk, { server, trial, context }: Handing): Promise<Left> {
  const { paths, letter, mail, now, journal } = desk;
  const octets = trial ? trialOf(desk.octets, mail.from) : desk.octets;
  const outgoing = { octets, from: mail.from, to: envelopeTo(desk, trial) };
  let leaving: Leaving | undefined;
  const receipt = await sendMail(outgoing, server, {
    clock: { ...context.clock, now: () => now },
    signal: context.interruption,
    onLeaving: (leaves) => {
      const as = trial ? 'trial' : 'sent';
      leaving = beginLeaving(paths, { letter: letter.id, as, at: now, octets: leaves, journal });
    },
  }).catch((error: unknown) => {
    throw settled(error, { leaving, letter: letter.id });
  });
  if (leaving === undefined) throw new Error('a mail left without its octets being kept');
  if (receipt.accepted.length === 0) throw await refused(desk, { receipt, leaving, trial, context });
  try {
    const entry: JournalEntry = {
      at: now,
      event: trial ? 'trial' : 'served',
      ...(trial ? {} : { recipient: letter.recipient }),
      letter: letter.id,
      by: 'e-mail',
      messageId: trial ? trialIdOf(mail.messageId) : mail.messageId,
      note: noteOf(receipt),
      evidence: leaving.taken(),
    };
    await write(desk, entry, context);
    return { entry, receipt };
  } catch (cause) {
    throw unwritten(cause, { letter: letter.id, receipt, trial });
  }
}

interface Gone {
  readonly letter: string;
  readonly receipt: SendReceipt;
  readonly trial: boolean;
}

/** It left, and only the writing of it failed: nobody may think that it did not leave. */
function unwritten(cause: unknown, { letter, receipt, trial }: Gone): TakedownError {
  const why = cause instanceof TakedownError ? cause : diskStop(cause);
  if (why === undefined) throw cause;
  const record = `takedown record served --letter ${letter} --by e-mail`;
  return new TakedownError('failed', {
    code: 'sent-not-recorded',
    message: `The letter ${letter} was sent${trial ? ' to yourself' : ''}, and ${receipt.server} took it (${receipt.answer}); but the journal does not say so: ${why.message}`,
    hint: trial ? 'See to it, and send the trial again.' : `See to it, and then write it down: ${record}`,
    cause,
  });
}

/** Of what surely did not leave no trace is needed; of anything else the octets stay. */
function settled(error: unknown, { leaving, letter }: { leaving: Leaving | undefined; letter: string }): unknown {
  if (!(error instanceof TakedownError)) return error;
  if (error.code !== 'mail-uncertain') leaving?.abandoned();
  else
    return new TakedownError('failed', {
      code: error.code,
      message: error.message,
      hint: `Ask the recipient or look in the server's log, then write down what you found: takedown record served --letter ${letter} if it arrived, takedown record note --letter ${letter} if not. Until then it is not sent again.`,
    });
  return error;
}

interface Refused extends Omit<Handing, 'server'> {
  readonly receipt: SendReceipt;
  readonly leaving: Leaving;
}

async function refused(desk: LetterDesk, { receipt, leaving, trial, context }: Refused): Promise<TakedownError> {
  const { letter, now } = desk;
  leaving.abandoned();
  const note = `not sent, nobody was accepted: ${noteOf(receipt)}`;
  if (!trial) {
    const entry = {
      at: now,
      event: 'note',
      recipient: letter.recipient,
      letter: letter.id,
      by: 'e-mail',
      note,
    } as const;
    await write(desk, entry, context);
  }
  return new TakedownError('failed', {
    code: 'nobody-accepted',
    message: `The server ${receipt.server} took the letter for nobody: ${receipt.answer}`,
    hint: asksToTryLater(receipt.answer)
      ? 'It asks to try again later: send the letter again then.'
      : 'Nothing left. Correct the address in cases/recipients.yaml and issue the letter anew, or ask who runs the server.',
  });
}

async function write({ paths }: LetterDesk, entry: JournalEntry, context: Context): Promise<void> {
  await appendJournal(paths, [entry], machineOf(context.process.pid, context.process.lives));
}

/** What the server said, in one line for the journal. Its acceptance is no proof of receipt. */
function noteOf({ server, tls, answer, accepted, rejected }: SendReceipt): string {
  const parts = [
    `${server}${tls === undefined ? '' : ` over ${tls}`} said: ${answer}`,
    accepted.length === 0 ? '' : `accepted: ${accepted.join(', ')}`,
    rejected.length === 0 ? '' : `refused: ${rejected.map((one) => `${one.address} (${one.answer})`).join(', ')}`,
  ];
  return drop(parts.filter((part) => part !== '').join('; '));
}
