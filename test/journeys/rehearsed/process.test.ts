// A rehearsal as a process, with its simulated internet in a thread of its own: it is there as long as it is wanted, others can ask
// it, and nothing of it is left behind.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseNetwork } from '../../../src/casefile/network-file.ts';
import type { Endpoint } from '../../../src/model/asking/network.ts';
import { whois } from '../../rehearsal/support.ts';
import { builtProgram, startChild } from '../../support/child.ts';
import { removeFolder } from '../../support/folders.ts';
import { smallRehearsal } from '../../support/small-rehearsal.ts';

const SERVE = ['rehearse', 'two', '--fast', '--serve', '--network-out', 'network.yaml'];
const CHECK = ['check', 'two.rehearsal', '--network', 'network.yaml'];

let entry = '';
let folder = '';

beforeAll(async () => {
  entry = await builtProgram();
  folder = smallRehearsal();
}, 120_000);

afterAll(() => removeFolder(folder));

async function until(holds: () => boolean, seconds = 30): Promise<void> {
  for (let waited = 0; !holds(); waited += 1) {
    if (waited > seconds * 100) throw new Error(`not within ${seconds} s`);
    await wait(10);
  }
}

function registry(): Endpoint | undefined {
  const file = { file: 'network.yaml', octets: readFileSync(join(folder, 'network.yaml')) };
  const network = parseNetwork(file);
  if (!network.ok) throw new Error(JSON.stringify(network.problems));
  return network.value.whois.routes.get('whois.nic.zone');
}

test('serves the last day to whoever has the network file, until Ctrl-C, and then no more', async () => {
  const serving = startChild(entry, folder, SERVE);
  await until(() => existsSync(join(folder, 'network.yaml')));
  const at = registry();
  expect((await whois(at, 'bravo.zone')).toString()).toContain('serverHold');
  expect(await startChild(entry, folder, CHECK).ended).toMatchObject({ code: 0 });
  const second = await startChild(entry, folder, ['rehearse', 'two', '--fast', '--json']).ended;
  expect([second.code, JSON.parse(second.err)]).toMatchObject([23, { code: 'folder-in-use' }]);
  serving.kill('SIGINT');
  expect(await serving.ended).toMatchObject({ code: 130, signal: null });
  await expect(whois(at, 'bravo.zone')).rejects.toThrow('ECONNREFUSED');
});

test.each(['case.yaml', 'runs'])(
  'a Ctrl-C as soon as there is %s ends it in order',
  async (file) => {
    const copy = join(folder, 'cases', 'two.rehearsal');
    removeFolder(copy);
    const child = startChild(entry, folder, SERVE);
    await until(() => existsSync(join(copy, file)));
    child.kill('SIGINT');
    expect(await child.ended).toMatchObject({ code: 130, signal: null });
  },
  60_000,
);
