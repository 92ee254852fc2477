// The closed list of reasons why an issued letter does not leave: what each means and what to do. `takedown explain WORD`
// shows a row. No reason outweighs one of these, and `--yes` skips a question, never one of them.
import type { RefusalRow } from '../guards/refusals.ts';

function row(means: string, remedy: string): RefusalRow {
  return { means, remedy, reasonOutweighs: false };
}

/** In the order in which they are looked at: what a person typed, what was issued, what holds today, where it would go. */
export const SEND_REFUSALS = {
  'not-approved': row(
    'no letter leaves without an approval that names its digest',
    'Give the digest that takedown letter issue printed: --approve DIGEST. It is the last line of letter.yaml.',
  ),
  'approval-too-short': row(
    'an approval names at least the first twelve figures of the digest',
    'Give more of the digest, or all 64 figures.',
  ),
  'approval-differs': row(
    'the approval names another digest than that of the letter',
    'Read the letter that is to be sent, and approve its own digest.',
  ),
  'letter-changed': row(
    'the letter is no longer as it was issued',
    'Bring its folder back from version control. An issued letter is never edited: issue another one.',
  ),
  'no-mail': row(
    'the letter was issued without a mail: the recipient takes none, or no sender was set',
    'Serve it in another way and write that down: takedown record served --letter.',
  ),
  'mail-differs': row(
    'the mail itself names other people, another subject or other files than the letter',
    'Issue the letter anew, and report this: it is a bug, or somebody has edited the letter.',
  ),
  unattended: row('nothing is sent by a CI job', 'Send from a machine at which a person sits.'),
  'simulated-mixed': row(
    'a rehearsal’s letter goes only to a simulated server, and a real letter never goes to one',
    'Give --network FILE for a rehearsal, and leave it out for a real letter.',
  ),
  illustrative: row(
    'the terms of the case have not been compared with the order, so its letters go to nobody but their sender',
    'Compare the case with the order and take `illustrative` out of case.yaml; or practise: --trial.',
  ),
  'already-served': row(
    'the journal says that the letter was served, or has an answer to it',
    'See what is due next: takedown due. An entry that is wrong is corrected (takedown record note --corrects); a letter that has to go out again is issued again.',
  ),
  'may-have-been-sent': row(
    'an earlier attempt ended before the server had said what it did with the letter',
    'Ask the recipient or look in the server’s log. Then write down what you found, with --letter: takedown record served if it arrived, takedown record note if not.',
  ),
  'case-changed': row('the case file or a schedule has changed since the letter was issued', 'Issue the letter anew.'),
  'recipient-changed': row(
    'the recipient’s entry, or an address of it, has changed since the letter was issued',
    'Issue the letter anew.',
  ),
  'template-changed': row(
    'the template, a partial of it, or the Word file or fonts of the house have changed since the letter was issued',
    'Issue the letter anew.',
  ),
  'facts-changed': row(
    'what the letter says is no longer what is known: a name was done meanwhile, was looked up again, or a time has passed',
    'Issue the letter anew: nobody is chased for what is done.',
  ),
  'sender-changed': row(
    'the letter is from another sender than the one that is set now',
    'Set the sender again that the letter was issued with, or issue the letter anew.',
  ),
  'foreign-address': row(
    'the mail would go to an address that is not the recipient’s',
    'Add the address to the recipient in cases/recipients.yaml, and issue the letter anew.',
  ),
  'first-use': row(
    'the template was never used in this case in the form that it has now: the first letter of it goes to oneself',
    'Send the letter to yourself with --trial, and read what arrives.',
  ),
} as const satisfies Record<string, RefusalRow>;

export type SendRefusalWord = keyof typeof SEND_REFUSALS;

/** A reason of the list, and what is so in this case, in one sentence. */
export type Said = readonly [word: SendRefusalWord, text: string];

export function sendRefusalRow(word: string): RefusalRow | undefined {
  return Object.hasOwn(SEND_REFUSALS, word) ? SEND_REFUSALS[word as SendRefusalWord] : undefined;
}
