// Parts of a whole run as they are asked for: rows of its index, lines by their place, the digest over its text.
import type { Observation } from '../../model/seen/observation.ts';
import { readPart } from '../disk/files.ts';
import { linesOf } from '../disk/lines.ts';
import { withFile } from '../disk/open-file.ts';
import { digestOf } from '../disk/pieces.ts';
import { fingerprintOf, fingerprintOfAll } from '../run-form/fingerprint.ts';
import { formatEnd } from '../run-form/foot.ts';
import { openGroups, openLines } from '../run-form/line.ts';
import { INDEX, type IndexRow, parseRow } from '../run-form/name-index.ts';
import type { WholeRun } from './list.ts';

/** The lines of the index, in the order of the names. Each may be a part of a larger text. */
export function* rowTextsOf(run: WholeRun, handle: number): Generator<string> {
  const span = { from: run.foot.indexAt + INDEX.length, to: run.size, shared: true };
  for (const { text } of linesOf(handle, span)) {
    if (!text.startsWith('- ')) return;
    yield text;
  }
}

/** Hands on the rows of the index, one by one; those that cannot be read are left out. */
export function eachRowIn(run: WholeRun, each: (row: IndexRow) => void): void {
  withFile(run.path, (handle) => {
    for (const text of rowTextsOf(run, handle)) {
      const row = parseRow(text);
      if (row !== undefined) each(row);
    }
  });
}

/** How many octets at the end of a run its digest does not cover: the line that states it, and the last one. */
export function uncovered(run: WholeRun): number {
  return formatEnd(run.foot.digest).length;
}

/** Whether the text is the one that the digest was made over. */
export function isAsWritten(run: WholeRun): boolean {
  return withFile(run.path, (handle) => digestOf(handle, run.size - uncovered(run))) === run.foot.digest;
}

/** The observations of a row, or `undefined` when they do not come to what the row says. */
export function observationsOf(run: WholeRun, handle: number, row: IndexRow): readonly Observation[] | undefined {
  const parseLine = openLines();
  const observations: Observation[] = [];
  for (const [number, offset] of row.lines) {
    const observation = parseLine(lineAt(handle, offset), `${run.id}#${number}`);
    if (observation?.name !== row.name) return undefined;
    observations.push(observation);
  }
  return factsOf(observations) === row.facts ? observations : undefined;
}

/** The fingerprint that an index row of these observations has. */
function factsOf(observations: readonly Observation[]): string {
  const groups = openGroups<Observation>();
  const whole = observations.map((observation) => groups.add(observation)).filter((group) => group !== undefined);
  return fingerprintOfAll(whole.map((group) => fingerprintOfAll(group.map(fingerprintOf))));
}

const USUAL_LINE = 1 << 12;

function lineAt(handle: number, offset: number): string {
  for (let length = USUAL_LINE; ; length *= 4) {
    const text = readPart(handle, offset, length).toString('latin1');
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
    if (text.length < length) return text;
  }
}
