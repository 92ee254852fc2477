// Which way a server is asked. Only a connected socket is told by the system that a port is closed or a network is not there
// (ICMP), so as long as a server has not answered, one question at a time goes through a socket of its own. After such a one
// was met with silence the next goes through the common sockets, which also see an answer that comes from somewhere else.
import type { ExchangeEnd } from '../../model/exchange.ts';
import type { Endpoint } from '../../model/network.ts';
import { boundedMap } from './bounded-map.ts';
import { SERVERS_REMEMBERED } from './limits.ts';

interface Destination {
  answers: boolean;
  /** A question is on its way through a socket of its own. */
  asking: boolean;
  /** The last silence was on a socket of its own. */
  silentOnOwn: boolean;
}

export interface Destinations {
  /** True: this question is the one to go through a socket of its own, and is counted as such. */
  wantsOwn(endpoint: Endpoint): boolean;
  ended(endpoint: Endpoint, how: { readonly end: ExchangeEnd; readonly own: boolean }): void;
}

export function openDestinations(): Destinations {
  const known = boundedMap<Destination>(SERVERS_REMEMBERED);
  const destinationOf = ({ address, port }: Endpoint): Destination => {
    const key = `${address} ${port}`;
    const destination = known.get(key) ?? { answers: false, asking: false, silentOnOwn: false };
    known.set(key, destination);
    return destination;
  };
  return {
    wantsOwn(endpoint) {
      const destination = destinationOf(endpoint);
      if (destination.answers || destination.asking || destination.silentOnOwn) return false;
      destination.asking = true;
      return true;
    },
    ended(endpoint, { end, own }) {
      const destination = destinationOf(endpoint);
      if (own) destination.asking = false;
      destination.answers = end === 'complete' || (destination.answers && end === 'aborted');
      destination.silentOnOwn = own && end === 'deadline';
    },
  };
}
