// A question on the wire and the test whether octets are its answer (RFC 5452 section 9): pure. Everything that is not
// exactly the answer is a stray; a stray is kept and never ends the wait.
import { decodeHeader, decodeMessage } from './codec/decode.ts';
import { encodeMessage } from './codec/encode.ts';
import { type DnsMessage, EMPTY_MESSAGE } from './codec/message.ts';
import { lowerName, sameName } from './codec/names.ts';
import { CLASS_IN, RCODES } from './codec/types.ts';
import { UDP_SIZE } from './limits.ts';

export interface Query {
  readonly id: number;
  /** In the letters in which it is sent. */
  readonly name: string;
  readonly type: number;
  readonly recursion: boolean;
  readonly checkingDisabled: boolean;
  readonly edns: boolean;
  /** Whether the answer has to repeat the letters as they were sent (0x20). */
  readonly exactCase: boolean;
}

export const STRAY_KINDS = ['other id', 'no answer', 'malformed', 'other question', 'other letters'] as const;
export type StrayKind = (typeof STRAY_KINDS)[number];

export type Reading =
  | { readonly kind: 'answer' | 'truncated'; readonly message?: DnsMessage }
  | { readonly kind: 'stray'; readonly stray: StrayKind; readonly detail: string };

export function queryOctets(query: Query): Uint8Array {
  return encodeMessage({
    ...EMPTY_MESSAGE,
    id: query.id,
    recursionDesired: query.recursion,
    checkingDisabled: query.checkingDisabled,
    questions: [{ name: query.name, type: query.type, class: CLASS_IN }],
    ...(query.edns ? { edns: { udpSize: UDP_SIZE, version: 0, dnssecOk: true, options: [] } } : {}),
  });
}

/** 0x20: each letter's case from one random bit, so that a forger has to guess them too. */
export function mixedCase(name: string, random: Uint8Array): string {
  let letter = 0;
  return lowerName(name).replace(/[a-z]/g, (character) => {
    const octet = random[(letter >> 3) % random.length] ?? 0;
    const upper = (octet >> (letter & 7)) & 1;
    letter += 1;
    return upper ? character.toUpperCase() : character;
  });
}

export function readAnswer(query: Query, octets: Uint8Array): Reading {
  const header = decodeHeader(octets);
  if (header === undefined) return stray('malformed', 'shorter than a header');
  if (header.id !== query.id) return stray('other id', `id ${header.id}`);
  if ((header.flags & 0x8000) === 0) return stray('no answer', 'a question came back');
  if ((header.flags & 0x7800) !== 0) return stray('no answer', 'another opcode');
  const decoded = decodeMessage(octets);
  const truncated = (header.flags & 0x0200) !== 0;
  // A server may cut its answer in the middle of a record; a truncated one is never read anyway.
  if (!decoded.ok) {
    return truncated ? { kind: 'truncated' } : stray('malformed', `${decoded.reason}, at octet ${decoded.offset}`);
  }
  const wrong = wrongQuestion(query, decoded.message);
  if (wrong !== undefined) return wrong;
  return { kind: truncated ? 'truncated' : 'answer', message: decoded.message };
}

/** A server that could not read the question may leave it out: an error alone decides nothing, so it is let through. */
function wrongQuestion(query: Query, message: DnsMessage): Reading | undefined {
  const [question, ...more] = message.questions;
  const error = message.rcode !== RCODES.NOERROR && message.rcode !== RCODES.NXDOMAIN;
  if (question === undefined) return error ? undefined : stray('other question', 'no question in it');
  const same = question.type === query.type && question.class === CLASS_IN && sameName(question.name, query.name);
  if (!same || more.length > 0) return stray('other question', `about ${question.name}`);
  return !query.exactCase || question.name === query.name ? undefined : stray('other letters', question.name);
}

function stray(kind: StrayKind, detail: string): Reading {
  return { kind: 'stray', stray: kind, detail };
}
