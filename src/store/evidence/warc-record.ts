// One WARC 1.1 record (ISO 28500:2017) and its octets: header lines, block, and the gzip member around both (annex D).
// What goes into a record is decided in records.ts.
import { hash } from 'node:crypto';
import { crc32, gzipSync, inflateRawSync } from 'node:zlib';

/** Names are written as they are given; they are compared without regard to case. */
export interface WarcRecord {
  readonly fields: readonly (readonly [string, string])[];
  readonly block: Uint8Array;
}

export function field(record: WarcRecord, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return record.fields.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/**
 * ISO 28500 section 5.8: a label, a colon and the value. Hexadecimal, so that it can be compared with `sha256sum`; the
 * tools of the web archives read that as well as base 32.
 */
export function labelledDigest(octets: Uint8Array): string {
  return `sha256:${hash('sha256', octets, 'hex')}`;
}

/**
 * Little memory a record: thousands are packed in a run, most of them a few hundred octets. Room for more than comes out would
 * be made and collected as garbage each time, which takes a quarter of the time.
 */
const PACKING = { level: 6, memLevel: 5, windowBits: 13, chunkSize: 1 << 10 };
const USUAL_RECORD = 1 << 12;

const END = '\r\n\r\n';

export function packRecord(record: WarcRecord): Buffer {
  let head = 'WARC/1.1\r\n';
  for (const [name, value] of record.fields) head += `${name}: ${oneLine(value)}\r\n`;
  head += `Content-Length: ${record.block.length}\r\n\r\n`;
  // oneLine left nothing beyond ASCII, so that a character is an octet.
  const octets = Buffer.allocUnsafe(head.length + record.block.length + END.length);
  octets.write(head, 'latin1');
  octets.set(record.block, head.length);
  octets.write(END, head.length + record.block.length, 'latin1');
  return gzipSync(octets, octets.length > USUAL_RECORD ? { ...PACKING, chunkSize: octets.length } : PACKING);
}

/** Header values may quote servers: no line break, no control, nothing beyond ASCII gets into a header. */
function oneLine(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  return value.replace(/\p{Surrogate}/gu, '?').replace(/[^\x20-\x7e]/gu, encodeURIComponent);
}

type Unpacking =
  | { readonly ok: true; readonly record: WarcRecord; readonly length: number }
  | { readonly ok: false; readonly reason: 'torn' | 'not a gzip member' | 'not a WARC record' | 'checksum' };

/** The head of a gzip member as zlib writes it: no name, no comment, no extra field (RFC 1952 section 2.3). */
const MEMBER = Buffer.from([0x1f, 0x8b, 8, 0]);
const MEMBER_HEAD = 10;
const MEMBER_TAIL = 8;

/** The record whose member starts where `octets` start; `length` is how far the member reaches. */
export function unpackRecord(octets: Uint8Array): Unpacking {
  if (octets.length < MEMBER_HEAD) return { ok: false, reason: 'torn' };
  if (!MEMBER.equals(octets.subarray(0, MEMBER.length))) return { ok: false, reason: 'not a gzip member' };
  const inflated = inflate(octets.subarray(MEMBER_HEAD));
  if (inflated === undefined) return { ok: false, reason: 'torn' };
  const length = MEMBER_HEAD + inflated.consumed + MEMBER_TAIL;
  if (octets.length < length) return { ok: false, reason: 'torn' };
  const tail = Buffer.from(octets.subarray(length - MEMBER_TAIL, length));
  if (tail.readUInt32LE(0) !== crc32(inflated.text) || tail.readUInt32LE(4) !== inflated.text.length) {
    return { ok: false, reason: 'checksum' };
  }
  const record = readRecord(inflated.text);
  return record === undefined ? { ok: false, reason: 'not a WARC record' } : { ok: true, record, length };
}

/** How far whole records reach, one behind the other from the start of `octets`. */
export function wholeRecords(octets: Uint8Array): number {
  let at = 0;
  while (at < octets.length) {
    const unpacking = unpackRecord(octets.subarray(at));
    if (!unpacking.ok) break;
    at += unpacking.length;
  }
  return at;
}

function inflate(octets: Uint8Array): { readonly text: Buffer; readonly consumed: number } | undefined {
  try {
    // With `info` Node gives the engine too, which tells where the member ends; its types do not say so.
    const result: unknown = inflateRawSync(octets, { info: true, chunkSize: USUAL_RECORD });
    const { buffer, engine } = result as { buffer: Buffer; engine: { bytesWritten: number } };
    // A piece of its own size: as it came, each record would keep all the room that was made for it.
    return { text: Buffer.from(buffer), consumed: engine.bytesWritten };
  } catch {
    return undefined;
  }
}

function readRecord(text: Buffer): WarcRecord | undefined {
  const headEnd = text.indexOf('\r\n\r\n');
  const [version, ...lines] = text.toString('latin1', 0, Math.max(headEnd, 0)).split('\r\n');
  if (headEnd < 0 || version !== 'WARC/1.1') return undefined;
  const fields = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const);
  const length = Number(fields.find(([name]) => name === 'Content-Length')?.[1]);
  const start = headEnd + 4;
  if (!Number.isSafeInteger(length) || text.length !== start + length + 4) return undefined;
  if (text.toString('latin1', start + length) !== '\r\n\r\n') return undefined;
  return { fields: fields.filter(([name]) => name !== 'Content-Length'), block: text.subarray(start, start + length) };
}
