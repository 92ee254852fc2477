// What the laboratory's runs of the simulated world begin with: the shipped case and its scenario, the world before its first
// day, and the documentation addresses as addresses of this machine.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { parseScenario } from '../../src/casefile/scenario.ts';
import { caseIn } from '../../src/cli/workspace.ts';
import { beginningOf } from '../../src/rehearsal/world/beginning.ts';
import { settle } from '../../src/rehearsal/world/settle.ts';
import { makeRehearsal } from '../../src/store/case/rehearsal-folder.ts';
import { readInside } from '../../src/store/sources.ts';
import { casePaths } from '../../src/store/workspace.ts';

interface Wanted {
  readonly casesFolder: string;
  readonly folder: string;
  readonly id: string;
  readonly seed: string;
}

export async function worldOf({ casesFolder, folder, id, seed }: Wanted) {
  const workspace = join(folder, 'plan');
  mkdirSync(workspace);
  cpSync(casesFolder, join(workspace, 'cases'), { recursive: true });
  const original = casePaths({ root: workspace, cases: join(workspace, 'cases') }, id);
  if (original === undefined) throw new Error('no such case');
  const { theCase } = await caseIn(makeRehearsal(original), { quick: true, from: workspace });
  const source = readInside(original.folder, 'rehearsal.yaml', workspace);
  const scenario = source && parseScenario(source, theCase);
  if (!scenario?.ok) throw new Error('no scenario');
  const setting = settle(theCase, scenario.value, seed);
  return { theCase, scenario: scenario.value, setting, beginning: beginningOf(theCase, scenario.value, setting) };
}

/** In a network namespace of its own only. */
export function giveAddresses(addresses: readonly string[]): void {
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  for (const address of addresses) {
    const [length, ...family] = isIPv6(address) ? [128, '-6'] : [32];
    execFileSync('ip', [...family, 'addr', 'add', `${address}/${length}`, 'dev', 'lo']);
  }
}
