// What a run that is about to begin rests on, read from the case's folder: run-form/rests-on.ts has what is kept of it.
import type { Case } from '../../model/case/case.ts';
import { sharedFiles } from '../case/shared-files.ts';
import { unlessMissing } from '../disk/files.ts';
import { runPaths } from '../run-form/paths.ts';
import { type RestsOn, thenOf } from '../run-form/rests-on.ts';
import { readTail } from '../runs/ends.ts';
import { runsThere } from '../runs/list.ts';
import { readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

export function restsOn(paths: CasePaths, { schedules }: Pick<Case, 'schedules'>): RestsOn {
  const names = new Set(['case.yaml', ...schedules.map(({ file }) => file), 'rehearsal.yaml']);
  const files = [...names].flatMap((file) => {
    const octets = octetsOf(paths, file);
    return octets === undefined ? [] : [[file, thenOf(octets)] as const];
  });
  const shared = [...sharedFiles(paths)].map(([file, octets]) => [file, thenOf(octets)] as const);
  const journal = octetsOf(paths, 'journal.yaml');
  const run = newestRun(paths);
  return {
    files: Object.fromEntries([...files, ...shared]),
    ...(journal && { journal: thenOf(journal) }),
    ...(run && { run }),
  };
}

/** By the end of its file alone: a look at a record of years costs no reading of it. */
function newestRun(paths: CasePaths): RestsOn['run'] {
  for (const id of [...runsThere(paths)].reverse()) {
    const tail = readEndOf(runPaths(paths, id).run);
    if (tail !== undefined) return { id, 'sha-256': tail };
  }
  return undefined;
}

function readEndOf(path: string): string | undefined {
  const tail = unlessMissing(() => readTail(path));
  return tail?.ok === true ? tail.foot.digest : undefined;
}

function octetsOf(paths: CasePaths, file: string): Uint8Array | undefined {
  return readInside(paths.folder, file, paths.folder)?.octets;
}
