// `takedown doctor` and `takedown lookup` on a simulated internet: as it should be, and with somebody on the way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatNetwork } from '../../../src/casefile/network-file.ts';
import { openRehearsal, type Rehearsal } from '../../../src/rehearsal/open.ts';
import { aCase, aScenario, faulty, START, step } from '../../rehearsal/support.ts';
import { documentOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';

const scenario = aScenario([
  [step('testers', { do: ['lock', 'delegate'] })],
  [faulty('203.0.113.54', { fault: 'rewriting' }), faulty('whois.nic.test', { fault: 'silent' })],
]);

interface DoctorDocument {
  readonly complete: boolean;
  readonly fine: boolean;
  readonly checks: readonly { readonly check: string; readonly condition: string; readonly text: string }[];
}

let folder: string;
let world: Rehearsal;

beforeAll(async () => {
  folder = emptyFolder();
  world = await openRehearsal({ theCase: aCase(), scenario, clock: () => START, fast: true });
  writeFiles(folder, { 'network.yaml': formatNetwork(world.network) });
});
afterAll(async () => {
  await world.close();
  removeFolder(folder);
});

const run = (args: readonly string[], circumstances: Circumstances = {}) =>
  takedown(folder, [...args, '--network', 'network.yaml'], circumstances);

/** What differs from one asking, and from one machine, to the next. */
function settled(text: string): string {
  return text
    .replace(/\d+ ms/g, 'N ms')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replace(/version [\d.]+/g, 'version N')
    .replace(/tz database \S+/, 'tz database N')
    .replace(/\d+ KiB/, 'N KiB')
    .replace(/(open files +)(\d+|unlimited)/, '$1N')
    .replaceAll(folder, 'FOLDER')
    .replace(/(cache +)\S*\.cache\S* can be\s+written/, '$1FOLDER/.cache/takedown can be written');
}

describe('doctor', () => {
  test('all is fine in a world that is as it should be', async () => {
    world.enter(0);
    const told = await run(['doctor']);
    expect(told).toMatchObject({ code: 0, err: '' });
    await expect(settled(told.out)).toMatchFileSnapshot('golden/doctor.txt');
    const { fine, complete, checks } = documentOf<DoctorDocument>((await run(['doctor', '--json'])).out, 'doctor');
    expect([fine, complete]).toEqual([true, true]);
    expect(new Set(checks.map(({ check }) => check)).size).toBeGreaterThanOrEqual(12);
  });

  test('fits 80 columns', async () => {
    world.enter(0);
    const told = await run(['doctor'], { columns: 80, env: { NO_COLOR: '1' } });
    for (const line of told.out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
    expect(told.out).not.toContain('\u001b');
  });

  test('a resolver that gives addresses for names that do not exist, a registry that is silent', async () => {
    world.enter(1);
    const told = await run(['doctor']);
    expect(told.code).toBe(20);
    expect(told.out).toMatch(/not so +resolver 203\.0\.113\.54 +.*a name that is not there, 203\.0\.113\.80/);
    expect(told.out).toMatch(/fine +resolver 203\.0\.113\.53 +203\.0\.113\.53: a name that is not there is denied/);
    expect(told.out).toMatch(/not so +WHOIS, port 43/);
  });

  test('a network in which nothing can be reached is told line by line, at once', async () => {
    writeFiles(folder, {
      'nothing.yaml': 'simulated: true\nclosed: true\nrdap: {bootstrap: "http://127.0.0.1:1/x"}\n',
    });
    const began = performance.now();
    const told = await takedown(folder, ['doctor', '--network', 'nothing.yaml', '--json']);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(told.code).toBe(20);
    const { checks } = documentOf<DoctorDocument>(told.out, 'doctor');
    const condition = (wanted: string) => checks.find(({ check }) => check === wanted)?.condition;
    expect(['DNS over UDP', 'DNS over TCP', 'RDAP over HTTP'].map(condition)).toEqual(['not-so', 'not-so', 'not-so']);
    expect(condition('name servers')).toBe('unknown');
    expect(condition('Node')).toBe('fine');
  });

  test('settings that cannot be read are one of the things that are told', async () => {
    world.enter(0);
    writeFiles(folder, { 'cases/.keep': '', 'takedown.yaml': 'resolvers: [nonsense]\n' });
    try {
      const told = await run(['doctor']);
      expect(told.code).toBe(20);
      expect(told.out).toMatch(/not so +settings/);
    } finally {
      writeFiles(folder, { 'takedown.yaml': '' });
    }
  });
});
