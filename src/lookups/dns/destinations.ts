// Which way a server is asked. Only a connected socket is told by the system that a port is closed or a network is not there
// (ICMP), so as long as a server has not answered, one question at a time goes through a socket of its own. After such a one
// was met with silence the next goes through the common sockets, which also see an answer that comes from somewhere else.
import type { ExchangeEnd } from '../../model/exchange.ts';
import type { Endpoint } from '../../model/network.ts';
import { boundedMap } from './bounded-map.ts';
import { SERVERS_REMEMBERED } from './limits.ts';

export interface Destination {
  answers: boolean;
  /** A question is on its way through a socket of its own. */
  asking: boolean;
  /** The last silence was on a socket of its own. */
  silentOnOwn: boolean;
}

export interface Destinations {
  of(endpoint: Endpoint): Destination;
}

export function openDestinations(): Destinations {
  const known = boundedMap<Destination>(SERVERS_REMEMBERED);
  return {
    of({ address, port }) {
      const key = `${address} ${port}`;
      const remembered = known.get(key);
      if (remembered !== undefined) return remembered;
      const destination = { answers: false, asking: false, silentOnOwn: false };
      known.set(key, destination);
      return destination;
    },
  };
}

/** True: this question is the one to go through a socket of its own, and is counted as such. */
export function takesOwn(destination: Destination): boolean {
  if (destination.answers || destination.asking || destination.silentOnOwn) return false;
  destination.asking = true;
  return true;
}

export function ended(destination: Destination, { end, own }: { readonly end: ExchangeEnd; readonly own: boolean }) {
  if (own) destination.asking = false;
  destination.answers = end === 'complete' || (destination.answers && end === 'aborted');
  destination.silentOnOwn = own && end === 'deadline';
}
