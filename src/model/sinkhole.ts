// Where the traffic of a seized name is to go: the operator, its name servers and its prefixes.
import type { Address, Prefix } from './address.ts';
import type { Name } from './name.ts';

export interface Sinkhole {
  readonly operator: string;
  readonly nameServers: readonly Name[];
  readonly prefixes: readonly Prefix[];
  /** Addresses of name servers that stand under names of the case, by server: a registry needs them as glue. */
  readonly glue?: Readonly<Record<Name, readonly Address[]>>;
}

/** The servers to which an order delegates a name, with the addresses that the case file gives for them. */
export type SinkholeServers = (name: Name) => Pick<Sinkhole, 'nameServers' | 'glue'>;

export function isAtOrUnder(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** The domains of the name servers: `sinkhole.example` of `ns1.sinkhole.example`. Its other hosts are the sinkhole's too. */
export function domainsOf(sinkholes: readonly Pick<Sinkhole, 'nameServers'>[]): readonly string[] {
  const servers = sinkholes.flatMap(({ nameServers }) => nameServers);
  return [...new Set(servers.map((server) => server.slice(server.indexOf('.') + 1)))];
}

/** Whether a record of a seized name leads to the name itself, to a host under it, or to the sinkhole's own domain. */
export function isOwnHost(host: string, name: string, domains: readonly string[]): boolean {
  return isAtOrUnder(host, name) || domains.some((domain) => isAtOrUnder(host, domain));
}
