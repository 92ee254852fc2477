// A registry's RDAP server (RFC 7480, RFC 9082) and the server of the bootstrap file, both plain HTTP on loopback. What it
// says is object.ts over the world of the day.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Instant } from '../../model/instant.ts';
import { closed, type Listening, type Load, listening, pause, portOf, SLOW, timed } from '../sockets.ts';
import { type Holder, holds, layoutOf } from '../world/holder.ts';
import type { RegistryPlace } from '../world/setting.ts';
import { faultAt, recordOf, type World } from '../world/world.ts';
import { bootstrapFile, domainObject, errorObject, helpObject } from './object.ts';

interface RdapPlace {
  readonly of: Holder;
  readonly host: string;
  readonly world: () => World;
  readonly clock: () => Instant;
  /** Milliseconds before each answer. */
  readonly latency: number;
  readonly load: Load;
}

interface Response {
  readonly code: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Longer than any run waits: a limit is a limit for today. */
const RETRY_AFTER = 3600;

export const BOOTSTRAP_PATH = '/rdap/dns.json';

export function openRdapServer(place: RdapPlace): Promise<Listening> {
  return serveHttp(async (request, send) => {
    const fault = faultAt(place.world(), place.host);
    if (fault === 'silent') return;
    await timed(place.load, () => pause(place.latency + (fault === 'slow' ? SLOW : 0)));
    send(faultyAnswer(place) ?? answer(place, request.url ?? '/'));
  });
}

export function openBootstrap(registries: readonly RegistryPlace[], publication: Instant): Promise<Listening> {
  const file = { code: 200, body: JSON.stringify(bootstrapFile(registries, publication), null, 1) };
  return serveHttp(async (request, send) => {
    send(request.url === BOOTSTRAP_PATH ? file : json(404, errorObject(404, 'Not found')));
  });
}

function faultyAnswer({ world, host }: RdapPlace): Response | undefined {
  switch (faultAt(world(), host)) {
    case 'rate-limited':
      return { ...json(429, errorObject(429, 'Too many requests')), headers: { 'Retry-After': String(RETRY_AFTER) } };
    case 'denied':
      return json(403, errorObject(403, 'Forbidden'));
    case 'failing':
      return json(500, errorObject(500, 'Internal server error'));
    case 'garbage':
      return { code: 200, body: '<!doctype html><title>Welcome</title>', headers: { 'Content-Type': 'text/html' } };
    default:
      return undefined;
  }
}

function answer({ of, world, clock }: RdapPlace, url: string): Response {
  if (url === '/rdap/help') return json(200, helpObject());
  const name = /^\/rdap\/domain\/([^/?#]+)$/.exec(url)?.[1]?.toLowerCase();
  if (name === undefined) return json(400, errorObject(400, 'Bad request'));
  const state = recordOf(world(), name);
  if (state === undefined || state.registration === null || !holds(of, state)) {
    return json(404, errorObject(404, 'Object not found'));
  }
  const telling = { state, registration: state.registration, now: clock() };
  return json(200, domainObject(telling, layoutOf(of)));
}

function json(code: number, body: unknown): Response {
  return { code, body: JSON.stringify(body) };
}

async function serveHttp(
  onRequest: (request: IncomingMessage, send: (response: Response) => void) => Promise<void>,
): Promise<Listening> {
  const open = new Set<IncomingMessage['socket']>();
  const server = createServer((request, response) => {
    request.resume();
    onRequest(request, (said) => write(response, said)).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await listening(server);
  return { port: portOf(server), close: () => closed(server, open) };
}

function write(response: ServerResponse, { code, body, headers }: Response): void {
  response.writeHead(code, { 'Content-Type': 'application/rdap+json', ...headers });
  response.end(body);
}
