// Fetches the bootstrap file once a run, or takes it from the cache while that is fresh; an old copy is better than none
// when IANA cannot be reached. Overrides of a network file come first and need no bootstrap file.

import { type Instant, millisecondsOf } from '../../model/instant.ts';
import { type Name, topLabel } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import { makeManners } from '../manners.ts';
import type { LookupTools } from '../tools.ts';
import { type Bootstrap, baseFor, baseUrl, readBootstrap } from './bootstrap.ts';
import { fetchRdap, RDAP_DEADLINE_MS } from './wire.ts';

/** Registries move their servers a few times a year; IANA serves the file with a day's lifetime or less. */
const FRESH_MS = 86_400_000;

/** A file that could not be had is asked for again after this, so that a long watch recovers. */
const RETRY_MS = 60_000;

type Found =
  | {
      readonly ok: true;
      readonly base: string;
      readonly mayLeadTo: (host: string) => boolean;
      readonly exchanges: readonly Exchange[];
    }
  | {
      readonly ok: false;
      readonly failure: FailureKind;
      readonly detail: string;
      readonly exchanges: readonly Exchange[];
    };

export interface BootstrapSource {
  readonly from: 'network' | 'cache';
  readonly at: Instant;
}

export interface Directory {
  /** The exchanges are those that this very question caused; later ones get none. */
  find(name: Name, signal: AbortSignal): Promise<Found>;
  /** Where the bootstrap file in use came from, and how old it is; `undefined` while none is in use. */
  source(): BootstrapSource | undefined;
}

type Loaded =
  | { readonly ok: true; readonly bootstrap: Bootstrap; readonly source: BootstrapSource }
  | { readonly ok: false; readonly failure: FailureKind; readonly detail: string; readonly until: number };

type Loading = { readonly loaded: Loaded; readonly exchanges: readonly Exchange[] };

export function openDirectory(tools: LookupTools): Directory {
  let current: Promise<Loading> | undefined;
  let known: Loaded | undefined;
  const bootstrap = async (signal: AbortSignal): Promise<Loading> => {
    if (known?.ok || (known !== undefined && tools.clock.monotonic() < known.until))
      return { loaded: known, exchanges: [] };
    if (current !== undefined) return { loaded: (await current).loaded, exchanges: [] };
    current = load(tools, signal);
    try {
      const loading = await current;
      const interrupted = !loading.loaded.ok && loading.loaded.failure === 'interrupted';
      known = interrupted ? undefined : loading.loaded;
      return loading;
    } finally {
      current = undefined;
    }
  };
  return {
    find: async (name, signal) => overrideFor(tools, name) ?? listed(tools, name, await bootstrap(signal)),
    source: () => (known?.ok ? known.source : undefined),
  };
}

function overrideFor({ network }: LookupTools, name: Name): Found | undefined {
  const given = network.rdap.servers.get(topLabel(name));
  if (given === undefined) return undefined;
  const base = baseUrl(given);
  const hosts = new Set(
    [...network.rdap.servers.values()].flatMap((url) => (URL.canParse(url) ? new URL(url).host : [])),
  );
  if (base !== undefined) return { ok: true, base, mayLeadTo: (host) => hosts.has(host), exchanges: [] };
  return { ok: false, failure: 'no-server', detail: `${given} is no address of an RDAP server`, exchanges: [] };
}

function listed({ network }: LookupTools, name: Name, { loaded, exchanges }: Loading): Found {
  if (!loaded.ok) return { ...loaded, exchanges };
  const { services, hosts } = loaded.bootstrap;
  const base = baseFor(name, services, network.opened ? 'allowed' : 'refused');
  if (base !== undefined) return { ok: true, base, mayLeadTo: (host) => hosts.has(host), exchanges };
  return { ok: false, failure: 'no-server', detail: `no RDAP server is listed for .${topLabel(name)}`, exchanges };
}

async function load(tools: LookupTools, signal: AbortSignal): Promise<Loading> {
  // A simulated internet and the real one never share a cache.
  const cache = tools.network.simulated ? undefined : tools.bootstrapCache;
  const kept = fromCache(tools, cache?.read());
  if (kept?.fresh) return { loaded: kept.loaded, exchanges: [] };
  const fetched = await fetchBootstrap(tools, signal);
  if (fetched.text !== undefined) cache?.write(fetched.text);
  return fetched.loaded.ok || kept === undefined ? fetched : { loaded: kept.loaded, exchanges: fetched.exchanges };
}

function fromCache(tools: LookupTools, cached: { readonly text: string; readonly at: Instant } | undefined) {
  if (cached === undefined) return undefined;
  const reading = readBootstrap(cached.text);
  if (!reading.ok) return undefined;
  const age = millisecondsOf(tools.clock.now()) - millisecondsOf(cached.at);
  const loaded: Loaded = { ok: true, bootstrap: reading.bootstrap, source: { from: 'cache', at: cached.at } };
  return { loaded, fresh: age >= 0 && age < FRESH_MS };
}

async function fetchBootstrap(tools: LookupTools, signal: AbortSignal): Promise<Loading & { readonly text?: string }> {
  const until = tools.clock.monotonic() + RETRY_MS;
  const missing = (failure: FailureKind, detail: string): Loaded => ({
    ok: false,
    failure,
    detail: `bootstrap file: ${detail}`,
    until,
  });
  if (!URL.canParse(tools.network.rdap.bootstrap))
    return { loaded: missing('no-server', 'no address of it is known'), exchanges: [] };
  const url = new URL(tools.network.rdap.bootstrap);
  const { result, exchanges } = await fetchRdap(tools, {
    url,
    signal,
    mayLeadTo: () => true,
    manners: makeManners(tools.clock, RDAP_DEADLINE_MS),
    because: 'which server answers (RFC 9224)',
  });
  if (!result.ok) return { loaded: missing(result.failure, result.detail), exchanges };
  const { status, body } = result.answer;
  if (status !== 200)
    return { loaded: missing(status >= 500 ? 'server-error' : 'unparsable', `HTTP ${status}`), exchanges };
  const reading = readBootstrap(body);
  if (!reading.ok) return { loaded: missing('unparsable', reading.reason), exchanges };
  return {
    loaded: { ok: true, bootstrap: reading.bootstrap, source: { from: 'network', at: tools.clock.now() } },
    exchanges,
    text: body,
  };
}
