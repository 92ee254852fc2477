// The questions of recorded DNS exchanges with what stood as the answer to each: `Heard` out of octets, as the client heard it
// on the day. A further attempt stands in for the one before it; strays are left aside as they were then. Pure.
import { parseAddress } from '../../model/address.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { DnsAnswer } from '../dns/client.ts';
import { decodeMessage } from '../dns/codec/decode.ts';
import { lowerName } from '../dns/codec/names.ts';
import { typeNumber } from '../dns/codec/types.ts';
import { CONTRADICTORY, concluded, failed, failedTcp, type Oddity, SECOND, strayIn } from '../dns/concluded.ts';
import { isOverHttp, messageIn } from '../dns/message-in.ts';
import { readAnswer } from '../dns/query.ts';
import { isFurther } from '../dns/steps.ts';
import { readEncrypted } from '../encrypted/read-encrypted.ts';
import type { Heard } from '../heard/heard.ts';
import { UNCHECKED } from '../resolver/resolver-questions.ts';

/** In the order of the record. An exchange whose question cannot be read gives none. */
export function heardIn(exchanges: readonly Exchange[]): readonly Heard[] {
  const heard: Heard[] = [];
  let strays: Oddity[] = [];
  for (const exchange of exchanges) {
    if (exchange.protocol !== 'dns') continue;
    const stray = strayIn(exchange.because);
    if (stray !== undefined) {
      strays.push(stray);
      continue;
    }
    const one = heardOf(exchange, strays);
    strays = [];
    if (one === undefined) continue;
    const further = isFurther(exchange.because) || exchange.because === SECOND;
    const last = further ? heard.findLastIndex((other) => isSameQuestion(other, one)) : -1;
    const earlier = heard[last];
    if (earlier === undefined) heard.push(one);
    else heard[last] = { ...one, at: one.answer.ok ? one.at : earlier.at };
  }
  return heard;
}

function heardOf(exchange: Exchange, strays: readonly Oddity[]): Heard | undefined {
  const server = serverIn(exchange.uri);
  const query = queryIn(exchange) ?? unsentIn(exchange);
  if (server === undefined || query === undefined) return undefined;
  const { name, type, recursion, checkingDisabled } = query;
  return {
    server,
    name: lowerName(name),
    type,
    recursion,
    checkingDisabled,
    ...(exchange.transport === 'tcp' && !isFurther(exchange.because) ? { overTcp: true } : {}),
    at: exchange.at,
    answer: answerIn(exchange, query, strays),
  };
}

/** The authority of a `dns:` URI (RFC 4501 section 3): the server as the DNS has it, wherever the packets went; or a URL. */
function serverIn(uri: string): string | undefined {
  if (isOverHttp(uri)) return uri;
  const [, authority = '', inside = authority] = /^dns:\/\/(\[([^\]]+)\]|[^/]+)\//.exec(uri) ?? [];
  return parseAddress(inside) ?? (/:\d+$/.test(authority) ? authority : undefined);
}

/** A question that an encrypted connection kept from being sent stands in the URI alone. */
function unsentIn({ uri, transport, sent, because }: Exchange): Asked | undefined {
  const [, name, type] = /^dns:\/\/[^/]+\/([^?]*)\?type=(\S+)$/.exec(uri) ?? [];
  const number = typeNumber(type ?? '');
  if (transport !== 'tls' || sent.length > 0 || name === undefined || number === undefined) return undefined;
  const checkingDisabled = because?.includes(UNCHECKED) === true;
  return { octets: sent, name: decodeURIComponent(name), type: number, recursion: true, checkingDisabled };
}

/** What was sent, as the question that it is. */
function queryIn(exchange: Exchange) {
  const { sent, transport } = exchange;
  const octets = transport === 'tcp' ? unframed(sent) : messageIn(exchange, sent);
  const decoded = decodeMessage(octets);
  const question = decoded.ok ? decoded.message.questions[0] : undefined;
  if (!decoded.ok || question === undefined) return undefined;
  const { recursionDesired: recursion, checkingDisabled } = decoded.message;
  return { octets, name: question.name, type: question.type, recursion, checkingDisabled };
}

/** Octets of length before a message in a stream (RFC 1035 section 4.2.2). */
const FRAME = 2;

/** A question over TCP is kept with its length before it or without. */
function unframed(sent: Uint8Array): Uint8Array {
  const [high = 0, low = 0] = sent;
  return sent.length === FRAME + ((high << 8) | low) ? sent.subarray(FRAME) : sent;
}

type Asked = NonNullable<ReturnType<typeof queryIn>>;

function answerIn(exchange: Exchange, query: Asked, strays: readonly Oddity[]): DnsAnswer {
  const { transport, received, end, because } = exchange;
  if (transport === 'tls') return readEncrypted(exchange);
  if (because === SECOND) return CONTRADICTORY;
  const overUdp = transport === 'udp';
  if (end !== 'complete') return overUdp ? failed(end, undefined, strays) : failedTcp(end, undefined);
  const reading = readAnswer(query.octets, messageIn(exchange, received), query.name !== lowerName(query.name));
  if (reading.kind !== 'stray') return concluded(reading).answer;
  return failed('deadline', undefined, [{ kind: reading.stray, detail: reading.detail }]);
}

function isSameQuestion(one: Heard, other: Heard): boolean {
  return (
    one.server === other.server &&
    one.name === other.name &&
    one.type === other.type &&
    one.recursion === other.recursion &&
    one.checkingDisabled === other.checkingDisabled &&
    one.overTcp === other.overTcp
  );
}
