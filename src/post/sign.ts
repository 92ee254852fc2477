// The sender's domain signs a mail (DKIM, RFC 6376). Only a head line is added in front: what was approved leaves unchanged
// behind it.
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';
import type { MailServer } from '../model/letter/mail.ts';
import { TakedownError } from '../model/takedown-error.ts';

export async function signed(octets: Uint8Array, by: NonNullable<MailServer['dkim']>): Promise<Uint8Array> {
  const signer = new DKIM({ domainName: by.domain, keySelector: by.selector, privateKey: by.key });
  const whole = await buffer(signer.sign(Buffer.from(octets))).catch(() => undefined);
  const added = whole === undefined ? 0 : whole.length - octets.length;
  if (whole?.subarray(0, 15).toString('latin1') === 'DKIM-Signature:' && whole.subarray(added).equals(octets))
    return whole;
  // The reason would quote the key.
  throw new TakedownError('failed', {
    code: 'not-signed',
    message: `The mail could not be signed for ${by.domain}; nothing was sent.`,
    hint: 'The key file of mail.dkim must hold a private RSA key in PEM form.',
  });
}
