// An HTTP server on loopback that answers RDAP questions the way a test wants.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface RdapServer {
  readonly base: string;
  readonly port: number;
  /** Paths in the order in which they were asked for. */
  readonly paths: string[];
  close(): Promise<void>;
}

export type Answering = (response: ServerResponse, path: string, request: IncomingMessage) => void;

export function startRdap(answer: Answering): Promise<RdapServer> {
  const paths: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.on('error', () => {});
    answer(response, request.url ?? '', request);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ base: `http://127.0.0.1:${port}/`, port, paths, close });
    });
  });
}

export function json(response: ServerResponse, status: number, value: unknown): void {
  const headers = { 'content-type': 'application/rdap+json' };
  response.writeHead(status, headers).end(typeof value === 'string' ? value : JSON.stringify(value));
}
