// One question over TCP: two octets of length, then the message (RFC 1035 section 4.2.2, RFC 7766 section 8). One deadline
// for the whole exchange; what follows the first message is not waited for.
import { connect } from 'node:net';
import type { Endpoint } from '../../model/asking/network.ts';
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import { socketEnd } from '../ends.ts';
import type { Stopping } from './fact.ts';

interface Call {
  readonly endpoint: Endpoint;
  readonly octets: Uint8Array;
  /** Milliseconds, dialling included. */
  readonly deadline: number;
  readonly stopping: Stopping;
}

interface CallEnd {
  readonly end: ExchangeEnd;
  readonly code?: string;
  /** Every octet that came, the length and an unfinished message included. */
  readonly received: Uint8Array;
  /** The message without its length; absent when it did not come whole. */
  readonly message?: Uint8Array;
}

export function framed(octets: Uint8Array): Uint8Array {
  return Uint8Array.of(octets.length >> 8, octets.length & 0xff, ...octets);
}

export function callOverTcp(call: Call): Promise<CallEnd> {
  const { endpoint, stopping } = call;
  return new Promise((resolve) => {
    if (stopping.stopped) return resolve({ end: 'aborted', received: new Uint8Array() });
    const socket = connect({ host: endpoint.address, port: endpoint.port });
    const arrived = openArrival();
    let over = false;
    const finish = (end: ExchangeEnd, code?: string) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      socket.destroy();
      resolve({ ...callEnd(Buffer.concat(arrived.chunks), end), ...(code === undefined ? {} : { code }) });
    };
    const timer = setTimeout(() => finish('deadline'), call.deadline);
    stopping.stop = () => finish('aborted');
    socket.on('connect', () => socket.write(framed(call.octets)));
    socket.on('data', (chunk) => {
      if (arrived.add(chunk)) finish('complete');
    });
    socket.on('end', () => finish('reset', 'closed before the answer was whole'));
    socket.on('error', (error) => {
      const { end, code } = socketEnd(error);
      finish(end, code);
    });
  });
}

function callEnd(received: Buffer, end: ExchangeEnd): CallEnd {
  if (end !== 'complete') return { end, received };
  return { end, received, message: received.subarray(2, 2 + received.readUInt16BE(0)) };
}

/** Counts as it goes: a server that sends one octet at a time does not make us copy what came before. */
function openArrival() {
  const chunks: Buffer[] = [];
  let had = 0;
  let length = 0;
  return {
    chunks,
    /** True when the message is whole. */
    add(chunk: Buffer): boolean {
      for (let at = 0; had + at < 2 && at < chunk.length; at += 1) length = (length << 8) | (chunk[at] ?? 0);
      chunks.push(chunk);
      had += chunk.length;
      return had >= 2 && had >= 2 + length;
    },
  };
}
