// What does not change while the days go by: who runs which servers at which documentation addresses (RFC 5737, RFC 3849)
// and under which names (RFC 2606). How a server is reached is decided in open.ts.
import type { Address } from '../../model/address.ts';
import type { WhoisLayout } from '../../model/case/scenario.ts';
import type { Name } from '../../model/name.ts';

/** A name server as the DNS knows it. */
export interface NameServer {
  readonly host: Name;
  readonly addresses: readonly Address[];
}

export interface RegistryPlace {
  /** The recipient's id, or the top-level label with a dot where no recipient is listed. */
  readonly id: string;
  readonly title: string;
  readonly tlds: readonly string[];
  readonly nameServers: readonly NameServer[];
  /** Absent for the registry of the reserved names where no sinkhole stands on one: then nobody asks about them. */
  readonly registration?: {
    readonly whois: string;
    readonly layout: WhoisLayout;
    readonly encoding: 'utf-8' | 'latin-1';
    /** Absent: the registry has no RDAP server. */
    readonly rdap?: string;
  };
}

export interface SinkholePlace {
  readonly key: string;
  readonly servers: readonly NameServer[];
  /** Where every host of a sinkholed name leads. */
  readonly web: readonly Address[];
}

/** A hosting company of the respondents'. Without `servers` every name has name servers of its own, with glue. */
export interface OldHost {
  readonly key: string;
  readonly servers: readonly NameServer[];
  readonly addresses: readonly Address[];
}

export interface WorldRegistrar {
  readonly name: string;
  readonly ianaId: number;
  readonly host: string;
}

interface Resolver {
  readonly address: Address;
  readonly validates: boolean;
}

export interface Setting {
  readonly seed: string;
  readonly roots: readonly NameServer[];
  readonly registries: readonly RegistryPlace[];
  readonly sinkholes: readonly SinkholePlace[];
  readonly oldHosts: readonly OldHost[];
  readonly oldRegistrars: readonly WorldRegistrar[];
  readonly resolvers: readonly Resolver[];
  readonly custodian: WorldRegistrar;
  readonly petitioner: string;
  readonly index: SettingIndex;
}

/** Where things are found at once; every question of the DNS asks for them. */
interface SettingIndex {
  /** Addresses of every name server that has a name of its own, by host. */
  readonly addresses: ReadonlyMap<string, readonly Address[]>;
  /** Servers of the root and of the top levels: hosts for which nothing is delegated. */
  readonly infrastructure: ReadonlySet<string>;
  /** Name servers of sinkholes and hosting companies, by the domain right above them. */
  readonly domains: ReadonlyMap<string, readonly NameServer[]>;
  readonly registries: ReadonlyMap<string, RegistryPlace>;
}

export function indexed(setting: Omit<Setting, 'index'>): Setting {
  const { roots, registries, sinkholes, oldHosts } = setting;
  const upper = [...roots, ...registries.flatMap(({ nameServers }) => nameServers)];
  const lower = [...sinkholes, ...oldHosts].flatMap(({ servers }) => servers);
  const domains = new Map<string, NameServer[]>();
  for (const server of lower) {
    const domain = server.host.slice(server.host.indexOf('.') + 1);
    domains.set(domain, [...(domains.get(domain) ?? []), server]);
  }
  const index: SettingIndex = {
    addresses: new Map([...upper, ...lower].map(({ host, addresses }) => [host, addresses])),
    infrastructure: new Set(upper.map(({ host }) => host)),
    domains,
    registries: new Map(registries.flatMap((registry) => registry.tlds.map((tld) => [tld, registry]))),
  };
  return { ...setting, index };
}

/** What listens at an address of the DNS, and what it answers for. */
export type Role =
  | { readonly role: 'root'; readonly host: Name }
  | { readonly role: 'tld'; readonly host: Name; readonly registry: RegistryPlace }
  | { readonly role: 'sinkhole'; readonly host: Name; readonly sinkhole: SinkholePlace }
  | { readonly role: 'old'; readonly host: string; readonly oldHost: OldHost }
  | { readonly role: 'resolver'; readonly host: string; readonly validates: boolean };

/** Every address of the simulated DNS with its role. */
export function rolesOf(setting: Setting): ReadonlyMap<Address, Role> {
  const roles = new Map<Address, Role>();
  const put = (servers: readonly NameServer[], roleAt: (host: Name) => Role) => {
    for (const { host, addresses } of servers) for (const address of addresses) roles.set(address, roleAt(host));
  };
  put(setting.roots, (host) => ({ role: 'root', host }));
  for (const registry of setting.registries) put(registry.nameServers, (host) => ({ role: 'tld', host, registry }));
  for (const oldHost of setting.oldHosts) {
    for (const address of oldHost.addresses) roles.set(address, { role: 'old', host: address, oldHost });
    put(oldHost.servers, (host) => ({ role: 'old', host, oldHost }));
  }
  for (const sinkhole of setting.sinkholes) put(sinkhole.servers, (host) => ({ role: 'sinkhole', host, sinkhole }));
  for (const { address, validates } of setting.resolvers) {
    roles.set(address, { role: 'resolver', host: address, validates });
  }
  return roles;
}

export function registryOf({ index }: Setting, tld: string): RegistryPlace | undefined {
  return index.registries.get(tld);
}
