// Datagrams by the batch: what is to leave in one turn of the event loop leaves together, and what lies in a socket is taken out together.
// One thread of Node's pool waits for the next one while questions are on their way. A question costs half of what it does through
// Node's sockets, which take a call of the system's and a dozen of the engine's for each datagram.
import type { Endpoint } from '../../model/asking/network.ts';
import { RECEIVE_BUFFER, UDP_SIZE } from './limits.ts';
import type { Family, Hear, Port } from './ports.ts';
import type { System } from './system.ts';
import { FAMILIES, openTray, PLACES, type Tray } from './trays.ts';

export interface Batches {
  /** `undefined` when the system gives no socket. */
  open(family: Family, hear: Hear): Port | undefined;
  /** Takes out what lies in the sockets now. */
  look(): void;
  close(): void;
}

interface Opened extends Port {
  readonly descriptor: number;
  readonly family: Family;
  readonly hear: Hear;
  readonly octets: Uint8Array[];
  readonly endpoints: Endpoint[];
}

/** socket(2), socket(7), epoll_ctl(2), recvmmsg(2), errno(3): Linux on x86-64. */
const SOCK = { DGRAM: 2, NONBLOCK: 0o4000, CLOEXEC: 0o2000000 };
const OPTION = { SOL_SOCKET: 1, SO_RCVBUF: 8 };
const EPOLL = { CLOEXEC: 0o2000000, ADD: 1, IN: 1 };
const EVENT = { size: 12, data: 4 };
const MSG_DONTWAIT = 0x40;
const EAGAIN = 11;

/** The most that a datagram can hold (RFC 768). */
const LARGEST = 65_536;

/** Milliseconds after which the waiting thread asks whether it still has to: a program that ends is held up so long at the most. */
const PATIENCE = 100;

/** Milliseconds for which a full buffer of the system's is left alone. */
const FULL = 1;

/** The number under which the descriptor that ends the wait is watched; sockets are counted from 1. */
const WAKER = 0;

/** `awaited`: whether anybody waits for an answer. `undefined` when the system does not give what is needed to wait, as with few open files. */
export function openBatches(system: System, awaited: () => boolean): Batches | undefined {
  const epoll = system.epollCreate(EPOLL.CLOEXEC);
  const waker = system.eventfd(0, SOCK.NONBLOCK | SOCK.CLOEXEC);
  const release = (): void => {
    for (const descriptor of [epoll, waker]) if (descriptor >= 0) system.close(descriptor);
  };
  const ports = new Map<number, Opened>();
  const trays = new Map<Family, { readonly out: Tray; readonly in: Tray }>();
  const ready = Buffer.alloc(EVENT.size * PLACES);
  /** For the thread, which must not write where this one reads. */
  const signs = Buffer.alloc(EVENT.size);
  let laden: Opened[] = [];
  let opened = WAKER;
  let turning = false;
  let waiting = false;
  let closed = false;

  /** False when the system watches no further one. */
  const watch = (descriptor: number, number: number): boolean => {
    const event = Buffer.alloc(EVENT.size);
    event.writeUInt32LE(EPOLL.IN);
    event.writeUInt32LE(number, EVENT.data);
    return system.epollControl(epoll, EPOLL.ADD, descriptor, event) === 0;
  };
  if (!watch(waker, WAKER)) {
    release();
    return undefined;
  }

  const traysOf = (family: Family) => {
    const known = trays.get(family) ?? {
      out: openTray(system, family, UDP_SIZE),
      in: openTray(system, family, LARGEST),
    };
    trays.set(family, known);
    return known;
  };

  /** Every message that the system takes; what it has against one is not asked for: its wait ends, and it is sent in another way. */
  const flush = (port: Opened): void => {
    const { out } = traysOf(port.family);
    const { octets, endpoints, descriptor } = port;
    let gone = 0;
    while (gone < octets.length) {
      let count = 0;
      for (; count < PLACES && gone + count < octets.length; count += 1) {
        out.put(count, octets[gone + count] as Uint8Array, endpoints[gone + count] as Endpoint);
      }
      const sent = system.sendmmsg(descriptor, out.headers, count, MSG_DONTWAIT);
      if (sent < 0 && system.errno() === EAGAIN) break;
      gone += Math.max(sent, 1);
    }
    for (const queue of [octets, endpoints]) queue.splice(0, gone);
  };

  const flushAll = (): void => {
    const all = laden;
    laden = [];
    for (const port of all) {
      flush(port);
      if (port.octets.length > 0) laden.push(port);
    }
    if (laden.length > 0) setTimeout(turnSoon, FULL);
  };

  const take = ({ descriptor, family, hear }: Opened): void => {
    const tray = traysOf(family).in;
    const count = system.recvmmsg(descriptor, tray.headers, PLACES, MSG_DONTWAIT, null);
    for (let place = 0; place < count; place += 1) hear(tray.octets(place), tray.sender(place));
  };

  /** How many sockets had something. */
  const takeAll = (): number => {
    const count = system.epollWait(epoll, ready, PLACES, 0);
    for (let at = 0; at < count; at += 1) {
      const port = ports.get(ready.readUInt32LE(at * EVENT.size + EVENT.data));
      if (port !== undefined) take(port);
    }
    return count;
  };

  const turn = (): void => {
    turning = false;
    if (closed) return;
    flushAll();
    if (takeAll() > 0) turnSoon();
    else wait();
  };

  const turnSoon = (): void => {
    if (turning || closed) return;
    turning = true;
    setImmediate(turn);
  };

  const wait = (): void => {
    if (waiting || !awaited()) return;
    waiting = true;
    system.epollWait.async(epoll, signs, 1, PATIENCE, () => {
      waiting = false;
      if (closed) release();
      else turn();
    });
  };

  return {
    open(family, hear) {
      const kind = SOCK.DGRAM | SOCK.NONBLOCK | SOCK.CLOEXEC;
      const descriptor = system.socket(FAMILIES[family].number, kind, 0);
      if (descriptor < 0) return undefined;
      const number = opened + 1;
      if (!watch(descriptor, number)) {
        system.close(descriptor);
        return undefined;
      }
      opened = number;
      const size = Buffer.alloc(4);
      size.writeUInt32LE(RECEIVE_BUFFER);
      system.setsockopt(descriptor, OPTION.SOL_SOCKET, OPTION.SO_RCVBUF, size, size.length);
      const port: Opened = {
        descriptor,
        family,
        hear,
        octets: [],
        endpoints: [],
        send(octets, to) {
          if (port.octets.length === 0) laden.push(port);
          port.octets.push(octets);
          port.endpoints.push(to);
          turnSoon();
        },
        close() {
          if (!ports.delete(number)) return;
          // Its number in the system may be somebody else's in a moment.
          port.octets.length = 0;
          system.close(descriptor);
        },
      };
      ports.set(number, port);
      return port;
    },
    look: () => void takeAll(),
    close() {
      if (closed) return;
      closed = true;
      for (const { close } of [...ports.values()]) close();
      if (waiting) system.write(waker, Buffer.from(BigUint64Array.of(1n).buffer), 8);
      else release();
    },
  };
}
