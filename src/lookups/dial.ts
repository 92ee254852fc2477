// Opens one TCP connection where the guard allowed it. The next address of the same host is tried only when the one
// before could not be reached at all: an answer, even a bad one, is never shopped around for.
import { connect, type Socket } from 'node:net';
import type { Endpoint } from '../model/asking/network.ts';
import type { ExchangeEnd } from '../model/seen/exchange.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { endOfError, errorCode } from './ends.ts';
import type { Way } from './tools.ts';

/** Of a host with several addresses, one that swallows packets must leave time for the others. */
const REACH_MS = 3000;

export type Dialled =
  | { readonly ok: true; readonly socket: Socket; readonly endpoint: Endpoint; readonly because?: string }
  | {
      readonly ok: false;
      readonly end: Exclude<ExchangeEnd, 'complete'>;
      readonly detail: string;
      readonly endpoint: Endpoint;
      readonly because?: string;
    };

export async function dial(way: Way & { readonly ok: true }, deadline: Deadline): Promise<Dialled> {
  const endpoints = [way.endpoint, ...(way.others ?? [])];
  const tried: string[] = [];
  for (const [index, endpoint] of endpoints.entries()) {
    const last = index === endpoints.length - 1;
    const dialled = await dialOne(endpoint, deadline, last ? undefined : REACH_MS);
    const because = tried.length > 0 ? { because: `not reached before: ${tried.join(', ')}` } : {};
    if (dialled.ok || last || deadline.signal.aborted) return { ...dialled, ...because };
    tried.push(`${endpointText(endpoint)} ${dialled.end}`);
  }
  throw new Error('a way has at least one endpoint');
}

async function dialOne(endpoint: Endpoint, whole: Deadline, reach: number | undefined): Promise<Dialled> {
  const deadline = reach === undefined ? whole : startDeadline(reach, whole.signal);
  try {
    return await opened(endpoint, deadline);
  } finally {
    if (deadline !== whole) deadline.clear();
  }
}

function opened(endpoint: Endpoint, deadline: Deadline): Promise<Dialled> {
  return new Promise((resolve) => {
    const socket = connect({ host: endpoint.address, port: endpoint.port, noDelay: true });
    const settle = (dialled: Dialled) => {
      deadline.signal.removeEventListener('abort', giveUp);
      if (!dialled.ok) socket.destroy();
      resolve(dialled);
    };
    const fail = (end: Exclude<ExchangeEnd, 'complete'>, detail: string) =>
      settle({ ok: false, end, detail, endpoint });
    const giveUp = () => fail(deadline.reason(), 'no connection');
    socket.once('connect', () => settle({ ok: true, socket, endpoint }));
    // Stays for the life of the socket: an error without a listener would end the program.
    socket.on('error', (error) => fail(brokenEnd(error), errorCode(error) || error.message));
    deadline.signal.addEventListener('abort', giveUp, { once: true });
    if (deadline.signal.aborted) giveUp();
  });
}

function brokenEnd(error: Error): Exclude<ExchangeEnd, 'complete'> {
  const end = endOfError(error);
  return end === 'complete' ? 'failed' : end;
}

export function endpointText({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
