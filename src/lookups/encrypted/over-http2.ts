// DNS over HTTP/2 (RFC 8484 section 5.2): many questions at once over one connection. The message is kept octet by octet; of
// HTTP, whose frames are packed against each other, the head is kept as text, as the tools of the web archives do.
import {
  type ClientHttp2Stream,
  connect,
  constants,
  type IncomingHttpHeaders,
  type IncomingHttpStatusHeader,
} from 'node:http2';
import type { Socket } from 'node:net';
import type { EncryptedResolver } from '../../model/asking/resolver-place.ts';
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import type { Deadline } from '../deadline.ts';
import { endOfError, errorCode } from '../ends.ts';
import { HEAD_LIMIT, httpText } from '../http-message.ts';
import { type Came, type Connection, MOST_RECEIVED } from './connection.ts';
import { authorityOf, CLOSED, headersOf } from './over-http1.ts';

export function overHttp2(socket: Socket, place: EncryptedResolver): Connection {
  const authority = authorityOf(place);
  const settings = { enablePush: false, maxHeaderListSize: HEAD_LIMIT };
  const session = connect(`https://${authority}`, { createConnection: () => socket, settings });
  let open = true;
  const over = () => {
    open = false;
  };
  session.on('error', over);
  session.on('goaway', over);
  session.on('close', over);
  return {
    claim: () => open && !session.closed && !session.destroyed,
    async ask(query, deadline) {
      const headers = headersOf(query);
      try {
        const stream = session.request({
          ':method': 'POST',
          ':path': place.path,
          ':scheme': 'https',
          ':authority': authority,
          ...Object.fromEntries(headers),
        });
        const sent = httpText(`POST ${place.path} HTTP/2`, [['host', authority], ...headers], query);
        const came = heardFrom(stream, deadline);
        stream.end(query);
        return { sent, ...(await came) };
      } catch (error) {
        return { ...CLOSED, detail: errorCode(error) || 'closed' };
      }
    },
    close() {
      over();
      session.destroy();
    },
  };
}

function heardFrom(stream: ClientHttp2Stream, deadline: Deadline): Promise<Omit<Came, 'sent'>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let head: Head | undefined;
    const settle = (end: ExchangeEnd, detail?: string) => {
      deadline.signal.removeEventListener('abort', giveUp);
      if (end !== 'complete') stream.close(constants.NGHTTP2_CANCEL);
      const body = Buffer.concat(chunks).subarray(0, MOST_RECEIVED);
      const received = head === undefined ? body : httpText(head.start, head.headers, body);
      resolve({ end, received, ...(detail === undefined ? {} : { detail }) });
    };
    const giveUp = () => settle(deadline.reason());
    stream.on('response', (headers) => {
      head = headOf(headers);
    });
    stream.on('data', (chunk: Buffer) => {
      // What is on its way after that is not kept.
      if (size > MOST_RECEIVED) return;
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_RECEIVED) settle('too-large');
    });
    stream.on('error', (error) => settle(endOf(error), errorCode(error) || error.message));
    // A stream that was broken off ends like a whole one; only its close tells them apart.
    stream.on('close', () => {
      const whole = head !== undefined && !stream.aborted && stream.rstCode === constants.NGHTTP2_NO_ERROR;
      settle(whole ? 'complete' : 'reset', whole ? undefined : 'closed');
    });
    deadline.signal.addEventListener('abort', giveUp, { once: true });
    if (deadline.signal.aborted) giveUp();
  });
}

interface Head {
  readonly start: string;
  readonly headers: readonly (readonly [string, string])[];
}

function headOf(headers: IncomingHttpHeaders & IncomingHttpStatusHeader): Head {
  const plain = Object.entries(headers).flatMap(([name, value]): (readonly [string, string])[] =>
    name.startsWith(':') || value === undefined ? [] : [[name, String(value)]],
  );
  return { start: `HTTP/2 ${headers[':status'] ?? 0}`, headers: plain };
}

/** A stream that the server ends, or a connection that breaks: the answer did not come. What is no HTTP/2 is another thing. */
function endOf(error: Error): ExchangeEnd {
  const code = errorCode(error);
  if (code === 'ERR_HTTP2_ERROR') return 'failed';
  const end = endOfError(error);
  return end === 'failed' ? 'reset' : end;
}
