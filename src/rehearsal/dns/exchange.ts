// From the octets of a query to the octets of an answer: the header, EDNS, the limit of a datagram (RFC 1035 section 4.1,
// RFC 6891 section 6). What is answered comes from authoritative.ts and resolve.ts.
import { decodeHeader, decodeMessage } from '../../lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../lookups/dns/codec/encode.ts';
import { type DnsMessage, type EdnsOption, EMPTY_MESSAGE, type Question } from '../../lookups/dns/codec/message.ts';
import { CLASS_IN, RCODES } from '../../lookups/dns/codec/types.ts';
import { empty, REFUSED, type Reply } from './zone.ts';

export interface Answered {
  readonly reply: Reply;
  readonly validated?: boolean;
  /** A resolver says that it recurses. */
  readonly recurses?: boolean;
  readonly options?: readonly EdnsOption[];
}

type Answering = (query: DnsMessage, question: Question) => Answered;

/** What fits without fragments (DNS flag day 2020; last verified 2026-11 in the design). */
const DATAGRAM_LIMIT = 1232;
const PLAIN_LIMIT = 512;

/** `undefined`: what came is no query and gets no answer. Never throws. */
export function exchange(
  octets: Uint8Array,
  answering: Answering,
  limit: (query: DnsMessage) => number,
): Uint8Array | undefined {
  const header = decodeHeader(octets);
  if (header === undefined || (header.flags & 0x8000) !== 0) return undefined;
  const decoded = decodeMessage(octets);
  if (!decoded.ok)
    return encodeMessage(answerTo({ ...EMPTY_MESSAGE, id: header.id }, { reply: error(RCODES.FORMERR) }));
  const { message } = decoded;
  const answer = answerTo(message, answered(message, answering));
  const whole = encodeMessage(answer);
  if (whole.length <= limit(message)) return whole;
  return encodeMessage({ ...answer, truncated: true, answers: [], authority: [], additional: [] });
}

/** How much of a datagram the client takes, never more than goes without fragments. */
export function datagramLimit(query: DnsMessage): number {
  const { edns } = query;
  return edns === undefined ? PLAIN_LIMIT : Math.min(DATAGRAM_LIMIT, Math.max(PLAIN_LIMIT, edns.udpSize));
}

function answered(query: DnsMessage, answering: Answering): Answered {
  const [question, ...more] = query.questions;
  if (query.opcode !== 0) return { reply: error(RCODES.NOTIMP) };
  if (question === undefined || more.length > 0) return { reply: error(RCODES.FORMERR) };
  if (query.edns !== undefined && query.edns.version > 0) return { reply: error(RCODES.BADVERS) };
  if (question.class !== CLASS_IN) return { reply: REFUSED };
  return answering(query, question);
}

function answerTo(query: DnsMessage, { reply, validated, recurses, options }: Answered): DnsMessage {
  const { edns } = query;
  return {
    ...query,
    response: true,
    truncated: false,
    authoritative: reply.authoritative,
    recursionAvailable: recurses ?? false,
    authenticData: validated ?? false,
    rcode: reply.rcode,
    answers: reply.answers,
    authority: reply.authority,
    additional: reply.additional,
    ...(edns === undefined
      ? {}
      : { edns: { udpSize: DATAGRAM_LIMIT, version: 0, dnssecOk: edns.dnssecOk, options: options ?? [] } }),
  };
}

function error(rcode: number): Reply {
  return { ...empty(rcode), authoritative: false };
}
