import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import type { EvidenceRef } from '../../../src/model/seen/observation.ts';
import { exchangesIn, readEvidence, readRecords } from '../../../src/store/evidence/read-back.ts';
import { recordsOf } from '../../../src/store/evidence/records.ts';
import { packRecord } from '../../../src/store/evidence/warc-record.ts';
import { name } from '../../support/values.ts';
import { begin, ENDED, exchange, sighting, tempPaths } from '../support/made.ts';

const RDAP: Partial<Exchange> = {
  protocol: 'rdap',
  uri: 'https://rdap.registry.example/domain/a.example',
  transport: 'tls',
  dialled: '[2001:db8::1]:443',
  sent: Buffer.from('GET /domain/a.example HTTP/1.1\r\nHost: rdap.registry.example\r\n\r\n'),
  received: Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'),
};
const DNS: Partial<Exchange> = {
  protocol: 'dns',
  uri: 'dns://192.0.2.53/a.example?type=NS',
  transport: 'udp',
  dialled: '192.0.2.53:53',
  sent: Buffer.from([1, 2, 3]),
  received: Buffer.from([4, 5, 6, 7]),
};

/** A parser of WARC 1.1 of its own: a version line, named fields, a block of the stated length, two line breaks. */
function strictRecords(text: Buffer): Map<string, string>[] {
  const records: Map<string, string>[] = [];
  for (let at = 0; at < text.length; ) {
    const headEnd = text.indexOf('\r\n\r\n', at);
    const [version, ...lines] = text.toString('latin1', at, headEnd).split('\r\n');
    expect(version).toBe('WARC/1.1');
    const fields = new Map(
      lines.map((line) => /^([!#$%&'*+.^_`|~0-9A-Za-z-]+): (.*)$/.exec(line)?.slice(1) as [string, string]),
    );
    expect(fields.size).toBe(lines.length);
    const start = headEnd + 4;
    const end = start + Number(fields.get('Content-Length'));
    expect(text.toString('latin1', end, end + 4)).toBe('\r\n\r\n');
    const block = text.subarray(start, end);
    expect(fields.get('WARC-Block-Digest')).toBe(`sha256:${createHash('sha256').update(block).digest('hex')}`);
    records.push(fields.set('block', block.toString('latin1')));
    at = end + 4;
  }
  return records;
}

function filed(exchanges: readonly Exchange[]) {
  const paths = tempPaths();
  const writer = begin(paths);
  const [observation] = writer.append(name('a.example'), 'whois-registry', [
    { sighting: sighting('a.example', 'whois-registry'), exchanges },
  ]);
  writer.finish(ENDED);
  const ref = observation?.evidence;
  if (ref === undefined) throw new Error('no evidence');
  return { file: join(paths.runs, `${writer.id}.warc.gz`), ref };
}

test('the file is WARC 1.1: a member a record, mandatory fields, unique ids, digests that fit', () => {
  const { file } = filed([exchange(), exchange(RDAP), exchange(DNS)]);
  const records = strictRecords(gunzipSync(readFileSync(file)));
  expect(records.map((fields) => fields.get('WARC-Type'))).toEqual([
    'warcinfo',
    'metadata',
    'resource',
    'request',
    'response',
    'metadata',
    'resource',
  ]);
  for (const fields of records) {
    expect(fields.get('WARC-Record-ID')).toMatch(
      /^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/,
    );
    expect(fields.get('WARC-Date')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);
  }
  expect(new Set(records.map((fields) => fields.get('WARC-Record-ID'))).size).toBe(records.length);
  expect(members(readFileSync(file))).toBe(records.length);
});

test.each([
  ['WHOIS', {}, ['text/plain', 'text/plain'], '192.0.2.43'],
  ['RDAP', RDAP, ['application/http; msgtype=request', 'application/http; msgtype=response'], '2001:db8::1'],
  ['DNS', DNS, ['application/dns-message', 'application/dns-message'], '192.0.2.53'],
  [
    'RDAP that is no HTTP',
    { ...RDAP, received: Buffer.from('garbage') },
    ['application/http; msgtype=request', 'application/octet-stream'],
    '2001:db8::1',
  ],
])('%s is filed under its media types, each direction naming the other', (_, over, types, address) => {
  const given = exchange(over);
  const { file, ref } = filed([given]);
  const [sent, received] = strictRecords(gunzipSync(readFileSync(file).subarray(ref.offset, ref.offset + ref.length)));
  expect([sent?.get('Content-Type'), received?.get('Content-Type')]).toEqual(types);
  expect(received?.get('WARC-Target-URI')).toBe(given.uri);
  expect(received?.get('WARC-IP-Address')).toBe(address);
  expect([sent?.get('WARC-Concurrent-To'), received?.get('WARC-Concurrent-To')]).toEqual([
    received?.get('WARC-Record-ID'),
    sent?.get('WARC-Record-ID'),
  ]);
});

test('the payload of an HTTP answer is what follows its head', () => {
  const { file, ref } = filed([exchange(RDAP)]);
  const [, response] = strictRecords(gunzipSync(readFileSync(file).subarray(ref.offset)));
  expect(response?.get('WARC-Payload-Digest')).toBe(`sha256:${createHash('sha256').update('{}').digest('hex')}`);
});

test('a DNS message over TCP is filed without its length, and read back with it', () => {
  const framed = exchange({
    ...DNS,
    transport: 'tcp',
    received: Buffer.from([0, 2, 9, 9]),
    sent: Buffer.from([0, 5, 1]),
  });
  const { file, ref } = filed([framed]);
  const [sent, received] = strictRecords(gunzipSync(readFileSync(file).subarray(ref.offset)));
  expect([sent?.get('Content-Type'), received?.get('Content-Type')]).toEqual([
    'application/octet-stream',
    'application/dns-message',
  ]);
  expect(received?.get('block')).toBe('\x09\x09');
  expect(backFrom(file, ref)).toEqual([plain(framed)]);
});

test('what a server says cannot break out of a header', () => {
  const hostile = exchange({
    because: 'again\r\nWARC-Type: response\r\n\r\n\u001b[31m \ud800',
    uri: 'whois://h/\r\nX: y',
  });
  const [request] = strictRecords(
    gunzipSync(
      packRecord(recordsOf(hostile, { run: 'r', place: 0, next: 0 })[0] ?? { fields: [], block: new Uint8Array() }),
    ),
  );
  expect([request?.get('WARC-Type'), request?.has('X')]).toEqual(['metadata', false]);
});

test('any exchanges come back as they went in', () => {
  const octets = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));
  const any = fc.record({
    form: fc.constantFrom<Partial<Exchange>>({}, RDAP, DNS, { ...DNS, transport: 'tcp' }),
    sent: fc.option(octets),
    received: fc.option(octets),
    end: fc.constantFrom<Exchange['end']>('complete', 'deadline', 'reset', 'refused'),
    because: fc.option(fc.constantFrom('truncated: asked again over TCP'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 4 }), (list) => {
      const exchanges = list.map(({ form, sent, received, end, because }) =>
        exchange({ ...form, ...(sent && { sent }), ...(received && { received }), end, ...(because && { because }) }),
      );
      const numbers = { run: 'r', place: 0, next: 0 };
      const reading = readRecords(Buffer.concat(exchanges.flatMap((one) => recordsOf(one, numbers)).map(packRecord)));
      expect(reading.ok && exchangesIn(reading.records).map(plain)).toEqual(exchanges.map(plain));
    }),
    { numRuns: 200 },
  );
});

test('evidence that was changed by one bit, cut or taken away is refused', () => {
  const { file, ref } = filed([exchange()]);
  const octets = readFileSync(file);
  for (let at = ref.offset; at < ref.offset + ref.length; at += 7) {
    const changed = Buffer.from(octets);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    expect(readEvidence(file, ref).ok).toBe(false);
  }
  writeFileSync(file, octets.subarray(0, ref.offset + 5));
  expect(readEvidence(file, ref)).toEqual({ ok: false, reason: 'the evidence file ends before the records do' });
  expect(readEvidence(`${file}.gone`, ref)).toEqual({ ok: false, reason: 'the evidence file is missing' });
});

test('the same exchanges at the same place make the same octets', () => {
  const [one, other] = [filed([exchange()]), filed([exchange()])];
  expect(readFileSync(one.file)).toEqual(readFileSync(other.file));
});

function backFrom(file: string, ref: EvidenceRef) {
  const reading = readEvidence(file, ref);
  return reading.ok ? exchangesIn(reading.records).map(plain) : reading.reason;
}

/** Octets as text, so that a Buffer and a plain array compare. */
function plain(one: Exchange) {
  return { ...one, sent: Buffer.from(one.sent).toString('hex'), received: Buffer.from(one.received).toString('hex') };
}

function members(octets: Buffer): number {
  let count = 0;
  for (let at = octets.indexOf('1f8b0800', 0, 'hex'); at >= 0; at = octets.indexOf('1f8b0800', at + 1, 'hex'))
    count += 1;
  return count;
}
