// One world, two ways to serve it: the rehearsal's own servers and the distribution's, both asked by the same program. Runs in a
// network namespace of its own, where the documentation addresses of the world are addresses of the loopback interface.
// Prints one JSON document: the rows of each check.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNetwork } from '../../src/casefile/network-file.ts';
import { clockFrom } from '../../src/cli/clock.ts';
import type { Network } from '../../src/model/asking/network.ts';
import { openRehearsal } from '../../src/rehearsal/open.ts';
import { worldOn } from '../../src/rehearsal/world/advance.ts';
import { rolesOf } from '../../src/rehearsal/world/setting.ts';
import { makeRehearsal } from '../../src/store/case/rehearsal-folder.ts';
import { casePaths } from '../../src/store/workspace.ts';
import { takedown } from '../support/takedown.ts';
import { resolverPlace } from '../support/values.ts';
import { giveAddresses, worldOf } from './world-case.ts';
import { askedOfEach, RESOLVER_ADDRESSES, type RealWorld, startWorld } from './world-servers.ts';

/** The last word says whether the days of the scenario are this machine's. */
const [, , casesFolder = '', names = 'phosphorus', time] = process.argv;
const SEED = 'takedown';

const folder = mkdtempSync(join(tmpdir(), 'takedown-world-'));
try {
  process.stdout.write(JSON.stringify(await everyWay(names)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function everyWay(id: string) {
  const { theCase, scenario, setting, beginning } = await worldOf({ casesFolder, folder, id, seed: SEED });
  const days = scenario.days.map(({ day }) => day);
  const last = days.at(-1) ?? 0;
  const world = worldOn(beginning, scenario, last);
  const changed = [...world.names.values()].filter(({ remembered }) => remembered !== undefined);
  const before = lastDayBefore(days, (day) => {
    const then = worldOn(beginning, scenario, day);
    return changed.every(({ name }) => then.names.get(name)?.remembered === undefined);
  });
  giveAddresses([...rolesOf(setting).keys(), ...RESOLVER_ADDRESSES]);
  const clock = clockFrom(world.at);
  const stage = await openRehearsal({ theCase, scenario, clock: clock.now, fast: true, seed: SEED });
  const own = time === 'own' ? { time: 'own' as const } : {};
  let real: RealWorld | undefined;
  try {
    stage.enter(last);
    const rehearsed: Network = { ...stage.network, clock: world.at };
    const rows: Record<string, unknown> = { rehearsal: await rowsOf('rehearsal', id, rehearsed) };
    real = await startWorld({ folder, before: worldOn(beginning, scenario, before), setting, until: world.at, ...own });
    await askedOfEach(
      real,
      changed.flatMap(({ name }) => [name, `www.${name}`]),
    );
    await real.moveTo(world);
    for (const [title, resolvers] of Object.entries(real.resolvers)) {
      const dns = { ...rehearsed.dns, resolvers: resolvers.map(resolverPlace), routes: new Map() };
      rows[title] = await rowsOf(title, id, { ...rehearsed, closed: false, dns });
    }
    return { ready: real.ready, rows };
  } finally {
    real?.close();
    await stage.close();
  }
}

function lastDayBefore(days: readonly number[], holds: (day: number) => boolean): number {
  return days.filter(holds).at(-1) ?? days[0] ?? 0;
}

/** The whole program, in a workspace of its own. */
async function rowsOf(title: string, id: string, network: Network): Promise<unknown> {
  const workspace = join(folder, title);
  mkdirSync(workspace);
  cpSync(casesFolder, join(workspace, 'cases'), { recursive: true });
  const original = casePaths({ root: workspace, cases: join(workspace, 'cases') }, id);
  if (original === undefined) throw new Error('no such case');
  makeRehearsal(original);
  writeFileSync(join(workspace, 'network.yaml'), formatNetwork(network));
  const checked = await takedown(workspace, [
    'check',
    `${id}.rehearsal`,
    '--network',
    'network.yaml',
    '--fail-on',
    'never',
  ]);
  if (checked.code !== 0) throw new Error(`${title}: ${checked.code} ${checked.err}`);
  const status = await takedown(workspace, ['status', `${id}.rehearsal`, '--json']);
  const { names } = JSON.parse(status.out);
  return names;
}
