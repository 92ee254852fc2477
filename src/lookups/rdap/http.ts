// One HTTP GET for RDAP (RFC 7480) over a connection that is recorded: its own size limit after unpacking, no redirect
// followed here, nothing interpreted beyond HTTP.
import { type IncomingMessage, request } from 'node:http';
import { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import type { Deadline } from '../deadline.ts';
import { endOfError, errorCode } from '../ends.ts';
import { record, type Tape } from './tape.ts';

/** The largest honest domain objects are near 60 KiB; the bootstrap file is near 100 KiB. */
export const RDAP_LIMIT = 1024 * 1024;

/** Room for headers and for the framing of chunks. */
const RAW_LIMIT = RDAP_LIMIT + 256 * 1024;

const UNPACK: Readonly<Record<string, (octets: Buffer) => Promise<Buffer>>> = {
  gzip: (octets) => promisify(gunzip)(octets, { maxOutputLength: RDAP_LIMIT }),
  'x-gzip': (octets) => promisify(gunzip)(octets, { maxOutputLength: RDAP_LIMIT }),
  deflate: (octets) => promisify(inflate)(octets, { maxOutputLength: RDAP_LIMIT }),
  identity: async (octets) => octets,
};

/** `undefined` answer: the end says why. */
export interface HttpTalk {
  readonly sent: Uint8Array;
  readonly received: Uint8Array;
  readonly end: ExchangeEnd;
  readonly detail: string;
  readonly answer?: HttpAnswer;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; of a repeated one the first value. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** False when the body was not UTF-8 and stands here as Latin-1: its words may be garbled. */
  readonly utf8: boolean;
}

/** No word of this program: a registry under seal is not told what it is asked for. */
const HEADERS = {
  accept: 'application/rdap+json, application/json;q=0.9',
  'accept-encoding': 'identity',
  'user-agent': 'rdap-client/1',
  connection: 'close',
};

export async function get(socket: Duplex, url: URL, deadline: Deadline): Promise<HttpTalk> {
  const tape = record(socket, RAW_LIMIT);
  const outcome = await transfer(tape, url, deadline);
  tape.stream.destroy();
  return { sent: tape.sent(), received: tape.received(), ...outcome };
}

/** The same reader over octets that came long ago. `undefined`: they are no whole answer. */
export async function readHttp(received: Uint8Array, url: URL): Promise<HttpAnswer | undefined> {
  const past = new Duplex({
    read: () => undefined,
    write(_chunk, _encoding, done) {
      if (!past.readableEnded) for (const part of [received, null]) past.push(part);
      done();
    },
  });
  const never: Deadline = { signal: new AbortController().signal, reason: () => 'aborted', clear: () => undefined };
  return (await get(past, url, never)).answer;
}

type Transferred = Pick<HttpTalk, 'end' | 'detail' | 'answer'>;

function transfer(tape: Tape, url: URL, deadline: Deadline): Promise<Transferred> {
  return new Promise((resolve) => {
    const settle = (outcome: Transferred) => {
      deadline.signal.removeEventListener('abort', giveUp);
      resolve(outcome);
    };
    const fail = (error: unknown) => settle(brokenBy(error, tape));
    const giveUp = () => settle({ end: deadline.reason(), detail: '' });
    const closed = () => fail(new Error('closed'));
    const asked = request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...HEADERS },
      createConnection: () => tape.stream,
    });
    asked.once('response', (response) => {
      asked.off('close', closed);
      collect(response, tape).then(settle, fail);
    });
    asked.on('error', fail);
    asked.once('close', closed);
    asked.end();
    deadline.signal.addEventListener('abort', giveUp, { once: true });
    if (deadline.signal.aborted) giveUp();
  });
}

async function collect(response: IncomingMessage, tape: Tape): Promise<Transferred> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(Buffer.from(chunk));
    size += chunks.at(-1)?.length ?? 0;
    if (size > RDAP_LIMIT) return tooLarge();
  }
  if (tape.overrun()) return tooLarge();
  if (!response.complete) return { end: 'reset', detail: 'the connection broke in the middle of the answer' };
  const coding = response.headers['content-encoding']?.trim().toLowerCase() || 'identity';
  const unpack = Object.hasOwn(UNPACK, coding) ? UNPACK[coding] : undefined;
  if (unpack === undefined) return { end: 'failed', detail: `packed as ${coding.slice(0, 40)}` };
  try {
    return { end: 'complete', detail: '', answer: answerOf(response, await unpack(Buffer.concat(chunks))) };
  } catch (error) {
    return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : { end: 'failed', detail: 'cannot be unpacked' };
  }
}

function answerOf(response: IncomingMessage, body: Buffer): HttpAnswer {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(response.headersDistinct)) headers.set(name, value?.[0] ?? '');
  return { status: response.statusCode ?? 0, headers, ...decoded(body) };
}

/** RFC 8259 section 8.1: UTF-8. */
function decoded(body: Buffer): Pick<HttpAnswer, 'body' | 'utf8'> {
  try {
    return { body: new TextDecoder('utf-8', { fatal: true }).decode(body), utf8: true };
  } catch {
    return { body: body.toString('latin1'), utf8: false };
  }
}

function tooLarge(): Transferred {
  return { end: 'too-large', detail: `more than ${RDAP_LIMIT} octets` };
}

function brokenBy(error: unknown, tape: Tape): Transferred {
  if (tape.overrun()) return tooLarge();
  const code = errorCode(error);
  if (code.startsWith('HPE_')) return { end: 'failed', detail: `not HTTP: ${code}` };
  const end = endOfError(error);
  return end === 'failed' ? { end: 'reset', detail: 'closed without an answer' } : { end, detail: code };
}
