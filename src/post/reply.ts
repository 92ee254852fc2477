// Reads a mail that came in, as far as letters need it. Whoever sent it chose every octet: size, depth, heads and texts are
// bounded, and what is shown later is harmless already. The mail itself is kept whole, elsewhere.
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { parseInstant } from '../model/instant.ts';
import type { MailAddress, Reply } from '../model/letter/mail.ts';
import { parseMessageId } from '../model/letter/message-id.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { drop } from '../model/text/harmless.ts';
import { textOfHtml } from '../model/text/html-text.ts';

/** What large providers let through. */
export const LARGEST_REPLY = 25 * 1024 * 1024;
const LIMITS = { maxNestingDepth: 32, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 };

const LONGEST = { text: 4_000, subject: 400, name: 200, address: 254, media: 100 };
/** A thread of more mails, or a mail of more files, is no answer to a letter; the rest stays in the kept mail. */
const MOST = { ids: 100, attachments: 100 };
/** Where a mail is returned, the head of the first one is in here. */
const RETURNED = new Set(['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers']);
const LONGEST_HEAD = 64 * 1024;

export async function readReply(octets: Uint8Array): Promise<Reply> {
  if (octets.length > LARGEST_REPLY)
    throw unreadable(`it is larger than ${LARGEST_REPLY / 1024 / 1024} MiB`, 'Save the mail without its attachments.');
  if (holdsSeveral(octets)) throw unreadable('it holds more than one', 'Save each mail in a file of its own.');
  const mail = await parsed(octets);
  const { from, subject, messageId, date } = mail;
  if (from === undefined && messageId === undefined && date === undefined)
    throw unreadable('it has no sender, no date and no Message-ID', 'Save the mail as .eml, in its original form.');
  const own = parseMessageId(messageId ?? '');
  const sender = senderOf(mail);
  const at = date === undefined ? undefined : parseInstant(date);
  return {
    ...(own === undefined ? {} : { messageId: own }),
    inReplyTo: idsIn(mail.inReplyTo ?? ''),
    references: [...idsIn(mail.references ?? ''), ...mail.attachments.slice(0, MOST.attachments).flatMap(returnedId)],
    ...(sender === undefined ? {} : { from: sender }),
    ...(subject === undefined ? {} : { subject: line(subject, LONGEST.subject) }),
    ...(at === undefined ? {} : { date: at }),
    text: lines(mail.text ?? textOfHtml(mail.html ?? '')),
    attachments: mail.attachments.slice(0, MOST.attachments).map(attachmentOf),
  };
}

/** A folder of mails in one file (RFC 4155): each begins with a line of its own, behind an empty one. */
function holdsSeveral(octets: Uint8Array): boolean {
  if (!/^From \S+ /.test(Buffer.from(octets.subarray(0, LONGEST.address)).toString('latin1'))) return false;
  const text = Buffer.from(octets).toString('latin1');
  return /\n\r?\nFrom \S+ [^\n]*\d{2}:\d{2}[^\n]*\r?\n[A-Za-z-]+:/.test(text);
}

async function parsed(octets: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(octets, { ...LIMITS, attachmentEncoding: 'arraybuffer' });
  } catch (error) {
    const why = error instanceof Error ? drop(error.message).slice(0, LONGEST.name) : 'it is no mail';
    throw unreadable(`the parts of it cannot be told apart: ${why}`, 'Keep it with: takedown record note --file');
  }
}

function senderOf({ from }: Email): MailAddress | undefined {
  if (from?.address === undefined || from.address === '') return undefined;
  const name = line(from.name, LONGEST.name);
  return { ...(name === '' ? {} : { name }), address: line(from.address, LONGEST.address) };
}

function idsIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const [id] of text.matchAll(/<[^<>\s]{1,900}>/g)) {
    const read = parseMessageId(id);
    if (read !== undefined) found.push(read);
    if (found.length === MOST.ids) break;
  }
  return found;
}

/** The Message-ID of the mail that a server sends back since it could not be delivered. */
function returnedId({ mimeType, content }: Attachment): readonly string[] {
  if (!RETURNED.has(mimeType) || typeof content === 'string') return [];
  const text = Buffer.from(new Uint8Array(content).subarray(0, LONGEST_HEAD)).toString('latin1');
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const said = /^message-id:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{1,900}>)/im.exec(head);
  return idsIn(said?.[1] ?? '');
}

function attachmentOf({ filename, mimeType, content }: Attachment): Reply['attachments'][number] {
  const length = typeof content === 'string' ? content.length : content.byteLength;
  return { name: line(filename ?? '', LONGEST.name), media: line(mimeType, LONGEST.media), length };
}

function line(text: string, longest: number): string {
  return drop(text.slice(0, longest * 4))
    .trim()
    .slice(0, longest);
}

function lines(text: string): string {
  return text
    .slice(0, LONGEST.text * 4)
    .split(/\r\n|\n|\r/)
    .map((one) => drop(one).trimEnd())
    .join('\n')
    .trim()
    .slice(0, LONGEST.text);
}

function unreadable(why: string, hint: string): TakedownError {
  return new TakedownError('input', {
    code: 'unreadable-mail',
    message: `The file cannot be read as a mail: ${why}.`,
    hint,
  });
}
