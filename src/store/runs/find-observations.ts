// Observations of a run by what people call them: by number, by name, or all of them. The file is read from its top; what is
// not wanted passes by.
import { closeSync } from 'node:fs';
import type { Observation } from '../../model/seen/observation.ts';
import { openFile } from '../disk/open-file.ts';
import { openLines } from '../run-form/line.ts';
import { rowStart } from '../run-form/name-index.ts';
import { runPaths } from '../run-form/paths.ts';
import type { CasePaths } from '../workspace.ts';
import { readEnds } from './ends.ts';
import { observationLines } from './observation-lines.ts';

interface WantedObservations {
  readonly run: string;
  readonly number?: number;
  readonly name?: string;
}

/** A line that cannot be read does not come, and keeps its number. Of a run without an end, or with none such, nothing comes. */
export function* findObservations(paths: CasePaths, wanted: WantedObservations): Generator<Observation> {
  const { run, number: only, name } = wanted;
  const files = runPaths(paths, run);
  const ends = readEnds(files.run);
  if (!ends.ok) return;
  const parse = openLines();
  const start = name === undefined ? '' : rowStart(name);
  const handle = openFile(files.run);
  try {
    for (const { text, number } of observationLines(handle, ends.foot.indexAt)) {
      if (number === undefined) continue;
      if (number > (only ?? number)) return;
      if (number < (only ?? number) || !text.startsWith(start)) continue;
      const observation = parse(text, `${run}#${number}`);
      if (observation !== undefined) yield observation;
    }
  } finally {
    closeSync(handle);
  }
}
