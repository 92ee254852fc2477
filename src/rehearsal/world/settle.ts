// From a case and a scenario to the setting: hands out the documentation addresses and the servers' names.
import { type Address, parseAddress } from '../../model/address.ts';
import type { Case } from '../../model/case/case.ts';
import { registryHosts, type Scenario } from '../../model/case/scenario.ts';
import { type Sinkhole, sinkholeDomainsOf } from '../../model/case/sinkhole.ts';
import { byCodeUnit, type Name, nameOrNone, topLabel } from '../../model/name.ts';
import {
  indexed,
  type NameServer,
  type OldHost,
  type RegistryPlace,
  type Setting,
  type SinkholePlace,
  type WorldRegistrar,
} from './setting.ts';

/** Registrars that do not exist, with numbers beyond any that IANA has given out (the highest had four digits in 2026-11). */
const OLD_REGISTRARS: readonly WorldRegistrar[] = [
  { name: 'Harbour Names Ltd', ianaId: 90001, host: 'harbour-names.example' },
  { name: 'Lantern Registrar GmbH', ianaId: 90002, host: 'lantern-registrar.example' },
  { name: 'Société des Noms Élégants', ianaId: 90003, host: 'noms-elegants.example' },
];

/** Who stands in where the case names nobody. */
const NO_CUSTODIAN: WorldRegistrar = { name: 'Custodian Registrar', ianaId: 90009, host: 'custodian.example' };

/** Top levels for the servers' own names (RFC 2606), where no registry of the case runs them. */
const RESERVED_TLDS = ['example', 'test'];

export function settle(theCase: Case, scenario: Scenario, seed: string): Setting {
  const sinkholes = Object.entries(theCase.sinkholes).map(([key, sinkhole]) => sinkholePlace(key, sinkhole));
  const hosts = [...sinkholes.flatMap(({ servers }) => servers), ...OLD_HOSTS.flatMap(({ servers }) => servers)];
  const custodian = Object.values(theCase.registrars)[0];
  return indexed({
    seed,
    roots: [1, 2].map((n) => server(`${letter(n)}.root.example`, `198.51.100.${n}`)),
    registries: registryPlaces(
      theCase,
      scenario,
      hosts.map(({ host }) => topLabel(host)),
    ),
    sinkholes,
    oldHosts: OLD_HOSTS,
    oldRegistrars: OLD_REGISTRARS,
    resolvers: [
      { address: address('203.0.113.53'), validates: true },
      { address: address('203.0.113.54'), validates: false },
    ],
    custodian: custodian === undefined ? NO_CUSTODIAN : { ...custodian, host: NO_CUSTODIAN.host },
    petitioner: theCase.petitioner.name,
  });
}

const OLD_HOSTS: readonly OldHost[] = [
  {
    key: 'harbour',
    servers: [
      server('ns1.harbour-hosting.example', '203.0.113.10'),
      server('ns2.harbour-hosting.example', '203.0.113.11'),
    ],
    addresses: [],
  },
  {
    key: 'quayside',
    servers: [server('ns1.quayside-dns.test', '203.0.113.12'), server('ns2.quayside-dns.test', '203.0.113.13')],
    addresses: [],
  },
  { key: 'own', servers: [], addresses: [address('203.0.113.20'), address('203.0.113.21')] },
];

function registryPlaces(theCase: Case, scenario: Scenario, hostTlds: readonly string[]): readonly RegistryPlace[] {
  const listed = theCase.recipients.filter(({ role }) => role === 'registry-operator');
  const known = new Set(listed.flatMap(({ tlds }) => tlds));
  const scheduled = theCase.schedules.flatMap(({ names }) => names.map(({ registrable }) => topLabel(registrable)));
  const wanted = new Set([...scheduled, ...hostTlds.filter((tld) => !RESERVED_TLDS.includes(tld))]);
  const unlisted = [...wanted].filter((tld) => !known.has(tld)).sort(byCodeUnit);
  const registries = [
    ...listed.map(({ id, name, tlds }) => ({ id, title: name, tlds })),
    ...unlisted.map((tld) => ({ id: `.${tld}`, title: `Registry of .${tld}`, tlds: [tld] })),
  ].map((registry, index) => ({
    ...registry,
    nameServers: tldServers(registry.id, index + 1),
    registration: registrationOf(registry, scenario),
  }));
  const taken = new Set(registries.flatMap(({ tlds }) => tlds));
  const reserved = { id: 'reserved', tlds: RESERVED_TLDS.filter((tld) => !taken.has(tld)) };
  const asked = sinkholeDomainsOf(theCase).some(({ name }) => reserved.tlds.includes(topLabel(name)));
  return [
    {
      ...reserved,
      title: 'Reserved names',
      nameServers: tldServers('reserved', 0),
      ...(asked && { registration: registrationOf(reserved, scenario) }),
    },
    ...registries,
  ];
}

function registrationOf(
  registry: { readonly id: string; readonly tlds: readonly string[] },
  scenario: Scenario,
): NonNullable<RegistryPlace['registration']> {
  const setup = scenario.registries[registry.id];
  const { layout = 'icann', encoding = 'utf-8' } = setup ?? {};
  return { ...registryHosts(setup, registry.tlds[0] ?? registry.id), layout, encoding };
}

/** Two servers a registry, at 198.51.100.10 and up; beyond a hundred registries at IPv6 addresses. */
function tldServers(id: string, index: number): readonly NameServer[] {
  const stem = id.replace(/[^a-z0-9-]/g, '') || 'registry';
  return [1, 2].map((n) => {
    const last = 10 + index * 2 + n - 1;
    const at = last <= 250 ? `198.51.100.${last}` : `2001:db8:53:${index.toString(16)}::${n}`;
    return server(`${letter(n)}.${stem}.tld-servers.example`, at);
  });
}

function sinkholePlace(key: string, sinkhole: Sinkhole): SinkholePlace {
  const v4 = sinkhole.prefixes.find((prefix) => prefix.includes('.'));
  const v6 = sinkhole.prefixes.find((prefix) => prefix.includes(':'));
  const within = (offset: number): readonly Address[] => [
    ...(v4 === undefined ? [] : [inPrefix(v4, offset)]),
    ...(v6 === undefined ? [] : [inPrefix(v6, offset)]),
  ];
  // Only the first server has an IPv6 address: one is enough to show that both families are asked.
  const servers = sinkhole.nameServers.map((host, index) => ({
    host,
    addresses: index === 0 ? within(1) : within(index + 1).slice(0, 1),
  }));
  return { key, servers, web: within(80) };
}

/** The address so far into a prefix; a prefix too short for that has but its first. */
function inPrefix(prefix: string, offset: number): Address {
  const [base = '', bits] = prefix.split('/');
  if (base.includes(':')) {
    return Number(bits) > 112 ? address(base) : address(base.replace(/::$/, `::${offset}`));
  }
  const last = base.slice(base.lastIndexOf('.') + 1);
  return Number(bits) > 24 ? address(base) : address(`${base.slice(0, -last.length)}${Number(last) + offset}`);
}

function server(host: string, at: string): NameServer {
  return { host: hostName(host), addresses: [address(at)] };
}

function hostName(text: string): Name {
  const name = nameOrNone(text);
  if (name === undefined) throw new Error(`${text} is not a host name`);
  return name;
}

function address(text: string): Address {
  const read = parseAddress(text);
  if (read === undefined) throw new Error(`${text} is not an address`);
  return read;
}

function letter(n: number): string {
  return String.fromCharCode(96 + n);
}
