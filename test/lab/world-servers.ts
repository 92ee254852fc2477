// The simulated world served by the distribution's own servers: nsd for each authority, and two validating resolvers of two
// makes, each with one that does not validate. The root and every top level are signed.
import type { ChildProcess } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../../src/rehearsal/world/setting.ts';
import type { World } from '../../src/rehearsal/world/world.ts';
import {
  anchorText,
  dsOfKey,
  makeKey,
  signZone,
  startBind,
  startNsd,
  startUnbound,
  untilTheyAnswer,
} from './programs.ts';
import { type WorldServer, worldServers } from './world-zones.ts';

interface Wanted {
  readonly folder: string;
  readonly before: World;
  readonly setting: Setting;
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

/** The world's clock stands years back, and resolvers go by the machine's: signatures hold for both. */
const VALID = { from: '20190101', until: '20380101' };

export async function startWorld({ folder, before, setting }: Wanted): Promise<RealWorld> {
  const servers = worldServers(before);
  const began = performance.now();
  const zones = ['', ...setting.index.registries.keys()];
  const keys = new Map(
    await Promise.all(zones.map(async (zone) => [zone, await makeKey(folder, `${zone}.`)] as const)),
  );
  const running = await startAll({ folder, keys, servers });
  const common = { hints: hintsOf(setting), anchor: anchorText(folder, keys.get('') ?? '') };
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
      running.push(...(await startAll({ folder, keys, servers: now })));
      await untilTheyAnswer(addressesOf(now));
    },
    close() {
      for (const process of [...running, ...recursors]) process.kill('SIGKILL');
    },
  };
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

interface Files {
  readonly folder: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly servers: readonly WorldServer[];
}

async function startAll({ folder, keys, servers }: Files): Promise<ChildProcess[]> {
  const below = await Promise.all([...keys].map(([zone, key]) => (zone === '' ? '' : dsOfKey(folder, key))));
  return Promise.all(
    servers.map(async ({ id, role, addresses, zones }) => {
      const files = await Promise.all(
        [...zones].map(async ([apex, text]) => {
          const file = `${id}-${apex === '' ? 'root' : apex}.zone`;
          const key = role === 'root' || role === 'tld' ? keys.get(apex) : undefined;
          const whole = apex === '' ? [text.trimEnd(), ...below, ''].join('\n') : text;
          const zone = `${apex}.`;
          if (key !== undefined)
            return [zone, await signZone(folder, { file, zone, text: whole, key, valid: VALID })] as const;
          writeFileSync(join(folder, file), whole);
          return [zone, file] as const;
        }),
      );
      return startNsd(folder, { id, addresses, zones: new Map(files) });
    }),
  );
}

/** Fills the caches of those that validate, as people who keep asking for a name do. */
export async function askedOfEach({ resolvers }: RealWorld, names: readonly string[]): Promise<void> {
  for (const [address] of Object.values(resolvers)) {
    const resolver = new Resolver({ timeout: 3000, tries: 2 });
    resolver.setServers([address ?? '']);
    for (const name of names) await resolver.resolve4(name).catch(() => undefined);
  }
}
