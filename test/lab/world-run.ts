// One world, two ways to serve it: the rehearsal's own servers and the distribution's, both asked by the same program. Runs in a
// network namespace of its own, where the documentation addresses of the world are addresses of the loopback interface.
// Prints one JSON document: the rows of each check.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNetwork } from '../../src/casefile/network-file.ts';
import { parseScenario } from '../../src/casefile/scenario.ts';
import { clockFrom } from '../../src/cli/clock.ts';
import { caseIn } from '../../src/cli/workspace.ts';
import type { Network } from '../../src/model/network.ts';
import { openRehearsal } from '../../src/rehearsal/open.ts';
import { worldOn } from '../../src/rehearsal/world/advance.ts';
import { beginningOf } from '../../src/rehearsal/world/beginning.ts';
import { rolesOf } from '../../src/rehearsal/world/setting.ts';
import { settle } from '../../src/rehearsal/world/settle.ts';
import { makeRehearsal } from '../../src/store/rehearsal-folder.ts';
import { readInside } from '../../src/store/sources.ts';
import { casePaths } from '../../src/store/workspace.ts';
import { takedown } from '../support/takedown.ts';
import { address } from '../support/values.ts';
import { askedOfEach, RESOLVER_ADDRESSES, type RealWorld, startWorld } from './world-servers.ts';

const [, , casesFolder = '', names = 'phosphorus'] = process.argv;
const SEED = 'takedown';

const folder = mkdtempSync(join(tmpdir(), 'takedown-world-'));
try {
  process.stdout.write(JSON.stringify(await everyWay(names)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function everyWay(id: string) {
  const workspace = join(folder, 'plan');
  mkdirSync(workspace);
  cpSync(casesFolder, join(workspace, 'cases'), { recursive: true });
  const original = casePaths({ root: workspace, cases: join(workspace, 'cases') }, id);
  if (original === undefined) throw new Error('no such case');
  const { theCase } = await caseIn(makeRehearsal(original), { quick: true, from: workspace });
  const source = readInside(original.folder, 'rehearsal.yaml', workspace);
  const scenario = source && parseScenario(source, theCase);
  if (!scenario?.ok) throw new Error('no scenario');
  const setting = settle(theCase, scenario.value, SEED);
  const beginning = beginningOf(theCase, scenario.value, setting);
  const days = scenario.value.days.map(({ day }) => day);
  const last = days.at(-1) ?? 0;
  const world = worldOn(beginning, scenario.value, last);
  const changed = [...world.names.values()].filter(({ remembered }) => remembered !== undefined);
  const before = lastDayBefore(days, (day) => {
    const then = worldOn(beginning, scenario.value, day);
    return changed.every(({ name }) => then.names.get(name)?.remembered === undefined);
  });
  giveAddresses([...rolesOf(setting).keys(), ...RESOLVER_ADDRESSES]);
  const clock = clockFrom(world.at);
  const stage = await openRehearsal({ theCase, scenario: scenario.value, clock: clock.now, fast: true, seed: SEED });
  let real: RealWorld | undefined;
  try {
    stage.enter(last);
    const rehearsed: Network = { ...stage.network, clock: world.at };
    const rows: Record<string, unknown> = { rehearsal: await rowsOf('rehearsal', id, rehearsed) };
    real = await startWorld({ folder, before: worldOn(beginning, scenario.value, before), setting });
    await askedOfEach(
      real,
      changed.flatMap(({ name }) => [name, `www.${name}`]),
    );
    await real.moveTo(world);
    for (const [title, resolvers] of Object.entries(real.resolvers)) {
      const dns = { ...rehearsed.dns, resolvers: resolvers.map(address), routes: new Map() };
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

function giveAddresses(addresses: readonly string[]): void {
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  for (const address of addresses) {
    const [length, ...family] = isIPv6(address) ? [128, '-6'] : [32];
    execFileSync('ip', [...family, 'addr', 'add', `${address}/${length}`, 'dev', 'lo']);
  }
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
