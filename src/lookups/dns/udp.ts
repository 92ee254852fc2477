// The engine: many questions at once over few sockets. Each datagram leaves through a socket and under an id that are drawn at
// random (RFC 5452 section 9.2); what comes back is the business of a question only from the address and port that it was
// sent to and under its id. All else is a stray. Whether octets are the answer is the question's own judgement.
import type { Endpoint } from '../../model/network.ts';
import { type SocketEnd, socketEnd } from '../ends.ts';
import { type Destination, ended, openDestinations, takesOwn } from './destinations.ts';
import type { Dice } from './dice.ts';
import { WATCHED_AT_MOST } from './limits.ts';
import { isFrom, openSockets, type Place, type Sender } from './sockets.ts';
import { openWaits, type Waiting } from './waits.ts';

export interface Flight {
  readonly endpoint: Endpoint;
  /** The message; its first two octets become the id when it leaves. */
  readonly octets: Uint8Array;
  /** Milliseconds. */
  readonly timeout: number;
  /** Sees what comes from the server that was asked, under the id that was used; true ends the flight. */
  accept(octets: Uint8Array): boolean;
  /** Sees what reached this question's socket without being its business. */
  stray(octets: Uint8Array, what: 'other id' | 'other sender' | 'malformed', detail: string): void;
  /** Called once. */
  end(end: SocketEnd): void;
  /** Sees further octets that the server sent after the accepted ones, when they are others. */
  late(octets: Uint8Array): void;
}

export interface Udp {
  /** Sends; what comes back ends the flight before its time, if it is still on its way. */
  send(flight: Flight): () => void;
  /** Every flight that is on its way ends as aborted. */
  close(): void;
}

export interface UdpParts {
  readonly dice: Dice;
  readonly monotonic: () => number;
  /** Milliseconds for which a second answer is looked for after the first. */
  readonly watch: number;
  /** Datagrams after which a socket makes way for one with another port. */
  readonly renewedAfter: number;
}

/** RFC 1035 section 4.1.1: what is shorter is no message. */
const HEADER = 12;

/** A flight at its place. `accepted` is there from the first answer on: then it is only watched. */
export interface Slot extends Waiting<Slot> {
  readonly flight: Flight;
  readonly place: Place<Slot>;
  readonly destination: Destination;
  readonly id: number;
  accepted: Uint8Array | undefined;
  watching: Watching | undefined;
}

interface Watching extends Waiting<Watching> {
  readonly slot: Slot;
}

export function openUdp({ dice, monotonic, watch, renewedAfter }: UdpParts): Udp {
  const destinations = openDestinations();
  const sockets = openSockets<Slot>({ dice, renewedAfter, onMessage: arrived, onError: broken });
  const waits = openWaits<Slot>({ monotonic, onDue: (slot) => land(slot, { end: 'deadline' }), keepsAlive: true });
  const watches = openWaits<Watching>({
    monotonic,
    onDue: ({ slot }) => leave(slot),
    keepsAlive: false,
  });

  function send(flight: Flight): () => void {
    const { endpoint, octets } = flight;
    const destination = destinations.of(endpoint);
    const place = takesOwn(destination) ? sockets.connected(endpoint) : sockets.any(endpoint);
    const id = freeId(place, dice);
    octets[0] = id >> 8;
    octets[1] = id & 0xff;
    const slot: Slot = {
      flight,
      place,
      destination,
      id,
      wait: flight.timeout,
      due: 0,
      accepted: undefined,
      watching: undefined,
    };
    place.slots.set(id, slot);
    waits.start(slot);
    place.send(octets, endpoint);
    return () => land(slot, { end: 'aborted' });
  }

  function arrived(place: Place<Slot>, octets: Buffer, sender: Sender): void {
    const slot = octets.length < 2 ? undefined : place.slots.get(octets.readUInt16BE(0));
    if (slot !== undefined && isFrom(sender, slot.flight.endpoint)) heard(slot, octets);
    else strayed(place, octets, { sender, slot });
  }

  function heard(slot: Slot, octets: Buffer): void {
    const { accepted, flight } = slot;
    if (accepted !== undefined) {
      if (!octets.equals(accepted)) flight.late(octets);
    } else if (flight.accept(octets)) {
      slot.accepted = octets;
      land(slot, { end: 'complete' });
    }
  }

  /** Belongs to the one under its id (from elsewhere), otherwise to the one that has waited longest for this sender. */
  function strayed(place: Place<Slot>, octets: Buffer, { sender, slot }: { sender: Sender; slot: Slot | undefined }) {
    const from = `from ${sender.address} port ${sender.port}`;
    if (slot !== undefined && slot.accepted === undefined) return slot.flight.stray(octets, 'other sender', from);
    for (const { flight, accepted } of place.slots.values()) {
      if (accepted !== undefined || !isFrom(sender, flight.endpoint)) continue;
      if (octets.length < HEADER) return flight.stray(octets, 'malformed', 'shorter than a header');
      return flight.stray(octets, 'other id', `id ${octets.readUInt16BE(0)}`);
    }
  }

  /** The end of the wait; after an answer its place is watched for another one. */
  function land(slot: Slot, end: SocketEnd): void {
    if (slot.place.slots.get(slot.id) !== slot || slot.watching !== undefined) return;
    waits.stop(slot);
    ended(slot.destination, { end: end.end, own: slot.place.own !== undefined });
    if (slot.accepted === undefined) leave(slot);
    else watchFurther(slot);
    slot.flight.end(end);
  }

  function watchFurther(slot: Slot): void {
    slot.watching = { slot, wait: watch, due: 0 };
    watches.start(slot.watching);
    const oldest = watches.beyond(watch, WATCHED_AT_MOST);
    if (oldest === undefined) return;
    watches.stop(oldest);
    leave(oldest.slot);
  }

  function leave({ place, id }: Slot): void {
    place.slots.delete(id);
    sockets.release(place);
  }

  /** What the system tells of one connected socket holds for all who wait for that server. */
  function broken(place: Place<Slot>, error: Error): void {
    const end = socketEnd(error);
    const whole = place.own !== undefined && (end.end === 'refused' || end.end === 'unreachable');
    const concerned = whole ? sockets.places() : [place];
    for (const one of [...concerned]) {
      for (const slot of [...one.slots.values()]) {
        if (one === place || sameEndpoint(slot.flight.endpoint, place.own)) land(slot, end);
      }
    }
  }

  return {
    send,
    close() {
      for (const place of [...sockets.places()]) {
        for (const slot of [...place.slots.values()]) land(slot, { end: 'aborted' });
      }
      waits.clear();
      watches.clear();
      sockets.close();
    },
  };
}

function freeId(place: Place<Slot>, dice: Dice): number {
  let id = dice.u16();
  while (place.slots.has(id)) id = dice.u16();
  return id;
}

function sameEndpoint(one: Endpoint, other: Endpoint | undefined): boolean {
  return one.port === other?.port && one.address === other.address;
}
