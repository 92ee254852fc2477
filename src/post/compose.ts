// Makes the octets of one mail (RFC 5322, MIME). The same parts give the same octets: date, Message-ID and boundaries all
// follow from them. There is never a blind copy, and nothing is read from a file or a URL.
import MailComposer from 'nodemailer/lib/mail-composer';
import { millisecondsOf } from '../model/instant.ts';
import type { MailAddress } from '../model/letter/mail.ts';
import { sha256OfAll } from '../model/sha256.ts';
import { checkedParts, type MailParts } from './parts.ts';

export async function compose(given: MailParts): Promise<Uint8Array> {
  const parts = checkedParts(given);
  const { from, to, cc, replyTo, receiptTo, inReplyTo } = parts;
  const composer = new MailComposer({
    ...(from === undefined ? {} : { from: named(from) }),
    to: to.map(named),
    cc: cc.map(named),
    ...(replyTo === undefined ? {} : { replyTo: named(replyTo) }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    references: [...parts.references],
    subject: parts.subject,
    messageId: parts.messageId,
    date: new Date(millisecondsOf(parts.at)),
    headers: {
      ...(receiptTo === undefined ? {} : { 'Disposition-Notification-To': receiptTo.address }),
      ...(parts.unsent ? { 'X-Unsent': '1' } : {}),
    },
    // Quoted-printable keeps blanks at the ends of lines, lines that begin with "From " and long ones as they are.
    text: {
      content: parts.text,
      contentType: 'text/plain; charset=utf-8',
      contentTransferEncoding: 'quoted-printable',
    },
    attachments: parts.attachments.map(({ file, media, octets }) => ({
      filename: file,
      contentType: media,
      content: Buffer.from(octets),
      contentTransferEncoding: 'base64',
      contentDisposition: 'attachment',
    })),
    baseBoundary: boundaryOf(parts),
    boundaryPrefix: 'letter',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await composer.compile().build();
}

/** A string would be split at its commas: only the object is one address for certain. */
function named({ name, address }: MailAddress): { readonly name: string; readonly address: string } {
  return { name: name ?? '', address };
}

/** Over all that the mail holds, so that no text in it can have been written to contain the line between its parts. */
function boundaryOf({ messageId, text, attachments }: MailParts): string {
  const files = attachments.flatMap(({ file, octets }) => [`\n${file}\n`, octets]);
  return sha256OfAll([messageId, '\n', text, ...files]).slice(0, 32);
}
