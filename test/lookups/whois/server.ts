// A WHOIS server on loopback that does to a connection whatever a test wants done.
import { createServer, type Socket } from 'node:net';
import { openServer } from '../../support/loopback.ts';

export interface WhoisServer {
  readonly port: number;
  /** Queries in the order in which they came, without their line ends. */
  readonly queries: string[];
  close(): Promise<void>;
}

export async function startWhois(answer: (socket: Socket, query: string) => void): Promise<WhoisServer> {
  const queries: string[] = [];
  const server = createServer((socket) => {
    socket.once('data', (octets) => {
      const query = octets.toString('latin1').replace(/\r\n$/, '');
      queries.push(query);
      answer(socket, query);
    });
  });
  return { ...(await openServer(server)), queries };
}
