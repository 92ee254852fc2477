// Which letter a mail answers. Never guessed from who sent it or what it is about: a person names the letter where the mail
// does not.
import type { IssuedLetter } from '../model/letter/letter.ts';
import type { Reply } from '../model/letter/mail.ts';
import { parseMessageId } from '../model/letter/message-id.ts';
import { isTrialId, TRIAL_MARK } from './trial.ts';

/** By the thread, nearest mail first; else by a letter's id in the subject. `undefined`: nobody can tell. */
export function letterOf(reply: Reply, issued: readonly IssuedLetter[]): IssuedLetter | undefined {
  const byMessageId = new Map(
    issued.flatMap((letter) => {
      const id = parseMessageId(letter.mail?.messageId ?? '');
      return id === undefined ? [] : [[id, letter] as const];
    }),
  );
  if (answersTrial(reply)) return undefined;
  for (const id of [...reply.inReplyTo, ...reply.references.toReversed()]) {
    const letter = byMessageId.get(id);
    if (letter !== undefined) return letter;
  }
  const named = issued.filter(({ id }) => hasWord(reply.subject ?? '', id));
  return named.length === 1 ? named[0] : undefined;
}

/** What one writes to oneself about a trial is no word of the recipient. */
function answersTrial({ inReplyTo, subject = '' }: Reply): boolean {
  return inReplyTo.some(isTrialId) || subject.includes(TRIAL_MARK);
}

/** `…-order` is not named by a subject that has `…-order-2`. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const around = `${text.charAt(at - 1)}${text.charAt(at + word.length)}`;
    if (!/[A-Za-z0-9-]/.test(around)) return true;
  }
  return false;
}
