// An HTTP server on loopback that answers RDAP questions the way a test wants.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openServer } from '../../support/loopback.ts';

export interface RdapServer {
  readonly base: string;
  readonly port: number;
  /** Paths in the order in which they were asked for. */
  readonly paths: string[];
  close(): Promise<void>;
}

export type Answering = (response: ServerResponse, path: string, request: IncomingMessage) => void;

export async function startRdap(answer: Answering): Promise<RdapServer> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.on('error', () => {});
    answer(response, request.url ?? '', request);
  });
  const open = await openServer(server);
  return { ...open, base: `http://127.0.0.1:${open.port}/`, paths };
}

export function json(response: ServerResponse, status: number, value: unknown): void {
  const headers = { 'content-type': 'application/rdap+json' };
  response.writeHead(status, headers).end(typeof value === 'string' ? value : JSON.stringify(value));
}
