// Exchanges as WARC records; read-back.ts goes the other way. RDAP: `request` and `response` in HTTP; WHOIS: the query
// as `metadata` and the answer as `resource`, both text; DNS: the same two as application/dns-message (RFC 8484) under a
// `dns:` URI (RFC 4501). Fields of our own start with `X-Takedown-`; other readers pass over them. Every block is byte for byte.
import { hash } from 'node:crypto';
import type { Exchange } from '../../model/seen/exchange.ts';
import { labelledDigest, type WarcRecord } from './warc-record.ts';

/** Numbers the records from one place of one run on, so that the same exchanges there get the same identifiers. */
export interface RecordNumbers {
  readonly run: string;
  /** Offset in the evidence file. */
  readonly place: number;
  next: number;
}

export function warcinfo(
  numbers: RecordNumbers,
  header: { readonly started: string; readonly text: string },
): WarcRecord {
  const block = Buffer.from(header.text);
  return {
    fields: [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', recordId(numbers)],
      ['WARC-Date', header.started],
      ['WARC-Filename', `${numbers.run}.warc.gz`],
      ['Content-Type', 'application/warc-fields'],
      ['WARC-Block-Digest', labelledDigest(block)],
    ],
    block,
  };
}

/** One record for each direction that had octets; one `metadata` record where neither had. */
export function recordsOf(exchange: Exchange, numbers: RecordNumbers): readonly WarcRecord[] {
  const sent = exchange.sent.length > 0 ? sentForm(exchange) : undefined;
  const received = exchange.received.length > 0 ? receivedForm(exchange) : undefined;
  if (sent === undefined && received === undefined) return [record(exchange, recordId(numbers), nothingForm(exchange))];
  const sentId = sent && recordId(numbers);
  const receivedId = received && recordId(numbers);
  return [
    ...(sent && sentId ? [record(exchange, sentId, { ...sent, ...(receivedId && { concurrentTo: receivedId }) })] : []),
    ...(received && receivedId
      ? [record(exchange, receivedId, { ...received, ...(sentId && { concurrentTo: sentId }) })]
      : []),
  ];
}

interface Form {
  readonly type: 'request' | 'response' | 'resource' | 'metadata';
  readonly contentType: string;
  readonly block: Uint8Array;
  /** Where the payload starts in the block, if that is not its start. */
  readonly payloadAt?: number;
  /** The two octets of length before a DNS message in a stream (RFC 1035 section 4.2.2) were left off. */
  readonly framed?: boolean;
  readonly concurrentTo?: string;
}

function record(exchange: Exchange, id: string, form: Form): WarcRecord {
  const blockDigest = labelledDigest(form.block);
  const payloadAt = form.payloadAt ?? 0;
  const address = addressIn(exchange.dialled);
  const fields: [string, string][] = [
    ['WARC-Type', form.type],
    ['WARC-Record-ID', id],
    ['WARC-Target-URI', exchange.uri],
    ['WARC-Date', exchange.at],
  ];
  if (address !== undefined) fields.push(['WARC-IP-Address', address]);
  if (form.concurrentTo !== undefined) fields.push(['WARC-Concurrent-To', form.concurrentTo]);
  fields.push(
    ['Content-Type', form.contentType],
    ['WARC-Block-Digest', blockDigest],
    ['WARC-Payload-Digest', payloadAt === 0 ? blockDigest : labelledDigest(form.block.subarray(payloadAt))],
    ['X-Takedown-Protocol', `${exchange.protocol} ${exchange.transport}`],
    ['X-Takedown-Dialled', exchange.dialled],
    ['X-Takedown-Took', String(exchange.took)],
    ['X-Takedown-End', exchange.end],
  );
  if (exchange.because !== undefined) fields.push(['X-Takedown-Because', exchange.because]);
  if (form.framed) fields.push(['X-Takedown-Framing', 'length']);
  return { fields, block: form.block };
}

/** Readers of WARC take every `request` for HTTP (warcio.js 2.4.11, 2026-11): the queries of other protocols are not called so. */
function sentForm(exchange: Exchange): Form {
  const block = exchange.sent;
  if (isPlainDns(exchange)) return { type: 'metadata', ...dnsForm(exchange, block) };
  if (exchange.protocol === 'whois') return { type: 'metadata', contentType: 'text/plain', block };
  const payloadAt = httpBodyAt(block);
  if (payloadAt === undefined) return { type: 'metadata', contentType: 'application/octet-stream', block };
  return { type: 'request', contentType: 'application/http; msgtype=request', block, payloadAt };
}

/** Octets that are no HTTP at all must not be called a response: readers of WARC would stumble over them. */
function receivedForm(exchange: Exchange): Form {
  const block = exchange.received;
  if (isPlainDns(exchange)) return { type: 'resource', ...dnsForm(exchange, block) };
  if (exchange.protocol === 'whois') return { type: 'resource', contentType: 'text/plain', block };
  const payloadAt = startsAsHttp(block) ? httpBodyAt(block) : undefined;
  if (payloadAt === undefined) return { type: 'resource', contentType: 'application/octet-stream', block };
  return { type: 'response', contentType: 'application/http; msgtype=response', block, payloadAt };
}

function nothingForm(exchange: Exchange): Form {
  return { type: 'metadata', contentType: 'application/warc-fields', block: Buffer.from(`end: ${exchange.end}\r\n`) };
}

/** DNS over HTTP (RFC 8484) is HTTP to readers of WARC. */
function isPlainDns({ protocol, uri }: Exchange): boolean {
  return protocol === 'dns' && !uri.startsWith('https://');
}

function dnsForm(exchange: Exchange, octets: Uint8Array): Pick<Form, 'contentType' | 'block' | 'framed'> {
  if (exchange.transport === 'udp') return { contentType: 'application/dns-message', block: octets };
  const [high = 0, low = 0] = octets;
  const whole = octets.length > 2 && high * 256 + low === octets.length - 2;
  if (!whole) return { contentType: 'application/octet-stream', block: octets };
  return { contentType: 'application/dns-message', block: octets.subarray(2), framed: true };
}

function startsAsHttp(octets: Uint8Array): boolean {
  return /^HTTP\/(?:1\.[01]|2) \d{3}[ \r]/.test(Buffer.from(octets.subarray(0, 16)).toString('latin1'));
}

function httpBodyAt(octets: Uint8Array): number | undefined {
  const at = Buffer.from(octets.buffer, octets.byteOffset, octets.length).indexOf('\r\n\r\n');
  return at < 0 ? undefined : at + 4;
}

function addressIn(dialled: string): string | undefined {
  return /^\[([0-9a-f:.]+)\]:\d+$/i.exec(dialled)?.[1] ?? /^([0-9.]+):\d+$/.exec(dialled)?.[1];
}

/** A UUID of version 8 (RFC 9562 section 5.8) made from the run, the place and the number. */
function recordId(numbers: RecordNumbers): string {
  const hex = hash('sha256', `${numbers.run} ${numbers.place} ${numbers.next}`, 'hex');
  numbers.next += 1;
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `<urn:uuid:${id.join('-')}>`;
}
