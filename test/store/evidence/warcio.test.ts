// The evidence file in the hands of other people's program: warcio's own command line indexes it, with every record in its place.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import { name } from '../../support/values.ts';
import { begin, ENDED, exchange, sighting, tempPaths } from '../support/made.ts';

const BODY = '{"objectClassName":"domain"}';
const EXCHANGES: readonly Partial<Exchange>[] = [
  {
    protocol: 'rdap',
    uri: 'https://rdap.registry.example/domain/a.example',
    transport: 'tls',
    dialled: '[2001:db8::1]:443',
    sent: Buffer.from('GET /domain/a.example HTTP/1.1\r\nHost: rdap.registry.example\r\n\r\n'),
    received: Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`),
  },
  { protocol: 'whois', uri: 'whois://whois.registry.example/a.example' },
  {
    protocol: 'dns',
    uri: 'dns://192.0.2.53/a.example?type=NS',
    transport: 'udp',
    dialled: '192.0.2.53:53',
    sent: Buffer.from([1, 2, 3]),
    received: Buffer.from([4, 5, 6, 7]),
  },
  // DNS over HTTPS, whose head stands as text.
  {
    protocol: 'dns',
    uri: 'https://dns.resolver.example/dns-query',
    transport: 'tls',
    dialled: '192.0.2.54:443',
    sent: Buffer.from('POST /dns-query HTTP/2\r\nhost: dns.resolver.example\r\ncontent-length: 3\r\n\r\nask'),
    received: Buffer.from('HTTP/2 200\r\ncontent-type: application/dns-message\r\n\r\nanswer'),
  },
];

function evidenceFile(): string {
  const paths = tempPaths();
  const writer = begin(paths);
  writer.append(name('a.example'), 'whois-registry', [
    { sighting: sighting('a.example', 'whois-registry'), exchanges: EXCHANGES.map(exchange) },
  ]);
  writer.finish(ENDED);
  return join(paths.runs, `${writer.id}.warc.gz`);
}

test('warcio indexes every record', () => {
  const program = join(dirname(createRequire(import.meta.url).resolve('warcio')), 'cli.js');
  const out = execFileSync(process.execPath, [program, 'index', evidenceFile()], { encoding: 'utf8' });
  const rows: readonly Record<string, string>[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map((row) => row['warc-type'])).toEqual([
    'warcinfo',
    'request',
    'response',
    'metadata',
    'resource',
    'metadata',
    'resource',
    'request',
    'response',
  ]);
  expect(rows.map((row) => row['warc-target-uri']).slice(1)).toEqual(EXCHANGES.flatMap(({ uri }) => [uri, uri]));
});

test('warcio reads the body of an answer as it was received', async () => {
  const parser = new WARCParser([new Uint8Array(readFileSync(evidenceFile()))]);
  const bodies: string[] = [];
  for await (const record of parser) if (record.warcType === 'response') bodies.push(await record.contentText());
  expect(bodies).toEqual([BODY, 'answer']);
});
