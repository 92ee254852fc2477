// The index of a run under examination: the check sums that it keeps of the lines, read before them, and its rows against
// those that the lines come to, read after them.
import { byCodeUnit } from '../../model/name.ts';
import { openColumn } from '../run-form/column.ts';
import {
  type Digests,
  formatRow,
  type IndexBuilder,
  type IndexRow,
  openDigests,
  parseRow,
  SUM_DIGITS,
} from '../run-form/name-index.ts';
import type { WholeRun } from '../runs/list.ts';
import { rowTextsOf } from '../runs/pieces.ts';
import type { Found } from './examined.ts';

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

export function* examineIndex({ run, handle, index, wrong, file, linesAbove }: IndexExamined): Generator<Found> {
  if (index.names() > 0 && rowTextsOf(run, handle).next().done === true) {
    return yield { file, what: 'the index is not where the foot says that it is' };
  }
  const digests = openDigests();
  let [isSound, unread] = [wrong.size === 0, 0];
  for (const beside of sideBySide(rowTextsOf(run, handle), index.rows())) {
    const { at, made } = beside;
    if (made !== undefined) digests.add(made);
    const what = differenceOf(beside);
    const row = made ?? beside.stated;
    if (what === undefined || row?.lines.some(([number]) => wrong.has(number))) continue;
    isSound = false;
    if (row === undefined) unread += 1;
    if (at === undefined && unread > 0) {
      // A row that cannot be read was this one's, and has been told.
      unread -= 1;
      continue;
    }
    yield { file, ...(at !== undefined && { line: linesAbove + at }), ...(row && { name: row.name }), what };
  }
  if (isSound) yield* examineFoot(run, index.names(), digests.stated()).map((what) => ({ file, what }));
}

/** A row of the index and the row that the lines come to, of one name. */
interface Beside {
  /** From 1; absent where the index has no row of that name. */
  readonly at?: number;
  readonly text?: string;
  /** Absent also where the text cannot be read. */
  readonly stated?: IndexRow;
  readonly made?: IndexRow;
}

/** Both are sorted by their names. Each row comes once. */
function* sideBySide(texts: Iterable<string>, rows: Iterable<IndexRow>): Generator<Beside> {
  const others = rows[Symbol.iterator]();
  let next = others.next();
  let at = 0;
  for (const text of texts) {
    at += 1;
    const stated = parseRow(text);
    if (stated === undefined) {
      yield { at, text };
      continue;
    }
    for (; next.done !== true && byCodeUnit(next.value.name, stated.name) < 0; next = others.next()) {
      yield { made: next.value };
    }
    if (next.done === true || next.value.name !== stated.name) yield { at, text, stated };
    else {
      yield { at, text, stated, made: next.value };
      next = others.next();
    }
  }
  for (; next.done !== true; next = others.next()) yield { made: next.value };
}

function differenceOf({ text, stated, made }: Beside): string | undefined {
  if (text === undefined) return `the index has no row for ${made?.name}`;
  if (stated === undefined) return 'this row of the index cannot be read';
  if (made === undefined) return `the index has a row for ${stated.name}, and no line is about it`;
  return isSame(text, made, stated) ? undefined : `the index does not say of ${stated.name} what its lines say`;
}

/** What the foot says of rows that all are as they should be. */
function examineFoot({ foot }: WholeRun, names: number, { covers, facts }: Digests): readonly string[] {
  return [
    ...(covers === foot.covers ? [] : ['"covers" is not what the lines cover']),
    ...(foot.facts === undefined || facts === foot.facts ? [] : ['"facts" is not what the lines come to']),
    ...(names === foot.names ? [] : [`it says ${foot.names} names and has ${names}`]),
  ];
}

/** A run of old keeps no sums. */
function isSame(text: string, made: IndexRow, stated: IndexRow): boolean {
  if (stated.sums !== undefined) return formatRow(made) === `${text}\n`;
  const { sums: _, ...rest } = made;
  return formatRow(rest) === `${text}\n`;
}
