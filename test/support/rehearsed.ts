// The Phosphorus takedown, rehearsed: a workspace that many stories begin with. Whoever asks first rehearses it, in half a
// minute; the others wait for that, and each has a copy of its own.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { emptyFolder, phosphorusWorkspace } from './folders.ts';
import { type Ran, takedown } from './takedown.ts';

/** To the scenario's end, or to the day after service. */
export type Rehearsed = 'whole' | 'day-1';

export const REHEARSED_CASE = 'phosphorus.rehearsal';

const ARGS: Readonly<Record<Rehearsed, readonly string[]>> = { whole: [], 'day-1': ['--day', '1'] };
const AT: Readonly<Record<Rehearsed, string>> = { whole: '2026-01-06T15:00:00Z', 'day-1': '2019-03-16T18:00:00Z' };
const PATIENCE = { tries: 1_600, apart: 100 };

export interface Ground {
  readonly folder: string;
  /** How `takedown rehearse` ended. */
  readonly ran: Ran;
}

export async function rehearsedWorkspace(which: Rehearsed): Promise<Ground> {
  const made = join(inject('sharedGround'), which);
  if (mayMake(made)) await make(made, which);
  for (let tries = 0; !existsSync(made) && tries < PATIENCE.tries; tries += 1) await sleep(PATIENCE.apart);
  if (!existsSync(made)) throw new Error(`nobody has rehearsed ${which}`);
  const folder = emptyFolder();
  cpSync(join(made, 'workspace'), folder, { recursive: true });
  return { folder, ran: JSON.parse(readFileSync(join(made, 'ran.json'), 'utf8')) };
}

function mayMake(made: string): boolean {
  try {
    mkdirSync(`${made}.taken`);
    return true;
  } catch {
    return false;
  }
}

/** Also where it failed, so that nobody waits for it: `ran` tells. */
async function make(made: string, which: Rehearsed): Promise<void> {
  const workspace = phosphorusWorkspace();
  const ran = await takedown(workspace, ['rehearse', 'phosphorus', '--fast', ...ARGS[which]], { at: AT[which] });
  const making = join(`${made}.taken`, 'making');
  mkdirSync(making);
  renameSync(workspace, join(making, 'workspace'));
  writeFileSync(join(making, 'ran.json'), JSON.stringify(ran));
  renameSync(making, made);
}
