// What a mail is made of, checked before anything is made: a name or an address that could begin a line of its own in the
// head of a mail stops here, whatever the library would have made of it.

import type { Instant } from '../model/instant.ts';
import type { MailAddress } from '../model/letter/mail.ts';
import { parseMailAddress } from '../model/letter/mail-address.ts';
import { parseMessageId } from '../model/letter/message-id.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { drop } from '../model/text/harmless.ts';

export interface MailParts {
  /** Absent in a draft of somebody whose address is not known. */
  readonly from?: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly replyTo?: MailAddress;
  /** Asks for a receipt, which most programs ignore. */
  readonly receiptTo?: MailAddress;
  readonly subject: string;
  /** Plain text, lines ended in any way. */
  readonly text: string;
  /** The mail's date line. */
  readonly at: Instant;
  readonly messageId: string;
  /** The Message-ID that this one follows, for a reminder; and all of its thread, oldest first. */
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  readonly attachments: readonly MailAttachment[];
  /** A draft: opens in a mail program as one that has not been sent yet. */
  readonly unsent: boolean;
}

export interface MailAttachment {
  /** Letters, figures, full stops and hyphens: older programs garble anything else. */
  readonly file: string;
  readonly media: string;
  readonly octets: Uint8Array;
}

const FILE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;
const MEDIA = /^[a-z]+\/[a-z0-9.+-]+(?:; charset=[a-z0-9-]+)?$/;
/** RFC 5322 section 2.1.1 allows 998 in a line; a subject of this length is folded and read whole everywhere. */
const LONGEST_SUBJECT = 400;

/** The same parts with every text made harmless, or a stop that says which part is wrong. */
export function checkedParts(parts: MailParts): MailParts {
  const { from, replyTo, receiptTo, inReplyTo } = parts;
  if (parts.to.length === 0 && !parts.unsent) throw wrongPart('recipient', 'a mail that is to be sent needs one');
  for (const { file, media } of parts.attachments) {
    if (!FILE.test(file)) throw wrongPart('attachment', `${JSON.stringify(file)} is no plain file name`);
    if (!MEDIA.test(media)) throw wrongPart('attachment', `${JSON.stringify(media)} is no media type`);
  }
  return {
    ...parts,
    ...(from === undefined ? {} : { from: checkedAddress(from) }),
    ...(replyTo === undefined ? {} : { replyTo: checkedAddress(replyTo) }),
    ...(receiptTo === undefined ? {} : { receiptTo: checkedAddress(receiptTo) }),
    ...(inReplyTo === undefined ? {} : { inReplyTo: checkedId(inReplyTo) }),
    to: parts.to.map(checkedAddress),
    cc: parts.cc.map(checkedAddress),
    subject: checkedSubject(parts.subject),
    text: parts.text
      .split(/\r\n|\n|\r/)
      .map(drop)
      .join('\r\n'),
    messageId: checkedId(parts.messageId),
    references: parts.references.map(checkedId),
  };
}

function checkedAddress({ name, address }: MailAddress): MailAddress {
  const checked = parseMailAddress(address);
  if (checked === undefined) throw wrongPart('address', `${JSON.stringify(address)} is not one plain mail address`);
  const said = drop(name ?? '').trim();
  return said === '' ? { address: checked } : { name: said, address: checked };
}

function checkedId(text: string): string {
  const id = parseMessageId(text);
  if (id === undefined) throw wrongPart('Message-ID', `${JSON.stringify(text)} is none`);
  return id;
}

function checkedSubject(text: string): string {
  const subject = drop(text).replace(/ {2,}/g, ' ').trim();
  if (subject === '') throw wrongPart('subject', 'there is none');
  if (subject.length > LONGEST_SUBJECT) throw wrongPart('subject', `it is longer than ${LONGEST_SUBJECT} characters`);
  return subject;
}

function wrongPart(what: string, why: string): TakedownError {
  return new TakedownError('input', {
    code: 'wrong-mail-part',
    message: `The mail cannot be made: ${what}: ${why}.`,
    hint: 'Mail is made from recipients.yaml, the case file and the template: correct it there.',
  });
}
