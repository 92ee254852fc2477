// What lies beside the runs of a case and counts for nothing yet: shards, and runs and shards that were begun and not finished; each
// to be examined as far as it can be.
import { existsSync } from 'node:fs';
import type { RunHeader } from '../run-form/head.ts';
import { runPaths } from '../run-form/paths.ts';
import { readHead } from '../runs/ends.ts';
import { partialsThere } from '../runs/list.ts';
import { shardFiles } from '../runs/shards.ts';
import type { CasePaths } from '../workspace.ts';
import type { Examined } from './examined.ts';
import { examinePartial } from './partial.ts';
import { examineRun } from './run.ts';

interface BesideRuns {
  readonly id: string;
  readonly header?: RunHeader;
  readonly examined: Iterable<Examined>;
}

export function* besideRuns(paths: CasePaths): Generator<BesideRuns> {
  const partials = partialsThere(paths).map((id) => ({ folder: paths.runs, id }));
  for (const { folder, id } of [...partials, ...shardFiles(paths)]) {
    const own = { ...paths, runs: folder };
    const files = runPaths(own, id);
    const begun = !existsSync(files.run);
    const header = readHead(begun ? files.partialRun : files.run);
    yield { id, ...(header && { header }), examined: begun ? examinePartial(own, files) : examineRun(own, id) };
  }
}
