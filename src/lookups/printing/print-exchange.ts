// What was sent and received in one exchange, as lines that people of the field read: DNS as `dig` has it, RDAP as the head of
// HTTP and its JSON set out, WHOIS as the text that it is. Text of servers stands in the lines as it came. No octet is lost
// that matters to anybody but a machine; for those there are the octets themselves.
import type { Exchange } from '../../model/seen/exchange.ts';
import { isOverHttp, messageIn } from '../dns/message-in.ts';
import { readHttp } from '../rdap/http.ts';
import { messageLines } from './print-message.ts';

interface PrintedExchange {
  readonly sent: readonly string[];
  readonly received: readonly string[];
}

export async function printedExchange(exchange: Exchange): Promise<PrintedExchange> {
  const { protocol, sent, received } = exchange;
  switch (protocol) {
    case 'dns':
      return { sent: dnsLines(exchange, sent), received: dnsLines(exchange, received) };
    case 'whois':
      return { sent: textLines(sent), received: textLines(received) };
    case 'rdap':
      return { sent: textLines(sent), received: await httpLines(exchange) };
  }
}

/** Over HTTP (RFC 8484) its head comes first. */
function dnsLines(exchange: Exchange, octets: Uint8Array): readonly string[] {
  if (octets.length === 0) return [];
  const { uri, transport } = exchange;
  if (transport === 'udp') return messageLines(octets);
  const message = messageIn(exchange, octets);
  if (isOverHttp(uri)) {
    const { head, body } = httpParts(octets);
    // A page in place of a message is text.
    const isMessage = message.length > 0 && DNS_CONTENT.test(Buffer.from(head).toString('latin1'));
    return [...textLines(head), '', ...(isMessage ? messageLines(message) : textLines(body))];
  }
  const lines = messageLines(message);
  const [high = 0, low = 0] = octets;
  const beyond = octets.length - FRAME - ((high << 8) | low);
  if (beyond === 0) return lines;
  return [
    ...lines,
    '',
    beyond < 0 ? `;; cut off: ${-beyond} octets are missing` : `;; ${beyond} octets more in the stream`,
  ];
}

const DNS_CONTENT = /^content-type: *application\/dns-message/im;

const FRAME = 2;

async function httpLines({ received, uri, end }: Exchange): Promise<readonly string[]> {
  const { head } = httpParts(received);
  const answer = end === 'complete' && URL.canParse(uri) ? await readHttp(received, new URL(uri)) : undefined;
  if (answer === undefined) return textLines(received);
  return [...textLines(head), '', ...setOut(answer.body)];
}

/** A text that is no JSON stays as it is. */
function setOut(body: string): readonly string[] {
  try {
    return JSON.stringify(JSON.parse(body), null, 2).split('\n');
  } catch {
    return body.split(/\r\n|\n|\r/);
  }
}

function httpParts(octets: Uint8Array): { readonly head: Uint8Array; readonly body: Uint8Array } {
  const at = Buffer.from(octets.buffer, octets.byteOffset, octets.length).indexOf('\r\n\r\n');
  return at < 0
    ? { head: octets, body: new Uint8Array() }
    : { head: octets.subarray(0, at), body: octets.subarray(at + 4) };
}

/** What is no UTF-8 is read as Latin-1, as the readers do. */
function textLines(octets: Uint8Array): readonly string[] {
  if (octets.length === 0) return [];
  return decoded(octets)
    .replace(/\r?\n$/, '')
    .split(/\r\n|\n|\r/);
}

function decoded(octets: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return Buffer.from(octets).toString('latin1');
  }
}
