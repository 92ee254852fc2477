// WHOIS on the wire (RFC 3912): one line out, octets in until the server closes. One deadline and one size limit for the
// whole exchange; octets are kept as they came. No referral is followed, and nothing is interpreted here.
import type { Socket } from 'node:net';
import type { Exchange, ExchangeEnd } from '../../model/exchange.ts';
import type { FailureKind } from '../../model/failure.ts';
import { type Deadline, startDeadline } from '../deadline.ts';
import { type Dialled, dial, endpointText } from '../dial.ts';
import { endOfError } from '../ends.ts';
import type { LookupTools } from '../tools.ts';

const PORT = 43;

/** Slow registries need several seconds under load; a person who waits longer has stopped waiting. */
export const WHOIS_DEADLINE_MS = 10_000;

/** The largest honest records are near 20 KiB. */
export const WHOIS_LIMIT = 256 * 1024;

export interface WhoisQuestion {
  readonly host: string;
  /** Without the line's end. */
  readonly query: string;
  readonly signal: AbortSignal;
  /** For tests; otherwise `WHOIS_DEADLINE_MS`. */
  readonly deadlineMs?: number;
}

export type WhoisReply =
  | { readonly asked: true; readonly exchange: Exchange; readonly routed: boolean }
  | { readonly asked: false; readonly failure: FailureKind; readonly detail: string };

/** Waits for the server's turn, dials what the guard allows, asks once. */
export async function askWhois(tools: LookupTools, question: WhoisQuestion): Promise<WhoisReply> {
  const { host, signal } = question;
  const leave = await tools.pace.enter(`whois://${host}`, signal).catch(() => undefined);
  if (leave === undefined) return { asked: false, failure: 'interrupted', detail: 'while waiting for its turn' };
  const deadline = startDeadline(question.deadlineMs ?? WHOIS_DEADLINE_MS, signal);
  try {
    const way = await tools.guard.toHost(host, PORT, 'whois', deadline.signal);
    if (!way.ok) return { asked: false, failure: way.failure, detail: way.detail };
    const at = tools.clock.now();
    const began = tools.clock.monotonic();
    const dialled = await dial(way, deadline);
    const talk = await converse(dialled, `${question.query}\r\n`, deadline);
    const took = Math.round(tools.clock.monotonic() - began);
    const uri = `whois://${host}/${encodeURIComponent(question.query)}`;
    const because = dialled.because === undefined ? {} : { because: dialled.because };
    const dialledText = endpointText(dialled.endpoint);
    const exchange: Exchange = {
      protocol: 'whois',
      uri,
      at,
      took,
      dialled: dialledText,
      transport: 'tcp',
      ...talk,
      ...because,
    };
    return { asked: true, exchange, routed: way.routed };
  } finally {
    deadline.clear();
    leave();
  }
}

type Talk = Pick<Exchange, 'sent' | 'received' | 'end'>;

async function converse(dialled: Dialled, line: string, deadline: Deadline): Promise<Talk> {
  if (!dialled.ok) return { sent: new Uint8Array(), received: new Uint8Array(), end: dialled.end };
  const sent = Buffer.from(line, 'latin1');
  dialled.socket.write(sent);
  return { sent, ...(await readToEnd(dialled.socket, deadline)) };
}

function readToEnd(socket: Socket, deadline: Deadline): Promise<Pick<Talk, 'received' | 'end'>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (end: ExchangeEnd) => {
      deadline.signal.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve({ received: Buffer.concat(chunks).subarray(0, WHOIS_LIMIT), end });
    };
    const giveUp = () => settle(deadline.reason());
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > WHOIS_LIMIT) settle('too-large');
    });
    socket.once('end', () => settle('complete'));
    socket.once('error', (error) => settle(endOfError(error)));
    socket.once('close', () => settle('reset'));
    deadline.signal.addEventListener('abort', giveUp, { once: true });
    if (deadline.signal.aborted) giveUp();
  });
}
