// When and of whom an observation says that it was heard, against its exchanges: what a person swears to is as much in these two as
// in the facts, and both stand with the octets. Pure.
import { parseAddress } from '../../model/address.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { Observation } from '../../model/seen/observation.ts';
import type { Difference } from './reread-difference.ts';

/** Of an observation that states something; of a failure there may be no exchange at all that says whose it is. */
export function circumstancesAgain(observation: Observation, exchanges: readonly Exchange[]): readonly Difference[] {
  const { outcome, at, server } = observation;
  const [first] = exchanges;
  if (outcome === 'failure' || first === undefined) return [];
  const differences: Difference[] = [];
  if (!exchanges.some((exchange) => exchange.at === at)) differences.push({ field: 'at', stored: at, now: first.at });
  const places = exchanges.map(({ uri }) => uri);
  const starts = startsAt(observation);
  if (starts !== undefined && comparable(places, starts) && !places.some((uri) => uri.startsWith(starts))) {
    differences.push({ field: 'server', stored: server, now: places.at(-1) });
  }
  return differences;
}

/** How the URI of an exchange with the server begins; `undefined` where the words for the server are no place. */
function startsAt({ lookup, server }: Observation): string | undefined {
  switch (lookup) {
    case 'rdap-registry':
    case 'rdap-registrar':
      return /^https?:\/\//.test(server) ? server : undefined;
    case 'whois-registry':
    case 'whois-registrar':
      return `whois://${server}/`;
    case 'delegation':
    case 'addresses':
    case 'resolver':
    case 'sinkhole': {
      const address = parseAddress(server.slice(server.lastIndexOf(' ') + 1));
      if (address === undefined) return undefined;
      return address.includes(':') ? `dns://[${address}]/` : `dns://${address}/`;
    }
  }
}

/** A resolver may be asked by another protocol than its address tells. */
function comparable(places: readonly string[], starts: string): boolean {
  const scheme = starts.slice(0, starts.indexOf('://'));
  return places.some((uri) => uri.startsWith(`${scheme}://`) || uri.startsWith(`${scheme}s://`));
}
