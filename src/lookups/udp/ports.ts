// One UDP socket of Node's: a common one, which any server is asked through, or one that is connected to the one server, which is then
// told by the system that nobody listens there.
import { createSocket, type Socket } from 'node:dgram';
import type { Endpoint } from '../../model/asking/network.ts';
import { shelved } from '../bulk/shelf.ts';
import { RECEIVE_BUFFER } from './limits.ts';

export type Family = 4 | 6;

export interface Sender {
  readonly address: string;
  readonly port: number;
}

export interface Port {
  send(octets: Uint8Array, to: Endpoint): void;
  close(): void;
}

/** `octets` are the hearer's own. */
export type Hear = (octets: Uint8Array, sender: Sender) => void;

interface Hearer {
  readonly hear: Hear;
  readonly onError: (error: Error) => void;
}

export function openPort(family: Family, hearer: Hearer): Port {
  const socket = openSocket(family, hearer);
  socket.bind();
  return {
    // What the system has against a datagram is not asked for: the wait ends, and the next one goes on a socket of its own.
    send: (octets, { address, port }) => socket.send(octets, port, address),
    close: () => socket.close(),
  };
}

/** `wanted`: asked once it is connected, whether there is still anything to be sent for. */
export function openConnectedPort(endpoint: Endpoint, hearer: Hearer, wanted: () => boolean): Port {
  const socket = openSocket(familyOf(endpoint), hearer);
  return {
    send(octets) {
      socket.once('connect', () => {
        if (!wanted()) return;
        socket.send(octets, (error) => {
          if (error) hearer.onError(error);
        });
      });
      // Without a callback, which would be called for a connection that failed as well.
      socket.connect(endpoint.port, endpoint.address);
    },
    close: () => socket.close(),
  };
}

/** Addresses are addresses already: looking them up would cost a turn of the loop for each datagram. */
function openSocket(family: Family, { hear, onError }: Hearer): Socket {
  const socket = createSocket({
    type: `udp${family}`,
    recvBufferSize: RECEIVE_BUFFER,
    lookup: (host, _options, found) => found(null, host, family),
  });
  socket.on('message', (octets, sender) => hear(shelved(octets), sender));
  socket.on('error', onError);
  // A socket keeps no program alive; a question on its way does.
  return socket.unref();
}

export function familyOf({ address }: Endpoint): Family {
  return address.includes(':') ? 6 : 4;
}
