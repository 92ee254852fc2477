// Decides for every socket whether it may be opened. The seal comes first, then routes of a network file; without one, only
// public addresses are dialled. The address that was checked is the address that is dialled, so a name cannot be rebound.
import type { Address } from '../model/address.ts';
import type { Endpoint, Network } from '../model/asking/network.ts';
import type { SealInForce } from '../model/case/seal.ts';
import { readHost } from './host-text.ts';
import { usualPort } from './ports.ts';
import { isAllowed, openRoles, type Purpose, type Roles } from './roles.ts';
import { classOf } from './special-addresses.ts';
import type { Guard, Protocol, Way } from './tools.ts';
import { rootServers } from './walk/roots.ts';

/** Resolves a host of this machine's choosing; see hosts.ts. May reject. */
type ResolveHost = (host: string) => Promise<readonly Address[]>;

interface Posts {
  readonly network: Network;
  readonly resolve: ResolveHost;
  readonly seal?: { readonly inForce: SealInForce; readonly roles: Roles };
}

/** `seal`: of the case that is asked about, while it is in force. */
export function makeGuard(network: Network, resolve: ResolveHost, seal?: SealInForce): Guard {
  if (seal === undefined) return guardFor({ network, resolve }, undefined);
  const roots = rootServers(network.dns.roots).flatMap(({ addresses }) => addresses);
  return guardFor({ network, resolve, seal: { inForce: seal, roles: openRoles(network, seal, roots) } }, undefined);
}

function guardFor(posts: Posts, purpose: Purpose | undefined): Guard {
  const { network, seal } = posts;
  return {
    toAddress(address, port) {
      const objection = seal?.roles.objection(address);
      if (objection !== undefined) return sealed(`${address}: ${objection}`);
      const route = network.dns.routes.get(address);
      if (route !== undefined) return routedTo(route);
      if (!usualPort(network, 'dns', { port, host: address })) return guarded(`port ${port} is not one for DNS`);
      return straight(network, [{ address, port }]);
    },
    async toHost(host, port, protocol, signal) {
      if (seal !== undefined && (purpose === undefined || !isAllowed(seal.inForce, purpose)))
        return sealed(purpose === undefined ? `nothing says what ${host} is asked for` : `${host}, a ${purpose}'s`);
      return toHost(posts, { host, port, protocol, signal });
    },
    for: (wanted) => guardFor(posts, wanted),
    introduce: (introduction) => seal?.roles.introduce(introduction),
  };
}

interface HostWanted {
  readonly host: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly signal: AbortSignal;
}

async function toHost({ network, resolve }: Posts, { host, port, protocol, signal }: HostWanted): Promise<Way> {
  const given = readHost(host);
  if (given.kind === 'neither') return guarded(`${host} ${given.why}`);
  const name = given.kind === 'name' ? given.name : given.address;
  const route = network[protocol]?.routes.get(name);
  if (route !== undefined) return routedTo(route);
  if (network.closed) return namedByFile(network, given.kind === 'address' ? given.address : name, port);
  if (!usualPort(network, protocol, { port, host: name })) return guarded(`port ${port} is not one for ${protocol}`);
  if (given.kind === 'address') return straight(network, [{ address: given.address, port }]);
  if (given.inside !== undefined && !network.opened) return guarded(`${name} ${given.inside}`);
  return throughResolver(network, { name, port, resolve, signal });
}

function routedTo(endpoint: Endpoint): Way {
  return { ok: true, endpoint, routed: true };
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
function namedByFile(network: Network, name: Address | string, port: number): Way {
  const urls = [network.rdap.bootstrap, ...network.rdap.servers.values()];
  const hosts = urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).hostname] : []));
  const resolvers = network.dns.resolvers.flatMap((one) => (one.over === 'udp' ? [] : [one.host]));
  const given = [...hosts, ...resolvers].map(readHost);
  const named = given.find((host) => host?.kind === 'address' && host.address === name);
  if (named?.kind !== 'address') return guarded(`this network has no route to ${name}`);
  return { ok: true, endpoint: { address: named.address, port }, routed: true };
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
    if (signal.aborted) return { ok: false, failure: stopOf(signal), detail: `while ${name} was looked up` };
    return { ok: false, failure: 'unresolvable', detail: `${name}: ${codeOf(error)}` };
  }
}

/** A run that is stopped is resumed; a resolver of this machine that lets the time run out is an answer of a kind. */
function stopOf({ reason }: AbortSignal): 'timeout' | 'interrupted' {
  return reason instanceof DOMException && reason.name === 'TimeoutError' ? 'timeout' : 'interrupted';
}

function guarded(detail: string): Way {
  return { ok: false, failure: 'guarded', detail };
}

function sealed(detail: string): Way {
  return { ok: false, failure: 'excluded-by-seal', detail };
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
