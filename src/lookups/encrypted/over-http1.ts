// DNS over HTTP/1.1 (RFC 8484), for a resolver that speaks nothing newer: one question a connection, every octet as it went.
import type { Socket } from 'node:net';
import type { EncryptedResolver } from '../../model/asking/resolver-place.ts';
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import { socketEnd } from '../ends.ts';
import { httpText, readHttpMessage } from '../http-message.ts';
import { type Came, type Connection, MOST_RECEIVED, NOTHING } from './connection.ts';
import { DNS_MESSAGE } from './read-encrypted.ts';

export function overHttp1(socket: Socket, { host, port, path }: EncryptedResolver): Connection {
  let taken = false;
  const authority = authorityOf({ host, port });
  return {
    claim() {
      const free = !taken;
      taken = true;
      return free;
    },
    ask: (query, deadline) =>
      new Promise((resolve) => {
        const headers = [['host', authority], ...headersOf(query), ['connection', 'close']] as const;
        const sent = httpText(`POST ${path} HTTP/1.1`, headers, query);
        const chunks: Buffer[] = [];
        let [had, wanted] = [0, 1];
        const settle = (end: ExchangeEnd, detail?: string) => {
          deadline.signal.removeEventListener('abort', giveUp);
          socket.destroy();
          const received = Buffer.concat(chunks).subarray(0, MOST_RECEIVED);
          resolve({ end, sent, received, ...(detail === undefined ? {} : { detail }) } satisfies Came);
        };
        const giveUp = () => settle(deadline.reason());
        const look = (ended: boolean) => {
          const reading = readHttpMessage(Buffer.concat(chunks), ended);
          if (reading.state === 'whole') settle('complete');
          else if (reading.state === 'no-http') settle(had === 0 || ended ? 'reset' : 'failed', reading.why);
          else wanted = reading.wanted;
        };
        socket.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          had += chunk.length;
          if (had > MOST_RECEIVED) settle('too-large');
          else if (had >= wanted) look(false);
        });
        socket.on('end', () => look(true));
        socket.on('error', (error) => {
          const { end, code } = socketEnd(error);
          settle(end, code);
        });
        socket.on('close', () => settle('reset', 'closed'));
        deadline.signal.addEventListener('abort', giveUp, { once: true });
        if (deadline.signal.aborted) giveUp();
        else socket.write(sent);
      }),
    close: () => void socket.destroy(),
  };
}

export function authorityOf({ host, port }: Pick<EncryptedResolver, 'host' | 'port'>): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return port === 443 ? name : `${name}:${port}`;
}

/** No word of this program, as for registries. */
export function headersOf(query: Uint8Array): readonly (readonly [string, string])[] {
  return [
    ['accept', DNS_MESSAGE],
    ['content-type', DNS_MESSAGE],
    ['content-length', String(query.length)],
  ];
}

export const CLOSED: Came = { end: 'reset', sent: NOTHING, received: NOTHING };
