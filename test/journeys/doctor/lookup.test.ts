// `takedown lookup` on a simulated internet: the view, the trace, what went either way, and the documents for scripts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatNetwork } from '../../../src/casefile/network-file.ts';
import { openRehearsal, type Rehearsal } from '../../../src/rehearsal/open.ts';
import { aCase, aScenario, faulty, START, step } from '../../rehearsal/support.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';

const scenario = aScenario([
  [step('testers', { do: ['lock', 'delegate'] })],
  [faulty('203.0.113.54', { fault: 'rewriting' }), faulty('ns2.sinkhole.example', { fault: 'silent' })],
]);

interface Row {
  readonly transport: string;
  readonly question: string;
  readonly because?: string;
  readonly octetsSent: number;
  readonly received?: string;
}
interface LookupDocument {
  readonly names: readonly {
    readonly notes: readonly { readonly word: string }[];
    readonly trace?: readonly Row[];
  }[];
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
  takedown(folder, ['lookup', ...args, '--network', 'network.yaml'], circumstances);
const document = async (...args: readonly string[]) =>
  documentOf<LookupDocument>((await run([...args, '--json'])).out, 'lookup').names[0];

describe('the view', () => {
  test('has every source once, and servers that say the same are told together', async () => {
    world.enter(0);
    const told = await run(['alpha.test'], { columns: 80, env: { NO_COLOR: '1' } });
    expect(told).toMatchObject({ code: 0, err: '' });
    await expect(told.out).toMatchFileSnapshot('golden/lookup.txt');
    for (const line of told.out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  test('says what is wrong under its word, and ends with 21 where something could not be asked', async () => {
    world.enter(1);
    const told = await run(['alpha.test']);
    expect(told.code).toBe(21);
    expect(told.out).toMatch(/Needs attention\n(?:.*\n)* +rewritten answers +203\.0\.113\.54 gives addresses/);
    const words = (await document('alpha.test'))?.notes.map(({ word }) => word);
    expect(words).toContain('rewritten-answers');
  });

  test('a name with letters beyond ASCII is shown in both forms; one that is none is refused', async () => {
    world.enter(0);
    expect((await run(['bücher.test'])).out).toContain('xn--bcher-kva.test (bücher.test)');
    const refused = await run(['not a name', '--json']);
    expect(refused.code).toBe(2);
    expect(errorOf(refused.err)).toMatchObject({ code: 'not-a-name' });
  });
});

describe('the trace', () => {
  test('has each exchange in order, with control questions and further attempts by their cause', async () => {
    world.enter(0);
    const rows = (await document('alpha.test', '--trace'))?.trace ?? [];
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.some(({ because }) => because?.includes('control question: '))).toBe(true);
    expect(rows.some(({ question }) => question === 'DS alpha.test')).toBe(true);
    expect(rows.every((row) => row.octetsSent > 0 && row.received === undefined)).toBe(true);
    const told = await run(['alpha.test', '--trace'], { columns: 80 });
    expect(told.out).toMatch(/Trace: \d+ exchanges in \d+ ms/);
    expect(told.out).toMatch(/\d+ ms {2}udp {2}198\.51\.100\.\d+ {2}NS alpha\.test/);
  });

  test('tells why a silent server is asked again', async () => {
    world.enter(1);
    const rows = (await document('alpha.test', '--trace'))?.trace ?? [];
    expect(rows.some(({ because }) => /^no answer within \d+ ms: asked again/.test(because ?? ''))).toBe(true);
  });

  test('with --raw has the octets: DNS as zone files have it, JSON, text, and base64 for scripts', async () => {
    world.enter(0);
    const { out } = await run(['alpha.test', '--raw']);
    expect(out).toContain(';; ->>HEADER<<- opcode: QUERY, status: NOERROR');
    expect(out).toMatch(/alpha\.test\. {2}\d+ {2}IN {2}NS {2}ns1\.sinkhole\.example\./);
    expect(out).toContain('"objectClassName": "domain"');
    expect(out).not.toContain('\u001b');
    const rows = (await document('alpha.test', '--raw'))?.trace ?? [];
    expect(rows.every(({ received }) => typeof received === 'string')).toBe(true);
  });
});
