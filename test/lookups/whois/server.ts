// A WHOIS server on loopback that does to a connection whatever a test wants done.
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface WhoisServer {
  readonly port: number;
  /** Queries in the order in which they came, without their line ends. */
  readonly queries: string[];
  close(): Promise<void>;
}

export function startWhois(answer: (socket: Socket, query: string) => void): Promise<WhoisServer> {
  const queries: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (octets) => {
      const query = octets.toString('latin1').replace(/\r\n$/, '');
      queries.push(query);
      answer(socket, query);
    });
  });
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, queries, close });
    });
  });
}
