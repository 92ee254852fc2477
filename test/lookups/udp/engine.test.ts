// The engine against real sockets on loopback: where datagrams come from, what is taken for an answer, what the system tells.
import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDice } from '../../../src/lookups/bulk/dice.ts';
import type { SocketEnd } from '../../../src/lookups/ends.ts';
import { type Flight, openUdp, type Pilot, type Udp } from '../../../src/lookups/udp/engine.ts';
import { address } from '../../support/values.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Peer {
  readonly socket: Socket;
  readonly port: number;
  readonly from: number[];
  readonly ids: number[];
}

/** Answers each datagram as `answer` says, with the octets that it got. */
async function peer(answer: (octets: Buffer, port: number, socket: Socket) => void): Promise<Peer> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  closing.push(() => socket.close());
  const from: number[] = [];
  const ids: number[] = [];
  socket.on('message', (octets, sender) => {
    from.push(sender.port);
    ids.push(octets.readUInt16BE(0));
    answer(octets, sender.port, socket);
  });
  return { socket, port: socket.address().port, from, ids };
}

interface Told {
  readonly end: SocketEnd;
  readonly strays: readonly string[];
  readonly late: readonly Uint8Array[];
}

/** A flight that keeps what became of it. */
interface Kept extends Flight {
  readonly strays: string[];
  readonly late: Uint8Array[];
  readonly accepts: boolean;
  readonly done: (told: Told) => void;
}

const PILOT: Pilot<Kept> = {
  accept: ({ accepts }) => accepts,
  stray: ({ strays }, { kind }) => void strays.push(kind),
  end: ({ done, strays, late }, end) => done({ end, strays, late }),
  late: ({ late }, octets) => void late.push(octets),
};

const ECHO = `
  const { parentPort } = require('node:worker_threads');
  const socket = require('node:dgram').createSocket('udp4');
  socket.on('message', (octets, { port, address }) => socket.send(octets, port, address));
  socket.bind(0, '127.0.0.1', () => parentPort.postMessage(socket.address().port));`;

/** Answers each datagram with the octets that it got, from a thread of its own. */
function peerOutside(): Promise<number> {
  const thread = new Worker(ECHO, { eval: true });
  closing.push(() => void thread.terminate());
  return new Promise((resolve) => thread.once('message', resolve));
}

/** The ways in which datagrams leave: each of these tests is done in all of them. */
const WAYS = [
  ["through Node's sockets", Number.POSITIVE_INFINITY],
  ['by the batch', 0],
] as const;

let batchedAfter = 0;

function engine(renewedAfter = 1000): Udp<Kept> {
  const monotonic = () => performance.now();
  const udp = openUdp({ dice: openDice(randomBytes), monotonic, watch: 50, renewedAfter, batchedAfter, pilot: PILOT });
  closing.push(() => udp.close());
  return udp;
}

function send(udp: Udp<Kept>, to: { port: number; host?: string }, parts: Partial<Kept> = {}): Promise<Told> {
  return new Promise((done) => {
    udp.send({
      endpoint: { address: address(to.host ?? '127.0.0.1'), port: to.port },
      octets: new Uint8Array(12),
      timeout: 300,
      strays: [],
      late: [],
      accepts: true,
      done,
      ...parts,
    });
  });
}

const echo = (octets: Buffer, port: number, socket: Socket) => socket.send(octets, port, '127.0.0.1');

