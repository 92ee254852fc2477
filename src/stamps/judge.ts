// A time stamp judged from its octets: what it states, whether that was signed, and whether somebody who is trusted vouches for
// who signed. Pure: equal octets and equal expectations give an equal judgement, also years later.
import { instantAt, millisecondsOf } from '../model/instant.ts';
import type { StampFault, StampJudged, TimeStamp } from '../model/seen/time-stamp.ts';
import { SHA_256 } from './algorithms.ts';
import { type CertificateRead, readReply, type Token } from './read.ts';
import { signedBy } from './signature.ts';
import { isValid, wayTo } from './way.ts';

export interface StampExpected {
  /** SHA-256 of the octets, hexadecimal. */
  readonly of: string;
  /** What was asked with; absent: the question is not at hand, as with a stamp that was kept. */
  readonly nonce?: string;
  /** Absent: any. */
  readonly policy?: string;
  /** Absent: nobody was given as trusted. */
  readonly trusted?: readonly CertificateRead[];
}

export function judgeStamp(octets: Uint8Array, expected: StampExpected): StampJudged {
  const reply = readReply(octets);
  if (reply.is !== 'token') return fault(reply.is, reply.why);
  const { token } = reply;
  const signed = signedBy(token);
  if (!signed.ok) return signed;
  const stamp = stampIn(token, signed.by);
  const objection = statedObjection(token, stamp, expected);
  if (objection !== undefined) return objection;
  if (!isValid(signed.by, millisecondsOf(stamp.at)))
    return fault('signer', 'was signed with a certificate that was not valid at its instant');
  if (expected.trusted === undefined) return { ok: true, stamp };
  const between = token.certificates.filter((one) => one !== signed.by);
  const way = wayTo(expected.trusted, signed.by, { between, at: stamp.at });
  if (!way.ok) return { ok: false, fault: 'untrusted', why: way.why, stamp };
  return { ok: true, stamp, root: subjectOf(way.root) };
}

function statedObjection({ info }: Token, stamp: TimeStamp, expected: StampExpected): StampJudged | undefined {
  if (info.messageImprint.hashAlgorithm.algorithmId !== SHA_256 || stamp.of !== expected.of)
    return fault('other-octets', 'is of other octets');
  if (info.extensions?.some(({ critical }) => critical) === true)
    return fault('unreadable', 'has a condition that is not understood here');
  const nonce = info.nonce === undefined ? undefined : hexOf(info.nonce.valueBlock.valueHexView);
  if (expected.nonce !== undefined && nonce !== expected.nonce)
    return fault('other-question', 'is the answer to another question');
  if (expected.policy !== undefined && stamp.policy !== expected.policy)
    return fault('other-policy', `was given under the policy ${stamp.policy}, and not under ${expected.policy}`);
  return undefined;
}

function stampIn({ info }: Token, by: CertificateRead): TimeStamp {
  const { accuracy, genTime, messageImprint, serialNumber, policy } = info;
  const { seconds = 0, millis = 0, micros = 0 } = accuracy ?? {};
  const off = seconds * 1000 + millis + Math.ceil(micros / 1000);
  return {
    at: instantAt(genTime.getTime()),
    ...(accuracy && Number.isSafeInteger(off) && off >= 0 && { accuracy: off }),
    of: hexOf(messageImprint.hashedMessage.getValue()),
    serial: hexOf(serialNumber.valueBlock.valueHexView),
    policy,
    by: subjectOf(by),
  };
}

/** `O=Example, CN=Example TSA`, in the certificate's order. */
function subjectOf({ x509 }: CertificateRead): string {
  return x509.subject.split('\n').join(', ');
}

function hexOf(octets: ArrayBuffer | Uint8Array): string {
  return Buffer.from(octets as Uint8Array).toString('hex');
}

function fault(word: StampFault, why: string): StampJudged {
  return { ok: false, fault: word, why };
}
