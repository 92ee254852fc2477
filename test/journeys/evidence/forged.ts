// A run made anew by somebody who has the program's own writer: another fact or other octets, and every sum, fingerprint and digest
// of it as they would have been written on the day.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LookupAnswer } from '../../../src/model/asking/lookup.ts';
import type { SoundObservation } from '../../../src/model/seen/evidence.ts';
import type { Sighting } from '../../../src/model/seen/observation.ts';
import { beginRun } from '../../../src/store/append/begin.ts';
import { machineOf } from '../../../src/store/disk/lock.ts';
import { examineRun } from '../../../src/store/examine/run.ts';
import { openGroups } from '../../../src/store/run-form/line.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { readRunEnds } from '../../../src/store/runs/ends.ts';
import type { CasePaths } from '../../../src/store/workspace.ts';

/** Which of the two files is put in place. */
export type Files = 'run' | 'evidence';

export interface Forging {
  readonly run: string;
  readonly change: (answer: LookupAnswer) => LookupAnswer;
  readonly files: readonly Files[];
}

export function forge(paths: CasePaths, { run, change, files }: Forging): void {
  const ends = readRunEnds(paths, run);
  if (!ends?.ok) throw new Error(run);
  const { header, foot } = ends;
  const scratch = mkdtempSync(join(tmpdir(), 'takedown-forged-'));
  const there = { ...paths, runs: join(scratch, 'runs') };
  const digits = Buffer.from(run.slice(run.indexOf('-') + 1), 'hex');
  const { id: _, caseId: __, ...head } = header;
  const writer = beginRun({ paths: there, header: head, machine: machineOf(process.pid), random: () => digits });
  for (const group of groupsIn(paths, run)) {
    const [first] = group;
    if (first === undefined) continue;
    const { name, lookup } = first.observation;
    writer.append(name, lookup, group.map(answerOf).map(change));
  }
  writer.finish(foot.ended);
  if (writer.id !== run) throw new Error(`${writer.id} is not ${run}`);
  for (const file of files) copyFileSync(runPaths(there, run)[file], runPaths(paths, run)[file]);
  rmSync(scratch, { recursive: true });
}

type Grouped = SoundObservation['observation'] & { readonly sound: SoundObservation };

function* groupsIn(paths: CasePaths, run: string): Generator<readonly SoundObservation[]> {
  const groups = openGroups<Grouped>();
  for (const one of examineRun(paths, run)) {
    if (one.is !== 'sound') throw new Error(one.finding.what);
    const group = groups.add({ ...one.sound.observation, sound: one.sound });
    if (group !== undefined) yield group.map(({ sound }) => sound);
  }
}

function answerOf({ observation, exchanges }: SoundObservation): LookupAnswer {
  const { id: _, of: __, evidence: ___, ...sighting } = observation;
  return { sighting: sighting as Sighting, exchanges };
}
