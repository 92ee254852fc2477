// One datagram out, and what comes back until one is accepted or the time is up. A fresh socket for each, connected, so
// the port is random and the system itself drops what another address sends (RFC 5452 section 9.2).
import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { ExchangeEnd } from '../../model/exchange.ts';
import type { Endpoint } from '../../model/network.ts';

export interface Flight {
  readonly endpoint: Endpoint;
  readonly octets: Uint8Array;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Sees every octet that comes; true ends the flight. */
  accept(octets: Uint8Array): boolean;
}

export interface FlightEnd {
  readonly end: ExchangeEnd;
  /** The system's own word for an error, such as `ECONNREFUSED`. */
  readonly code?: string;
}

export function sendDatagram(flight: Flight): Promise<FlightEnd> {
  const { endpoint, signal } = flight;
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ end: 'aborted' });
    const socket = createSocket(isIPv6(endpoint.address) ? 'udp6' : 'udp4');
    let over = false;
    const finish = (end: FlightEnd) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.close();
      resolve(end);
    };
    const abort = () => finish({ end: 'aborted' });
    const timer = setTimeout(() => finish({ end: 'deadline' }), flight.timeout);
    signal.addEventListener('abort', abort, { once: true });
    socket.on('error', (error) => finish(endOf(error)));
    socket.on('message', (octets) => {
      if (!over && flight.accept(octets)) finish({ end: 'complete' });
    });
    socket.once('connect', () => {
      if (over) return;
      socket.send(flight.octets, (error) => {
        if (error) finish(endOf(error));
      });
    });
    // Without a callback, which would be called for a connection that failed as well.
    socket.connect(endpoint.port, endpoint.address);
  });
}

/** What the system says of a socket (errno names of POSIX): a port that is closed, a way that is not there. */
export function endOf(error: Error): FlightEnd {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  if (code === 'ECONNREFUSED') return { end: 'refused', code };
  if (['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'ENETDOWN'].includes(code)) {
    return { end: 'unreachable', code };
  }
  if (code === 'ECONNRESET' || code === 'EPIPE') return { end: 'reset', code };
  if (code === 'ETIMEDOUT') return { end: 'deadline', code };
  return { end: 'failed', code };
}
