// How politely each kind of server is asked. Few registries publish a limit; where none is known the numbers are our own
// and careful: a refused question costs more than a late one.
import type { Network } from '../model/network.ts';
import type { PaceLimit, PaceLimits } from './pace.ts';

interface KindLimits {
  readonly whois: PaceLimit;
  readonly rdap: PaceLimit;
  readonly dns: PaceLimit;
  readonly longestHold: number;
}

/** Our own choice, 2026-11: no standard states one. A TLD's name servers bear far more; recursive resolvers are shared. */
const INTERNET: KindLimits = {
  whois: { atOnce: 1, apart: 500 },
  rdap: { atOnce: 2, apart: 100 },
  dns: { atOnce: 20, apart: 5 },
  longestHold: 30_000,
};

/** Servers of a network file bear what a test makes them bear; their hold-offs are shortened so that a rehearsal stays short. */
const SIMULATED: KindLimits = {
  whois: { atOnce: 8, apart: 0 },
  rdap: { atOnce: 8, apart: 0 },
  dns: { atOnce: 200, apart: 0 },
  longestHold: 50,
};

/** `overrides` come from the configuration: by host, or by address for DNS. */
export function paceLimits(network: Network, overrides: ReadonlyMap<string, PaceLimit>): PaceLimits {
  const limits = network.simulated ? SIMULATED : INTERNET;
  return {
    of: (server) => overrides.get(hostOf(server)) ?? limits[kindOf(server)],
    longestHold: limits.longestHold,
  };
}

function kindOf(server: string): 'whois' | 'rdap' | 'dns' {
  if (server.startsWith('whois:')) return 'whois';
  return /^https?:/.test(server) ? 'rdap' : 'dns';
}

function hostOf(server: string): string {
  return URL.canParse(server) && server.includes('://') ? new URL(server).hostname : server;
}
