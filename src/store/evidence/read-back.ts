// Evidence read back: octets of the file, checked against the digests that the run and the records state, as records and
// as exchanges. What is not as stated is refused with a reason and never handed on.

import { parseInstant } from '../../model/instant.ts';
import type { Exchange, ExchangeEnd } from '../../model/seen/exchange.ts';
import type { EvidenceRef } from '../../model/seen/observation.ts';
import { sha256 } from '../../model/sha256.ts';
import { readPart, unlessMissing } from '../disk/files.ts';
import { withFile } from '../disk/open-file.ts';
import { field, labelledDigest, unpackRecord, type WarcRecord } from './warc-record.ts';

export type EvidenceReading =
  | { readonly ok: true; readonly records: readonly WarcRecord[] }
  | {
      readonly ok: false;
      readonly reason: string;
      /** Where in the file the record stands that is at fault, where that can be told. */
      readonly octet?: number;
    };

/** The records that an observation cites, every digest checked. */
export function readEvidence(file: string, ref: EvidenceRef): EvidenceReading {
  const reading = unlessMissing(() => withFile(file, (handle) => readEvidenceAt(handle, ref)));
  return reading ?? { ok: false, reason: 'the evidence file is missing' };
}

export function readEvidenceAt(handle: number, ref: EvidenceRef): EvidenceReading {
  const octets = readPart(handle, ref.offset, ref.length);
  if (octets.length < ref.length) return { ok: false, reason: 'the evidence file ends before the records do' };
  const reading = readRecords(octets);
  const place = { octet: ref.offset + (reading.ok ? 0 : (reading.octet ?? 0)) };
  if (sha256(octets) !== ref['sha-256']) {
    return { ok: false, reason: 'the stored octets differ from the digest that the run states', ...place };
  }
  return reading.ok ? reading : { ...reading, ...place };
}

/** Whole records, one after the other, to the end of `octets`. */
export function readRecords(octets: Uint8Array): EvidenceReading {
  const records: WarcRecord[] = [];
  for (let at = 0; at < octets.length; ) {
    const unpacking = unpackRecord(octets.subarray(at));
    if (!unpacking.ok) {
      return { ok: false, octet: at, reason: `the record at octet ${at} cannot be read: ${unpacking.reason}` };
    }
    if (!hasItsDigests(unpacking.record)) {
      return { ok: false, octet: at, reason: `the record at octet ${at} has another digest` };
    }
    records.push(unpacking.record);
    at += unpacking.length;
  }
  return { ok: true, records };
}

function hasItsDigests(record: WarcRecord): boolean {
  const payload = field(record, 'WARC-Payload-Digest');
  if (field(record, 'WARC-Block-Digest') !== labelledDigest(record.block)) return false;
  return payload === undefined || payload === labelledDigest(payloadOf(record));
}

function payloadOf(record: WarcRecord): Uint8Array {
  if (field(record, 'Content-Type')?.startsWith('application/http') !== true) return record.block;
  return record.block.subarray(Buffer.from(record.block).indexOf('\r\n\r\n') + 4);
}

/** The other way round of `recordsOf`. Records of other kinds are passed over. */
export function exchangesIn(records: readonly WarcRecord[]): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  const done = new Set<WarcRecord>();
  for (const one of records) {
    if (done.has(one)) continue;
    const partner = records.find((other) => field(other, 'WARC-Concurrent-To') === field(one, 'WARC-Record-ID'));
    if (partner !== undefined) done.add(partner);
    const exchange = exchangeFrom(one, partner);
    if (exchange !== undefined) exchanges.push(exchange);
  }
  return exchanges;
}

const NOTHING = new Uint8Array();

function exchangeFrom(first: WarcRecord, partner: WarcRecord | undefined): Exchange | undefined {
  const [protocol, transport] = (field(first, 'X-Takedown-Protocol') ?? '').split(' ');
  const at = parseInstant(field(first, 'WARC-Date') ?? '');
  if (!isProtocol(protocol) || !isTransport(transport) || at === undefined) return undefined;
  const both = [first, ...(partner === undefined ? [] : [partner])];
  const sent = both.find((one) => isSent(one));
  const received = both.find((one) => isReceived(one));
  const because = field(first, 'X-Takedown-Because');
  return {
    protocol,
    transport,
    at,
    uri: field(first, 'WARC-Target-URI') ?? '',
    took: Number(field(first, 'X-Takedown-Took')),
    dialled: field(first, 'X-Takedown-Dialled') ?? '',
    sent: sent === undefined ? NOTHING : octetsOf(sent),
    received: received === undefined ? NOTHING : octetsOf(received),
    end: (field(first, 'X-Takedown-End') ?? 'failed') as ExchangeEnd,
    ...(because === undefined ? {} : { because }),
  };
}

function isSent(one: WarcRecord): boolean {
  const type = field(one, 'WARC-Type');
  return type === 'request' || (type === 'metadata' && field(one, 'Content-Type') !== 'application/warc-fields');
}

function isReceived(one: WarcRecord): boolean {
  const type = field(one, 'WARC-Type');
  return type === 'response' || type === 'resource';
}

function octetsOf(one: WarcRecord): Uint8Array {
  if (field(one, 'X-Takedown-Framing') !== 'length') return one.block;
  return Buffer.concat([Buffer.from([one.block.length >> 8, one.block.length & 255]), one.block]);
}

function isProtocol(text: string | undefined): text is Exchange['protocol'] {
  return text === 'dns' || text === 'rdap' || text === 'whois';
}

function isTransport(text: string | undefined): text is Exchange['transport'] {
  return text === 'udp' || text === 'tcp' || text === 'tls';
}
