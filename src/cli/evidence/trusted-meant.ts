// Whom a person trusts to vouch for time-stamping authorities: the file that was typed, or that of the person's own settings.
import { TakedownError } from '../../model/takedown-error.ts';
import type { CertificateRead } from '../../stamps/read.ts';
import { readSource } from '../../store/sources.ts';
import type { Call } from '../command.ts';
import { textOf } from '../options.ts';
import { timeStampSettingsIn } from '../settings.ts';

/** `undefined`: nobody was given. */
export async function trustedMeant(call: Call): Promise<readonly CertificateRead[] | undefined> {
  const { context, options } = call;
  const typed = textOf(options['ca']);
  // The workspace's settings have no say in it, and need not be in order for what is verified.
  const file = typed ?? timeStampSettingsIn(context, undefined).caFile;
  if (file === undefined) return undefined;
  const home = typed === undefined && file.startsWith('~/') ? `${context.env['HOME'] ?? '~'}${file.slice(1)}` : file;
  const source = readSource(home, context.folder);
  if (source === undefined)
    throw new TakedownError('use', {
      code: 'no-such-file',
      message: `There is no file ${file}.`,
      hint: 'It holds the certificates (PEM) that vouch for time-stamping authorities.',
    });
  const { trustedIn } = await import('../../stamps/trusted.ts');
  const trusted = trustedIn(new TextDecoder().decode(source.octets));
  if (trusted !== undefined) return trusted;
  throw new TakedownError('input', {
    code: 'not-a-certificate',
    message: `${file} has no certificate in PEM, or one that cannot be read.`,
    hint: 'Such a block begins with -----BEGIN CERTIFICATE-----. DER becomes PEM with: openssl x509 -inform DER -in FILE',
  });
}
