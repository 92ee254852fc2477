// The list of lookups: one line for each way to ask the world. Opened once a run; what they share (the bootstrap file, who
// is left alone) lives as long as that.
import type { Lookup } from '../model/asking/lookup.ts';
import type { SinkholeServers } from '../model/case/sinkhole.ts';
import { addressesLookup } from './authority/addresses.ts';
import { delegationLookup } from './authority/delegation.ts';
import { openFamilies } from './authority/families.ts';
import { sinkholeLookup } from './authority/sinkhole.ts';
import { controlledLookup } from './controls/controlled.ts';
import { openControls } from './controls/controls.ts';
import { openDnsClient } from './dns/client.ts';
import { type BootstrapSource, openDirectory } from './rdap/directory.ts';
import { rdapRegistrar } from './rdap/registrar.ts';
import { rdapRegistry } from './rdap/registry.ts';
import { resolverLookup } from './resolver/resolver.ts';
import { openResolverClient } from './resolver/resolver-client.ts';
import { settled } from './settled.ts';
import type { LookupTools } from './tools.ts';
import { whoisRegistrar } from './whois/registrar.ts';
import { whoisRegistry } from './whois/registry.ts';

export interface OpenLookups {
  readonly lookups: readonly Lookup[];
  /** Where the RDAP bootstrap file in use came from and how old it is; `undefined` while none is in use. */
  bootstrap(): BootstrapSource | undefined;
  /** Gives back sockets that are kept open between questions. */
  close(): void;
}

/** `sinkhole`: before service, also the servers to which names are to be delegated. */
export function openLookups(tools: LookupTools, sinkhole?: SinkholeServers): OpenLookups {
  // What each socket is for, so that the guard can hold the seal against it.
  const toRegistries = { ...tools, guard: tools.guard.for('registry') };
  const toRegistrars = { ...tools, guard: tools.guard.for('registrar') };
  const directory = openDirectory(toRegistries);
  const dns = openDnsClient(tools);
  const resolvers = openResolverClient(tools, dns);
  const controls = openControls(tools, dns, resolvers);
  const families = openFamilies(tools);
  const lookups = [
    rdapRegistry(toRegistries, directory),
    whoisRegistry(toRegistries),
    rdapRegistrar(toRegistrars),
    whoisRegistrar(toRegistrars),
    settled(dns, delegationLookup(tools, dns, families)),
    settled(dns, addressesLookup(tools, dns, families)),
    settled(dns, resolverLookup(tools, dns, resolvers)),
    ...(sinkhole === undefined
      ? []
      : [settled(dns, sinkholeLookup(tools, { client: dns, families, servers: sinkhole }))]),
  ];
  return {
    lookups: lookups.map((lookup) => controlledLookup(lookup, controls, tools)),
    bootstrap: directory.source,
    close() {
      resolvers.close();
      dns.close();
    },
  };
}
