// A question on the wire and the test whether octets are its answer (RFC 5452 section 9): pure. Everything that is not
// exactly the answer is a stray; a stray is kept and never ends the wait.

import type { Dice } from '../bulk/dice.ts';
import { room } from '../bulk/shelf.ts';
import { UDP_SIZE } from '../udp/limits.ts';
import { decodeMessage } from './codec/decode.ts';
import type { DnsMessage } from './codec/message.ts';
import { lowerName, sameName, wireName, writePlainName } from './codec/names.ts';
import { CLASS_IN, RCODES, TYPES } from './codec/types.ts';

interface Query {
  readonly name: string;
  readonly type: number;
  readonly recursion: boolean;
  readonly checkingDisabled: boolean;
  readonly edns: boolean;
}

export const STRAY_KINDS = [
  'other id',
  'other sender',
  'no answer',
  'malformed',
  'other question',
  'other letters',
] as const;
export type StrayKind = (typeof STRAY_KINDS)[number];

export type Reading =
  | { readonly kind: 'answer'; readonly message: DnsMessage }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'stray'; readonly stray: StrayKind; readonly detail: string };

const HEADER = 12;
const FLAGS = { response: 0x8000, opcode: 0x7800, truncated: 0x0200, recursion: 0x0100, checkingDisabled: 0x0010 };

/** RFC 6891 section 6.1.2: the root's name, OPT, our size, no version or extended RCODE, DO, no options. */
const OPT = Uint8Array.of(0, 0, TYPES.OPT, UDP_SIZE >> 8, UDP_SIZE & 0xff, 0, 0, 0x80, 0, 0, 0);

/** With id 0. Written by hand, since each question of a run passes here; a test holds it to `encodeMessage`. */
export function queryOctets(query: Query): Uint8Array {
  const name = lowerName(query.name);
  const after = HEADER + name.length + 2;
  const octets = room(after + 4 + (query.edns ? OPT.length : 0));
  return writePlainName(name, octets, HEADER) ? completed(query, octets, after) : withName(query, wireName(name));
}

/** A name with escapes is shorter on the wire than as text. */
function withName(query: Query, name: Uint8Array): Uint8Array {
  const after = HEADER + name.length;
  const octets = room(after + 4 + (query.edns ? OPT.length : 0));
  octets.set(name, HEADER);
  return completed(query, octets, after);
}

/** `after`: where the name ends. */
function completed(query: Query, octets: Uint8Array, after: number): Uint8Array {
  octets[2] = query.recursion ? FLAGS.recursion >> 8 : 0;
  octets[3] = query.checkingDisabled ? FLAGS.checkingDisabled : 0;
  octets[5] = 1;
  octets[after] = query.type >> 8;
  octets[after + 1] = query.type & 0xff;
  octets[after + 3] = CLASS_IN;
  if (query.edns) {
    octets[11] = 1;
    octets.set(OPT, after + 4);
  }
  return octets;
}

/** 0x20: the case of each letter of the name from one random bit, so that a forger has to guess them too. */
export function mixLetters(query: Uint8Array, dice: Dice): void {
  const end = questionEnd(query) - 4;
  let bits = 0;
  let left = 0;
  // Length octets are at most 63 and letters begin at 65, so that every octet can be looked at alike.
  for (let at = HEADER; at < end; at += 1) {
    const lower = (query[at] ?? 0) | 0x20;
    if (lower < 0x61 || lower > 0x7a) continue;
    if (left === 0) {
      bits = dice.u32();
      left = 32;
    }
    query[at] = lower ^ ((bits & 1) << 5);
    bits >>>= 1;
    left -= 1;
  }
}

/** Where the one question of a message that we made ends. */
function questionEnd(query: Uint8Array): number {
  let at = HEADER;
  for (let length = query[at] ?? 0; length !== 0; length = query[at] ?? 0) at += length + 1;
  return at + 5;
}

/** An answer under our id that repeats our question to the octet: the way in which nearly every answer comes. */
export function repeatsQuestion(query: Uint8Array, octets: Uint8Array): boolean {
  const end = questionEnd(query);
  if (octets.length < end || octets[4] !== 0 || octets[5] !== 1) return false;
  if (octets[0] !== query[0] || octets[1] !== query[1] || ((octets[2] ?? 0) & 0xf8) !== 0x80) return false;
  for (let at = HEADER; at < end; at += 1) if (octets[at] !== query[at]) return false;
  return true;
}

/** `exactLetters`: whether the answer has to repeat the letters as they were sent (0x20). */
export function readAnswer(query: Uint8Array, octets: Uint8Array, exactLetters: boolean): Reading {
  if (octets.length < HEADER) return stray('malformed', 'shorter than a header');
  const [id, flags] = [u16(octets, 0), u16(octets, 2)];
  if (id !== u16(query, 0)) return stray('other id', `id ${id}`);
  if ((flags & FLAGS.response) === 0) return stray('no answer', 'a question came back');
  if ((flags & FLAGS.opcode) !== 0) return stray('no answer', 'another opcode');
  const decoded = decodeMessage(octets);
  const truncated = (flags & FLAGS.truncated) !== 0;
  // A server may cut its answer in the middle of a record; a truncated one is never read anyway.
  if (!decoded.ok) {
    return truncated ? { kind: 'truncated' } : stray('malformed', `${decoded.reason}, at octet ${decoded.offset}`);
  }
  const wrong = repeatsQuestion(query, octets) ? undefined : wrongQuestion(query, decoded.message, exactLetters);
  if (wrong !== undefined) return wrong;
  return truncated ? { kind: 'truncated' } : { kind: 'answer', message: decoded.message };
}

function u16(octets: Uint8Array, at: number): number {
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}

/** A server that could not read the question may leave it out: an error alone decides nothing, so it is let through. */
function wrongQuestion(query: Uint8Array, message: DnsMessage, exactLetters: boolean): Reading | undefined {
  const asked = decodeMessage(query);
  const [wanted] = asked.ok ? asked.message.questions : [];
  const [question, ...more] = message.questions;
  const error = message.rcode !== RCODES.NOERROR && message.rcode !== RCODES.NXDOMAIN;
  if (wanted === undefined) return stray('other question', 'no question was asked');
  if (question === undefined) return error ? undefined : stray('other question', 'no question in it');
  const same = question.type === wanted.type && question.class === CLASS_IN && sameName(question.name, wanted.name);
  if (!same || more.length > 0) return stray('other question', `about ${question.name}`);
  return !exactLetters || question.name === wanted.name ? undefined : stray('other letters', question.name);
}

function stray(kind: StrayKind, detail: string): Reading {
  return { kind: 'stray', stray: kind, detail };
}
