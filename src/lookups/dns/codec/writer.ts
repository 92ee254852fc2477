// A growing buffer for a message, with name compression (RFC 1035 section 4.1.4). Letters keep their case, so a suffix is
// only pointed at when it was written with the same letters: 0x20 casing survives.
import { labelsOf, parentOf, ROOT } from './names.ts';

/** Offsets beyond 14 bits cannot be pointed at. */
const MAX_POINTER = 0x3fff;
const MAX_MESSAGE = 0xffff;

export interface Writer {
  octets: Uint8Array;
  length: number;
  readonly suffixes: Map<string, number>;
}

export function openWriter(): Writer {
  return { octets: new Uint8Array(512), length: 0, suffixes: new Map() };
}

export function written(writer: Writer): Uint8Array {
  return writer.octets.slice(0, writer.length);
}

export function writeOctets(writer: Writer, octets: Uint8Array): void {
  const length = writer.length + octets.length;
  if (length > MAX_MESSAGE) throw new RangeError('a message of more than 65535 octets');
  if (length > writer.octets.length) {
    const larger = new Uint8Array(Math.max(length, writer.octets.length * 2));
    larger.set(writer.octets.subarray(0, writer.length));
    writer.octets = larger;
  }
  writer.octets.set(octets, writer.length);
  writer.length = length;
}

export function writeU8(writer: Writer, value: number): void {
  writeOctets(writer, Uint8Array.of(inRange(value, 0xff)));
}

export function writeU16(writer: Writer, value: number): void {
  inRange(value, 0xffff);
  writeOctets(writer, Uint8Array.of(value >> 8, value & 0xff));
}

export function writeU32(writer: Writer, value: number): void {
  inRange(value, 0xffffffff);
  writeU16(writer, Math.floor(value / 0x10000));
  writeU16(writer, value % 0x10000);
}

function inRange(value: number, max: number): number {
  if (!Number.isInteger(value) || value < 0 || value > max) throw new RangeError(`${value} is not in 0 to ${max}`);
  return value;
}

/** Sets 16 bits that were left open, such as a length. */
export function patchU16(writer: Writer, at: number, value: number): void {
  inRange(value, 0xffff);
  writer.octets[at] = value >> 8;
  writer.octets[at + 1] = value & 0xff;
}

/** Where RFC 3597 section 4 forbids compression, `plainName` is the one to use. */
export function compressedName(writer: Writer, name: string): void {
  let rest = name;
  for (const label of labelsOf(name)) {
    const earlier = writer.suffixes.get(rest);
    if (earlier !== undefined) {
      writeU16(writer, 0xc000 | earlier);
      return;
    }
    if (writer.length <= MAX_POINTER) writer.suffixes.set(rest, writer.length);
    writeU8(writer, label.length);
    writeOctets(writer, label);
    rest = parentOf(rest);
  }
  writeU8(writer, 0);
}

export function plainName(writer: Writer, name: string): void {
  for (const label of name === ROOT ? [] : labelsOf(name)) {
    writeU8(writer, label.length);
    writeOctets(writer, label);
  }
  writeU8(writer, 0);
}
