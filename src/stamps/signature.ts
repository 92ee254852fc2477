// Whether a time stamp is signed as RFC 3161 and RFC 5816 want it: the signature over what was stated, by the one certificate that
// the signed attributes name by its digest, with a key that may do this and nothing else.
import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { ObjectIdentifier, OctetString } from 'asn1js';
import { ExtKeyUsage, IssuerAndSerialNumber, RSASSAPSSParams, type SignerInfo } from 'pkijs';
import type { StampFault } from '../model/seen/time-stamp.ts';
import { DIGESTS, LEAST_RSA_BITS, SIGNINGS, type Signing } from './algorithms.ts';
import { certificateNamed } from './certificate-named.ts';
import { type CertificateRead, type Token, TST_INFO } from './read.ts';

type Signed =
  | { readonly ok: true; readonly by: CertificateRead }
  | { readonly ok: false; readonly fault: StampFault; readonly why: string };

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

export function signedBy(token: Token): Signed {
  const { content, signer, attributes, signed } = token;
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId];
  if (digest === undefined) return broken('rests on a digest that proves nothing, or that is not known here');
  const [type] = attributes.get(CONTENT_TYPE) ?? [];
  const [stated] = attributes.get(MESSAGE_DIGEST) ?? [];
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== TST_INFO)
    return broken('has a signature that was made for something else');
  if (!(stated instanceof OctetString) || !isEqual(stated.getValue(), createHash(digest).update(content).digest()))
    return broken('is not what was signed: its content was changed');
  const by = certificateNamed(token);
  if (by === undefined) return wrongSigner('does not hold the certificate that its signature names');
  if (!isNamed(signer, by)) return wrongSigner('names two signers');
  const key = by.x509.publicKey;
  const objection = weakness(key) ?? purposeObjection(by);
  if (objection !== undefined) return wrongSigner(objection);
  const signing = SIGNINGS[signer.signatureAlgorithm.algorithmId];
  if (signing === undefined || !key.asymmetricKeyType?.startsWith(signing.key))
    return broken('has a signature of a kind that proves nothing, or that is not known here');
  return isSigned({ signer, signing, digest, key, signed })
    ? { ok: true, by }
    : broken('is not what was signed: its signature does not fit');
}

interface ToVerify {
  readonly signer: SignerInfo;
  readonly signing: Signing;
  readonly digest: string;
  readonly key: KeyObject;
  readonly signed: Uint8Array;
}

function isSigned({ signer, signing, digest, key, signed }: ToVerify): boolean {
  const signature = new Uint8Array(signer.signature.getValue());
  try {
    if (signing.key === 'ed25519' || signing.key === 'ed448') return verify(null, signed, key, signature);
    if (signing.padding !== 'pss') return verify(signing.digest ?? digest, signed, key, signature);
    const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema: signer.signatureAlgorithm.algorithmParams });
    const inside = DIGESTS[hashAlgorithm.algorithmId];
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
    return inside !== undefined && verify(inside, signed, pss, signature);
  } catch {
    // What the key cannot verify, nobody has signed with it.
    return false;
  }
}

function isNamed({ sid }: SignerInfo, { parsed }: CertificateRead): boolean {
  // Where it names him by his key, the digest of the certificate says the same and more.
  if (!(sid instanceof IssuerAndSerialNumber)) return true;
  const serials = [sid.serialNumber, parsed.serialNumber].map(({ valueBlock }) => valueBlock.valueHexView);
  return sid.issuer.isEqual(parsed.issuer) && isEqual(serials[0], serials[1]);
}

const EXTENDED_KEY_USAGE = '2.5.29.37';
const KEY_USAGE = '2.5.29.15';
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** RFC 3161 section 2.3: a certificate for time stamps alone, and it says so where nobody may pass over it. */
function purposeObjection({ parsed }: CertificateRead): string | undefined {
  const purposes = (parsed.extensions ?? []).filter(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const [purpose] = purposes;
  const value = purpose?.parsedValue;
  if (purpose === undefined || purposes.length > 1 || !(value instanceof ExtKeyUsage))
    return 'is signed with a certificate that is not for time stamps';
  if (value.keyPurposes.length !== 1 || value.keyPurposes[0] !== TIME_STAMPING)
    return 'is signed with a certificate that is not for time stamps alone';
  if (!purpose.critical) return 'is signed with a certificate whose purpose may be passed over (not critical)';
  const usage = parsed.extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue;
  if (usage === undefined || !('valueBlock' in usage) || !('valueHexView' in usage.valueBlock)) return undefined;
  // digitalSignature and nonRepudiation, the first two bits.
  return ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) === 0 ? 'is signed with a key that may not sign' : undefined;
}

function weakness({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | undefined {
  if (!asymmetricKeyType?.startsWith('rsa')) return undefined;
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < LEAST_RSA_BITS ? `is signed with a key of ${bits} bits, which proves nothing` : undefined;
}

function isEqual(a: ArrayBuffer | Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.from(a as Uint8Array).equals(b);
}

function broken(why: string): Signed {
  return { ok: false, fault: 'signature', why };
}

function wrongSigner(why: string): Signed {
  return { ok: false, fault: 'signer', why };
}
