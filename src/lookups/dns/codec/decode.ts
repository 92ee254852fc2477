// A message off the wire, read completely or called malformed (RFC 1035 section 4.1, RFC 6891 section 6.1). Nothing is
// repaired: RDLENGTH is used up exactly, counts are checked before anything is allocated, a second OPT is refused.
import type { DnsMessage, Edns, EdnsOption, Question, ResourceRecord } from './message.ts';
import { ROOT } from './names.ts';
import { readRdata } from './rdata-read.ts';
import { Malformed, openReader, type Reader, readName, readOctets, readU16, readU32 } from './reader.ts';
import { TYPES } from './types.ts';

type Decoded =
  /** `trailing`: octets after the message, kept in the evidence and read by nobody. */
  | { readonly ok: true; readonly message: DnsMessage; readonly trailing: number }
  | { readonly ok: false; readonly reason: string; readonly offset: number };

/** What stands in the first 12 octets, also of a message that is malformed or cut off further on. */
interface Header {
  readonly id: number;
  readonly flags: number;
  readonly counts: readonly [questions: number, answers: number, authority: number, additional: number];
}

const HEADER = 12;
const MIN_QUESTION = 5;
const MIN_RECORD = 11;

export function decodeHeader(octets: Uint8Array): Header | undefined {
  if (octets.length < HEADER) return undefined;
  const at = (place: number) => ((octets[place] ?? 0) << 8) | (octets[place + 1] ?? 0);
  return { id: at(0), flags: at(2), counts: [at(4), at(6), at(8), at(10)] };
}

/** Never throws, whatever the octets are. */
export function decodeMessage(octets: Uint8Array): Decoded {
  try {
    const reader = openReader(octets);
    const message = readMessage(reader);
    return { ok: true, message, trailing: octets.length - reader.at };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, reason: error.message, offset: error.offset };
    throw error;
  }
}

interface Opt {
  readonly edns: Edns;
  readonly upperRcode: number;
}

function readMessage(reader: Reader): DnsMessage {
  if (reader.end < HEADER) throw new Malformed('it is shorter than a header', 0);
  const id = readU16(reader);
  const flags = readU16(reader);
  const questionCount = readU16(reader);
  const answerCount = readU16(reader);
  const authorityCount = readU16(reader);
  const additionalCount = readU16(reader);
  const least = questionCount * MIN_QUESTION + (answerCount + authorityCount + additionalCount) * MIN_RECORD;
  if (HEADER + least > reader.end) throw new Malformed('it announces more records than it can hold', 4);
  const questions = questionCount === 1 ? [readQuestion(reader)] : readQuestions(reader, questionCount);
  const answers = readSection(reader, answerCount);
  const authority = readSection(reader, authorityCount);
  const { records, opt } = readAdditional(reader, additionalCount);
  // One literal, and none put together of others: every answer of a run passes here.
  return {
    id,
    response: (flags & 0x8000) !== 0,
    opcode: (flags >> 11) & 0x0f,
    authoritative: (flags & 0x0400) !== 0,
    truncated: (flags & 0x0200) !== 0,
    recursionDesired: (flags & 0x0100) !== 0,
    recursionAvailable: (flags & 0x0080) !== 0,
    authenticData: (flags & 0x0020) !== 0,
    checkingDisabled: (flags & 0x0010) !== 0,
    rcode: (flags & 0x0f) | ((opt?.upperRcode ?? 0) << 4),
    questions,
    answers,
    authority,
    additional: records,
    edns: opt?.edns,
  };
}

function readQuestion(reader: Reader): Question {
  return { name: readName(reader), type: readU16(reader), class: readU16(reader) };
}

function readQuestions(reader: Reader, count: number): readonly Question[] {
  const questions: Question[] = [];
  for (let i = 0; i < count; i += 1) questions.push(readQuestion(reader));
  return questions;
}

/** Lists have their length from the beginning: one that grows begins with room for sixteen more. */
function readSection(reader: Reader, count: number): readonly ResourceRecord[] {
  if (count === 0) return NO_RECORDS;
  const records = new Array<ResourceRecord>(count);
  for (let i = 0; i < count; i += 1) {
    const at = reader.at;
    const item = readRecord(reader);
    if ('edns' in item) throw new Malformed('an OPT record outside the additional section', at);
    records[i] = item;
  }
  return records;
}

const NO_RECORDS: readonly ResourceRecord[] = [];

function readAdditional(reader: Reader, count: number): { readonly records: readonly ResourceRecord[]; opt?: Opt } {
  if (count === 0) return NOTHING_ADDED;
  const records = new Array<ResourceRecord>(count);
  let opt: Opt | undefined;
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const at = reader.at;
    const item = readRecord(reader);
    if (!('edns' in item)) {
      records[kept] = item;
      kept += 1;
    } else if (opt === undefined) opt = item;
    else throw new Malformed('a second OPT record', at);
  }
  records.length = kept;
  return opt === undefined ? { records } : { records, opt };
}

const NOTHING_ADDED = { records: NO_RECORDS };

function readRecord(reader: Reader): ResourceRecord | Opt {
  const start = reader.at;
  const name = readName(reader);
  const type = readU16(reader);
  const recordClass = readU16(reader);
  const ttl = readU32(reader);
  const length = readU16(reader);
  const messageEnd = reader.end;
  const end = reader.at + length;
  if (end > messageEnd) throw new Malformed('record data beyond the end', reader.at);
  if (type === TYPES.OPT && name !== ROOT) throw new Malformed('an OPT record with a name', start);
  reader.end = end;
  const item =
    type === TYPES.OPT
      ? readOpt(reader, recordClass, ttl)
      : { name, type, class: recordClass, ttl, rdata: readRdata(reader, type, recordClass) };
  if (reader.at !== end) throw new Malformed('record data of another length than announced', reader.at);
  reader.end = messageEnd;
  return item;
}

function readOpt(reader: Reader, udpSize: number, ttl: number): Opt {
  const options: EdnsOption[] = [];
  while (reader.at < reader.end) {
    const code = readU16(reader);
    options.push({ code, octets: readOctets(reader, readU16(reader)) });
  }
  return {
    edns: { udpSize, version: (ttl >>> 16) & 0xff, dnssecOk: (ttl & 0x8000) !== 0, options },
    upperRcode: ttl >>> 24,
  };
}
