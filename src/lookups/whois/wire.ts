// WHOIS on the wire (RFC 3912): one line out, octets in until the server closes. One deadline and one size limit for the
// whole exchange; octets are kept as they came. No referral is followed, and nothing is interpreted here.
import type { Socket } from 'node:net';
import type { Exchange, ExchangeEnd } from '../../model/seen/exchange.ts';
import type { Deadline } from '../deadline.ts';
import { type Dialled, dial, endpointText } from '../dial.ts';
import { endOfError } from '../ends.ts';
import type { Manners } from '../manners.ts';
import type { LookupTools } from '../tools.ts';
import { becauseOf, type NotAsked, notAsked, takeTurn } from '../turn.ts';

const PORT = 43;

/** Slow registries need several seconds under load; a person who waits longer has stopped waiting. */
export const WHOIS_DEADLINE_MS = 10_000;

/** The largest honest records are near 20 KiB. */
export const WHOIS_LIMIT = 256 * 1024;

interface WhoisQuestion {
  readonly host: string;
  /** Without the line's end. */
  readonly query: string;
  readonly signal: AbortSignal;
  readonly manners: Manners;
}

type WhoisReply = { readonly asked: true; readonly exchange: Exchange; readonly routed: boolean } | NotAsked;

/** Waits for the server's turn, dials what the guard allows, asks once. */
export function askWhois(tools: LookupTools, question: WhoisQuestion): Promise<WhoisReply> {
  const { host, signal, manners } = question;
  return takeTurn(tools, { server: `whois://${host}`, signal, manners }, async (turn): Promise<WhoisReply> => {
    const way = await tools.guard.toHost(host, PORT, 'whois', turn.deadline.signal);
    if (!way.ok) return notAsked(way.failure, way.detail);
    const at = tools.clock.now();
    const began = tools.clock.monotonic();
    const dialled = await dial(way, turn.deadline);
    const talk = await converse(dialled, `${question.query}\r\n`, turn.deadline);
    const exchange: Exchange = {
      protocol: 'whois',
      uri: `whois://${host}/${encodeURIComponent(question.query)}`,
      at,
      took: Math.round(tools.clock.monotonic() - began),
      dialled: endpointText(dialled.endpoint),
      transport: 'tcp',
      ...talk,
      ...becauseOf(dialled.because, turn.because),
    };
    return { asked: true, exchange, routed: way.routed };
  });
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
