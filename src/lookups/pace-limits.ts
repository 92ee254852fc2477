// How politely each kind of server is asked. Few registries publish a limit; where none is known the numbers are our own
// and careful: a refused question costs more than a late one.
import type { Network } from '../model/asking/network.ts';
import type { PaceLimit, PaceLimits } from './pace.ts';

interface KindLimits {
  readonly whois: PaceLimit;
  readonly rdap: PaceLimit;
  readonly dns: PaceLimit;
  readonly longestHold: number;
  readonly slowest: number;
}

/** Our own choice, 2026-11: no standard states one. A TLD's name servers bear far more; recursive resolvers are shared. */
const INTERNET: KindLimits = {
  whois: { atOnce: 1, apart: 500 },
  rdap: { atOnce: 2, apart: 100 },
  dns: { atOnce: 20, apart: 5 },
  longestHold: 30_000,
  slowest: 1 / 16,
};

interface KnownRow {
  readonly limit: PaceLimit;
  /** What the registry publishes. */
  readonly published: string;
  readonly source: string;
}

/** Registries that publish a limit. Last verified 2026-11; the limits themselves may be older than that. */
const KNOWN: Readonly<Record<string, KnownRow>> = {
  'whois.nic.uk': {
    limit: { atOnce: 1, apart: 500 },
    published: '5 a second, 1,000 in 24 hours',
    source: 'nominet.uk, WHOIS acceptable use policy',
  },
  'whois.centralnic.com': {
    limit: { atOnce: 1, apart: 600 },
    published: '1,800 in 15 minutes from one /24 or /48',
    source: 'centralnicregistry.com, guidance on the WHOIS service',
  },
  'whois.norid.no': {
    limit: { atOnce: 1, apart: 1200 },
    published: '60 a minute, 3,000 a day, for registrars',
    source: 'norid.no, acceptable use policy',
  },
  'whois.fi': {
    limit: { atOnce: 1, apart: 500 },
    published: '5 a second, 10,000 in 24 hours',
    source: 'ficora.fi, conditions for the WHOIS service, 2008',
  },
  'whois.tcinet.ru': {
    limit: { atOnce: 1, apart: 2200 },
    published: '30 a minute; who exceeds it again and again is shut out for an hour',
    source: 'ripn.su, on the use of the WHOIS service; ripn.net said 12 a minute before',
  },
  'whois.publicinterestregistry.org': {
    limit: { atOnce: 1, apart: 2200 },
    published: '30 a minute on the web; port 43 has a limit that is not told',
    source: 'thenew.org, questions about WHOIS',
  },
  // A day's hundred cannot be told by a distance: beyond it the registry refuses, and the name is unknown.
  'whois.weare.ie': {
    limit: { atOnce: 1, apart: 2000 },
    published: '100 in 24 hours',
    source: 'domainregistry.ie, WHOIS acceptable use policy',
  },
};

/** Servers of a network file bear what a test makes them bear: hold-offs are short, and nobody slows down, so that a rehearsal stays short. */
const SIMULATED: KindLimits = {
  whois: { atOnce: 8, apart: 0 },
  rdap: { atOnce: 8, apart: 0 },
  dns: { atOnce: 24, apart: 0 },
  longestHold: 50,
  slowest: 1,
};

/** `overrides` come from the configuration: by host, or by address for DNS. */
export function paceLimits(network: Network, overrides: ReadonlyMap<string, PaceLimit>): PaceLimits {
  const limits = network.simulated ? SIMULATED : INTERNET;
  return {
    of: (server) => overrides.get(hostOf(server)) ?? known(network, hostOf(server)) ?? limits[kindOf(server)],
    longestHold: limits.longestHold,
    slowest: limits.slowest,
  };
}

function known(network: Network, host: string): PaceLimit | undefined {
  return !network.simulated && Object.hasOwn(KNOWN, host) ? KNOWN[host]?.limit : undefined;
}

function kindOf(server: string): 'whois' | 'rdap' | 'dns' {
  if (server.startsWith('whois:')) return 'whois';
  return /^https?:/.test(server) ? 'rdap' : 'dns';
}

function hostOf(server: string): string {
  return URL.canParse(server) && server.includes('://') ? new URL(server).hostname : server;
}
