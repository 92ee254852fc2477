// Encrypted resolvers on loopback for wire tests: DNS over TLS, over HTTP/2 and over HTTP/1.1, answering as a function says, with a
// certificate for `dns.example` that only these tests trust.
import { createSecureServer } from 'node:http2';
import { createServer as createHttps } from 'node:https';
import type { Server } from 'node:net';
import { createServer as createTls, type TLSSocket } from 'node:tls';
import { afterEach } from 'vitest';
import { decodeMessage } from '../../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../../src/lookups/dns/codec/encode.ts';
import type { DnsMessage } from '../../../src/lookups/dns/codec/message.ts';
import { TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { framed } from '../../../src/lookups/dns/tcp.ts';
import { type EncryptedQuestion, openEncryptedClient } from '../../../src/lookups/encrypted/client.ts';
import { makeGuard } from '../../../src/lookups/guard.ts';
import type { LookupTools } from '../../../src/lookups/tools.ts';
import type { EncryptedResolver } from '../../../src/model/asking/resolver-place.ts';
import type { SealInForce } from '../../../src/model/case/seal.ts';
import { type Certificate, selfSigned } from '../../support/certificate.ts';
import { openServer } from '../../support/loopback.ts';
import { resolverPlace } from '../../support/values.ts';
import { record } from '../dns/messages.ts';
import { reply } from '../dns/name-server.ts';
import { loopback, tools } from '../support.ts';

export const HOST = 'dns.example';
export const OWN: Certificate = selfSigned(HOST);

const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export function later(close: () => Promise<void> | void): void {
  closing.push(close);
}

export interface Running {
  readonly port: number;
  readonly connections: () => number;
}

async function running(server: Server): Promise<Running> {
  let connections = 0;
  server.on('secureConnection', () => {
    connections += 1;
  });
  server.on('tlsClientError', () => undefined);
  const { port, close } = await openServer(server);
  later(close);
  return { port, connections: () => connections };
}

/** What stands in a stream goes out as it is returned; nothing is silence. */
export type Speak = (query: DnsMessage, socket: TLSSocket) => Uint8Array | undefined;

export const honestly = (query: DnsMessage): DnsMessage => {
  const [{ name, type } = { name: '', type: 0 }] = query.questions;
  const answers = type === TYPES.A ? [record(name, 'A', '192.0.2.1', 60)] : [];
  return reply(query, { recursionAvailable: true, answers });
};

export const honest = (query: DnsMessage): Uint8Array => encodeMessage(honestly(query));

export function startTls(speak: Speak, certificate = OWN): Promise<Running> {
  const server = createTls({ key: certificate.key, cert: certificate.certificate }, (socket) => {
    let had: Buffer = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      had = Buffer.concat([had, chunk]);
      while (had.length >= 2 && had.length >= 2 + had.readUInt16BE(0)) {
        const decoded = decodeMessage(had.subarray(2, 2 + had.readUInt16BE(0)));
        had = had.subarray(2 + had.readUInt16BE(0));
        const answer = decoded.ok ? speak(decoded.message, socket) : undefined;
        if (answer !== undefined) socket.write(answer);
      }
    });
  });
  return running(server);
}

export const inFrames: Speak = (query) => framed(honest(query));

export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export type Serve = (query: DnsMessage | undefined, method: string, path: string) => Page | undefined;

export const served: Serve = (query) => ({
  headers: { 'content-type': 'application/dns-message' },
  body: query === undefined ? '' : honest(query),
});

/** `h2` offers nothing older. */
export function startHttp(serve: Serve, way: 'h2' | 'http/1.1'): Promise<Running> {
  const credentials = { key: OWN.key, cert: OWN.certificate };
  const server = way === 'h2' ? createSecureServer(credentials) : createHttps(credentials);
  server.on('request', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const decoded = decodeMessage(Buffer.concat(chunks));
      const page = serve(decoded.ok ? decoded.message : undefined, request.method ?? '', request.url ?? '');
      if (page !== undefined) response.writeHead(page.status ?? 200, page.headers ?? {}).end(page.body);
    });
  });
  return running(server as Server);
}

export function placeOf(text: string): EncryptedResolver {
  const place = resolverPlace(text);
  if (place.over === 'udp') throw new Error(text);
  return place;
}

export interface Wanted {
  readonly seal?: SealInForce;
  readonly untrusted?: true;
  /** Those of the network. */
  readonly resolvers?: readonly EncryptedResolver[];
}

/** Leads to `port` of loopback wherever `dns.example` is meant. */
export function toolsTo(port: number, { seal, untrusted, resolvers = [] }: Wanted = {}): LookupTools {
  const plain = tools({ dns: new Map([[HOST, loopback(port)]]) });
  const network = { ...plain.network, dns: { ...plain.network.dns, resolvers } };
  return {
    ...plain,
    network,
    guard: makeGuard(network, () => Promise.reject(new Error('no host is looked up')), seal),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    ...(untrusted === undefined ? { authorities: [OWN.certificate] } : {}),
  };
}

export function clientTo(port: number, wanted: Wanted = {}) {
  const client = openEncryptedClient(toolsTo(port, wanted));
  later(() => client.close());
  return client;
}

export function question(text: string, changes: Partial<EncryptedQuestion> = {}): EncryptedQuestion {
  const signal = new AbortController().signal;
  return { place: placeOf(text), name: 'moved.test', type: TYPES.A, signal, ...changes };
}
