// The Phosphorus takedown, rehearsed: a workspace that many stories begin with. Whoever asks first rehearses it, in half a
// minute; the others wait for that, and each has a copy of its own.
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, phosphorusWorkspace } from './folders.ts';
import { madeOnce } from './made-once.ts';
import { type Ran, takedown } from './takedown.ts';

/** To the scenario's end, or to the day after service. */
export type Rehearsed = 'whole' | 'day-1';

export const REHEARSED_CASE = 'phosphorus.rehearsal';

const ARGS: Readonly<Record<Rehearsed, readonly string[]>> = { whole: [], 'day-1': ['--day', '1'] };
const AT: Readonly<Record<Rehearsed, string>> = { whole: '2026-01-06T15:00:00Z', 'day-1': '2019-03-16T18:00:00Z' };

export interface Ground {
  readonly folder: string;
  /** How `takedown rehearse` ended. */
  readonly ran: Ran;
}

export async function rehearsedWorkspace(which: Rehearsed): Promise<Ground> {
  const made = await madeOnce(which, (ground) => rehearse(ground, which));
  const folder = emptyFolder();
  cpSync(join(made, 'workspace'), folder, { recursive: true });
  return { folder, ran: JSON.parse(readFileSync(join(made, 'ran.json'), 'utf8')) };
}

/** Also where it failed, so that nobody waits for it: `ran` tells. */
async function rehearse(ground: string, which: Rehearsed): Promise<void> {
  const workspace = phosphorusWorkspace();
  const ran = await takedown(workspace, ['rehearse', 'phosphorus', '--fast', ...ARGS[which]], { at: AT[which] });
  renameSync(workspace, join(ground, 'workspace'));
  writeFileSync(join(ground, 'ran.json'), JSON.stringify(ran));
}
