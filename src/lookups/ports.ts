// The ports of each protocol: an answer that leads to another one leads to another service. A laboratory's network file has
// ports of its own, and so may a URL or a resolver that people wrote into their settings.
import type { Network } from '../model/asking/network.ts';
import type { EncryptedResolver } from '../model/asking/resolver-place.ts';

/** RFC 3912, RFC 7480 (over https alone), RFC 1035 and RFC 7858, RFC 3161 section 3.4. */
const PORTS: Readonly<Record<'whois' | 'rdap' | 'dns' | 'webhook' | 'stamp', readonly number[]>> = {
  whois: [43],
  rdap: [443],
  dns: [53, 853],
  webhook: [443],
  stamp: [80, 443],
};

interface Place {
  readonly port: number;
  readonly host?: string;
}

export function usualPort(network: Network, protocol: keyof typeof PORTS, place: Place): boolean {
  if (network.opened || PORTS[protocol].includes(place.port)) return true;
  switch (protocol) {
    case 'whois':
      return false;
    // Nobody but the person himself names it.
    case 'webhook':
    case 'stamp':
      return true;
    case 'rdap':
      return isSet(network, place);
    case 'dns':
      return network.dns.resolvers.some((one) => one.over !== 'udp' && isOf(one, place));
  }
}

function isOf({ host, address, port }: EncryptedResolver, place: Place): boolean {
  return port === place.port && (host === place.host || address === place.host);
}

function isSet({ rdap }: Network, { host, port }: Place): boolean {
  return [rdap.bootstrap, ...rdap.servers.values()]
    .filter((url) => URL.canParse(url))
    .map((url) => new URL(url))
    .some((url) => url.hostname === host && Number(url.port) === port);
}
