// The signer's certificate as the signed attributes name it, by its digest: ESSCertIDv2 (RFC 5035), or ESSCertID (RFC 2634) of
// authorities that never changed. Without this, one key could be passed off under another certificate for it.
import { createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { DIGESTS } from './algorithms.ts';
import type { CertificateRead, Token } from './read.ts';

const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

interface Named {
  readonly algorithm: string;
  readonly digest: Uint8Array;
}

/** `undefined`: none is named, or the one that is named is not there. Of two that are named differently, both have to fit. */
export function certificateNamed({ attributes, certificates }: Token): CertificateRead | undefined {
  const [second] = attributes.get(SIGNING_CERTIFICATE_V2) ?? [];
  const [first] = attributes.get(SIGNING_CERTIFICATE) ?? [];
  // SHA-1 here only picks one of the certificates that are there: another one with its digest cannot be made.
  const named = [
    ...(second === undefined ? [] : [namedIn(second, 'sha256')]),
    ...(first === undefined ? [] : [namedIn(first, 'sha1')]),
  ];
  if (named.length === 0) return undefined;
  return certificates.find((one) => named.every((each) => each !== undefined && isThe(one, each)));
}

function isThe({ x509 }: CertificateRead, { algorithm, digest }: Named): boolean {
  return createHash(algorithm).update(x509.raw).digest().equals(digest);
}

/** The first of them is the signer's: { certs: [ { algorithm?, digest, issuer and number? }, … ], policies? } */
function namedIn(value: unknown, usual: 'sha256' | 'sha1'): Named | undefined {
  const [algorithm, digest] = partsOf(partsOf(partsOf(value)[0])[0]);
  if (algorithm instanceof OctetString) return { algorithm: usual, digest: new Uint8Array(algorithm.getValue()) };
  const [identifier] = partsOf(algorithm);
  if (!(identifier instanceof ObjectIdentifier) || !(digest instanceof OctetString)) return undefined;
  const known = DIGESTS[identifier.getValue()];
  return known === undefined ? undefined : { algorithm: known, digest: new Uint8Array(digest.getValue()) };
}

function partsOf(value: unknown): readonly unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}
