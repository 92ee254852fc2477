// Which lines are entries of a list: nothing but names, with others like it beside them. A line that has a name by itself may be a
// letterhead or the end of a sentence.
import type { DocumentText } from '../placed.ts';
import type { Flow } from './flows.ts';
import type { ReadLine } from './words.ts';

/** So many lines in a row that begin with a name and go on behind a gap are the rows of a table. */
const ROWS = 3;

/** `whole`: nothing but a list. */
export function listedLines(flows: readonly Flow[], whole: boolean): ReadonlySet<ReadLine> {
  const listed = new Set<ReadLine>();
  for (const flow of flows) {
    for (const [at, read] of flow.entries()) if (isListed(flow, at, whole)) listed.add(read);
  }
  return listed;
}

function isListed(flow: Flow, at: number, whole: boolean): boolean {
  const read = flow[at];
  if (read?.line.kind === 'cell') return read.shape === 'list';
  if (read?.shape === 'row') return rowsAround(flow, at) >= ROWS;
  if (read?.shape !== 'list') return false;
  return whole || [flow[at - 1], flow[at + 1]].some((one) => one?.shape === 'list' && one.line.kind === 'line');
}

/** A text in which hardly anything else stands is a list, also where it has a single entry. `others`: entries beside those lines. */
export function isAllList(flows: readonly Flow[], { format }: DocumentText, others = 0): boolean {
  if (format !== 'text' && format !== 'csv' && format !== 'xlsx') return false;
  const lines = flows.flat();
  return (lines.filter(({ shape }) => shape === 'list').length + others) * 2 >= lines.length + others;
}

function rowsAround(flow: Flow, at: number): number {
  let count = 1;
  for (const step of [-1, 1]) {
    for (let to = at + step; flow[to]?.shape === 'row' && count < ROWS; to += step) count += 1;
  }
  return count;
}
