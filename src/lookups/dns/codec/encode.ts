// A message onto the wire (RFC 1035 section 4.1, RFC 6891 section 6.1.2). It throws a RangeError for what cannot be
// written, such as a label of 70 octets: messages come from this program, so that is a bug and not an answer.
import type { DnsMessage, Edns, ResourceRecord } from './message.ts';
import { writeRdata } from './rdata-write.ts';
import { TYPES } from './types.ts';
import {
  compressedName,
  openWriter,
  patchU16,
  type Writer,
  writeOctets,
  writeU8,
  writeU16,
  writeU32,
  written,
} from './writer.ts';

export function encodeMessage(message: DnsMessage): Uint8Array {
  if (message.rcode > 15 && message.edns === undefined) throw new RangeError('an extended RCODE needs EDNS');
  const writer = openWriter();
  writeU16(writer, message.id);
  writeU16(writer, flagsOf(message));
  writeU16(writer, message.questions.length);
  writeU16(writer, message.answers.length);
  writeU16(writer, message.authority.length);
  writeU16(writer, message.additional.length + (message.edns === undefined ? 0 : 1));
  for (const question of message.questions) {
    compressedName(writer, question.name);
    writeU16(writer, question.type);
    writeU16(writer, question.class);
  }
  for (const record of [...message.answers, ...message.authority, ...message.additional]) writeRecord(writer, record);
  if (message.edns !== undefined) writeEdns(writer, message.edns, message.rcode);
  return written(writer);
}

function flagsOf(message: DnsMessage): number {
  if (message.opcode < 0 || message.opcode > 15) throw new RangeError(`${message.opcode} is no opcode`);
  return (
    (message.response ? 0x8000 : 0) |
    (message.opcode << 11) |
    (message.authoritative ? 0x0400 : 0) |
    (message.truncated ? 0x0200 : 0) |
    (message.recursionDesired ? 0x0100 : 0) |
    (message.recursionAvailable ? 0x0080 : 0) |
    (message.authenticData ? 0x0020 : 0) |
    (message.checkingDisabled ? 0x0010 : 0) |
    (message.rcode & 0x0f)
  );
}

function writeRecord(writer: Writer, record: ResourceRecord): void {
  compressedName(writer, record.name);
  writeU16(writer, record.type);
  writeU16(writer, record.class);
  writeU32(writer, record.ttl);
  const start = writer.length;
  writeU16(writer, 0);
  writeRdata(writer, record.rdata);
  patchU16(writer, start, writer.length - start - 2);
}

/** The class is the UDP size and the TTL holds the upper RCODE bits, the version and DO (RFC 6891 section 6.1.3). */
function writeEdns(writer: Writer, edns: Edns, rcode: number): void {
  writeU8(writer, 0);
  writeU16(writer, TYPES.OPT);
  writeU16(writer, edns.udpSize);
  writeU8(writer, rcode >> 4);
  writeU8(writer, edns.version);
  writeU16(writer, edns.dnssecOk ? 0x8000 : 0);
  const start = writer.length;
  writeU16(writer, 0);
  for (const option of edns.options) {
    writeU16(writer, option.code);
    writeU16(writer, option.octets.length);
    writeOctets(writer, option.octets);
  }
  patchU16(writer, start, writer.length - start - 2);
}