describe.each(WAYS)('the engine %s', (_, after) => {
  beforeEach(() => {
    batchedAfter = after;
  });

  it('asks through many ports, and one port never has an id twice at a time', async () => {
    const waiting: [Buffer, number][] = [];
    const server = await peer((octets, port) => waiting.push([octets, port]));
    const udp = engine();
    const flights = Array.from({ length: 200 }, () => send(udp, server, { timeout: 5000 }));
    while (waiting.length < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(new Set(server.from).size).toBeGreaterThan(50);
    expect(new Set(server.from.map((port, at) => `${port} ${server.ids[at]}`)).size).toBe(200);
    for (const [octets, port] of waiting) echo(octets, port, server.socket);
    expect((await Promise.all(flights)).every(({ end }) => end.end === 'complete')).toBe(true);
  });

  it('takes other ports after a while, and closes those that nobody waits at', async () => {
    const server = await peer(echo);
    const udp = engine(5);
    for (let round = 0; round < 15; round += 1) await Promise.all(Array.from({ length: 60 }, () => send(udp, server)));
    expect(new Set(server.from).size).toBeGreaterThan(120);
  });

  it('keeps what comes from another port or under another id as a stray, and waits on', async () => {
    const other = await peer(() => {});
    const server = await peer((octets, port, socket) => {
      other.socket.send(octets, port, '127.0.0.1');
      const wrong = Buffer.from(octets);
      wrong[0] = (wrong[0] ?? 0) ^ 1;
      socket.send(wrong, port, '127.0.0.1');
      setTimeout(() => echo(octets, port, socket), 20);
    });
    const udp = engine();
    // The first question goes through a connected socket, where the system drops what others send.
    expect((await send(udp, server)).strays).toEqual(['other id']);
    expect(await send(udp, server)).toMatchObject({ end: { end: 'complete' }, strays: ['other sender', 'other id'] });
  });

  it('hears an answer behind more strays than a socket holds unasked', async () => {
    const strays = 250;
    const server = await peer((octets, port, socket) => {
      const wrong = Buffer.alloc(300);
      wrong.writeUInt16BE(octets.readUInt16BE(0) ^ 1);
      for (let sent = 0; sent < strays; sent += 1) socket.send(wrong, port, '127.0.0.1');
      echo(octets, port, socket);
    });
    const told = await send(engine(), server);
    expect(told.end).toEqual({ end: 'complete' });
    expect(told.strays).toHaveLength(strays);
  });

  it('tells of what the server sends after the answer', async () => {
    const server = await peer((octets, port, socket) => {
      echo(octets, port, socket);
      echo(octets, port, socket);
      echo(Buffer.concat([octets, Buffer.from([1])]), port, socket);
    });
    const udp = engine();
    for (let round = 0; round < 2; round += 1) {
      const { late } = await send(udp, server);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(late.map((octets) => octets.length)).toEqual([12, 13]);
    }
  });

  it('takes an answer that came in time while the program was busy with other things', async () => {
    const port = await peerOutside();
    const udp = engine();
    await send(udp, { port });
    for (let round = 0; round < 3; round += 1) {
      const told = Array.from({ length: 50 }, () => send(udp, { port }, { timeout: 50 }));
      await new Promise((resolve) => setImmediate(resolve));
      // Nothing of this thread happens meanwhile: the answers wait in the system's buffers, and the time is over.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      expect(new Set((await Promise.all(told)).map(({ end }) => end.end))).toEqual(new Set(['complete']));
    }
  });

  it('is told at once of a port that is closed, for all who wait for it', async () => {
    const server = await peer(() => {});
    server.socket.close();
    closing.pop();
    const udp = engine();
    const told = await Promise.all([1, 2, 3].map(() => send(udp, server, { timeout: 60_000 })));
    expect(told.map(({ end }) => end)).toEqual(Array(3).fill({ end: 'refused', code: 'ECONNREFUSED' }));
  });

  it('notices that a server which answered is there no more: the question after the silence is told', async () => {
    const server = await peer(echo);
    const udp = engine();
    await send(udp, server);
    await new Promise<void>((resolve) => server.socket.close(() => resolve()));
    closing.splice(0, 1);
    expect((await send(udp, server)).end.end).toBe('deadline');
    expect((await send(udp, server, { timeout: 60_000 })).end.end).toBe('refused');
  });

  /** The system refuses to connect a plain socket to the broadcast address (EACCES), so nothing is sent. */
  it('has an end like any other for what the system refuses', async () => {
    expect((await send(engine(), { host: '255.255.255.255', port: 53 })).end).toEqual({
      end: 'unreachable',
      code: 'EACCES',
    });
  });

  it('ends what is on its way when it is closed', async () => {
    const server = await peer(() => {});
    const udp = engine();
    const flights = [send(udp, server), send(udp, server)];
    udp.close();
    expect((await Promise.all(flights)).map(({ end }) => end.end)).toEqual(['aborted', 'aborted']);
  });
});

describe('the engine', () => {
  it('goes over to batches with questions on their way, and each is answered once', async () => {
    batchedAfter = 300;
    const port = await peerOutside();
    const udp = engine();
    await send(udp, { port });
    // Never more at once than the other side has room for, and always some when it changes.
    const asker = async () => {
      const ends: string[] = [];
      for (let round = 0; round < 20; round += 1) ends.push((await send(udp, { port }, { timeout: 10_000 })).end.end);
      return ends;
    };
    const told = await Promise.all(Array.from({ length: 50 }, asker));
    expect(told.flat()).toEqual(Array(1000).fill('complete'));
  });

  it('asks over IPv6 by the batch', async () => {
    batchedAfter = 0;
    const socket = createSocket('udp6');
    await new Promise<void>((resolve) => socket.bind(0, '::1', resolve));
    closing.push(() => socket.close());
    socket.on('message', (octets, { port }) => socket.send(octets, port, '::1'));
    const udp = engine();
    const to = { host: '::1', port: socket.address().port };
    for (let round = 0; round < 3; round += 1) expect((await send(udp, to)).end).toEqual({ end: 'complete' });
  });
});
