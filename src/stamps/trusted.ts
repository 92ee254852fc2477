// Certificates that a person trusts, as PEM. Whatever else stands in such a file (keys, comments) is passed over.
import { X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';
import { type CertificateRead, certificateRead } from './read.ts';

const BLOCK = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** `undefined`: there is none in it, or one that cannot be read. */
export function trustedIn(pem: string): readonly CertificateRead[] | undefined {
  const blocks = pem.match(BLOCK) ?? [];
  try {
    const read = blocks.map((block) => new X509Certificate(block));
    const certificates = read.map(({ raw }) => certificateRead(Certificate.fromBER(Uint8Array.from(raw))));
    return certificates.length === 0 ? undefined : certificates;
  } catch {
    return undefined;
  }
}
