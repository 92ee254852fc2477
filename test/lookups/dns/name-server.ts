// A name server on loopback for wire tests: UDP and TCP on one port, answering as a function says.
import { createSocket, type Socket } from 'node:dgram';
import { type Socket as Connection, createServer, type Server } from 'node:net';
import { decodeMessage } from '../../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../../src/lookups/dns/codec/encode.ts';
import type { DnsMessage } from '../../../src/lookups/dns/codec/message.ts';

export type Transport = 'udp' | 'tcp';

/** Messages and octets go out in order; none is silence. Over TCP octets are written as they are,
 * without a length, and no octets hang up. */
export type Handler = (query: DnsMessage, transport: Transport) => readonly (DnsMessage | Uint8Array)[];

export interface NameServer {
  readonly port: number;
  /** Every question that came, with its transport beside it in `transports`. */
  readonly heard: DnsMessage[];
  readonly transports: Transport[];
  close(): Promise<void>;
}

export async function openNameServer(handler: Handler): Promise<NameServer> {
  for (let tries = 0; tries < 20; tries += 1) {
    const udp = await bindUdp();
    const tcp = await bindTcp(udp.address().port);
    if (tcp !== undefined) return serve(handler, udp, tcp);
    udp.close();
  }
  throw new Error('no port that is free for UDP and TCP');
}

function bindUdp(): Promise<Socket> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => socket.bind(0, '127.0.0.1', () => resolve(socket)));
}

function bindTcp(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function serve(handler: Handler, udp: Socket, tcp: Server): NameServer {
  const heard: DnsMessage[] = [];
  const transports: Transport[] = [];
  const connections = new Set<Connection>();
  const replies = (octets: Uint8Array, transport: Transport) => {
    const decoded = decodeMessage(octets);
    if (!decoded.ok) return [];
    heard.push(decoded.message);
    transports.push(transport);
    return handler(decoded.message, transport);
  };
  udp.on('message', (octets, peer) => {
    for (const reply of replies(octets, 'udp')) {
      udp.send(reply instanceof Uint8Array ? reply : encodeMessage(reply), peer.port, peer.address);
    }
  });
  tcp.on('connection', (connection) => {
    connections.add(connection);
    connection.on('error', () => {});
    connection.on('close', () => connections.delete(connection));
    connection.once('data', (octets) => {
      for (const reply of replies(octets.subarray(2), 'tcp')) {
        if (reply instanceof Uint8Array && reply.length === 0) connection.end();
        else connection.write(reply instanceof Uint8Array ? reply : withLength(encodeMessage(reply)));
      }
    });
  });
  return {
    port: udp.address().port,
    heard,
    transports,
    async close() {
      for (const connection of connections) connection.destroy();
      await new Promise<void>((resolve) => udp.close(() => resolve()));
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
}

export function withLength(octets: Uint8Array): Uint8Array {
  return Uint8Array.of(octets.length >> 8, octets.length & 0xff, ...octets);
}

/** An answer to a question: its id, its question, QR; the rest as given. */
export function reply(query: DnsMessage, parts: Partial<DnsMessage>): DnsMessage {
  const { edns: _edns, ...rest } = query;
  return { ...rest, response: true, ...parts };
}
