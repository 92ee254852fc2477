// Values that the tests of the lookups share: networks, a clock, tools.
import { makeGuard } from '../../src/lookups/guard.ts';
import { makePace } from '../../src/lookups/pace.ts';
import { paceLimits } from '../../src/lookups/pace-limits.ts';
import type { LookupTools } from '../../src/lookups/tools.ts';
import { type Address, parseAddress } from '../../src/model/address.ts';
import type { LookupCircumstances } from '../../src/model/asking/lookup.ts';
import type { Endpoint, Network } from '../../src/model/asking/network.ts';
import type { Clock } from '../../src/model/clock.ts';
import { instantAt } from '../../src/model/instant.ts';

export interface NetworkParts {
  readonly simulated?: boolean;
  readonly opened?: boolean;
  readonly closed?: boolean;
  readonly dns?: ReadonlyMap<string, Endpoint>;
  readonly bootstrap?: string;
  readonly rdapServers?: ReadonlyMap<string, string>;
  readonly rdap?: ReadonlyMap<string, Endpoint>;
  readonly whoisServers?: ReadonlyMap<string, string>;
  readonly whois?: ReadonlyMap<string, Endpoint>;
}

export function network(parts: NetworkParts): Network {
  return {
    simulated: parts.simulated ?? false,
    closed: parts.closed ?? false,
    opened: parts.opened ?? false,
    dns: { roots: [], resolvers: [], routes: parts.dns ?? new Map() },
    rdap: {
      bootstrap: parts.bootstrap ?? 'https://rdap.example/dns.json',
      servers: parts.rdapServers ?? new Map(),
      routes: parts.rdap ?? new Map(),
    },
    whois: { servers: parts.whoisServers ?? new Map(), routes: parts.whois ?? new Map() },
  };
}

export const testClock: Clock = { now: () => instantAt(Date.now()), monotonic: () => performance.now() };

export function tools(parts: NetworkParts): LookupTools {
  const given = network({ simulated: true, opened: true, ...parts });
  return {
    network: given,
    guard: makeGuard(given, () => Promise.reject(new Error('no resolver in tests'))),
    pace: makePace(paceLimits(given, new Map()), testClock),
    clock: testClock,
    random: (count) => new Uint8Array(count),
  };
}

export function loopback(port: number): Endpoint {
  const address: Address | undefined = parseAddress('127.0.0.1');
  if (address === undefined) throw new Error('no loopback');
  return { address, port };
}

export function circumstances(signal?: AbortSignal): LookupCircumstances {
  return { earlier: [], mayAsk: () => true, signal: signal ?? new AbortController().signal };
}
