// What is in the zones of the simulated world: the root, the top levels, the names of the case at the respondents' host and
// at the sinkhole, and the domains of the name servers themselves. All of it derived from the world's state.
import type { ResourceRecord } from '../../lookups/dns/codec/message.ts';
import { isUnder, ROOT } from '../../lookups/dns/codec/names.ts';
import type { Address } from '../../model/address.ts';
import { dsOf, keyOf } from '../world/keys.ts';
import { type NameServer, registryOf, type SinkholePlace } from '../world/setting.ts';
import { inZone, type NameState, stateAbove, type World } from '../world/world.ts';
import {
  addressRecords,
  apexRecords,
  DELEGATION_TTL,
  dsRecords,
  hashedRecord,
  hostsOf,
  keyRecord,
  nsRecords,
  SINKHOLE_TTL,
  soaOf,
} from './records.ts';
import { type Cut, record, type SignedParts, type Zone } from './zone.ts';

export function rootZone(world: World): Zone {
  return {
    apex: ROOT,
    soa: soaOf(world, ROOT),
    cutAt: (name) => {
      const registry = name.includes('.') ? undefined : registryOf(world.setting, name);
      if (registry === undefined) return undefined;
      const ds = dsRecords(name, [dsOf(name, keyOf(world.setting.seed, name))]);
      return { ...cutOf(name, registry.nameServers, registry.nameServers), ds };
    },
    recordsAt: (name) =>
      name === ROOT
        ? [...apexRecords(world, ROOT, hostsOf(world.setting.roots)), keyRecord(world, ROOT)]
        : infrastructure(world, name),
    signed: {
      key: keyOf(world.setting.seed, ROOT),
      denial: 'nsec',
      owners: () => [ROOT, ...world.setting.index.registries.keys()],
    },
  };
}

export function topZone(world: World, tld: string): Zone {
  const servers = registryOf(world.setting, tld)?.nameServers ?? [];
  return {
    apex: tld,
    soa: soaOf(world, tld),
    cutAt: (name) => cutOfName(world, name) ?? cutOfHosts(world, name),
    recordsAt: (name) => {
      if (name === tld) {
        return [...apexRecords(world, tld, hostsOf(servers)), keyRecord(world, tld), hashedRecord(tld)];
      }
      return infrastructure(world, name) ?? (isEmptyNode(world, name) ? [] : undefined);
    },
    signed: { key: keyOf(world.setting.seed, tld), denial: 'opt-out', owners: () => namesUnder(world, tld) },
  };
}

/** All that stands in the zone of a top level. */
function namesUnder({ setting, names }: World, tld: string): readonly string[] {
  const { infrastructure: hosts, domains } = setting.index;
  const cuts = [...names.values()].flatMap(({ name, registration }) => (inZone(registration) ? [name] : []));
  return [tld, ...[...hosts, ...domains.keys(), ...cuts].filter((name) => name.endsWith(`.${tld}`))];
}

/** A domain that holds nothing but name servers, such as `sinkhole.example`. */
export function hostsZone(world: World, apex: string): Zone | undefined {
  const servers = serversUnder(world, apex);
  if (servers.length === 0) return undefined;
  return {
    apex,
    soa: soaOf(world, apex),
    cutAt: () => undefined,
    recordsAt: (name) => {
      if (name === apex) return apexRecords(world, apex, hostsOf(servers));
      const server = servers.find(({ host }) => host === name);
      return server === undefined ? undefined : addressRecords(name, server.addresses, DELEGATION_TTL);
    },
  };
}

export function sinkholeZone(world: World, state: NameState, sinkhole: SinkholePlace): Zone {
  const { name: apex, old, kept } = state;
  const servers = [...hostsOf(sinkhole.servers), ...(kept.includes('servers') ? old.nameServers : [])];
  const mail = kept.includes('mail') ? [mailRecord(apex, old)] : [];
  return {
    apex,
    soa: soaOf(world, apex),
    cutAt: () => undefined,
    recordsAt: (name) => {
      const web = addressRecords(name, sinkhole.web, SINKHOLE_TTL);
      return name === apex ? [...apexRecords(world, apex, servers), ...web, ...mail] : web;
    },
  };
}

