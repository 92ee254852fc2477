// One question to a root server over TCP from the start. Lookups take TCP only after a truncated answer, so the way may be
// closed for long before anybody sees it.
import type { Socket } from 'node:net';
import type { Address } from '../../model/address.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import { startDeadline } from '../deadline.ts';
import { dial } from '../dial.ts';
import { decodeMessage } from '../dns/codec/decode.ts';
import { encodeMessage } from '../dns/codec/encode.ts';
import { EMPTY_MESSAGE } from '../dns/codec/message.ts';
import { CLASS_IN, TYPES } from '../dns/codec/types.ts';
import { TCP_DEADLINE } from '../dns/limits.ts';
import { framed } from '../dns/tcp.ts';
import { failureOfEnd } from '../ends.ts';
import type { LookupTools } from '../tools.ts';

type Came = { readonly ok: true } | { readonly ok: false; readonly failure: FailureKind; readonly detail: string };

export async function askOverTcp(tools: LookupTools, server: Address, signal: AbortSignal): Promise<Came> {
  const way = tools.guard.toAddress(server, 53);
  if (!way.ok) return way;
  const leave = await tools.pace.enter(server, signal).catch(() => undefined);
  if (leave === undefined) return { ok: false, failure: 'interrupted', detail: 'before it was asked' };
  const deadline = startDeadline(TCP_DEADLINE, signal);
  try {
    const dialled = await dial(way, deadline);
    if (!dialled.ok) return { ok: false, failure: failureOfEnd(dialled.end, 0), detail: dialled.detail };
    const [high = 0, low = 0] = tools.random(2);
    const id = (high << 8) | low;
    const questions = [{ name: '.', type: TYPES.NS, class: CLASS_IN }];
    dialled.socket.write(framed(encodeMessage({ ...EMPTY_MESSAGE, id, questions })));
    const octets = await firstMessage(dialled.socket, deadline.signal);
    const decoded = octets === undefined ? undefined : decodeMessage(octets);
    if (decoded === undefined) return { ok: false, failure: 'timeout', detail: 'connected, and no answer came' };
    if (decoded.ok && decoded.message.response && decoded.message.id === id) return { ok: true };
    return { ok: false, failure: 'unparsable', detail: 'what came is no answer to the question' };
  } finally {
    deadline.clear();
    leave();
  }
}

/** `undefined`: none came whole. */
function firstMessage(socket: Socket, signal: AbortSignal): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    let had: Buffer = Buffer.alloc(0);
    const settle = (octets: Uint8Array | undefined) => {
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve(octets);
    };
    const giveUp = () => settle(undefined);
    socket.on('data', (chunk: Buffer) => {
      had = Buffer.concat([had, chunk]);
      if (had.length >= 2 && had.length >= 2 + had.readUInt16BE(0)) settle(had.subarray(2, 2 + had.readUInt16BE(0)));
    });
    socket.once('end', giveUp);
    socket.once('close', giveUp);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
  });
}
