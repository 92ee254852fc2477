// The stage of a rehearsal in a thread of its own, as it is built: it says what the one in this thread says, and whatever goes
// wrong with it is told.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sharing } from '../../../src/cli/context.ts';
import { openStageApart } from '../../../src/cli/rehearse/stage-apart.ts';
import { openStage, type Stage } from '../../../src/cli/rehearse/staging.ts';
import type { Endpoint } from '../../../src/model/asking/network.ts';
import { aCase, aScenario, askUdp, rdata, step, whois } from '../../rehearsal/support.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';
import { smallRehearsal } from '../../support/small-rehearsal.ts';
import { type Ran, takedown } from '../../support/takedown.ts';
import { builtThreads } from '../../support/threads.ts';

const scenario = aScenario([[], [step('alpha.test', { do: ['lock', 'delegate', 'transfer'] })], []]);
const wanted = { theCase: aCase(), scenario, fast: true };

const folder = emptyFolder();
let sharing: Sharing;
let here: Stage;
let apart: Stage;

beforeAll(async () => {
  sharing = await builtThreads(join(folder, 'built'), ['stage']);
  here = await openStage(wanted);
  apart = await openStageApart(wanted, sharing);
}, 60_000);

afterAll(async () => {
  await Promise.all([here?.close(), apart?.close()]);
  removeFolder(folder);
});

const whoisAt = ({ network }: Stage) => network.whois.routes.get('whois.nic.test');
/** When the answer was made is told to the minute only. */
const record = async (to: Endpoint | undefined) =>
  (await whois(to, 'alpha.test')).toString().replace(/(\d\d:\d\d):[\d.]+(?=Z <<<)/, '$1');

async function referral({ network: { dns } }: Stage) {
  const [root] = dns.roots;
  const { authority } = await askUdp(root && dns.routes.get(root), { name: 'alpha.test', type: 'A' });
  expect(rdata(authority)).toContain('a.testers.tld-servers.example');
  return authority;
}

/** Threads that are not as they should be. */
function strange(name: string, text: string): Sharing {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'stage.mjs'), `import { parentPort } from 'node:worker_threads';\n${text}\n`);
  return { ...sharing, entry: pathToFileURL(join(folder, name, 'part.mjs')) };
}

const UP = "parentPort.postMessage({ number: 0, answer: {} });\nparentPort.on('message', () => {";

describe('a stage in a thread of its own', () => {
  test('has the same network, at other ports', () => {
    const shape = ({ network: { dns, rdap, whois, ...rest } }: Stage) => ({
      ...rest,
      smtp: rest.smtp?.host,
      dns: { ...dns, routes: [...dns.routes.keys()] },
      rdap: [...rdap.routes.keys()],
      whois: { servers: whois.servers, routes: [...whois.routes.keys()] },
    });
    expect(shape(apart)).toEqual(shape(here));
    expect(whoisAt(apart)?.port).not.toBe(whoisAt(here)?.port);
  });

  test.each([0, 1, 2, 1])('says on day %i what the one in this thread says, by the clock of that day', async (day) => {
    expect(await apart.enter(day)).toEqual(await here.enter(day));
    const [theirs, ours] = [await record(whoisAt(apart)), await record(whoisAt(here))];
    expect(theirs).toBe(ours);
    expect(theirs).toContain(`Last update of whois database: 2019-03-${15 + day}T20:00Z`);
    expect(await referral(apart)).toEqual(await referral(here));
  });

  test('knows no other days, and goes on', async () => {
    await expect(apart.enter(7)).rejects.toThrow(new RangeError('the scenario has no day 7'));
    await expect(apart.enter(1)).resolves.toMatchObject({ check: true });
    expect(apart.gone.aborted).toBe(false);
  });

  test('counts what its servers were asked, and keeps what they were sent', async () => {
    const asked = async () => (await apart.load()).find(({ server }) => server === 'whois.nic.test')?.questions ?? 0;
    const before = await asked();
    await record(whoisAt(apart));
    expect(await asked()).toBe(before + 1);
    expect(await apart.mails()).toEqual([]);
  });

  test('leaves no port open when it is closed, and nothing that could be asked', async () => {
    const other = await openStageApart(wanted, sharing);
    await other.enter(0);
    expect(await record(whoisAt(other))).toContain('ALPHA.TEST');
    const asked = expect(other.load()).rejects.toThrow('closed');
    await other.close();
    await asked;
    await expect(whois(whoisAt(other), 'alpha.test')).rejects.toThrow('ECONNREFUSED');
    await other.close();
  });
});

describe('a thread', () => {
  test('that cannot begin is told', async () => {
    const nowhere = { ...sharing, entry: pathToFileURL(join(folder, 'nowhere', 'part.mjs')) };
    await expect(openStageApart(wanted, nowhere)).rejects.toThrow(/Cannot find module .*stage\.mjs/);
  });

  test.each([
    ['fails', 'throw new RangeError("no port is left");', 'no port is left'],
    ['ends', 'process.exit(3);', 'ended by itself, with 3'],
  ])('that %s before its servers are up is told', async (name, text, message) => {
    await expect(openStageApart(wanted, strange(`early ${name}`, text))).rejects.toThrow(message);
  });

  test.each([
    ['fails', `${UP} throw new Error('a defect of a server'); });`, 'a defect of a server'],
    ['ends', `${UP} process.exit(); });`, 'ended by itself, with 0'],
    ['says nothing', `${UP} });`, 'said nothing for 6 s'],
  ])('that %s later is told to whoever asked, and to whoever waits for something else', async (name, text, message) => {
    const stage = await openStageApart(wanted, strange(`late ${name}`, text), 6);
    await expect(stage.enter(0)).rejects.toThrow(message);
    expect(() => stage.gone.throwIfAborted()).toThrow(message);
    await expect(stage.enter(1)).rejects.toThrow(message);
    await stage.close();
  });
});

describe('a rehearsal', () => {
  const rehearse = ['rehearse', 'two', '--fast', '--json'];
  const totals = ({ out, ...ran }: Ran) => ({
    ...ran,
    totals: (JSON.parse(out) as { readonly totals: object }).totals,
  });

  test('ends as one in a single thread', async () => {
    const [one, two] = [smallRehearsal(), smallRehearsal()];
    try {
      const alone = totals(await takedown(one, rehearse));
      expect(totals(await takedown(two, rehearse, { sharing }))).toEqual(alone);
      expect(alone).toMatchObject({ code: 0, totals: { listed: 2 } });
    } finally {
      for (const workspace of [one, two]) removeFolder(workspace);
    }
  }, 60_000);

  test('whose servers fail in the middle of a check says so, and does not go on without them', async () => {
    const workspace = smallRehearsal();
    try {
      await expect(takedown(workspace, rehearse, { sharing: failing() })).rejects.toThrow('a defect of a server');
    } finally {
      removeFolder(workspace);
    }
  }, 60_000);

  /** The servers as they are, until the check of the first day is under way. */
  const failing = () =>
    strange(
      'failing',
      `parentPort.on('message', ({ question }) => {
  if (question[0] === 'enter') setTimeout(() => { throw new Error('a defect of a server'); }, 20);
});
await import('../built/stage.mjs');`,
    );
});
