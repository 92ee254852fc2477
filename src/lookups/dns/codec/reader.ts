// A cursor over received octets. It never reads past its end and never follows a name pointer forward, so it always
// comes to an end (RFC 1035 section 4.1.4). What is wrong is thrown as Malformed and caught in decode.ts alone.
import { DOT, escapeOctet, isPlain, MAX_NAME, ROOT } from './names.ts';

/** Names cannot point into the header. */
const HEADER = 12;
const POINTER = 0xc0;

export class Malformed extends Error {
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(reason);
    this.name = 'Malformed';
    this.offset = offset;
  }
}

export interface Reader {
  readonly octets: Uint8Array;
  at: number;
  /** The first octet that may not be read: of the message, or of the record data. */
  end: number;
  /** How many of its names are known. */
  known: number;
}

/** So many names of a message are known: most owners are nothing but a pointer to one of the first. */
const KNOWN = 8;

/** One message is read at a time, from its first octet to its last, so that its names need no lists of their own. */
const NAMES: string[] = Array.from({ length: KNOWN }, () => ROOT);
const STARTS: number[] = Array.from({ length: KNOWN }, () => 0);

export function openReader(octets: Uint8Array): Reader {
  return { octets, at: 0, end: octets.length, known: 0 };
}

export function readU8(reader: Reader): number {
  const octet = octetAt(reader.octets, reader.at, reader.end);
  reader.at += 1;
  return octet;
}

function octetAt(octets: Uint8Array, at: number, end: number): number {
  const octet = at < end ? octets[at] : undefined;
  if (octet === undefined) throw new Malformed('it ends too early', at);
  return octet;
}

export function readU16(reader: Reader): number {
  return (readU8(reader) << 8) | readU8(reader);
}

export function readU32(reader: Reader): number {
  return readU16(reader) * 0x10000 + readU16(reader);
}

/** A copy, so that a small value does not keep a whole message alive. (A Buffer's own `slice` would not copy.) */
export function readOctets(reader: Reader, count: number): Uint8Array {
  const start = passOver(reader, count);
  const octets = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) octets[at] = reader.octets[start + at] ?? 0;
  return octets;
}

/** Where what was passed over begins. */
export function passOver(reader: Reader, count: number): number {
  const { at } = reader;
  if (at + count > reader.end) throw new Malformed('it ends too early', at);
  reader.at = at + count;
  return at;
}

export function readRest(reader: Reader): Uint8Array {
  return readOctets(reader, reader.end - reader.at);
}

/** Every pointer must lead to before the part that it continues: strictly backward, so no loop is possible. */
export function readName(reader: Reader): string {
  const { octets, at, end } = reader;
  const target = at + 1 < end ? pointerAt(octets, at) : undefined;
  const known = target === undefined ? undefined : knownName(target, reader.known);
  if (known !== undefined) {
    reader.at = at + 2;
    return known;
  }
  const name = spelledOut(reader);
  if (reader.known < KNOWN) {
    NAMES[reader.known] = name;
    STARTS[reader.known] = at;
    reader.known += 1;
  }
  return name;
}

function knownName(target: number, known: number): string | undefined {
  for (let i = 0; i < known; i += 1) if (STARTS[i] === target) return NAMES[i];
  return undefined;
}

/** `undefined` where no pointer stands. */
function pointerAt(octets: Uint8Array, at: number): number | undefined {
  const length = octets[at] ?? 0;
  return length < POINTER ? undefined : ((length & 0x3f) << 8) | (octets[at + 1] ?? 0);
}

/** A name while it is put together; an octet takes four characters at most (`\255`). */
const TEXT = Buffer.alloc(4 * MAX_NAME);

function spelledOut(reader: Reader): string {
  const { octets } = reader;
  let { at, end } = reader;
  let from = at;
  let after = 0;
  let size = 1;
  let written = 0;
  for (let length = octetAt(octets, at, end); length > 0; length = octetAt(octets, at, end)) {
    if (length >= POINTER) {
      octetAt(octets, at + 1, end);
      if (after === 0) after = at + 2;
      from = backward(octets, at, from);
      at = from;
      end = octets.length;
    } else {
      if (length > 0x3f) throw new Malformed('a label of a type that does not exist', at);
      size += length + 1;
      if (size > MAX_NAME) throw new Malformed('a name of more than 255 octets', at);
      at += 1;
      if (at + length > end) throw new Malformed('it ends too early', at);
      written = writeLabel(octets, at, at + length, written);
      at += length;
    }
  }
  reader.at = after === 0 ? at + 1 : after;
  return written === 0 ? ROOT : TEXT.toString('latin1', 0, written);
}

/** Where the pointer leads: before the part that it continues, which began at `from`. */
function backward(octets: Uint8Array, at: number, from: number): number {
  const target = pointerAt(octets, at) ?? 0;
  if (target >= from || target < HEADER) throw new Malformed('a name pointer does not lead backward', at);
  return target;
}

/** The octets up to `end`, behind what is written already; how much is written then. */
function writeLabel(octets: Uint8Array, start: number, end: number, before: number): number {
  let written = before;
  if (written > 0) TEXT[written++] = DOT;
  for (let at = start; at < end; at += 1) {
    const octet = octets[at] ?? 0;
    if (isPlain(octet)) TEXT[written++] = octet;
    else written += TEXT.write(escapeOctet(octet), written, 'latin1');
  }
  return written;
}
