// The exchanges of a lookup in the order in which they were begun, each told in short. Pure: octets in, lines of a trace out.

import { millisecondsOf } from '../../model/instant.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { LookupKind } from '../../model/seen/observation.ts';
import type { TraceRow } from '../../model/seen/trace.ts';
import { decodeMessage } from '../dns/codec/decode.ts';
import type { DnsMessage } from '../dns/codec/message.ts';
import { rcodeText, typeText } from '../dns/codec/types.ts';
import { messageIn } from '../dns/message-in.ts';
import { printedExchange } from './print-exchange.ts';

interface Made {
  readonly lookup: LookupKind;
  readonly exchange: Exchange;
}

/** `raw`: with what went either way, printed. */
export async function traceOf(made: readonly Made[], raw: boolean): Promise<readonly TraceRow[]> {
  const sorted = made
    .map((one) => ({ ...one, begun: millisecondsOf(one.exchange.at) }))
    .sort((a, b) => a.begun - b.begun);
  const start = sorted[0]?.begun ?? 0;
  return Promise.all(
    sorted.map(async ({ lookup, exchange, begun }) => ({
      lookup,
      offset: begun - start,
      ...rowOf(exchange),
      ...(raw ? { printed: await printedExchange(exchange) } : {}),
    })),
  );
}

function rowOf(exchange: Exchange): Omit<TraceRow, 'lookup' | 'offset' | 'printed'> {
  const { at, took, transport, dialled, end, because, sent, received } = exchange;
  return {
    at,
    took,
    transport,
    server: serverOf(exchange),
    dialled,
    question: questionOf(exchange),
    answer: answerOf(exchange),
    end,
    ...(because === undefined ? {} : { because }),
    sent,
    received,
  };
}

/** Between the slashes of a URI. */
function serverOf({ uri }: Exchange): string {
  const [, host = uri] = /^[a-z]+:\/\/([^/]+)/.exec(uri) ?? [];
  return host.replace(/^\[(.*)\]$/, '$1');
}

function questionOf(exchange: Exchange): string {
  const { protocol, uri } = exchange;
  const path = uri.replace(/^[a-z]+:\/\/[^/]+/, '');
  if (protocol === 'rdap') return `GET ${path}`;
  if (protocol === 'whois') return plain(path.slice(1));
  const [, name = '', type = ''] = /^\/([^?]*)\?type=(.*)$/.exec(path) ?? [];
  const decoded = decodeMessage(messageIn(exchange, exchange.sent));
  if (!decoded.ok) return `${type} ${plain(name)}`;
  const [question] = decoded.message.questions;
  const flags = [decoded.message.recursionDesired ? 'rd' : '', decoded.message.checkingDisabled ? 'cd' : '']
    .filter((flag) => flag !== '')
    .map((flag) => ` +${flag}`);
  const edns = decoded.message.edns === undefined ? ' without EDNS' : '';
  return `${typeText(question?.type ?? 0)} ${question?.name.toLowerCase() ?? ''}${flags.join('')}${edns}`;
}

function answerOf(exchange: Exchange): string {
  const { protocol, received, end } = exchange;
  if (received.length === 0) return end === 'complete' ? 'an empty answer' : `nothing came (${end})`;
  const cut = end === 'complete' || protocol === 'dns' ? '' : ` (${end})`;
  if (protocol === 'whois') return `${received.length} octets${cut}`;
  if (protocol === 'rdap') return `${firstLine(received)}, ${received.length} octets${cut}`;
  const decoded = decodeMessage(messageIn(exchange, received));
  return decoded.ok ? messageText(decoded.message) : `${received.length} octets, malformed: ${decoded.reason}`;
}

function messageText(message: DnsMessage): string {
  const { rcode, answers, authority, additional } = message;
  const flags = [
    message.authoritative ? 'aa' : '',
    message.truncated ? 'tc' : '',
    message.recursionAvailable ? 'ra' : '',
    message.authenticData ? 'ad' : '',
  ].filter((flag) => flag !== '');
  const counts = [
    [answers.length, 'answer'],
    [authority.length, 'authority'],
    [additional.length, 'additional'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, section]) => `${count} ${section}`);
  return [[rcodeText(rcode), ...flags].join(' '), ...(told.length === 0 ? ['no records'] : told)].join(', ');
}

function firstLine(octets: Uint8Array): string {
  const [line = ''] = new TextDecoder('latin1').decode(octets.subarray(0, 200)).split(/\r?\n/, 1);
  return line;
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
