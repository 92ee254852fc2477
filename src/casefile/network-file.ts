// A network file to a Network and back. What a file leaves out is the real internet's.
import { parseAddress } from '../model/address.ts';
import type { ControlSettings, Endpoint, Network } from '../model/asking/network.ts';
import { byCodeUnit } from '../model/name.ts';
import type { Checked, Problem } from '../model/problem.ts';
import type { DsRecord } from '../model/seen/delegation.ts';
import { flowText } from './flow.ts';
import { present } from './present.ts';
import { inFileOrder, problem } from './problems.ts';
import { type NetworkFile, networkSchema } from './schema/network.ts';
import type { SourceText } from './source.ts';
import type { Partly } from './yaml/loosen.ts';
import { keysAt } from './yaml/tree.ts';
import { readYamlPartly, type YamlReading } from './yaml.ts';

/** The RDAP bootstrap registry of IANA (RFC 9224 section 3); last verified 2026-11 against the RFC. */
const IANA_BOOTSTRAP = 'https://data.iana.org/rdap/dns.json';

/** The internet as it is, for when no network file is given. */
export const REAL_NETWORK: Network = {
  simulated: false,
  closed: false,
  opened: false,
  dns: { roots: [], resolvers: [], routes: new Map() },
  rdap: { bootstrap: IANA_BOOTSTRAP, servers: new Map(), routes: new Map() },
  whois: { servers: new Map(), routes: new Map() },
};

export function parseNetwork(source: SourceText): Checked<Network> {
  const file = readYamlPartly(source, networkSchema);
  const routes = file.reading === undefined ? [] : routesOfNothing(file.reading);
  const problems = inFileOrder([...file.problems, ...routes]);
  if (!file.whole || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: networkOf(file.reading.value), problems };
}

function networkOf(file: NetworkFile): Network {
  const { simulated, closed, clock, dns, rdap, whois, controls, webhook, smtp, 'time-stamp': stamp } = file;
  return {
    simulated,
    closed,
    opened: true,
    ...present({ clock, smtp }),
    ...(controls && { controls: controlsOf(controls) }),
    dns: {
      roots: dns.roots,
      resolvers: dns.resolvers,
      ...present({ trustAnchors: dns['trust-anchors'] }),
      routes: byKey(dns.routes, canonical),
    },
    rdap: {
      bootstrap: rdap.bootstrap ?? IANA_BOOTSTRAP,
      servers: byKey(rdap.servers, lowerCase),
      routes: byKey(rdap.routes, lowerCase),
    },
    whois: { servers: byKey(whois.servers, lowerCase), routes: byKey(whois.routes, lowerCase) },
    ...(webhook && { webhook: { routes: byKey(webhook.routes, lowerCase) } }),
    ...(stamp && { stamp: { routes: byKey(stamp.routes, lowerCase) } }),
  };
}

export function controlsOf({ silent, known }: NonNullable<NetworkFile['controls']>): ControlSettings {
  return { silent, known: byKey(known, lowerCase) };
}

function byKey<T>(table: Readonly<Record<string, T>>, form: (key: string) => string): ReadonlyMap<string, T> {
  return new Map(Object.entries(table).map(([key, value]) => [form(key), value]));
}

function lowerCase(key: string): string {
  return key.toLowerCase();
}

function canonical(key: string): string {
  return parseAddress(key) ?? lowerCase(key);
}

/** Routes of the DNS go by address, and those of an encrypted resolver by its host: another one would never be taken. */
function routesOfNothing({ written, place, value }: YamlReading<Partly<NetworkFile>>): readonly Problem[] {
  const hosts = value.dns?.resolvers?.map((one) => ('host' in one ? one.host : undefined));
  return keysAt(written, ['dns', 'routes'])
    .filter((key) => parseAddress(key) === undefined && hosts?.includes(key.toLowerCase()) !== true)
    .map((key) => {
      const where = place(['dns', 'routes', key], 'key');
      return problem('wrong-value', `"${key}" is not an IP address.`, {
        place: where,
        hint: 'Routes of the DNS go by address; that of an encrypted resolver by its host, as `resolvers` has it.',
      });
    });
}

/** The text of a network file; reading it again gives an equal network, but for `opened`, which every file sets. */
export function formatNetwork(network: Network): string {
  const { simulated, closed, clock, dns, rdap, whois, controls, webhook, stamp, smtp } = network;
  const lines = [
    `simulated: ${simulated}`,
    `closed: ${closed}`,
    ...(clock === undefined ? [] : [`clock: ${flowText(clock)}`]),
    'dns:',
    `  roots: ${flowText(dns.roots)}`,
    `  resolvers: ${flowText(dns.resolvers.map(({ text }) => text))}`,
    ...(dns.trustAnchors === undefined ? [] : [`  trust-anchors: ${flowText(dns.trustAnchors.map(dsText))}`]),
    ...table('routes', dns.routes, endpointText),
    'rdap:',
    `  bootstrap: ${flowText(rdap.bootstrap)}`,
    ...table('servers', rdap.servers, String),
    ...table('routes', rdap.routes, endpointText),
    'whois:',
    ...table('servers', whois.servers, String),
    ...table('routes', whois.routes, endpointText),
    ...(controls === undefined ? [] : controlLines(controls)),
    ...(webhook === undefined ? [] : ['webhook:', ...table('routes', webhook.routes, endpointText)]),
    ...(stamp === undefined ? [] : ['time-stamp:', ...table('routes', stamp.routes, endpointText)]),
    ...(smtp === undefined ? [] : [`smtp: ${flowText(smtp)}`]),
  ];
  return `# A network file of takedown: where to find the internet, or what stands in its place.\n${lines.join('\n')}\n`;
}

function controlLines({ silent, known }: ControlSettings): readonly string[] {
  const sorted = [...known].sort(([a], [b]) => byCodeUnit(a, b));
  const rows = sorted.map(([name, servers]) => `    ${flowText(name)}: ${flowText(servers)}`);
  return [
    'controls:',
    `  silent: ${flowText(silent)}`,
    ...(rows.length === 0 ? ['  known: {}'] : ['  known:', ...rows]),
  ];
}

function table<T>(key: string, entries: ReadonlyMap<string, T>, form: (value: T) => string): readonly string[] {
  if (entries.size === 0) return [`  ${key}: {}`];
  const sorted = [...entries].sort(([a], [b]) => byCodeUnit(a, b));
  return [`  ${key}:`, ...sorted.map(([name, value]) => `    ${flowText(name)}: ${flowText(form(value))}`)];
}

function dsText({ keyTag, algorithm, digestType, digest }: DsRecord): string {
  return `${keyTag} ${algorithm} ${digestType} ${digest}`;
}

function endpointText({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
