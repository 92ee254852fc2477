// What the octets of one question over an encrypted connection come to, by how it ended: an answer, or why there is none. No
// page, status or certificate is ever taken for a statement about a name. Pure: the same on the day and out of the evidence.
import type { Exchange } from '../../model/seen/exchange.ts';
import type { DnsAnswer } from '../dns/client.ts';
import { failure } from '../dns/concluded.ts';
import { isOverHttp, messageIn } from '../dns/message-in.ts';
import { readAnswer } from '../dns/query.ts';
import { failureOfEnd } from '../ends.ts';
import { type HttpMessage, readHttpMessage } from '../http-message.ts';
import { failureOfStatus, retryAfter } from '../rdap/answer.ts';

/** RFC 8484 section 6. */
export const DNS_MESSAGE = 'application/dns-message';

type Ended = Pick<Exchange, 'uri' | 'transport' | 'sent' | 'received' | 'end'>;

/** `detail`: what the system said of the end. */
export function readEncrypted(exchange: Ended, detail?: string): DnsAnswer {
  const { uri, sent, received, end } = exchange;
  if (end !== 'complete') {
    // Over TLS, an end before anything could be sent is the certificate's or the handshake's.
    const unsaid = end === 'failed' && sent.length === 0 && received.length === 0;
    return failure(unsaid ? 'tls' : failureOfEnd(end, received.length), detail ?? end);
  }
  if (isOverHttp(uri)) {
    const reading = readHttpMessage(received, true);
    if (reading.state !== 'whole')
      return failure('unparsable', `no HTTP: ${reading.state === 'more' ? 'cut' : reading.why}`);
    const objection = objectionTo(reading.message);
    if (objection !== undefined) return objection;
  }
  return answerIn(messageIn(exchange, sent), messageIn(exchange, received));
}

function objectionTo(message: HttpMessage): DnsAnswer | undefined {
  const status = statusOf(message);
  if (status === 429 || status === 503) return failure('rate-limited', `HTTP ${status}`);
  if (status !== 200) return failure(failureOfStatus(status), `HTTP ${status} in place of a DNS message`);
  const type = message.headers.get('content-type') ?? 'none';
  const [kind = ''] = type.split(';');
  if (kind.trim().toLowerCase() === DNS_MESSAGE) return undefined;
  return failure('unparsable', `content type ${type.slice(0, 60)} in place of a DNS message`);
}

function answerIn(query: Uint8Array, octets: Uint8Array): DnsAnswer {
  const reading = readAnswer(query, octets, false);
  switch (reading.kind) {
    case 'answer':
      return { ok: true, message: reading.message };
    case 'truncated':
      return failure('incomplete', 'truncated, over an encrypted connection');
    case 'stray':
      return failure(
        reading.stray === 'other question' ? 'wrong-object' : 'unparsable',
        `${reading.stray}: ${reading.detail}`,
      );
  }
}

/** How long the resolver asks to be left alone, in seconds. `undefined`: it does not refuse, or does not say. */
export function waitWanted({ uri, received, end }: Ended, at: Exchange['at']): number | undefined {
  if (end !== 'complete' || !isOverHttp(uri)) return undefined;
  const reading = readHttpMessage(received, true);
  return reading.state === 'whole' ? retryAfter(reading.message.headers.get('retry-after'), at) : undefined;
}

function statusOf({ start }: HttpMessage): number {
  return Number(/^HTTP\/\S+ (\d{3})/.exec(start)?.[1] ?? 0);
}
