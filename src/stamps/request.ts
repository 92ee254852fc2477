// A question to a time-stamping authority (RFC 3161 section 2.4.1): the digest, a number that only its answer can have, and the
// wish for the signer's certificate. Nothing in it says what the octets are.
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { SHA_256 } from './algorithms.ts';

interface StampQuestion {
  /** SHA-256, hexadecimal. */
  readonly of: string;
  /** Hexadecimal, as `nonceOf` makes it. */
  readonly nonce: string;
  /** Object identifier; absent: what the authority usually does. */
  readonly policy?: string;
}

/** In DER. */
export function stampRequest({ of, nonce, policy }: StampQuestion): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: octetsOf(of) }),
    }),
    nonce: new Integer({ valueHex: octetsOf(nonce) }),
    certReq: true,
    ...(policy !== undefined && { reqPolicy: policy }),
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** A positive number of sixteen octets at most: the first bit would be its sign, and a first octet of nothing is none of DER. */
export function nonceOf(random: (count: number) => Uint8Array): string {
  const octets = Uint8Array.from(random(16));
  octets[0] = ((octets[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(octets).toString('hex');
}

/** An object identifier (X.660) as it is written; `undefined` for anything else. */
export function parsePolicy(text: string): string | undefined {
  return /^[0-2](?:\.(?:0|[1-9]\d{0,8})){1,30}$/.test(text) ? text : undefined;
}

function octetsOf(hex: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(hex, 'hex')).buffer;
}
