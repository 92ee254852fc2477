// A letter as it goes to oneself before its template is first used: every octet of the body is that of the letter, and the
// head says whom it goes to and that it is a trial.
import { parseMailAddress } from '../model/letter/mail-address.ts';

export const TRIAL_MARK = '[TRIAL]';
/** What would bring it to anybody else, or into the thread of a real letter. */
const LEFT_OUT = new Set(['cc', 'bcc', 'reply-to', 'in-reply-to', 'references', 'disposition-notification-to']);

/** `to` is one plain address: the sender's own. */
export function trialOf(octets: Uint8Array, to: string): Uint8Array {
  const address = parseMailAddress(to);
  const mail = Buffer.from(octets);
  const end = mail.indexOf('\r\n\r\n');
  if (address === undefined || end === -1) throw new RangeError('a trial is made of a mail and one plain address');
  const fields = mail
    .subarray(0, end)
    .toString('latin1')
    .split(/\r\n(?![ \t])/);
  const head = fields.flatMap((field) => trialField(field, address));
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), mail.subarray(end)]);
}

/** `<trial.…>`: no reply to it leads to the letter. */
export function trialIdOf(messageId: string): string {
  return messageId.replace('<', '<trial.');
}

export function isTrialId(messageId: string): boolean {
  return messageId.startsWith('<trial.');
}

function trialField(field: string, address: string): readonly string[] {
  const key = field.slice(0, field.indexOf(':')).toLowerCase();
  if (LEFT_OUT.has(key)) return [];
  if (key === 'to') return [`To: ${address}`];
  if (key === 'subject') return [field.replace(/^subject:\s*/i, `Subject: ${TRIAL_MARK}\r\n `)];
  if (key === 'message-id') return [trialIdOf(field)];
  return [field];
}
