// The octets of an authority's answer (RFC 3161 section 2.4.2) taken apart: status, what was stated, who signed it. The library
// reads ASN.1 within bounds of depth, pieces and length; nothing is judged here.
import { X509Certificate } from 'node:crypto';
import { Certificate, SignedData, type SignerInfo, TimeStampResp, TSTInfo } from 'pkijs';
import { show } from '../model/text/harmless.ts';

/** An honest answer with a chain of four certificates has some 8,000 octets. */
export const LARGEST_STAMP = 256 * 1024;

export interface CertificateRead {
  readonly parsed: Certificate;
  readonly x509: X509Certificate;
}

export interface Token {
  readonly info: TSTInfo;
  /** The octets that `info` was read from. */
  readonly content: Uint8Array;
  readonly signer: SignerInfo;
  /** The values of each signed attribute by its identifier. */
  readonly attributes: ReadonlyMap<string, readonly unknown[]>;
  /** What the signature is over: the attributes as a set, as RFC 5652 section 5.4 has it. */
  readonly signed: Uint8Array;
  readonly certificates: readonly CertificateRead[];
}

type Reply =
  | { readonly is: 'token'; readonly token: Token }
  | { readonly is: 'rejected'; readonly why: string }
  | { readonly is: 'unreadable'; readonly why: string };

export const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SIGNED_DATA = '1.2.840.113549.1.7.2';

export function readReply(octets: Uint8Array): Reply {
  if (octets.length > LARGEST_STAMP) return unreadable('is larger than any honest one');
  try {
    return reply(TimeStampResp.fromBER(Uint8Array.from(octets)));
  } catch {
    // The library throws for whatever it cannot read, and says nothing that a person could use.
    return unreadable('is not a time stamp that can be read');
  }
}

function reply({ status, timeStampToken }: TimeStampResp): Reply {
  // 0 and 1 are "granted" and "granted with changes".
  if (status.status > 1) return { is: 'rejected', why: refusalOf(status) };
  if (timeStampToken?.contentType !== SIGNED_DATA) return unreadable('has no signature');
  const data = new SignedData({ schema: timeStampToken.content });
  const { eContentType, eContent } = data.encapContentInfo;
  const [signer, ...others] = data.signerInfos;
  if (eContentType !== TST_INFO || eContent === undefined) return unreadable('is a signed text of another kind');
  if (signer === undefined || others.length > 0) return unreadable('does not have one signature');
  if (signer.signedAttrs === undefined) return unreadable('has a signature that says nothing of itself');
  const content = new Uint8Array(eContent.getValue());
  const info = TSTInfo.fromBER(content);
  if (info.version !== 1 || Number.isNaN(info.genTime.getTime())) return unreadable('states no time that can be read');
  const { attributes, encodedValue } = signer.signedAttrs;
  const named = new Map(attributes.map(({ type, values }) => [type, values]));
  // An attribute that stands there twice says two things.
  if (named.size !== attributes.length) return unreadable('has a signature that contradicts itself');
  const certificates = (data.certificates ?? []).filter((one) => one instanceof Certificate).map(certificateRead);
  return {
    is: 'token',
    token: { info, content, signer, attributes: named, signed: new Uint8Array(encodedValue), certificates },
  };
}

export function certificateRead(parsed: Certificate): CertificateRead {
  return { parsed, x509: new X509Certificate(Buffer.from(parsed.toSchema().toBER())) };
}

function unreadable(why: string): Reply {
  return { is: 'unreadable', why };
}

/** RFC 3161 section 2.4.2, by the place of the bit. */
const FAILURES: Readonly<Record<number, string>> = {
  0: 'the digest is of a kind that it does not take',
  2: 'the question is not allowed',
  5: 'the question cannot be read',
  14: 'its clock is not there',
  15: 'it does not have that policy',
  16: 'it does not have that extension',
  17: 'more was asked for than it has',
  25: 'it failed',
};
const LONGEST_WORDS = 200;

function refusalOf({ status, statusStrings, failInfo }: TimeStampResp['status']): string {
  const bits = failInfo === undefined ? [] : bitsOf(failInfo.valueBlock.valueHexView);
  const reasons = bits.flatMap((bit) => FAILURES[bit] ?? []);
  const words = (statusStrings ?? []).map(({ valueBlock }) => show(valueBlock.value)).join(' ');
  const said = words === '' ? [] : [`"${words.slice(0, LONGEST_WORDS)}"`];
  const all = [...reasons, ...said].join('; ');
  return `was refused by the authority (status ${status})${all === '' ? '' : `: ${all}`}`;
}

function bitsOf(octets: Uint8Array): readonly number[] {
  return Array.from({ length: octets.length * 8 }, (_, bit) => bit).filter(
    (bit) => (((octets[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1,
  );
}
