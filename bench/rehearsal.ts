// One check against the simulated internet, which lives in a thread of its own, with what its slowest server had to do. A process of
// its own each time, as a check is: `node rehearsal.mjs WORKSPACE DIST [MILLISECONDS]`, which each WHOIS question takes. Prints one JSON
// document.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseScenario } from '../src/casefile/scenario.ts';
import { carryOutCheck } from '../src/cli/check/checking.ts';
import { clockFrom, machineClock } from '../src/cli/clock.ts';
import type { Context, Output } from '../src/cli/context.ts';
import { askingOf } from '../src/cli/network.ts';
import { openStageApart } from '../src/cli/rehearse/stage-apart.ts';
import { caseIn } from '../src/cli/workspace.ts';
import { makeRehearsal } from '../src/store/case/rehearsal-folder.ts';
import { readInside } from '../src/store/sources.ts';
import { casePaths } from '../src/store/workspace.ts';

const SILENT: Output = { write: () => Promise.resolve(), isTerminal: false, columns: undefined };

const [, , workspace = '', dist = '', whois] = process.argv;
process.stdout.write(JSON.stringify(await checkOnce()));

async function checkOnce() {
  const original = casePaths({ root: workspace, cases: `${workspace}/cases` }, 'phosphorus');
  if (original === undefined) throw new Error('no such case');
  const paths = makeRehearsal(original);
  const loaded = await caseIn(paths, { quick: true, from: workspace });
  const source = readInside(original.folder, 'rehearsal.yaml', workspace);
  const scenario = source && parseScenario(source, loaded.theCase);
  if (!scenario?.ok) throw new Error('no scenario');
  // The last day: the seal is lifted, so that every lookup is made.
  const last = scenario.value.days.at(-1);
  if (last === undefined) throw new Error('a scenario without days');
  const wanted = {
    theCase: loaded.theCase,
    scenario: scenario.value,
    fast: true,
    ...(whois && { waits: { whois: Number(whois) } }),
  };
  const stage = await openStageApart(wanted, { entry: pathToFileURL(join(dist, 'part.js')), from: 0 });
  try {
    const clock = clockFrom((await stage.enter(last.day)).at);
    const context = { ...silentContext(workspace), clock };
    const asking = { ...askingOf({ context, options: {} }, undefined), network: stage.network, context };
    const [started, idle] = [performance.now(), performance.eventLoopUtilization()];
    await carryOutCheck({ paths, loaded, asking, onProgress: () => undefined });
    const wall = performance.now() - started;
    const { active } = performance.eventLoopUtilization(idle);
    const slowest = [...(await stage.load())].sort((a, b) => b.busy - a.busy)[0];
    return { wall, active, queue: slowest?.busy, server: slowest?.server, questions: slowest?.questions };
  } finally {
    await stage.close();
  }
}

function silentContext(folder: string): Context {
  return {
    args: [],
    env: {},
    folder,
    out: SILENT,
    err: SILENT,
    input: { isTerminal: false, read: () => Promise.resolve(new Uint8Array()) },
    clock: machineClock,
    random: (count) => randomBytes(count),
    process: { pid: process.pid, lives: () => true },
    interruption: new AbortController().signal,
  };
}
