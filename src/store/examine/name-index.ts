// The index of a run under examination: the check sums that it keeps of the lines, read before them, and its rows against
// those that the lines come to, read after them.
import type { EvidenceFinding } from '../../model/evidence.ts';
import { byCodeUnit } from '../../model/name.ts';
import { openColumn } from '../run-form/column.ts';
import {
  formatRow,
  type IndexBuilder,
  type IndexRow,
  openDigests,
  parseRow,
  SUM_DIGITS,
} from '../run-form/name-index.ts';
import type { WholeRun } from '../runs/list.ts';
import { rowTextsOf } from '../runs/pieces.ts';

/** By the number of the line; none for a line that the index does not name, or keeps no sum of. */
type StatedSums = (number: number) => number | undefined;

/** No line is shorter than this. What the index says of lines beyond the last possible one is not worth its room. */
const SHORTEST_LINE = 64;

export function statedSums(run: WholeRun, handle: number): StatedSums {
  const [sums, stated] = [openColumn(Int32Array), openColumn(Uint8Array)];
  const last = run.foot.indexAt / SHORTEST_LINE;
  for (const text of rowTextsOf(run, handle)) {
    const row = parseRow(text);
    if (row?.sums === undefined || row.sums.length !== row.lines.length * SUM_DIGITS) continue;
    const digits = row.sums;
    row.lines.forEach(([number], i) => {
      const sum = Number.parseInt(digits.slice(i * SUM_DIGITS, (i + 1) * SUM_DIGITS), 16);
      if (Number.isNaN(sum) || number > last) return;
      sums.set(number, sum | 0);
      stated.set(number, 1);
    });
  }
  return (number) => (stated.get(number) === 1 ? sums.get(number) : undefined);
}

interface IndexExamined {
  readonly run: WholeRun;
  readonly handle: number;
  /** Made of the lines. */
  readonly index: IndexBuilder;
  /** Numbers of lines that were found wrong already: their rows are no news. */
  readonly wrong: ReadonlySet<number>;
  readonly file: string;
  /** Of the file, how many stand above the index's rows. */
  readonly linesAbove: number;
}

type Finding = Omit<EvidenceFinding, 'kind'>;

export function* examineIndex(examined: IndexExamined): Generator<Finding> {
  const { run, handle, index, wrong, file, linesAbove } = examined;
  const digests = openDigests();
  const made = index.rows()[Symbol.iterator]();
  let next = made.next();
  let [line, stated, found, unread] = [linesAbove, 0, wrong.size, 0];
  const take = (): IndexRow | undefined => {
    const row: IndexRow | undefined = next.done === true ? undefined : next.value;
    if (row === undefined) return undefined;
    digests.add(row);
    next = made.next();
    return row;
  };
  const isNews = ({ lines }: IndexRow) => !lines.some(([number]) => wrong.has(number));
  for (const text of rowTextsOf(run, handle)) {
    line += 1;
    stated += 1;
    const row = parseRow(text);
    if (row === undefined) {
      unread += 1;
      found += 1;
      yield { file, line, what: 'this row of the index cannot be read' };
      continue;
    }
    while (next.done !== true && byCodeUnit(next.value.name, row.name) < 0) {
      const missed = take();
      if (missed === undefined || !isNews(missed)) continue;
      found += 1;
      // A row that cannot be read was this one's, and has been told.
      if (unread > 0) unread -= 1;
      else yield { file, name: missed.name, what: `the index has no row for ${missed.name}` };
    }
    if (next.done === true || next.value.name !== row.name) {
      if (!isNews(row)) continue;
      found += 1;
      yield { file, line, name: row.name, what: `the index has a row for ${row.name}, and no line is about it` };
      continue;
    }
    const own = take();
    if (own === undefined || isSame(text, own, row) || !isNews(own)) continue;
    found += 1;
    yield { file, line, name: row.name, what: `the index does not say of ${row.name} what its lines say` };
  }
  if (stated === 0 && index.names() > 0) {
    return yield { file, what: 'the index is not where the foot says that it is' };
  }
  for (let row = take(); row !== undefined; row = take()) {
    if (!isNews(row)) continue;
    if (unread > 0) unread -= 1;
    else {
      found += 1;
      yield { file, name: row.name, what: `the index has no row for ${row.name}` };
    }
  }
  if (found > 0) return;
  const { covers, facts } = digests.stated();
  if (covers !== run.foot.covers) yield { file, what: '"covers" is not what the lines cover' };
  if (run.foot.facts !== undefined && facts !== run.foot.facts) {
    yield { file, what: '"facts" is not what the lines come to' };
  }
  if (index.names() !== run.foot.names) {
    yield { file, what: `it says ${run.foot.names} names and has ${index.names()}` };
  }
}

/** A run of old keeps no sums. */
function isSame(text: string, made: IndexRow, stated: IndexRow): boolean {
  if (stated.sums !== undefined) return formatRow(made) === `${text}\n`;
  const { sums: _, ...rest } = made;
  return formatRow(rest) === `${text}\n`;
}
