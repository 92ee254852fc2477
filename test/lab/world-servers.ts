// The simulated world served by the distribution's own servers: nsd for each authority, and two validating resolvers of two
// makes, each with one that does not validate. The root and every top level bring the rehearsal's own signatures.
import type { ChildProcess } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/lookups/dns/codec/names.ts';
import { rdataText } from '../../src/lookups/printing/print-rdata.ts';
import type { Instant } from '../../src/model/instant.ts';
import { keyOf } from '../../src/rehearsal/world/keys.ts';
import type { Setting } from '../../src/rehearsal/world/setting.ts';
import type { World } from '../../src/rehearsal/world/world.ts';
import { startBind, startNsd, startUnbound, untilTheyAnswer } from './programs.ts';
import { type WorldServer, worldServers } from './world-zones.ts';

interface Wanted {
  readonly folder: string;
  readonly before: World;
  readonly setting: Setting;
  readonly until?: Instant;
  /** `own`: the world's days are this machine's, so that no resolver has to be told a time, or not to mind one. */
  readonly time?: 'own';
}

export interface RealWorld {
  /** Milliseconds from the first key to the last answer. */
  readonly ready: number;
  /** The validating and the other resolver, by make. */
  readonly resolvers: Readonly<Record<'unbound' | 'bind', readonly string[]>>;
  /** Another day: the servers read their zones anew. */
  moveTo(world: World): Promise<void>;
  close(): void;
}

/** Beside the addresses of the world's own resolvers. */
const RESOLVERS = {
  unbound: ['203.0.113.61', '203.0.113.62'],
  bind: ['203.0.113.63', '203.0.113.64'],
} as const;

/** Addresses that the machine has to have beside those of the world. */
export const RESOLVER_ADDRESSES: readonly string[] = Object.values(RESOLVERS).flat();

/** `until`: the last day that will be shown. A shipped world's clock stands years back, and the resolvers are told so. */
export async function startWorld({ folder, before, setting, until = before.at, time }: Wanted): Promise<RealWorld> {
  const servers = worldServers(before);
  const began = performance.now();
  const running = startAll(folder, servers);
  const told = time === 'own' ? {} : { at: until };
  const common = { hints: hintsOf(setting), anchor: anchorOf(setting), ...told };
  const recursors = Object.entries(RESOLVERS).flatMap(([make, addresses]) =>
    addresses.map((address, at) => {
      const start = make === 'bind' ? startBind : startUnbound;
      return start(folder, { ...common, id: `${make}-${at}`, address, validates: at === 0 });
    }),
  );
  await untilTheyAnswer([...addressesOf(servers), ...RESOLVER_ADDRESSES]);
  return {
    ready: performance.now() - began,
    resolvers: RESOLVERS,
    async moveTo(world) {
      for (const process of running.splice(0)) process.kill('SIGKILL');
      const now = worldServers(world).map((server) => ({ ...server, id: `${server.id}-now` }));
      running.push(...startAll(folder, now));
      await untilTheyAnswer(addressesOf(now));
    },
    close() {
      for (const process of [...running, ...recursors]) process.kill('SIGKILL');
    },
  };
}

/** The key that the rehearsal's network file vouches for, as a line of a zone file. */
function anchorOf({ seed }: Setting): string {
  return `. 86400 IN DNSKEY ${rdataText(keyOf(seed, ROOT).rdata)}\n`;
}

function addressesOf(servers: readonly WorldServer[]): readonly string[] {
  return servers.flatMap(({ addresses }) => addresses);
}

function hintsOf({ roots }: Setting): string {
  const lines = roots.flatMap(({ host, addresses }) => [
    `. 3600 NS ${host}.`,
    ...addresses.filter((address) => !address.includes(':')).map((address) => `${host}. 3600 A ${address}`),
  ]);
  return `${lines.join('\n')}\n`;
}

function startAll(folder: string, servers: readonly WorldServer[]): ChildProcess[] {
  return servers.map(({ id, addresses, zones }) => {
    const files = [...zones].map(([apex, text]) => {
      const file = `${id}-${apex === '' ? 'root' : apex}.zone`;
      writeFileSync(join(folder, file), text);
      return [`${apex}.`, file] as const;
    });
    return startNsd(folder, { id, addresses, zones: new Map(files) });
  });
}

/** Fills the caches of those that validate, as people who keep asking for a name do. */
export async function askedOfEach({ resolvers }: RealWorld, names: readonly string[]): Promise<void> {
  for (const [address] of Object.values(resolvers)) {
    const resolver = new Resolver({ timeout: 3000, tries: 2 });
    resolver.setServers([address ?? '']);
    for (const name of names) await resolver.resolve4(name).catch(() => undefined);
  }
}
