// The engine: many questions at once over few sockets. Each datagram leaves through a socket and under an id that are drawn at
// random (RFC 5452 section 9.2); what comes back is the business of a question only from the address and port that it was
// sent to and under its id. All else is a stray. Whether octets are the answer is the question's own judgement.
import type { Endpoint } from '../../model/asking/network.ts';
import type { Dice } from '../bulk/dice.ts';
import { type SocketEnd, socketEnd } from '../ends.ts';
import { type Destination, ended, openDestinations, takesOwn } from './destinations.ts';
import { openDrain } from './drain.ts';
import { WATCHED_AT_MOST } from './limits.ts';
import type { Sender } from './ports.ts';
import { isFrom, openSockets, type Place } from './sockets.ts';
import { openWaits, type Waiting } from './waits.ts';

export interface Flight {
  readonly endpoint: Endpoint;
  /** The message; its first two octets become the id when it leaves. */
  readonly octets: Uint8Array;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Why a datagram is not a question's business, by what the engine sees of it; what it says is not looked at. */
interface StrayDatagram {
  readonly kind: 'other sender' | 'other id' | 'malformed';
  readonly detail: string;
  readonly octets: Uint8Array;
}

/** What is done with what happens to flights: the same few functions for all, since thousands are on their way. */
export interface Pilot<F> {
  /** Sees what comes from the server that was asked, under the id that was used; true ends the flight. */
  accept(flight: F, octets: Uint8Array): boolean;
  /** Sees what reached this question's socket without being its business. */
  stray(flight: F, stray: StrayDatagram): void;
  /** Called once. */
  end(flight: F, end: SocketEnd): void;
  /** Sees further octets that the server sent after the accepted ones: the same again, or others. */
  late(flight: F, octets: Uint8Array): void;
}

export interface Udp<F> {
  /** Sends, and gives back where the flight waits. */
  send(flight: F): Slot<F>;
  /** Ends the flight before its time as aborted, if it is still on its way. */
  stop(slot: Slot<F>): void;
  /** Every flight that is on its way ends as aborted. */
  close(): void;
}

interface UdpParts<F> {
  readonly dice: Dice;
  readonly monotonic: () => number;
  /** Milliseconds for which a second answer is looked for after the first. */
  readonly watch: number;
  /** Datagrams after which a socket makes way for one with another port. */
  readonly renewedAfter: number;
  /** Datagrams after which they leave by the batch, where the system has that. */
  readonly batchedAfter: number;
  readonly pilot: Pilot<F>;
}

/** RFC 1035 section 4.1.1: what is shorter is no message. */
const HEADER = 12;

/** A flight at its place. `accepted` is there from the first answer on: then it has ended and is only watched. */
export interface Slot<F> extends Waiting<Slot<F>> {
  readonly flight: F;
  readonly place: Place<Slot<F>>;
  readonly destination: Destination;
  readonly id: number;
  accepted: boolean;
  ended: boolean;
}

export function openUdp<F extends Flight>(parts: UdpParts<F>): Udp<F> {
  const { dice, monotonic, watch, renewedAfter, batchedAfter, pilot } = parts;
  const destinations = openDestinations();
  const sockets = openSockets<Slot<F>>({ dice, renewedAfter, batchedAfter, onMessage: arrived, onError: broken });
  const drain = openDrain<Slot<F>>(sockets.look, (slot) => land(slot, { end: 'deadline' }));
  const waits = openWaits<Slot<F>>({ monotonic, onDue: (slot) => drain.add(slot, slot.place), keepsAlive: true });
  const watches = openWaits<Slot<F>>({ monotonic, onDue: leave, keepsAlive: false });

  function send(flight: F): Slot<F> {
    const { endpoint, octets } = flight;
    const destination = destinations.of(endpoint);
    const place = takesOwn(destination) ? sockets.connected(endpoint) : sockets.any(endpoint);
    const id = freeId(place, dice);
    octets[0] = id >> 8;
    octets[1] = id & 0xff;
    const slot: Slot<F> = {
      flight,
      place,
      destination,
      id,
      wait: flight.timeout,
      due: 0,
      before: undefined,
      behind: undefined,
      inLine: false,
      accepted: false,
      ended: false,
    };
    place.slots.set(id, slot);
    waits.start(slot);
    place.port.send(octets, endpoint);
    return slot;
  }

  function arrived(place: Place<Slot<F>>, octets: Uint8Array, sender: Sender): void {
    const slot = octets.length < 2 ? undefined : place.slots.get(idOf(octets));
    if (slot !== undefined && isFrom(sender, slot.flight.endpoint)) heard(slot, octets);
    else strayed(place, octets, { sender, slot });
  }

  function heard(slot: Slot<F>, octets: Uint8Array): void {
    const { accepted, flight } = slot;
    if (accepted) {
      pilot.late(flight, octets);
      return;
    }
    if (!pilot.accept(flight, octets)) return;
    slot.accepted = true;
    land(slot, { end: 'complete' });
  }

  /** Belongs to the one under its id (from elsewhere), otherwise to the one whose wait for this sender ends first. */
  function strayed(
    place: Place<Slot<F>>,
    octets: Uint8Array,
    { sender, slot }: { sender: Sender; slot: Slot<F> | undefined },
  ) {
    const from = `from ${sender.address} port ${sender.port}`;
    if (slot !== undefined && !slot.accepted) {
      return pilot.stray(slot.flight, { kind: 'other sender', detail: from, octets });
    }
    const waiting = place.slots.values().filter(({ flight, accepted }) => !accepted && isFrom(sender, flight.endpoint));
    const [first, ...others] = waiting;
    if (first === undefined) return;
    const { flight } = others.reduce((oldest, one) => (one.due < oldest.due ? one : oldest), first);
    if (octets.length >= HEADER) pilot.stray(flight, { kind: 'other id', detail: `id ${idOf(octets)}`, octets });
    else pilot.stray(flight, { kind: 'malformed', detail: 'shorter than a header', octets });
  }

  /** The end of the wait; after an answer its place is watched for another one. */
  function land(slot: Slot<F>, end: SocketEnd): void {
    if (slot.ended) return;
    slot.ended = true;
    waits.stop(slot);
    ended(slot.destination, { end: end.end, own: slot.place.own !== undefined });
    if (slot.accepted) watchFurther(slot);
    else leave(slot);
    pilot.end(slot.flight, end);
  }

  function watchFurther(slot: Slot<F>): void {
    slot.wait = watch;
    watches.start(slot);
    const oldest = watches.beyond(watch, WATCHED_AT_MOST);
    if (oldest === undefined) return;
    watches.stop(oldest);
    leave(oldest);
  }

  function leave({ place, id }: Slot<F>): void {
    place.slots.delete(id);
    if (place.retired) sockets.release(place);
  }

  /** What the system tells of one connected socket holds for all who wait for that server. */
  function broken(place: Place<Slot<F>>, error: Error): void {
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
    stop: (slot) => land(slot, { end: 'aborted' }),
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

function idOf(octets: Uint8Array): number {
  return ((octets[0] ?? 0) << 8) | (octets[1] ?? 0);
}

function freeId<F>(place: Place<Slot<F>>, dice: Dice): number {
  let id = dice.u16();
  while (place.slots.has(id)) id = dice.u16();
  return id;
}

function sameEndpoint(one: Endpoint, other: Endpoint | undefined): boolean {
  return one.port === other?.port && one.address === other.address;
}
