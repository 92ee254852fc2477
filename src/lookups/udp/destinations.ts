// Which way a server is asked. Only a connected socket is told by the system that a port is closed or a network is not there
// (ICMP), so as long as a server has not answered, one question at a time goes through a socket of its own. After such a one
// was met with silence the next goes through the common sockets, which also see an answer that comes from somewhere else.
import type { Address } from '../../model/address.ts';
import type { Endpoint } from '../../model/asking/network.ts';
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import { boundedMap } from '../bulk/bounded-map.ts';
import { SERVERS_REMEMBERED } from './limits.ts';

export interface Destination {
  readonly port: number;
  answers: boolean;
  /** A question is on its way through a socket of its own. */
  asking: boolean;
  /** The last silence was on a socket of its own. */
  silentOnOwn: boolean;
}

interface Destinations {
  of(endpoint: Endpoint): Destination;
}

export function openDestinations(): Destinations {
  // By address, and not by a text of both that would have to be made for each question.
  const known = boundedMap<Destination[]>(SERVERS_REMEMBERED);
  const portsOf = (address: Address): Destination[] => {
    const ports = known.get(address) ?? [];
    if (ports.length === 0) known.set(address, ports);
    return ports;
  };
  return {
    of({ address, port }) {
      const ports = portsOf(address);
      const remembered = ports.find((one) => one.port === port);
      if (remembered !== undefined) return remembered;
      const destination = { port, answers: false, asking: false, silentOnOwn: false };
      ports.push(destination);
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
