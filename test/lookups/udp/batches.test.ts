// Batches against real sockets on loopback: what leaves, what is heard, and that nothing of the system's is kept.
import { createSocket, type Socket } from 'node:dgram';
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Batches, openBatches } from '../../../src/lookups/udp/batches.ts';
import { type System, systemCalls } from '../../../src/lookups/udp/system.ts';
import { address } from '../../support/values.ts';

const ours = process.platform === 'linux' && process.arch === 'x64';
const reason = ours ? '' : ' (left out: sendmmsg is called on Linux on x86-64 only)';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

function calls(): System {
  const system = systemCalls();
  if (system === undefined) throw new Error('the library for the system’s calls is not installed');
  return system;
}

async function listener(hear: (octets: Buffer, port: number, socket: Socket) => void): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  closing.push(() => socket.close());
  socket.on('message', (octets, { port }) => hear(octets, port, socket));
  return socket.address().port;
}

function batches(system = calls()): Batches {
  const opened = openBatches(system, () => true);
  if (opened === undefined) throw new Error('the system gave nothing to wait with');
  closing.push(opened.close);
  return opened;
}

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2000 && !done(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe.skipIf(!ours)(`batches${reason}`, () => {
  it('carry more than one call takes, each datagram with its own octets, and tell who answers', async () => {
    const port = await listener((octets, from, socket) => socket.send(octets, from, '127.0.0.1'));
    const heard: string[] = [];
    const one = batches().open(4, (octets, sender) => {
      heard.push(`${Buffer.from(octets).toString('latin1')} from ${sender.address} ${sender.port === port}`);
    });
    const texts = Array.from({ length: 150 }, (_, at) => 'x'.repeat(at % 50) + at);
    for (const text of texts) one?.send(Buffer.from(text), { address: address('127.0.0.1'), port });
    await until(() => heard.length === texts.length);
    expect(heard.sort()).toEqual(texts.map((text) => `${text} from 127.0.0.1 true`).sort());
  });

  it('hear a datagram of the largest size whole', async () => {
    const large = Buffer.alloc(65_507, 7);
    const port = await listener((_, from, socket) => socket.send(large, from, '127.0.0.1'));
    const heard: Uint8Array[] = [];
    batches()
      .open(4, (octets) => heard.push(octets))
      ?.send(Buffer.from('?'), { address: address('127.0.0.1'), port });
    await until(() => heard.length > 0);
    expect(heard.map((octets) => Buffer.compare(octets, large))).toEqual([0]);
  });

  it('leave out one datagram that the system refuses, and send those behind it', async () => {
    const heard: string[] = [];
    const port = await listener((octets) => void heard.push(octets.toString()));
    const one = batches().open(4, () => undefined);
    const to = { address: address('127.0.0.1'), port };
    one?.send(Buffer.from('first'), to);
    // Broadcast is refused to a socket that has not asked for it (EACCES).
    one?.send(Buffer.from('refused'), { address: address('255.255.255.255'), port });
    one?.send(Buffer.from('last'), to);
    await until(() => heard.length === 2);
    expect(heard).toEqual(['first', 'last']);
  });

  it('try again later when the system has no room', async () => {
    const heard: string[] = [];
    const port = await listener((octets) => void heard.push(octets.toString()));
    const system = calls();
    let refusals = 3;
    const sendmmsg = Object.assign((...args: Parameters<System['sendmmsg']>) => {
      refusals -= 1;
      return refusals >= 0 ? -1 : system.sendmmsg(...args);
    }, system.sendmmsg);
    const full: System = { ...system, sendmmsg, errno: () => (refusals >= 0 ? 11 : system.errno()) };
    const one = batches(full).open(4, () => undefined);
    for (const text of ['a', 'b']) one?.send(Buffer.from(text), { address: address('127.0.0.1'), port });
    await until(() => heard.length === 2);
    expect([heard, refusals]).toEqual([['a', 'b'], -1]);
  });

  it('give back every descriptor, and the thread that waits', async () => {
    const open = () => readdirSync('/proc/self/fd').length;
    const before = open();
    const some = batches();
    const ports = [4, 6, 4].map((family) => some.open(family as 4 | 6, () => undefined));
    ports[0]?.send(Buffer.from('?'), { address: address('127.0.0.1'), port: 9 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    ports[0]?.close();
    expect(open()).toBeGreaterThan(before);
    some.close();
    await until(() => open() === before);
    expect(open()).toBe(before);
  });

  it('are not there when the system gives too few descriptors, and leave none behind', async () => {
    const open = () => readdirSync('/proc/self/fd').length;
    const system = calls();
    const before = open();
    const none = (call: 'epollCreate' | 'eventfd' | 'epollControl') =>
      openBatches({ ...system, [call]: Object.assign(() => -1, system[call]) }, () => true);
    expect([none('epollCreate'), none('eventfd'), none('epollControl')]).toEqual([undefined, undefined, undefined]);
    let watched = 0;
    const epollControl = Object.assign((...args: Parameters<System['epollControl']>) => {
      watched += 1;
      return watched === 1 ? system.epollControl(...args) : -1;
    }, system.epollControl);
    const some = batches({ ...system, epollControl });
    const withOne = open();
    expect([some.open(4, () => undefined), open()]).toEqual([undefined, withOne]);
    some.close();
    expect(open()).toBe(before);
  });
});
