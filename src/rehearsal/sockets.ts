// Sockets on 127.0.0.1 at whatever port is free, and what every server of the rehearsal needs of them: connections that can
// all be closed, errors that harm nobody, and a count of the work done.
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, parseAddress } from '../model/address.ts';
import type { Endpoint } from '../model/asking/network.ts';

/** An open server. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** What a server has done so far; for measurements. */
export interface Load {
  /** As the field names it: an address of the DNS, or a host. */
  readonly server: string;
  readonly protocol: 'dns' | 'whois' | 'rdap';
  questions: number;
  /** Milliseconds during which it was working on a question, added up. */
  busy: number;
}

/** Milliseconds by which a slow server answers later. */
export const SLOW = 500;

const LOOPBACK = '127.0.0.1';
/** A connection that says nothing for so long is closed. */
const IDLE = 10_000;
/** Free TCP ports whose UDP twin is taken are rare: this many in a row mean that something else is wrong. */
const PAIR_ATTEMPTS = 20;

export function endpointAt(port: number): Endpoint {
  return { address: loopback(), port };
}

function loopback(): Address {
  const address = parseAddress(LOOPBACK);
  if (address === undefined) throw new Error('loopback is an address');
  return address;
}

export async function listenTcp(onConnection: (socket: Socket) => void): Promise<Listening> {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.setTimeout(IDLE, () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    // A client that goes away in the middle is the client's affair.
    socket.on('error', () => socket.destroy());
    onConnection(socket);
  });
  await listening(server);
  return { port: portOf(server), close: () => closed(server, open) };
}

/** A UDP socket and a TCP server at one port, as a name server has them. */
export async function listenPair(
  onDatagram: (octets: Uint8Array, answer: (octets: Uint8Array) => void) => void,
  onConnection: (socket: Socket) => void,
): Promise<Listening> {
  for (let attempt = 0; attempt < PAIR_ATTEMPTS; attempt += 1) {
    const tcp = await listenTcp(onConnection);
    const udp = await bindUdp(tcp.port);
    if (udp === undefined) {
      await tcp.close();
      continue;
    }
    answerDatagrams(udp, onDatagram);
    return {
      port: tcp.port,
      close: async () => {
        await Promise.all([tcp.close(), new Promise<void>((done) => udp.close(done))]);
      },
    };
  }
  throw new Error(`no port was free for both UDP and TCP in ${PAIR_ATTEMPTS} attempts`);
}

/** Waits only where there is something to wait for. */
export async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds);
}

function answerDatagrams(
  udp: UdpSocket,
  onDatagram: (octets: Uint8Array, answer: (octets: Uint8Array) => void) => void,
): void {
  let open = true;
  udp.on('close', () => {
    open = false;
  });
  udp.on('message', (octets, from) => {
    onDatagram(octets, (answer) => {
      if (open) udp.send(answer, from.port, from.address, () => undefined);
    });
  });
}

function bindUdp(port: number): Promise<UdpSocket | undefined> {
  return new Promise((resolve) => {
    const udp = createSocket('udp4');
    udp.once('error', () => {
      udp.close();
      resolve(undefined);
    });
    udp.bind(port, LOOPBACK, () => {
      udp.removeAllListeners('error');
      udp.on('error', () => undefined);
      resolve(udp);
    });
  });
}

export function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => resolve());
  });
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server is not listening');
  return address.port;
}

export function closed(server: Server, open: Iterable<Socket>): Promise<void> {
  for (const socket of open) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Adds a piece of work to a server's load. Real time, since it is the machine that is measured and not the scenario. */
export async function timed(load: Load, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  load.questions += 1;
  try {
    await work();
  } finally {
    load.busy += performance.now() - start;
  }
}

/** The same for work that waits for nothing. */
export function timedAtOnce<T>(load: Load, work: () => T): T {
  const start = performance.now();
  load.questions += 1;
  const done = work();
  load.busy += performance.now() - start;
  return done;
}
