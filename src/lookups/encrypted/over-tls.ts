// DNS over TLS (RFC 7858): many questions at once over one connection, each answer known by its id (RFC 7766 section 6.2.1.1).
// An answer whose question nobody waits for any more is passed over.
import type { Socket } from 'node:net';
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import { framed } from '../dns/tcp.ts';
import { socketEnd } from '../ends.ts';
import { type Came, type Connection, NOTHING } from './connection.ts';

interface Waiting {
  readonly sent: Uint8Array;
  settle(came: Came): void;
}

/** `id`: 16 random bits. */
export function overTls(socket: Socket, id: () => number): Connection {
  const waiting = new Map<number, Waiting>();
  let open = true;
  const frames = openFrames();
  const over = (end: ExchangeEnd, detail?: string) => {
    if (!open) return;
    open = false;
    socket.destroy();
    // Of what is not whole nobody knows whose it is, unless one question alone waits.
    const received = waiting.size === 1 ? frames.rest() : NOTHING;
    for (const { sent, settle } of [...waiting.values()]) {
      settle({ end, sent, received, ...(detail === undefined ? {} : { detail }) });
    }
  };
  socket.on('data', (chunk: Buffer) => {
    for (const frame of frames.add(chunk)) {
      if (frame.length < 4) return over('failed', 'a message without an id');
      const asked = waiting.get(frame.readUInt16BE(2));
      asked?.settle({ end: 'complete', sent: asked.sent, received: frame });
    }
  });
  socket.on('error', (error) => {
    const { end, code } = socketEnd(error);
    over(end, code);
  });
  socket.on('end', () => over('reset', 'closed by the resolver'));
  socket.on('close', () => over('reset', 'closed'));
  return {
    claim: () => open,
    ask: (query, deadline) =>
      new Promise((resolve) => {
        if (!open) return resolve({ end: 'reset', sent: NOTHING, received: NOTHING });
        let own = id();
        while (waiting.has(own)) own = (own + 1) & 0xffff;
        const sent = framed(query);
        sent.set([own >> 8, own & 0xff], 2);
        const giveUp = () => settle({ end: deadline.reason(), sent, received: NOTHING });
        const settle = (came: Came) => {
          waiting.delete(own);
          deadline.signal.removeEventListener('abort', giveUp);
          resolve(came);
        };
        waiting.set(own, { sent, settle });
        deadline.signal.addEventListener('abort', giveUp, { once: true });
        if (deadline.signal.aborted) return giveUp();
        socket.write(sent);
      }),
    close: () => over('aborted'),
  };
}

/** Joins what came only when a message can be whole: one octet at a time does not make us copy what came before. */
function openFrames() {
  let chunks: Buffer[] = [];
  let had = 0;
  let wanted = 2;
  return {
    *add(chunk: Buffer): Iterable<Buffer> {
      chunks.push(chunk);
      had += chunk.length;
      while (had >= wanted) {
        const all = Buffer.concat(chunks);
        const length = 2 + all.readUInt16BE(0);
        wanted = length;
        if (had >= length) {
          wanted = 2;
          yield all.subarray(0, length);
        }
        const left = had >= length ? all.subarray(length) : all;
        chunks = [left];
        had = left.length;
      }
    },
    rest: () => Buffer.concat(chunks),
  };
}
