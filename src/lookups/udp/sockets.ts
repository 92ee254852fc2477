// UDP sockets: 64 for each family, opened as they are drawn and renewed now and then, so that a forger has to guess the port as
// well as the id; and connected ones for one question each. They are let go when the last question has left them.
import { parseAddress } from '../../model/address.ts';
import type { Endpoint } from '../../model/asking/network.ts';
import type { Dice } from '../bulk/dice.ts';
import { type Batches, openBatches } from './batches.ts';
import { CROWDED, POOL } from './limits.ts';
import { type Family, familyOf, openConnectedPort, openPort, type Port, type Sender } from './ports.ts';
import { openSlots, type Slots } from './slots.ts';
import { systemCalls } from './system.ts';

export interface Place<S> {
  /** By id. */
  readonly slots: Slots<S>;
  /** Datagrams that came, whatever they were. */
  readonly heard: number;
  /** Nobody new comes; let go when the last one has left. */
  readonly retired: boolean;
  /** The one server that this socket is connected to. */
  readonly own?: Endpoint;
  readonly port: Pick<Port, 'send'>;
}

interface Seat<S> extends Place<S> {
  port: Port;
  heard: number;
  sent: number;
  retired: boolean;
  batched: boolean;
}

interface Sockets<S> {
  any(endpoint: Endpoint): Place<S>;
  connected(endpoint: Endpoint): Place<S>;
  /** To be called after a slot was deleted from a place that is retired. */
  release(place: Place<S>): void;
  places(): Iterable<Place<S>>;
  /** Hears what lies in sockets that Node does not look at by itself. */
  look(): void;
  close(): void;
}

interface SocketsParts<S> {
  readonly dice: Dice;
  /** Datagrams after which a socket makes way for one with another port. */
  readonly renewedAfter: number;
  /** Datagrams after which they leave by the batch, where the system has that. */
  readonly batchedAfter: number;
  /** `octets` are the hearer's own. */
  onMessage(place: Place<S>, octets: Uint8Array, sender: Sender): void;
  onError(place: Place<S>, error: Error): void;
}

const FAMILIES = 2;

/** Sockets that may be open beside those of the pools. */
const BESIDE = 16;

export function openSockets<S>(parts: SocketsParts<S>): Sockets<S> {
  const seats = new Map<Place<S>, Seat<S>>();
  const pools = new Map<Family, (Seat<S> | undefined)[]>();
  let batches: Batches | undefined;
  /** Until the system gives no socket for it. */
  let batching = false;
  let sent = 0;

  const poolOf = (family: Family) => {
    const pool = pools.get(family) ?? Array.from({ length: POOL }, () => undefined);
    pools.set(family, pool);
    return pool;
  };
  const seated = (seat: Seat<S>) => {
    seats.set(seat, seat);
    return seat;
  };
  const discard = (seat: Seat<S>) => {
    if (seats.delete(seat)) seat.port.close();
  };
  const releaseSeat = (seat: Seat<S>) => {
    if (seat.retired && seat.slots.size === 0) discard(seat);
  };
  const awaited = (): boolean => {
    for (const { slots } of seats.values()) if (slots.size > 0) return true;
    return false;
  };
  const changeOver = (): void => {
    const system = systemCalls();
    if (system !== undefined) batches = openBatches(system, awaited);
    batching = batches !== undefined;
  };
  /** Those who wait at a socket of Node's are answered there, so it stays open beside the one that takes its place: never many at a time. */
  const outdated = ({ batched }: Seat<S>): boolean => batching && !batched && seats.size < FAMILIES * POOL + BESIDE;
  const open = (family: Family): Seat<S> => {
    const seat = seatOf<S>();
    const hearer = hearerOf(seat, parts);
    const port = batches?.open(family, hearer.hear);
    seat.batched = port !== undefined;
    if (!seat.batched) batching = false;
    seat.port = port ?? openPort(family, hearer);
    return seated(seat);
  };

  return {
    any(endpoint) {
      if (sent === parts.batchedAfter) changeOver();
      sent += 1;
      const family = familyOf(endpoint);
      const pool = poolOf(family);
      const drawn = parts.dice.u16() % POOL;
      const known = pool[drawn];
      if (known !== undefined && outdated(known)) {
        known.retired = true;
        releaseSeat(known);
      }
      const seat = known === undefined || known.retired ? open(family) : known;
      seat.sent += 1;
      seat.retired = seat.sent >= parts.renewedAfter || seat.slots.size >= CROWDED;
      pool[drawn] = seat;
      return seat;
    },
    connected(endpoint) {
      const seat: Seat<S> = { ...seatOf<S>(), own: endpoint, sent: 1, retired: true };
      seat.port = openConnectedPort(endpoint, hearerOf(seat, parts), () => seat.slots.size > 0);
      return seated(seat);
    },
    release(place) {
      const seat = seats.get(place);
      if (seat !== undefined) releaseSeat(seat);
    },
    places: () => seats.keys(),
    look: () => batches?.look(),
    close() {
      for (const seat of seats.values()) discard(seat);
      pools.clear();
      batches?.close();
      batches = undefined;
    },
  };
}

/** Its port is opened in a moment, for this seat to hear what comes there. */
function seatOf<S>(): Seat<S> {
  return { slots: openSlots(), heard: 0, sent: 0, retired: false, batched: false, port: NOWHERE };
}

const NOWHERE: Port = { send: () => undefined, close: () => undefined };

function hearerOf<S>(seat: Seat<S>, parts: SocketsParts<S>) {
  return {
    hear(octets: Uint8Array, sender: Sender): void {
      seat.heard += 1;
      parts.onMessage(seat, octets, sender);
    },
    onError(error: Error): void {
      seat.retired = true;
      parts.onError(seat, error);
    },
  };
}

/** RFC 5452 section 9.1: the address and the port that were asked. The system may spell an IPv6 address in another way. */
export function isFrom({ address, port }: Sender, asked: Endpoint): boolean {
  return port === asked.port && (address === asked.address || parseAddress(address) === asked.address);
}