export function oldZone(world: World, { name: apex, old }: NameState): Zone {
  const wildcard = old.wildcard ? { wildcard: `*.${apex}` } : {};
  const { broken } = old;
  const signed: SignedParts = {
    key: keyOf(world.setting.seed, broken === 'keys-unsigned' ? nextKey(apex) : apex),
    ...(broken && { broken }),
    denial: 'nsec',
    owners: () => [
      apex,
      `www.${apex}`,
      ...old.nameServers.filter((host) => isUnder(host, apex)),
      ...Object.values(wildcard),
    ],
    ...wildcard,
  };
  const web = (name: string) => addressRecords(name, [old.web], old.ttl);
  const own = old.nameServers.map((host, index) => ({ host, addresses: old.host.addresses.slice(index, index + 1) }));
  return {
    apex,
    soa: soaOf(world, apex),
    cutAt: () => undefined,
    recordsAt: (name) => {
      if (name === apex)
        return [...apexRecords(world, apex, old.nameServers), ...web(name), ...oldApex(world, apex, old)];
      if (name === `www.${apex}`) return [record(name, old.ttl, ['CNAME', { kind: 'cname', target: apex }])];
      const server = own.find(({ host }) => host === name);
      if (server !== undefined) return addressRecords(name, server.addresses, old.ttl);
      return old.wildcard ? web(name) : undefined;
    },
    ...(old.signed ? { signed } : {}),
  };
}

function oldApex(world: World, apex: NameState['name'], old: NameState['old']): readonly ResourceRecord[] {
  const mail = mailRecord(apex, old);
  if (!old.signed) return [mail];
  const next = old.broken === 'keys-unsigned' ? [{ ...keyRecord(world, nextKey(apex)), name: apex }] : [];
  return [mail, keyRecord(world, apex), ...next];
}

/** What the key is made of that a zone was to change to. */
function nextKey(apex: string): string {
  return `next.${apex}`;
}

function mailRecord(apex: string, { ttl, mail }: NameState['old']): ResourceRecord {
  return record(apex, ttl, ['MX', { kind: 'mx', preference: 10, exchange: mail }]);
}

function cutOfName(world: World, name: string): Cut | undefined {
  const state = stateAbove(world, name);
  if (state === undefined || state.name !== name || !inZone(state.registration)) return undefined;
  const { nameServers, ds } = state.registration;
  const servers = nameServers.map((host) => ({ host, addresses: addressesOf(world, host) }));
  const glue = servers.filter(({ host }) => isUnder(host, name));
  const cut = cutOf(name, servers, glue);
  return { ...cut, ds: dsRecords(name, ds) };
}

function cutOfHosts(world: World, name: string): Cut | undefined {
  const servers = serversUnder(world, name);
  return servers.length === 0 ? undefined : cutOf(name, servers, servers);
}

function cutOf(name: string, servers: readonly NameServer[], glue: readonly NameServer[]): Cut {
  return {
    ns: nsRecords(name, hostsOf(servers)),
    ds: [],
    glue: glue.flatMap(({ host, addresses }) => addressRecords(host, addresses, DELEGATION_TTL)),
  };
}

function serversUnder({ setting }: World, domain: string): readonly NameServer[] {
  return setting.index.domains.get(domain) ?? [];
}

/** The addresses of a name server of this world, also of one that stands under a name of the case. */
function addressesOf(world: World, host: string): readonly Address[] {
  const known = world.setting.index.addresses.get(host);
  if (known !== undefined) return known;
  const old = stateAbove(world, host)?.old;
  const own: readonly string[] = old?.nameServers ?? [];
  const index = own.indexOf(host);
  return index === -1 ? [] : (old?.host.addresses.slice(index, index + 1) ?? []);
}

/** Servers of the root and of the top levels are hosts in the zone that asks for them; nothing is delegated for them. */
function infrastructure({ setting }: World, name: string): readonly ResourceRecord[] | undefined {
  if (!setting.index.infrastructure.has(name)) return undefined;
  return addressRecords(name, setting.index.addresses.get(name) ?? [], DELEGATION_TTL);
}

/** `co.uk` where only `example.co.uk` is registered: it exists and has nothing (RFC 8020 section 2). */
function isEmptyNode(world: World, name: string): boolean {
  const under = (host: string) => host.endsWith(`.${name}`);
  for (const host of world.setting.index.infrastructure) if (under(host)) return true;
  for (const state of world.names.values()) if (under(state.name) && inZone(state.registration)) return true;
  return false;
}
