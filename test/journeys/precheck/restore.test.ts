// A look before service is the picture to which a name is given back.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { documentOf } from '../../support/documents.ts';
import { takedown } from '../../support/takedown.ts';
import { CASE, openPractice, type Practice } from '../kill/practice.ts';

interface Plan {
  readonly kind: string;
  readonly served: { readonly recipient?: string } | null;
  readonly before: {
    readonly nameServers: { readonly value: readonly string[]; readonly citations: readonly string[] };
  };
  readonly now: { readonly nameServers: { readonly value: readonly string[] } };
  readonly release: unknown;
  readonly steps: readonly { readonly who: string; readonly what: string }[];
}

let practice: Practice;
const run = (...args: readonly string[]) => takedown(practice.folder, args);
const plan = async () =>
  documentOf<Plan>((await run('restore', 'plan', CASE, 'alpha.test', '--json')).out, 'restore-plan');

vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice.close());

test('it is kept by what was seen before anybody was served, with the lines that say so', async () => {
  practice.enter(0);
  expect((await run('precheck', CASE, '--network', 'network.yaml', '--quiet')).code).toBe(0);
  expect(await plan()).toMatchObject({ kind: 'never-served', served: null });
  await run('record', 'served', CASE, '--to', 'testers', '--by', 'courier');
  practice.enter(1);
  await run('check', CASE, '--network', 'network.yaml', '--quiet');
  const { kind, served, before, now, release, steps } = await plan();
  expect([kind, served?.recipient, release]).toEqual(['before-service', 'testers', null]);
  expect(now.nameServers.value).toEqual(['ns1.sinkhole.example', 'ns2.sinkhole.example']);
  expect(before.nameServers.value).not.toEqual(now.nameServers.value);
  expect(before.nameServers.citations.length).toBeGreaterThan(0);
  expect(steps.map(({ what }) => what)).toContain(`delegate it to ${before.nameServers.value.join(', ')}`);
});

test('for people it says that no order lets the name go, and fits a terminal', async () => {
  const env = { NO_COLOR: '1' };
  const { code, out } = await takedown(practice.folder, ['restore', 'plan', CASE, 'alpha.test'], { columns: 80, env });
  expect(code).toBe(0);
  expect(out).toContain('No order lets the name go: nothing may be given back');
  expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  expect((await run('show', CASE, 'alpha.test')).out).toContain(`takedown restore plan ${CASE} alpha.test`);
});

test('of a name that the case does not list nothing is made up', async () => {
  expect((await run('restore', 'plan', CASE, 'elsewhere.test')).code).toBe(2);
});
