// Who a mail is from and to, read back from its octets: what a letter says that it is must be what the mail says.
import PostalMime, { type Address } from 'postal-mime';
import { parseMessageId } from '../model/letter/message-id.ts';

export interface MailHead {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly messageId: string | undefined;
  readonly attachments: readonly { readonly file: string; readonly media: string; readonly octets: Uint8Array }[];
}

/** For mails of our own making; what came from elsewhere is read by reply.ts. */
export async function headOfMail(octets: Uint8Array): Promise<MailHead> {
  const { from, to, cc, bcc, subject, messageId, attachments } = await PostalMime.parse(octets, {
    attachmentEncoding: 'arraybuffer',
  });
  return {
    from: addressesIn(from === undefined ? [] : [from]),
    to: addressesIn(to ?? []),
    cc: addressesIn(cc ?? []),
    bcc: addressesIn(bcc ?? []),
    subject: subject ?? '',
    messageId: parseMessageId(messageId ?? ''),
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      file: filename ?? '',
      media: mimeType,
      octets: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    })),
  };
}

function addressesIn(addresses: readonly Address[]): readonly string[] {
  return addresses.flatMap(({ address, group }) => group?.map((one) => one.address) ?? address ?? []);
}
