// A cursor over received octets. It never reads past its end and never follows a name pointer forward, so it always
// comes to an end (RFC 1035 section 4.1.4). What is wrong is thrown as Malformed and caught in decode.ts alone.
import { labelText, MAX_NAME, ROOT } from './names.ts';

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
}

export function openReader(octets: Uint8Array): Reader {
  return { octets, at: 0, end: octets.length };
}

export function readU8(reader: Reader): number {
  const octet = reader.at < reader.end ? reader.octets[reader.at] : undefined;
  if (octet === undefined) throw new Malformed('it ends too early', reader.at);
  reader.at += 1;
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
  if (reader.at + count > reader.end) throw new Malformed('it ends too early', reader.at);
  const octets = new Uint8Array(reader.octets.subarray(reader.at, reader.at + count));
  reader.at += count;
  return octets;
}

export function readRest(reader: Reader): Uint8Array {
  return readOctets(reader, reader.end - reader.at);
}

/** Every pointer must lead to before the part that it continues: strictly backward, so no loop is possible. */
export function readName(reader: Reader): string {
  const labels: string[] = [];
  let size = 1;
  let from = reader.at;
  let after: number | undefined;
  const cursor: Reader = { octets: reader.octets, at: reader.at, end: reader.end };
  for (;;) {
    const start = cursor.at;
    const length = readU8(cursor);
    if (length === 0) break;
    if (length >= POINTER) {
      const target = ((length & 0x3f) << 8) | readU8(cursor);
      after ??= cursor.at;
      if (target >= from || target < HEADER) throw new Malformed('a name pointer does not lead backward', start);
      from = target;
      cursor.at = target;
      cursor.end = reader.octets.length;
      continue;
    }
    if (length > 0x3f) throw new Malformed('a label of a type that does not exist', start);
    size += length + 1;
    if (size > MAX_NAME) throw new Malformed('a name of more than 255 octets', start);
    if (cursor.at + length > cursor.end) throw new Malformed('it ends too early', cursor.at);
    labels.push(labelText(reader.octets, cursor.at, cursor.at + length));
    cursor.at += length;
  }
  reader.at = after ?? cursor.at;
  return labels.length === 0 ? ROOT : labels.join('.');
}
