// What an exchange shows a person: the head of HTTP as it came and its JSON set out, WHOIS as the text that it is.
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { printedExchange } from '../../../src/lookups/printing/print-exchange.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import { at } from '../../support/values.ts';

const exchange = (over: Partial<Exchange>): Exchange => ({
  protocol: 'rdap',
  uri: 'https://rdap.example/domain/a.example',
  at: at('2019-03-18T14:15:02Z'),
  took: 12,
  dialled: '192.0.2.43:443',
  transport: 'tls',
  sent: Buffer.from('GET /domain/a.example HTTP/1.1\r\nHost: rdap.example\r\n\r\n'),
  received: Buffer.from(''),
  end: 'complete',
  ...over,
});

const BODY = '{"objectClassName":"domain","ldhName":"a.example"}';
const SET_OUT = ['{', '  "objectClassName": "domain",', '  "ldhName": "a.example"', '}'];

it('HTTP: the head as it came, the body as JSON, however it was carried', async () => {
  const packed = gzipSync(BODY);
  const chunks = [`${packed.length.toString(16)}\r\n`, packed, '\r\n0\r\n\r\n'].map((part) => Buffer.from(part));
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: application/rdap+json',
    'Content-Encoding: gzip',
    'Transfer-Encoding: chunked',
  ];
  const received = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), ...chunks]);
  const printed = await printedExchange(exchange({ received }));
  expect(printed.received).toEqual([...head, '', ...SET_OUT]);
  expect(printed.sent).toEqual(['GET /domain/a.example HTTP/1.1', 'Host: rdap.example', '']);
});

it('HTTP: what is no JSON stays as it is, and what was broken off is shown as far as it came', async () => {
  const text = 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy';
  const lines = ['HTTP/1.1 503 Service Unavailable', 'Content-Length: 4', '', 'busy'];
  expect((await printedExchange(exchange({ received: Buffer.from(text) }))).received).toEqual(lines);
  const cut = exchange({ received: Buffer.from(text.slice(0, -2)), end: 'reset' });
  expect((await printedExchange(cut)).received).toEqual([...lines.slice(0, 3), 'bu']);
});

it('WHOIS: lines of UTF-8, and of Latin-1 where it is none', async () => {
  const received = (text: string, encoding: BufferEncoding) =>
    exchange({
      protocol: 'whois',
      transport: 'tcp',
      sent: Buffer.from('a.example\r\n'),
      received: Buffer.from(text, encoding),
    });
  const text = 'Registrar: Münch\r\n\r\n>>> Last update <<<\r\n';
  for (const encoding of ['utf8', 'latin1'] as const) {
    const printed = await printedExchange(received(text, encoding));
    expect(printed).toEqual({ sent: ['a.example'], received: ['Registrar: Münch', '', '>>> Last update <<<'] });
  }
});
