// A message as `evidence show` prints it beside what `dig` makes of the same octets, and what dns-packet reads in them: answers of
// a real server with every common type, signatures and proofs. Needs root (port 53) and the packages nsd, ldnsutils, bind9-dnsutils.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as packet from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeMessage } from '../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../src/lookups/dns/codec/encode.ts';
import { type DnsMessage, EMPTY_MESSAGE, extendedErrorOption } from '../../src/lookups/dns/codec/message.ts';
import { typeNumber } from '../../src/lookups/dns/codec/types.ts';
import { messageLines } from '../../src/lookups/printing/print-message.ts';
import { endAll, makeKey, missingPrograms, signZone, startNsd, untilTheyAnswer } from './programs.ts';
import { answerOf, asDigPrints, plain } from './replay.ts';

const missing = missingPrograms(['setpriv', 'nsd', 'dig', 'ldns-keygen', 'ldns-signzone']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const reason = !asked ? 'TAKEDOWN_LAB=1 asks for it' : `not installed: ${missing.join(', ')}`;
const runs = asked && missing.length === 0;

const SERVER = '127.0.57.1';
const DIGEST = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';

/** One zone, signed twice: with NSEC and with NSEC3. */
function zoneText(zone: string): string {
  return `$ORIGIN ${zone}.
$TTL 3600
@ SOA ns1 hostmaster 2026010101 7200 3600 1209600 300
@ NS ns1
@ MX 10 mail
@ TXT "v=spf1 -all" "two \\"quoted\\" \\\\ and \\000\\200\\255 odd" ""
@ CAA 0 issue "letsencrypt.org"
@ CAA 128 iodef "mailto:abuse@example.test"
@ HTTPS 1 . alpn="h2,h3" ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1
@ CDS 4711 13 2 ${DIGEST}
@ CDNSKEY 257 3 13 AQID
ns1 A 192.0.2.53
ns1 AAAA 2001:db8::53
mail A 192.0.2.25
mail 60 AAAA 2001:db8:0:0:1::25
www CNAME ns1
alias HTTPS 0 www
svc SVCB 3 www mandatory=alpn alpn=h2 no-default-alpn port=8443 ech=AEP+DQA= key667="hello"
_sip._tcp SRV 10 60 5060 ns1
tree DNAME elsewhere.test.
child NS ns.child
ns.child A 192.0.2.60
child DS 4711 13 2 ${DIGEST}
odd\\032name\\.dot TXT "here"
future TYPE65280 \\# 3 CAFE01
*.wild A 192.0.2.99
`;
}

const QUESTIONS = [
  ['@', 'SOA'],
  ['@', 'NS'],
  ['@', 'MX'],
  ['@', 'TXT'],
  ['@', 'CAA'],
  ['@', 'HTTPS'],
  ['@', 'CDS'],
  ['@', 'CDNSKEY'],
  ['@', 'DNSKEY'],
  ['ns1', 'A'],
  ['mail', 'AAAA'],
  ['www', 'AAAA'],
  ['alias', 'HTTPS'],
  ['svc', 'SVCB'],
  ['_sip._tcp', 'SRV'],
  ['under.tree', 'A'],
  ['child', 'DS'],
  ['child', 'A'],
  ['bare', 'DS'],
  ['odd\\032name\\.dot', 'TXT'],
  ['future', 'TYPE65280'],
  ['any.wild', 'A'],
  ['nothing', 'A'],
  ['ns1', 'MX'],
] as const;

describe.skipIf(!runs)(`messages as dig prints them${runs ? '' : ` (left out: ${reason})`}`, () => {
  let folder: string;
  let running: readonly ChildProcess[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'takedown-dig-'));
    const zones = await Promise.all(
      Object.entries({ 'plain.test': [], 'hashed.test': ['-n', '-s', 'aabbccdd', '-t', '3'] }).map(
        async ([zone, words]) => {
          const key = await makeKey(folder, `${zone}.`);
          const signing = { file: `${zone}.zone`, zone: `${zone}.`, text: zoneText(zone), key, with: words };
          return [`${zone}.`, await signZone(folder, signing)] as const;
        },
      ),
    );
    running = [startNsd(folder, { id: 'nsd', addresses: [SERVER], zones: new Map(zones) })];
    await untilTheyAnswer([SERVER]);
  });
  afterAll(() => endAll(folder, running));

  it.each(
    ['plain.test', 'hashed.test'].flatMap((zone) => QUESTIONS.map(([label, type]) => [zone, label, type] as const)),
  )('%s: %s %s', async (zone, label, type) => {
    const name = label === '@' ? zone : `${label}.${zone}`;
    const octets = await answerOf(SERVER, questionFor(name, type));
    const replayed = await asDigPrints(octets, name, type);
    expect(plain(messageLines(replayed.octets))).toEqual(replayed.lines);
    expectAlike(octets);
  });

  it('what a server says besides: an extended error, its own name, an alias of odd letters', async () => {
    const options = [
      extendedErrorOption({ code: 9, text: 'no key' }),
      { code: 3, octets: Buffer.from('ns1.test') },
      { code: 65001, octets: Buffer.from([7, 65]) },
    ];
    const octets = encodeMessage(
      message('a.test', 'A', {
        rcode: 2,
        recursionAvailable: true,
        authenticData: true,
        edns: { udpSize: 1232, version: 0, dnssecOk: true, options },
        answers: [
          { name: 'a.test', type: 5, class: 1, ttl: 0, rdata: { kind: 'cname', target: 'b\\255\\@\\$\\;x.test' } },
          {
            name: 'a.test',
            type: 99,
            class: 1,
            ttl: 4294967,
            rdata: { kind: 'unknown', octets: Buffer.from([3, 97, 98, 99]) },
          },
        ],
      }),
    );
    const replayed = await asDigPrints(octets, 'a.test', 'A');
    expect(plain(messageLines(replayed.octets))).toEqual(replayed.lines);
  });
});

function message(name: string, type: string, over: Partial<DnsMessage>): DnsMessage {
  const questions = [{ name, type: typeNumber(type) ?? 0, class: 1 }];
  return { ...EMPTY_MESSAGE, response: true, questions, ...over };
}

function questionFor(name: string, type: string): Uint8Array {
  const edns = { udpSize: 4096, version: 0, dnssecOk: true, options: [] };
  return encodeMessage(message(name, type, { response: false, id: 4711, edns }));
}

/** dns-packet counts, names and dates the records as we do. */
function expectAlike(octets: Buffer): void {
  const ours = decodeMessage(octets);
  const theirs = packet.decode(octets);
  if (!ours.ok) throw new Error(ours.reason);
  const { message: read } = ours;
  const rows = (records: readonly { readonly name: string; readonly ttl?: number | undefined }[]) =>
    records.map(({ name, ttl }) => [unescaped(name), ttl]);
  expect(rows(read.answers)).toEqual(rows(theirs.answers as packet.StringAnswer[]));
  expect(rows(read.authority)).toEqual(rows(theirs.authorities as packet.StringAnswer[]));
  const others = (theirs.additionals as packet.StringAnswer[]).filter((one) => String(one.type) !== 'OPT');
  expect(rows(read.additional)).toEqual(rows(others));
}

/** It writes labels without escapes. */
function unescaped(name: string): string {
  return name.replace(/\\(\d{3})/g, (_, digits) => String.fromCharCode(Number(digits))).replace(/\\(.)/g, '$1');
}
