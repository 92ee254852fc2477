// UDP sockets: 64 for each family, opened as they are drawn and renewed now and then, so that a forger has to guess the port as
// well as the id; and connected ones for one question each. They are let go when the last question has left them.
import { createSocket, type Socket, type SocketType } from 'node:dgram';
import { parseAddress } from '../../model/address.ts';
import type { Endpoint } from '../../model/network.ts';
import type { Dice } from './dice.ts';
import { CROWDED, POOL, RECEIVE_BUFFER } from './limits.ts';

export interface Sender {
  readonly address: string;
  readonly port: number;
}

export interface Place<S> {
  /** By id. */
  readonly slots: Map<number, S>;
  /** Datagrams that came, whatever they were. */
  readonly heard: number;
  /** Nobody new comes; let go when the last one has left. */
  readonly retired: boolean;
  /** The one server that this socket is connected to. */
  readonly own?: Endpoint;
  send(octets: Uint8Array, to: Endpoint): void;
}

interface Seat<S> extends Place<S> {
  readonly socket: Socket;
  heard: number;
  sent: number;
  retired: boolean;
}

export interface Sockets<S> {
  any(endpoint: Endpoint): Place<S>;
  connected(endpoint: Endpoint): Place<S>;
  /** To be called after a slot was deleted from a place that is retired. */
  release(place: Place<S>): void;
  places(): Iterable<Place<S>>;
  close(): void;
}

export interface SocketsParts<S> {
  readonly dice: Dice;
  readonly renewedAfter: number;
  onMessage(place: Place<S>, octets: Buffer, sender: Sender): void;
  onError(place: Place<S>, error: Error): void;
}

export function openSockets<S>(parts: SocketsParts<S>): Sockets<S> {
  const seats = new Map<Place<S>, Seat<S>>();
  const pools = new Map<SocketType, (Seat<S> | undefined)[]>();
  const poolOf = (type: SocketType) => {
    const pool = pools.get(type) ?? Array.from({ length: POOL }, () => undefined);
    pools.set(type, pool);
    return pool;
  };
  const seated = (seat: Seat<S>) => {
    seats.set(seat, seat);
    return seat;
  };
  const discard = (seat: Seat<S>) => {
    if (seats.delete(seat)) seat.socket.close();
  };
  return {
    any(endpoint) {
      const type = familyOf(endpoint);
      const pool = poolOf(type);
      const drawn = parts.dice.u16() % POOL;
      const known = pool[drawn];
      const seat = known === undefined || known.retired ? seated(openSeat(type, parts)) : known;
      seat.sent += 1;
      seat.retired = seat.sent >= parts.renewedAfter || seat.slots.size >= CROWDED;
      pool[drawn] = seat;
      return seat;
    },
    connected: (endpoint) => seated(openConnected(endpoint, parts)),
    release(place) {
      const seat = seats.get(place);
      if (seat?.retired && seat.slots.size === 0) discard(seat);
    },
    places: () => seats.keys(),
    close() {
      for (const seat of seats.values()) discard(seat);
      pools.clear();
    },
  };
}

function openSeat<S>(type: SocketType, parts: SocketsParts<S>): Seat<S> {
  const socket = openSocket(type);
  const seat: Seat<S> = {
    socket,
    slots: new Map(),
    heard: 0,
    sent: 0,
    retired: false,
    // What the system has against a datagram is not asked for: the wait ends, and the next one goes on a socket of its own.
    send: (octets, { address, port }) => socket.send(octets, port, address),
  };
  listen(seat, parts);
  socket.bind();
  return seat;
}

function openConnected<S>(endpoint: Endpoint, parts: SocketsParts<S>): Seat<S> {
  const socket = openSocket(familyOf(endpoint));
  const seat: Seat<S> = {
    socket,
    slots: new Map(),
    heard: 0,
    own: endpoint,
    sent: 1,
    retired: true,
    send(octets) {
      socket.once('connect', () => {
        if (seat.slots.size === 0) return;
        socket.send(octets, (error) => {
          if (error) parts.onError(seat, error);
        });
      });
      // Without a callback, which would be called for a connection that failed as well.
      socket.connect(endpoint.port, endpoint.address);
    },
  };
  listen(seat, parts);
  return seat;
}

function listen<S>(seat: Seat<S>, parts: SocketsParts<S>): void {
  seat.socket.on('message', (octets, sender) => {
    seat.heard += 1;
    parts.onMessage(seat, octets, sender);
  });
  seat.socket.on('error', (error) => {
    seat.retired = true;
    parts.onError(seat, error);
  });
  // A socket keeps no program alive; a question on its way does.
  seat.socket.unref();
}

/** Addresses are addresses already: looking them up would cost a turn of the loop for each datagram. */
function openSocket(type: SocketType): Socket {
  const family = type === 'udp6' ? 6 : 4;
  return createSocket({
    type,
    recvBufferSize: RECEIVE_BUFFER,
    lookup: (host, _options, found) => found(null, host, family),
  });
}

function familyOf({ address }: Endpoint): SocketType {
  return address.includes(':') ? 'udp6' : 'udp4';
}

/** RFC 5452 section 9.1: the address and the port that were asked. The system may spell an IPv6 address in another way. */
export function isFrom({ address, port }: Sender, asked: Endpoint): boolean {
  return port === asked.port && (address === asked.address || parseAddress(address) === asked.address);
}
