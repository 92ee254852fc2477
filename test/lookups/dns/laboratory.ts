// A laboratory for tests: name servers on loopback under documentation addresses, and the tools of a run that lead there.
import { afterAll } from 'vitest';
import { type DnsClient, openDnsClient } from '../../../src/lookups/dns/client.ts';
import { makeGuard } from '../../../src/lookups/guard.ts';
import type { LookupTools } from '../../../src/lookups/tools.ts';
import type { LookupCircumstances } from '../../../src/model/asking/lookup.ts';
import type { Endpoint, Network } from '../../../src/model/asking/network.ts';
import type { SealInForce } from '../../../src/model/case/seal.ts';
import { instantAt } from '../../../src/model/instant.ts';
import type { LookupKind, ObservationOf } from '../../../src/model/seen/observation.ts';
import { address, resolverPlace } from '../../support/values.ts';
import { type Handler, type NameServer, openNameServer } from './name-server.ts';

const open: (() => Promise<void> | void)[] = [];

afterAll(async () => {
  for (const close of open.splice(0)) await close();
});

export interface Laboratory {
  readonly tools: LookupTools;
  readonly client: DnsClient;
  readonly servers: Readonly<Record<string, NameServer>>;
}

/** Servers by address; those in `dead` have a route to a port at which nobody listens. */
export async function laboratory(
  handlers: Readonly<Record<string, Handler>>,
  parts: {
    readonly roots?: readonly string[];
    readonly resolvers?: readonly string[];
    readonly dead?: readonly string[];
    readonly seal?: SealInForce;
  } = {},
): Promise<Laboratory> {
  const servers: Record<string, NameServer> = {};
  const routes = new Map<string, Endpoint>();
  for (const [text, handler] of Object.entries(handlers)) {
    const server = await openNameServer(handler);
    servers[text] = server;
    open.push(() => server.close());
    routes.set(address(text), { address: address('127.0.0.1'), port: server.port });
  }
  for (const text of parts.dead ?? []) {
    const server = await openNameServer(() => []);
    await server.close();
    routes.set(address(text), { address: address('127.0.0.1'), port: server.port });
  }
  const tools = toolsFor(routes, parts);
  const client = openDnsClient(tools);
  open.push(() => client.close());
  return { tools, client, servers };
}

function toolsFor(
  routes: ReadonlyMap<string, Endpoint>,
  {
    roots = [],
    resolvers = [],
    seal,
  }: { readonly roots?: readonly string[]; readonly resolvers?: readonly string[]; readonly seal?: SealInForce },
): LookupTools {
  const network: Network = {
    simulated: true,
    closed: true,
    opened: true,
    dns: { roots: roots.map(address), resolvers: resolvers.map(resolverPlace), routes },
    rdap: { bootstrap: '', servers: new Map(), routes: new Map() },
    whois: { servers: new Map(), routes: new Map() },
  };
  let seed = 1;
  return {
    network,
    guard: makeGuard(network, () => Promise.reject(new Error('no host is asked for here')), seal),
    pace: { enter: async () => () => {}, enterNow: () => () => {}, holdOff: () => {}, fellSilent: () => {} },
    clock: { now: () => instantAt(Date.now()), monotonic: () => performance.now() },
    random: (count) =>
      Uint8Array.from({ length: count }, () => {
        seed = (seed * 1103515245 + 12345) % 0x80000000;
        return seed >> 16;
      }),
  };
}

export const FREE: Pick<LookupCircumstances, 'mayAsk' | 'signal'> = {
  mayAsk: () => true,
  signal: new AbortController().signal,
};

export function having(...earlier: readonly ObservationOf<LookupKind>[]): LookupCircumstances {
  return { ...FREE, earlier };
}
