// Decides for every socket whether it may be opened. Routes of a network file come first; without one, only public
// addresses are dialled. The address that was checked is the address that is dialled, so a name cannot be rebound.
import { type Address, parseAddress } from '../model/address.ts';
import type { Endpoint, Network } from '../model/network.ts';
import { classOf } from './special-addresses.ts';
import type { Guard, Way } from './tools.ts';

/** Resolves a host of this machine's choosing; see hosts.ts. May reject. */
export type ResolveHost = (host: string) => Promise<readonly Address[]>;

export function makeGuard(network: Network, resolve: ResolveHost): Guard {
  return {
    toAddress(address, port) {
      const route = network.dns.routes.get(address);
      return route === undefined ? straight(network, [{ address, port }]) : routedTo(route);
    },
    async toHost(host, port, protocol, signal) {
      const name = plainHost(host);
      const route = network[protocol].routes.get(name);
      if (route !== undefined) return routedTo(route);
      const literal = parseAddress(name);
      if (network.closed) return namedByFile(network, name, literal, port);
      if (literal !== undefined) return straight(network, [{ address: literal, port }]);
      return throughResolver(network, { name, port, resolve, signal });
    },
  };
}

function routedTo(endpoint: Endpoint): Way {
  return { ok: true, endpoint, routed: true };
}

/** Lower case, without a trailing dot, without the brackets of an IPv6 address in a URL. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}

function straight(network: Network, endpoints: readonly Endpoint[]): Way {
  if (network.closed) return guarded('this network has no route to it');
  const open = endpoints.filter(({ address }) => mayDial(network, address));
  const [endpoint, ...others] = open;
  if (endpoint !== undefined) return { ok: true, endpoint, routed: false, ...(others.length > 0 && { others }) };
  const refused = endpoints.map(({ address }) => `${address} is ${classOf(address).what}`);
  return guarded(refused.join(', '));
}

function mayDial(network: Network, address: Address): boolean {
  const { opening } = classOf(address);
  return opening === 'always' || (opening === 'lab' && network.opened);
}

/** A closed network: an address that the network file itself names in a URL is as good as a route. */
function namedByFile(network: Network, name: string, literal: Address | undefined, port: number): Way {
  const urls = [network.rdap.bootstrap, ...network.rdap.servers.values()];
  const named = urls.some((url) => URL.canParse(url) && plainHost(new URL(url).hostname) === name);
  if (!named || literal === undefined) return guarded(`this network has no route to ${name}`);
  return { ok: true, endpoint: { address: literal, port }, routed: true };
}

interface Resolving {
  readonly name: string;
  readonly port: number;
  readonly resolve: ResolveHost;
  readonly signal: AbortSignal;
}

async function throughResolver(network: Network, { name, port, resolve, signal }: Resolving): Promise<Way> {
  try {
    const addresses = await unlessAborted(resolve(name), signal);
    if (addresses.length > 0)
      return straight(
        network,
        addresses.map((address) => ({ address, port })),
      );
    return { ok: false, failure: 'unresolvable', detail: `${name} has no address` };
  } catch (error) {
    if (signal.aborted) return { ok: false, failure: 'interrupted', detail: `while ${name} was looked up` };
    return { ok: false, failure: 'unresolvable', detail: `${name}: ${codeOf(error)}` };
  }
}

function guarded(detail: string): Way {
  return { ok: false, failure: 'guarded', detail };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'lookup failed';
}

/** The system's resolver cannot be stopped, but nobody has to wait for it. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });
}
