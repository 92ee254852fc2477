// Parts of a whole run as they are asked for: rows of its index, lines by their place, the digest over its text.
import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import type { Observation } from '../model/observation.ts';
import { readPart } from './files.ts';
import { fingerprintOf, fingerprintOfAll } from './fingerprint.ts';
import { linesOf } from './lines.ts';
import { formatEnd, INDEX } from './run-file.ts';
import { type IndexRow, parseRow, rowStart } from './run-index.ts';
import { openGroups, parseLine } from './run-line.ts';
import type { WholeRun } from './run-list.ts';

export function withFile<T>(path: string, use: (handle: number) => T): T {
  const handle = openSync(path, 'r');
  try {
    return use(handle);
  } finally {
    closeSync(handle);
  }
}

/** Rows in the order of the index; `undefined` in place of a row that cannot be read. */
export function* rowsOf(run: WholeRun, handle: number): Generator<IndexRow | undefined> {
  for (const line of linesOf(handle, { from: run.foot.indexAt + INDEX.length, to: run.size })) {
    if (!line.text.startsWith('- ')) return;
    yield parseRow(line.text);
  }
}

/** How many octets at the end of a run its digest does not cover: the line that states it, and the last one. */
export function uncovered(run: WholeRun): number {
  return formatEnd(run.foot.digest).length;
}

/** Whether the text is the one that the digest was made over. */
export function isAsWritten(run: WholeRun): boolean {
  const hash = createHash('sha256');
  const end = run.size - uncovered(run);
  withFile(run.path, (handle) => {
    for (let at = 0; at < end; at += PIECE) hash.update(readPart(handle, at, Math.min(PIECE, end - at)));
  });
  return hash.digest('hex') === run.foot.digest;
}

const PIECE = 1 << 19;

/** The row of one name, found without reading the index as a whole. */
export function findRow(run: WholeRun, name: string): IndexRow | undefined {
  const { tail, foot } = run;
  const start = rowStart(name);
  if (foot.indexAt < tail.from) return withFile(run.path, (handle) => searchRow(run, handle, start));
  const at = tail.text.indexOf(`\n${start}`, foot.indexAt - tail.from);
  return at < 0 ? undefined : parseRow(tail.text.slice(at + 1, tail.text.indexOf('\n', at + 1)));
}

/** Rows stand in the order of their names, so each look halves what is left. */
function searchRow(run: WholeRun, handle: number, start: string): IndexRow | undefined {
  let [from, to] = [run.foot.indexAt + INDEX.length, run.size];
  while (to - from > SCAN) {
    const middle = from + Math.floor((to - from) / 2);
    const window = readPart(handle, middle, SCAN).toString('latin1');
    const lineStart = window.indexOf('\n') + 1;
    const text = window.slice(lineStart);
    if (lineStart === 0 || middle + lineStart >= to) break;
    if (text.startsWith('- {') && keyOf(text) <= keyOf(start)) from = middle + lineStart;
    else to = middle + lineStart;
  }
  for (const line of linesOf(handle, { from, to: run.size })) {
    if (line.text.startsWith(start)) return parseRow(line.text);
    if (!line.text.startsWith('- {') || keyOf(line.text) > keyOf(start)) return undefined;
  }
  return undefined;
}

const SCAN = 1 << 12;
const NAME_AT = rowStart('').length - 2;

function keyOf(row: string): string {
  return row.slice(NAME_AT, row.indexOf('"', NAME_AT));
}

/** The observations of a row, or `undefined` when they do not come to what the row says. */
export function observationsOf(run: WholeRun, handle: number, row: IndexRow): readonly Observation[] | undefined {
  const observations: Observation[] = [];
  for (const [number, offset] of row.lines) {
    const observation = parseLine(lineAt(handle, offset), `${run.summary.id}#${number}`);
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
