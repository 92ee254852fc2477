// Where the traffic of a seized name is to go: the operator, its name servers and its prefixes.
import type { Address, Prefix } from '../address.ts';
import type { Name } from '../name.ts';

export interface Sinkhole {
  readonly operator: string;
  readonly nameServers: readonly Name[];
  readonly prefixes: readonly Prefix[];
  /** Addresses of name servers that stand under names of the case, by server: a registry needs them as glue. */
  readonly glue?: Readonly<Record<Name, readonly Address[]>>;
  /** The registrations that the name servers stand under; absent where none is known. */
  readonly registered?: readonly Name[];
}

/** A registration that sinkholes stand on: whoever gets it when it lapses has the traffic of every name that leads there. */
interface SinkholeDomain {
  readonly name: Name;
  /** Keys of the sinkholes in the case file. */
  readonly sinkholes: readonly string[];
}

/** Each once, in the order of the case file. Without names of the case's own schedules, of which the order says what is due. */
export function sinkholeDomainsOf({ sinkholes, schedules }: Holding): readonly SinkholeDomain[] {
  const found = new Map<Name, string[]>();
  for (const [key, { registered = [] }] of Object.entries(sinkholes))
    for (const name of registered) found.set(name, [...(found.get(name) ?? []), key]);
  if (found.size > 0) for (const { names } of schedules) for (const { name } of names) found.delete(name);
  return [...found].map(([name, keys]) => ({ name, sinkholes: keys }));
}

interface Holding {
  readonly sinkholes: Readonly<Record<string, Sinkhole>>;
  readonly schedules: readonly { readonly names: readonly { readonly name: Name }[] }[];
}

/** The servers to which an order delegates a name, with the addresses that the case file gives for them. */
export type SinkholeServers = (name: Name) => Pick<Sinkhole, 'nameServers' | 'glue'>;

export function isAtOrUnder(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** The domains of the name servers: `sinkhole.example` of `ns1.sinkhole.example`. Its other hosts are the sinkhole's too. */
export function domainsOf(sinkholes: readonly Pick<Sinkhole, 'nameServers' | 'registered'>[]): readonly string[] {
  const domains = sinkholes.flatMap(({ nameServers, registered = [] }) =>
    nameServers.map((server) => domainOf(server, registered)),
  );
  return [...new Set(domains)];
}

/**
 * What stands above its first label, unless that is more than the sinkhole's registration: a server that is named as its domain is has
 * nothing above it but a suffix, which is everybody's.
 */
function domainOf(server: string, registered: readonly string[]): string {
  const above = server.slice(server.indexOf('.') + 1);
  const own = registered.find((name) => isAtOrUnder(server, name));
  if (own === undefined) return above.includes('.') ? above : server;
  return isAtOrUnder(above, own) ? above : own;
}

/** Whether a record of a seized name leads to the name itself, to a host under it, or to the sinkhole's own domain. */
export function isOwnHost(host: string, name: string, domains: readonly string[]): boolean {
  return isAtOrUnder(host, name) || domains.some((domain) => isAtOrUnder(host, domain));
}
